from __future__ import annotations

from datetime import UTC, datetime

from dateline.merge.incident import incident, moved
from dateline.merge.pick import stated
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident
from dateline.records.incident_lines import incident as read
from dateline.records.incident_lines import incident_line
from tests.merge.raid import made, together
from tests.merge.reports import Tell, passages, report


def test_founded_by_its_first_passage_and_counted_by_origin_and_outlet() -> None:
    one = made()
    assert one.id == "ea00" and one.events == ("ea00", "eb00", "eb01", "ec00", "ed00")
    assert one.origins == ("a", "b", "c")
    assert one.outlets == ("The Paper", "Another Paper", "A Third")


def test_the_class_is_that_of_the_type_shown() -> None:
    told = [
        Tell(f"Rebels protested in Gao, report {n}.", "protested", type=kind, quad=quad)
        for n, (kind, quad) in enumerate(
            [("ACCUSE", "verbal_conflict"), ("REJECT", "verbal_conflict"), *[("PROTEST", "material_conflict")] * 2]
        )
    ]
    told.append(Tell("Rebels threatened Gao.", "threatened", type="THREATEN", quad="verbal_conflict"))
    reports = [report(f"r{n}", "2024-08-01", tell) for n, tell in enumerate(told)]
    by = {s.field: s for s in incident(passages(*reports), {}).shown}
    assert (by["type"].value, by["quad"].value) == ("PROTEST", "material_conflict")
    assert len(by["quad"].versions) == 5 and "type" in by["quad"].rule


def test_modes_are_those_of_the_type_shown() -> None:
    def modes(*kinds: tuple[str, tuple[str, ...]]) -> dict[str, object]:
        tells = [Tell(f"Rebels acted, report {n}.", "acted", type=t, modes=m) for n, (t, m) in enumerate(kinds)]
        reports = [report(f"r{n}", "2024-08-01", tell) for n, tell in enumerate(tells)]
        return {s.field: s.value for s in incident(passages(*reports), {}).shown}

    both = modes(("ASSAULT", ()), ("ASSAULT", ("bombing",)), ("COERCE", ("arrest",)))
    assert (both["type"], both["modes"]) == ("ASSAULT", "bombing")
    assert "modes" not in modes(("ASSAULT", ()), ("ASSAULT", ()), ("COERCE", ("arrest",)))


def test_ids_that_are_no_more_lead_on() -> None:
    now = [Incident("e1", ("e1", "e2", "e3"), (), (), ()), Incident("e4", ("e4",), (), (), ())]
    before = {"e1": ("e1",), "e2": ("e2", "e4"), "e9": ("e9",)}
    assert moved(before, now) == {"e2": "e1", "e9": None}


def test_what_a_person_sets_stands_alone_and_lines_keep_all() -> None:
    actors = together(("a", ("Mali", "Niger")))
    edit = IncidentEdit("i1", "e", "actors", {"name": "Togo"}, "ana", datetime(2024, 8, 1, tzinfo=UTC), "read it")
    assert stated("actors", actors.versions, edit).parties == ({"name": "Togo"},)
    one = Incident("e", ("e",), (actors,), ("a",), ())
    assert read(incident_line(one)) == one
