"""Articles without a date of publication, counted while they come."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records.article import Article

NAMED = 3
"""How many of them are named: enough to see what they have in common."""


@dataclass(slots=True)
class Undated:
    """How many articles of a run have no date, and where the `first` of them come from."""

    number: int = 0
    first: list[str] = field(default_factory=list)

    def count(self, article: Article) -> None:
        """Take an article in; one with a date does not count."""
        if article.published is None:
            self.number += 1
            if len(self.first) < NAMED:
                self.first.append(article.source or article.id)
