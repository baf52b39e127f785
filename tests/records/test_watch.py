from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dateline.records.incident import Change, Incident
from dateline.records.watch import Kind, News, in_short

AT = datetime(2024, 8, 2, tzinfo=UTC)


def incident(id: str) -> Incident:
    return Incident(id, (id,), (), (f"a{id}",), ())


def change(of: str, kind: str, words: str, field: str | None = None, old: Any = None, new: Any = None) -> Change:
    return Change(of, AT, kind, "a9", words, field, old, new)


def short(*changes: Change, kind: Kind = "changed", was: tuple[str, ...] = ("e1",)) -> list[str]:
    return [c.words for c in in_short(News("q", kind, (), incident("e1"), tuple(map(incident, was)), changes))]


def test_a_field_is_told_once_from_then_to_now() -> None:
    steps = (
        change("e1", "revised", "counts.killed: 7 → 9 (7 to 9)", "counts.killed", 7, {"best": 9}),
        change("e1", "joined", "a passage of “X”", "events"),
        change("e1", "revised", "counts.killed: 9 (7 to 9) → 12", "counts.killed", {"best": 9}, 12),
    )
    assert short(*steps) == ["counts.killed: 7 → 12", "a passage of “X”"]


def test_what_is_as_before_is_not_told() -> None:
    there = change("e1", "edited", "type: ASSAULT → PROTEST, set by ana", "type", "ASSAULT", "PROTEST")
    back = change("e1", "edited", "type: PROTEST → ASSAULT", "type", "PROTEST", "ASSAULT")
    assert short(there, back) == []


def test_of_incidents_that_came_and_went_the_passages_are_told() -> None:
    between = (
        change("e5", "begun", "“Y” (Paper)", "events"),
        change("e5", "revised", "where: nothing → Gao", "where", None, "Gao"),
        change("e5", "merged", "merged into e1", "id", "e5", "e1"),
        change("e1", "merged", "e5 was merged into it", "id", "e5", "e1"),
        change("e1", "merged", "e2 was merged into it", "id", "e2", "e1"),
        change("e2", "merged", "merged into e1", "id", "e2", "e1"),
        change("e1", "hedge gone", "type is told without a hedge now", "type"),
    )
    told = ["“Y” (Paper)", "e2 was merged into it", "type is told without a hedge now"]
    assert short(*between, was=("e1", "e2")) == told


def test_of_a_new_incident_its_beginning_is_no_change() -> None:
    begun = change("e1", "begun", "“Y” (Paper)", "events")
    assert short(begun, kind="new", was=()) == []
