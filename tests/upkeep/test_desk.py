from __future__ import annotations

from dateline.store import Store
from dateline.store.desk import Desk, Who
from tests.merge.barracks import ALL
from tests.upkeep.making import brought, incidents, passages

ANA = Who("ana", "127.0.0.1")


def test_what_the_workbench_decides_is_merged_in_the_same_moment(store: Store) -> None:
    brought(store, *ALL)
    before, desk = incidents(store), Desk(store)
    whole = store.incident("ea00")
    split = desk.split(whole.id, ["eb00"], who=ANA, reason="another post")
    assert ("eb00",) in passages(store)
    joined = desk.join(["ec00", "ed00"], who=ANA, reason="one column")
    assert ("ec00", "ed00") in passages(store)
    tags, _ = desk.seen(["ef01"])
    rejected = desk.review("ef01", "reject", etag=tags["ef01"], who=ANA)
    assert "ef01" not in {p for group in passages(store) for p in group}
    for one in (rejected, joined, split):
        desk.undo(one.id, who=ANA)
    assert incidents(store) == before and store.touched() == []


def test_joined_incidents_are_one_with_all_their_passages(store: Store) -> None:
    brought(store, *ALL)
    before, desk = incidents(store), Desk(store)
    largest = max(before, key=lambda one: len(one.events))
    for other in (one for one in before if one.id != largest.id):
        made = desk.join([largest.id, other.id], who=ANA)
        whole = max(incidents(store), key=lambda one: len(one.events))
        assert {*whole.events} == {*largest.events, *other.events}
        assert len(incidents(store)) == len(before) - 1
        desk.undo(made.id, who=ANA)
        assert [one.events for one in incidents(store)] == [one.events for one in before]
