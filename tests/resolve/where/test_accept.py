"""Which spots are places hangs on their cues alone, not on the order in which a set happens to give them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records.span import Span
from dateline.resolve.where.accept import WEIGHTS, odds
from dateline.resolve.where.spot import Spot


class Ordered(frozenset[str]):
    """A set that gives its items in an order of our own."""

    def __new__(cls, items: list[str]) -> Ordered:
        made = super().__new__(cls, items)
        made.items = items  # type: ignore[attr-defined]
        return made

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.items)  # type: ignore[attr-defined]


def spot(cues: list[str]) -> Spot:
    return Spot(0, 1, Span(0, 3), "gao", (), Ordered(cues))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(sorted(set(WEIGHTS) - {"person", "of_body", "before_body", "never"})), unique=True))
def test_the_order_of_cues_does_not_matter(cues: list[str]) -> None:
    assert odds(spot(cues)) == odds(spot(cues[::-1])) == odds(spot(sorted(cues)))
