from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.errors import InputError
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident, Shown, Version
from dateline.store import rows
from dateline.store.incident_values import fields, implied, normal
from tests.store.making import article, code_one

RECORD = rows.event_record(code_one(article(2)).events[0])
GAO = {"name": "Gao", "country": "MLI", "admin1": "Gao", "lat": 16.27, "lon": -0.04, "geonames_id": 1,
       "precision": "settlement"}  # fmt: skip
JNIM = {"name": "JNIM", "country": "MLI", "sectors": ["REB"], "id": "jnim"}


def version(value: object) -> Version:
    return Version(value, "e1", "a1", "a1", "The Paper", "2024-07-30", (), "told", None)


ONE = Incident(
    "e1",
    ("e1",),
    (
        Shown("type", "ASSAULT", "", ()),
        Shown("actors", JNIM, "", (version(JNIM),)),
        Shown("where", GAO, "", (version(GAO | {"lat": None, "lon": None}), version(GAO))),
    ),
    ("a1",),
    (),
)


def set_to(field: str, value: object) -> Any:
    return normal(field, value, ONE, RECORD)


def test_numbers_are_numbers_or_bounds_or_nothing() -> None:
    assert set_to("counts.killed", 12) == set_to("counts.killed", "12") == 12
    assert set_to("counts.killed", "10-14") == {"min": 10, "max": 14}
    assert set_to("counts.killed", "7+") == {"min": 7, "max": None}
    assert set_to("counts.killed", None) is None


def test_a_name_that_a_report_gives_stands_for_the_whole_of_it() -> None:
    assert set_to("where", "gao") == GAO
    assert set_to("actors", "JNIM") == JNIM


def test_another_name_stands_for_itself() -> None:
    assert set_to("where", "Kidal") == dict.fromkeys(GAO) | {"name": "Kidal"}
    assert set_to("recipients", {"name": "the army", "country": "MLI", "sectors": ["MIL"]}) == {
        "name": "the army", "country": "MLI", "sectors": ["MIL"], "id": None,
    }  # fmt: skip


def test_no_words_of_an_article_stand_behind_a_value() -> None:
    assert set_to("where", [GAO | {"text": "elsewhere", "span": [0, 9], "basis": "x"}]) == GAO
    assert set_to("when", "2024-07-28/2024-07-29") == {
        "start": "2024-07-28", "end": "2024-07-29", "precision": "vague",
    }  # fmt: skip


def test_codes_are_those_of_the_codebook_and_modes_those_of_the_type() -> None:
    assert (set_to("type", "PROTEST"), set_to("status", "planned")) == ("PROTEST", "planned")
    with pytest.raises(InputError, match="none of"):
        set_to("modes", "boycott")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("trigger", "shot", "no field 'trigger' of incidents"),
        ("type", "SCUFFLE", "none of"),
        ("type", None, "none of"),
        ("counts.killed", "many", "no number"),
        ("when", "soon", "no day|is no day|2024-07-29"),
        ("where", [GAO, GAO], "give one"),
        ("where", "  ", "takes a name"),
        ("where", 7, "takes a name"),
        ("actors", {"name": "x", "country": "Mali"}, "three capitals"),
    ],
)
def test_what_cannot_be_is_refused_with_words(field: str, value: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        set_to(field, value)


def test_the_class_goes_with_the_type_that_is_set() -> None:
    def edit(field: str, value: str) -> IncidentEdit:
        return IncidentEdit("i1", "e1", field, value, "ana", datetime(2024, 8, 1, tzinfo=UTC), "")

    made = implied([edit("type", "CONSULT")], RECORD)
    assert [(e.field, e.value) for e in made] == [("type", "CONSULT"), ("quad", "verbal_cooperation")]
    both = [edit("quad", "verbal_conflict"), edit("type", "CONSULT")]
    assert implied(both, RECORD) == both
    assert implied([edit("status", "planned")], RECORD) == [edit("status", "planned")]
    assert implied([edit("type", "CONSULT")], RECORD | {"codebook": "elsewhere@1"}) == [edit("type", "CONSULT")]


def test_each_field_is_told() -> None:
    assert {"type", "where", "when", "actors", "counts.killed"} <= set(fields())
