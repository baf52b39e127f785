"""Items: an article that is a list tells of one happening in each of its items, and seldom of one in two."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile

SAME_ITEM, OTHER_ITEM = "same item", "other item"
LIVE = 0.35
"""How much that tells of two entries of a live report, which may go on with what an earlier one told."""


def items(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of which items tell two stories of one article: those of one list, what sums it up apart from it."""
    if one.article != two.article or not one.items or not two.items:
        return
    if not one.items.isdisjoint(two.items):
        yield SAME_ITEM, 1.0, "told in one item of a list"
    elif all(a.apart(b) for a in one.items for b in two.items):
        live = any(item.live for item in one.items)
        yield OTHER_ITEM, LIVE if live else 1.0, "told in two items of a list"
