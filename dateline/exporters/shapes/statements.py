"""Statements: who said what, and where it was published."""

from __future__ import annotations

from dateline.exporters.shapes.base import Shape, who
from dateline.records.flat import STATEMENT_COLUMNS
from dateline.records.stored import StoredStatement
from dateline.records.stored_lines import stored_statement_line


def _speaker(stored: StoredStatement) -> str:
    return who([stored.statement.source]) if stored.statement.source else ""


def _content(stored: StoredStatement) -> str:
    text = " ".join(stored.statement.content.text.split())
    return text if len(text) <= 160 else text[:159] + "…"


STATEMENTS = Shape(
    STATEMENT_COLUMNS,
    stored_statement_line,
    (
        ("statement", lambda s: s.statement.id),
        ("published", lambda s: (s.article.published or "")[:10]),
        ("who", _speaker),
        ("says", _content),
        ("source", lambda s: s.article.called),
    ),
)
