"""What came of one article."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.records.article import Article
from dateline.records.event import Event, Statement


@fixed()
class Coded:
    """One article with the events and statements in it, each in text order."""

    article: Article
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]

    def __repr__(self) -> str:
        told = "; ".join(f"{event.type} “{event.trigger.text}”" for event in self.events[:5])
        more = f"; {len(self.events) - 5} more" if len(self.events) > 5 else ""
        return f"<Coded {self.article.id}: {told or 'no events'}{more}; statements: {len(self.statements)}>"
