"""What came of one article."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.article import Article
from dateline.records.event import Event, Statement


@dataclass(frozen=True, slots=True)
class Coded:
    """One article with the events and statements in it, each in text order."""

    article: Article
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
