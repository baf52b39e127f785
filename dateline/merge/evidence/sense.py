"""How both read to the model that coded them: two reports can tell of one happening without a word in common."""

from __future__ import annotations

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.sense import measures


def sense(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what the model read in both; none where one was not coded by it."""
    if one.sense is None or two.sense is None:
        return []
    between, within = measures()
    value = (within if one.article == two.article else between)(one.sense, two.sense)
    if value is None:
        return []
    if value > 0:
        return [("read alike", value, "the passages read alike")]
    return [("read unlike", -value, "the passages read unlike each other")]
