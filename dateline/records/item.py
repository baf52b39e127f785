"""Items of lists: digests, timelines and live reports tell one happening in each."""

from __future__ import annotations

from dateline.fixed import fixed


@fixed()
class Item:
    """Where in the lists of an article a passage stands: the numbers of the list, its item and the paragraph.

    `live` is true for the entries of a live report, several of which may tell of one happening as it goes on.
    """

    run: int
    number: int
    paragraph: int
    live: bool = False

    def apart(self, other: Item) -> bool:
        """True for two items of one list."""
        return self.run == other.run and self.number != other.number
