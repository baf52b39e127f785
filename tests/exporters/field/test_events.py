from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.cli.export import Name
from dateline.exporters.field import FIELD_FORMATS, Given, Written, write
from dateline.records.event import Event
from dateline.records.stored import StoredEvent
from tests.make import actor, coded, event, full_event, when

AT = datetime(2024, 8, 2, 12, tzinfo=UTC)
ARTICLE = replace(coded().article, id="a_1", publisher="=Paper\tA", published="2024-08-02T10:00:00Z")
GIVEN = Given({"MLI": "Mali"})


def stored(one: Event) -> StoredEvent:
    return StoredEvent(one.id, one, ARTICLE, "r1", AT)


def rows(name: str, *events: Event, given: Given = GIVEN) -> tuple[list[dict[str, str]], Written]:
    out = io.StringIO()
    done = write(map(stored, events), FIELD_FORMATS[name], given, out)
    lines = out.getvalue().splitlines()
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    return list(csv.DictReader(lines, delimiter="\t")), done


def test_the_command_line_knows_all_and_columns_are_as_many_as_they_have_to_be() -> None:
    assert [n.value for n in Name] == list(FIELD_FORMATS)
    assert {name: len(form.columns) for name, form in FIELD_FORMATS.items()} == {
        "polecat": 40,
        "icews": 20,
        "gdelt": 61,
        "acled": 31,
        "ged": 49,
    }
    assert all(len(set(form.columns)) == len(form.columns) for form in FIELD_FORMATS.values())


def test_polecat_has_the_values_and_none_where_there_is_nothing() -> None:
    (row,), done = rows("polecat", full_event())
    assert row["Event ID"].startswith("a-1_ASSAULT_")
    assert (row["Event Date"], row["Quad Code"]) == ("2024-07-29", "MATERIAL CONFLICT")
    assert (row["Actor Country"], row["Primary Actor Sector"], row["Actor COW"]) == ("MLI", "REB", "None")
    assert (row["City"], row["Latitude"], row["Source"]) == ("Gao", "16.27", "'=Paper A")
    assert (done.records, done.rows, done.left_out.total()) == (1, 1, 0)


def test_what_a_format_without_status_cannot_say_is_left_out_and_told() -> None:
    planned = replace(full_event(), status="planned")
    promise = replace(full_event(), status="planned", type="AGREE", modes=())
    nobody = replace(full_event(), actors=())
    undated = replace(full_event(), when=None)
    found, done = rows("polecat", planned, promise, nobody, undated, replace(full_event(), status="negated"))
    assert [row["Event Type"] for row in found] == ["AGREE"]
    assert dict(done.left_out) == {
        "the status is planned, for which there is no column": 1,
        "nobody is named as actor (POLECAT asks for one)": 1,
        "no day is told": 1,
        "the status is negated, for which there is no column": 1,
    }
    (row,), _ = rows("polecat", undated, given=replace(GIVEN, by_publication=True))
    assert row["Event Date"] == "2024-08-02"


def test_icews_has_dyads_and_what_is_mutual_twice() -> None:
    (row,), _ = rows("icews", full_event())
    assert (row["Source Country"], row["Target Sectors"], row["CAMEO Code"]) == ("Mali", "MIL", full_event().cameo)
    assert row["Sentence Number"] == "NA"
    two = (actor("Rebels", "MLI", "REB"), actor("army post", "MLI", "MIL"))
    meeting = replace(full_event(), type="CONSULT", actors=two, recipients=())
    found, done = rows("icews", meeting, event("killing"))
    assert [(r["Source Name"], r["Target Name"]) for r in found] == [("Rebels", "army post"), ("army post", "Rebels")]
    assert (done.records, done.rows, done.left_out.total()) == (1, 2, 1)


def test_a_day_is_not_made_of_a_year() -> None:
    """The first of January would have the acts of the whole year."""
    year = replace(full_event(), when=when("Monday", date(2023, 1, 1), date(2023, 12, 31)))
    weekend = replace(full_event(), when=when("Monday", date(2024, 7, 27), date(2024, 7, 28)))
    for name in ("polecat", "icews"):
        (row,), done = rows(name, year, weekend, given=replace(GIVEN, by_publication=True))
        assert row["Event Date"] == "2024-07-27"
        assert dict(done.left_out) == {"the time told is longer than 7 days, and there is one column for the day": 1}
