from __future__ import annotations

from dataclasses import replace

from dateline.merge.evidence.items import LIVE, OTHER_ITEM, SAME_ITEM, items
from dateline.merge.profile import Profile
from dateline.merge.score import link
from dateline.records.item import Item
from tests.merge.reports import Tell, profiles, report

ONE, TWO = profiles(
    report("a", "2024-07-30", Tell("Gunmen shot a mayor.", "shot")),
    report("b", "2024-07-30", Tell("A blast hit a port.", "blast")),
)


def told(first: Item | None, second: Item | None) -> dict[str, float]:
    one, two = (_of(story, item) for story, item in ((ONE, first), (TWO, second)))
    return {name: value for name, value, *_ in items(one, two)}


def _of(story: Profile, item: Item | None) -> Profile:
    return replace(story, article="a", items=frozenset([item] if item else []))


def test_one_item_tells_of_one_happening_and_two_of_two() -> None:
    first = Item(0, 1, 0)
    assert told(first, first) == {SAME_ITEM: 1}
    assert told(first, Item(0, 2, 1)) == {OTHER_ITEM: 1}
    assert told(Item(0, 1, 0, True), Item(0, 2, 1, True)) == {OTHER_ITEM: LIVE}
    for other in (None, Item(1, 2, 4), Item(0, 1, 1)):
        assert not told(first, other)


def test_items_of_two_articles_say_nothing() -> None:
    other = replace(_of(TWO, Item(0, 2, 1)), article="b")
    assert not [*items(_of(ONE, Item(0, 1, 0)), other)]


def test_it_is_a_reason_of_a_link() -> None:
    first, second = _of(ONE, Item(0, 1, 0)), _of(TWO, Item(0, 2, 1))
    assert "but told in two items of a list" in link(first, second).reasons
