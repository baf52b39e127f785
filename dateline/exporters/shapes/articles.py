"""Articles, with how much was found in each."""

from __future__ import annotations

from dateline.exporters.shapes.base import Shape
from dateline.records.flat import Column
from dateline.records.stored_lines import article_line

ARTICLES = Shape(
    (
        Column("id", "text", lambda s: s.article.id),
        Column("published", "text", lambda s: s.article.published),
        Column("publisher", "text", lambda s: s.article.publisher),
        Column("title", "text", lambda s: s.article.title),
        Column("url", "text", lambda s: s.article.url),
        Column("language", "text", lambda s: s.article.language),
        Column("source", "text", lambda s: s.article.source),
        Column("added", "moment", lambda s: s.added),
        Column("events", "whole", lambda s: s.events),
        Column("statements", "whole", lambda s: s.statements),
        Column("words", "whole", lambda s: s.words),
        Column("revises", "text", lambda s: s.revises),
        Column("withdrawn", "moment", lambda s: s.withdrawn and s.withdrawn.at),
    ),
    article_line,
    (
        ("article", lambda s: s.article.id),
        ("published", lambda s: s.article.published or "no date"),
        ("publisher", lambda s: s.article.publisher or ""),
        ("title or file", lambda s: s.article.title or s.article.source or ""),
        ("events", lambda s: s.events),
        ("statements", lambda s: s.statements),
        ("words", lambda s: s.words),
        ("", lambda s: f"withdrawn: {s.withdrawn.reason}" if s.withdrawn else ""),
    ),
)
