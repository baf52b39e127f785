from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.merge.history import Cause, changes
from dateline.records.incident import Change, Incident, Shown, Version

NOW = datetime(2024, 8, 2, tzinfo=UTC)
REPORT = Cause("a2", "article", "“Toll rises” (The Paper, 2024-08-01)", NOW)


def version(value: object, hedge: str | None = None) -> Version:
    return Version(value, "e1", "a1", "a1", "The Paper", "2024-07-30", (), "told", hedge)


def incident(id: str, *events: str, **values: object) -> Incident:
    shown = tuple(Shown(name, value, "rule", (version(value),)) for name, value in values.items())
    return Incident(id, events, shown, ("a1",), ())


def kinds(found: list[Change]) -> list[tuple[str, str, object, object]]:
    return [(c.incident, c.kind, c.old, c.new) for c in found]


def test_a_new_incident_is_begun_and_another_report_joins() -> None:
    one = incident("e1", "e1", status="planned")
    assert kinds(list(changes([], [one], {}, REPORT))) == [("e1", "begun", None, ["e1"])]
    two = incident("e1", "e1", "e2", status="happened")
    found = list(changes([one], [two], {}, REPORT))
    assert kinds(found) == [("e1", "joined", None, ["e2"]), ("e1", "status", "planned", "happened")]
    assert found[0].cause == "a2" and "The Paper" in found[0].words
    assert found[1].words == "status: planned → happened"


def test_what_stayed_has_no_entry() -> None:
    one = incident("e1", "e1")
    assert list(changes([one], [one], {}, REPORT)) == []


def test_a_revised_number_tells_its_bounds() -> None:
    one = incident("e1", "e1")
    first = replace(one, shown=(Shown("counts.killed", 7, "rule", (version(7),), 7.0, 7.0),))
    then = replace(one, shown=(Shown("counts.killed", 9, "rule", (version(9),), 7.0, 12.0),))
    (found,) = changes([first], [then], {}, REPORT)
    assert (found.kind, found.field, found.old) == ("revised", "counts.killed", 7)
    assert found.new == {"best": 9, "low": 7.0, "high": 12.0}
    assert found.words == "counts.killed: 7 → 9 (7 to 12)"


def test_a_hedge_that_is_gone_is_told() -> None:
    hedged = Incident("e1", ("e1",), (Shown("type", "ASSAULT", "rule", (version("ASSAULT", "reportedly"),)),), (), ())
    plain = incident("e1", "e1", type="ASSAULT")
    assert [(c.kind, c.field) for c in changes([hedged], [plain], {}, REPORT)] == [("hedge gone", "type")]


def test_incidents_merge_and_split_again() -> None:
    one, two, both = incident("e1", "e1"), incident("e2", "e2"), incident("e1", "e1", "e2")
    judged = Cause("j1", "judged", "ana: the same", NOW)
    assert kinds(list(changes([one, two], [both], {"e2": "e1"}, judged))) == [
        ("e1", "judged", None, None),
        ("e1", "merged", "e2", "e1"),
        ("e2", "merged", "e2", "e1"),
    ]
    assert kinds(list(changes([both], [one, two], {}, judged))) == [
        ("e1", "judged", None, None),
        ("e1", "split", ["e2"], "e2"),
        ("e2", "judged", None, None),
        ("e2", "split", None, ["e2"]),
    ]


def test_an_earlier_report_gives_the_incident_its_id() -> None:
    late, both = incident("e2", "e2"), incident("e1", "e1", "e2")
    found = list(changes([late], [both], {"e2": "e1"}, REPORT))
    assert kinds(found) == [
        ("e1", "merged", "e2", "e1"),
        ("e1", "joined", None, ["e1"]),
        ("e2", "merged", "e2", "e1"),
    ]
    assert "known as e2 before" in found[0].words


def test_passages_that_are_no_longer_told_are_left_out() -> None:
    two, one = incident("e1", "e1", "e2"), incident("e1", "e1")
    assert kinds(list(changes([two], [one], {}, REPORT))) == [("e1", "left", ["e2"], None)]
    assert kinds(list(changes([one], [], {"e1": None}, REPORT))) == [("e1", "left", "e1", None)]


def test_an_edit_marks_what_it_set() -> None:
    edited = Cause("d1", "edited", "ana: type", NOW)
    found = list(changes([incident("e1", "e1", type="ASSAULT")], [incident("e1", "e1", type="PROTEST")], {}, edited))
    assert [(c.kind, c.field) for c in found] == [("edited", None), ("edited", "type")]
