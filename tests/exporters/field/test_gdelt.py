from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.codebooks.codebook import Codebook
from dateline.exporters.field import FIELD_FORMATS, Given, Written, write
from dateline.exporters.field.gdelt import GDELT_COLUMNS
from dateline.records.incident import Incident
from dateline.records.stored import StoredEvent
from tests.exporters.field.making import ARMY, GAO, REBELS, incident
from tests.make import coded, full_event

GIVEN = Given({"MLI": "Mali", "USA": "USA"})
PAIR = {"actors": REBELS, "recipients": ARMY}


def rows(*incidents: Incident, given: Given = GIVEN) -> tuple[list[dict[str, str]], Written]:
    out = io.StringIO()
    done = write(incidents, FIELD_FORMATS["gdelt"], given, out)
    found = list(csv.reader(io.StringIO(out.getvalue()), delimiter="\t"))
    assert all(len(row) == 61 for row in found)
    return [dict(zip(GDELT_COLUMNS, row, strict=True)) for row in found], done


def test_columns_stand_where_gdelt_has_them() -> None:
    places = {0: "GLOBALEVENTID", 4: "FractionDate", 5: "Actor1Code", 15: "Actor2Code", 25: "IsRootEvent"}
    places |= {26: "EventCode", 34: "AvgTone", 35: "Actor1Geo_Type", 43: "Actor2Geo_Type", 51: "ActionGeo_Type"}
    places |= {53: "ActionGeo_CountryCode", 56: "ActionGeo_Lat", 59: "DATEADDED", 60: "SOURCEURL"}
    assert {n: GDELT_COLUMNS[n] for n in places} == places


def test_the_values_of_a_row() -> None:
    ((row,), done) = rows(incident(modes="explosives", **PAIR))
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (
        "20240729", "202407", "2024", "2024.5726",
    )  # fmt: skip
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor1CountryCode"]) == ("MLIREB", "REBELS", "MLI")
    assert (row["Actor2Code"], row["Actor2Type1Code"], row["Actor2Type2Code"]) == ("MLIMIL", "MIL", "")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("1833", "183", "18")
    assert (row["QuadClass"], row["GoldsteinScale"]) == ("4", "-10")
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == ("1", "2", "1")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == ("4", "Gao, Mali", "ML")
    assert (row["ActionGeo_Lat"], row["ActionGeo_Long"], row["Actor1Geo_Type"]) == ("16.27", "-0.04", "0")
    assert row["IsRootEvent"] == row["AvgTone"] == row["SOURCEURL"] == row["DATEADDED"] == ""
    assert row["GLOBALEVENTID"].isdigit() and len(row["GLOBALEVENTID"]) <= 15  # what a double holds
    assert (done.records, done.rows, done.left_out.total()) == (1, 1, 0)


def test_what_is_known_of_the_reports_comes_from_the_passages() -> None:
    at = datetime(2024, 8, 2, 12, tzinfo=UTC)
    article = replace(coded().article, url=None, published="2024-08-01")
    later = replace(article, id="b", url="https://m.example/b", published="2024-08-02")
    passages = [
        StoredEvent("e2", full_event(), later, "r1", at.replace(hour=13)),
        StoredEvent("e1", full_event(), article, "r1", at),
    ]

    def give(ids: Sequence[str]) -> Sequence[StoredEvent]:
        return passages

    ((row,), _) = rows(incident(**PAIR), given=replace(GIVEN, passages=give))
    assert (row["NumArticles"], row["DATEADDED"], row["SOURCEURL"]) == ("2", "20240802120000", "https://m.example/b")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"start": "2024-07-22", "end": "2024-07-28"}, ("", "202407", "2024", "")),
        ({"start": "2024-07-29", "end": "2024-08-04"}, ("", "", "2024", "")),
        ({"start": "2023-12-31", "end": "2024-01-01"}, ("", "", "", "")),
        ({"start": "2024-01-01", "end": "2024-01-01"}, ("20240101", "202401", "2024", "2024.0027")),
        ({"start": None, "end": "2024-01-01"}, ("", "202401", "2024", "")),
    ],
)
def test_time_is_written_as_far_as_it_is_told(when: dict[str, Any], expected: tuple[str, ...]) -> None:
    ((row,), _) = rows(incident(when=when, **PAIR))
    assert tuple(row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")) == expected


def test_several_parties_are_several_rows_and_what_is_mutual_stands_twice() -> None:
    both = [REBELS, ARMY]
    meeting = incident("CONSULT", actors=REBELS)
    shown = tuple(replace(s, together=tuple(both)) if s.field == "actors" else s for s in meeting.shown)
    found, done = rows(replace(meeting, shown=shown), incident(actors=REBELS))
    pairs = [(r["Actor1Name"], r["Actor2Name"]) for r in found]
    assert pairs == [("REBELS", "ARMY"), ("ARMY", "REBELS"), ("REBELS", "")]
    assert (done.records, done.rows) == (2, 3) and found[0]["GLOBALEVENTID"] != found[1]["GLOBALEVENTID"]


@pytest.mark.parametrize(
    ("party", "code", "country", "group", "types"),
    [
        ({"name": "UN", "country": "UNO", "sectors": []}, "IGOUNO", "", "UNO", ("IGO", "", "")),
        ({"name": "EU", "country": "EUR", "sectors": []}, "IGOEUREEC", "EUR", "EEC", ("IGO", "", "")),
        ({"name": "Aid", "country": "NGO", "sectors": ["MED"]}, "NGOHLH", "", "", ("NGO", "HLH", "")),
        ({"name": "Paper", "country": "MLI", "sectors": ["JRN", "PRM"]}, "MLIMED", "MLI", "", ("MED", "", "")),
        ({"name": "Gunmen", "sectors": ["UAF"]}, "UAF", "", "", ("UAF", "", "")),
    ],
)
def test_codes_of_parties(
    party: dict[str, Any], code: str, country: str, group: str, types: tuple[str, str, str]
) -> None:
    ((row,), _) = rows(incident(actors=party))
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1KnownGroupCode"]) == (code, country, group)
    assert tuple(row[f"Actor1Type{n}Code"] for n in (1, 2, 3)) == types


@pytest.mark.parametrize(
    ("where", "kind", "name", "country"),
    [
        (GAO | {"name": "Mali", "precision": "country"}, "1", "Mali", "ML"),
        (GAO | {"precision": "region"}, "5", "Gao, Mali", "ML"),
        (GAO | {"name": "Springfield", "admin1": "Ohio", "country": "USA"}, "3", "Springfield, Ohio, USA", "US"),
        ({"name": "Gaza City", "country": "PSE", "precision": "settlement"}, "4", "Gaza City, PSE", ""),
        (None, "0", "", ""),
    ],
)  # fmt: skip
def test_places(where: dict[str, Any] | None, kind: str, name: str, country: str) -> None:
    ((row,), _) = rows(incident(where=where, **PAIR))
    assert tuple(row[f"ActionGeo_{n}"] for n in ("Type", "FullName", "CountryCode")) == (kind, name, country)


def test_what_has_no_place_is_left_out_and_told() -> None:
    promise = incident("AGREE", status="planned", **PAIR)
    found, done = rows(
        promise, incident(status="planned", **PAIR), incident(status="negated", **PAIR), incident(when=None, **PAIR),
        incident(), incident("NOTHING", **PAIR),
    )  # fmt: skip
    assert [row["EventRootCode"] for row in found] == ["03"]
    assert dict(done.left_out) == {
        "the status is planned, for which there is no column": 1,
        "the status is negated, for which there is no column": 1,
        "no day is told": 1,
        "neither who did it nor to whom is told": 1,
        "its type has no CAMEO code": 1,
    }
    ((row,), _) = rows(incident(when=None, **PAIR), given=replace(GIVEN, by_publication=True))
    assert row["SQLDATE"] == "20240730"


def test_every_code_of_the_codebook_has_its_classes() -> None:
    for type_, entry in Codebook.load().types.items():
        for mode in ("", *entry.modes):
            ((row,), _) = rows(incident(type_, mode, **PAIR))
            assert row["QuadClass"] in "1234" and (row["GoldsteinScale"] or row["EventCode"] in ("116", "166"))
