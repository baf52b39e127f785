from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from dateline.exporters.field import FIELD_FORMATS, Given, Written, write
from dateline.fixed import replace
from dateline.records.incident import Incident
from dateline.records.stored import StoredEvent
from tests.exporters.field.making import ARMY, CROWD, REBELS, incident
from tests.make import coded, full_event


def rows(name: str, *incidents: Incident, given: Given | None = None) -> tuple[list[dict[str, str]], Written]:
    out = io.StringIO()
    done = write(incidents, FIELD_FORMATS[name], given or Given({"MLI": "Mali"}), out)
    return list(csv.DictReader(io.StringIO(out.getvalue()))), done


@pytest.mark.parametrize(
    ("one", "event_type", "sub_type", "interaction"),
    [
        (incident(actors=REBELS, recipients=ARMY), "Battles", "Armed clash", "State forces-Rebel group"),
        (incident(actors=REBELS, recipients=CROWD), "Violence against civilians", "Attack", "Rebel group-Civilians"),
        (incident(actors=REBELS), "Violence against civilians", "Attack", "Rebel group only"),
        (incident(modes="abduct", actors=REBELS, recipients=CROWD), "Violence against civilians", None, None),
        (
            incident(modes="drone", recipients=ARMY),
            "Explosions/Remote violence",
            "Air/drone strike",
            "State forces only",
        ),
        (incident("PROTEST", actors=CROWD), "Protests", "Peaceful protest", "Protesters only"),
        (incident("PROTEST", "riot", actors=CROWD), "Riots", "Violent demonstration", "Rioters only"),
        (incident("COERCE", "arrest", actors=ARMY), "Strategic developments", "Arrests", "State forces only"),
        (
            incident(modes="crowd-control", actors=ARMY, recipients=CROWD),
            "Protests",
            "Protest with intervention",
            "State forces-Protesters",
        ),
    ],
)
def test_acled_types_and_sides(one: Incident, event_type: str, sub_type: str | None, interaction: str | None) -> None:
    ((row,), _) = rows("acled", one)
    assert row["event_type"] == event_type
    assert sub_type in (None, row["sub_event_type"]) and interaction in (None, row["interaction"])


def test_acled_values() -> None:
    one = incident(actors=REBELS, recipients=ARMY, counts_killed={"min": 7, "max": None}, counts_participants=300)
    ((row,), done) = rows("acled", one)
    assert (row["event_id_cnty"], row["event_date"], row["year"]) == ("MLIe1", "2024-07-29", "2024")
    assert (row["iso"], row["country"], row["geo_precision"], row["time_precision"]) == ("466", "Mali", "1", "1")
    assert (row["fatalities"], row["tags"], row["source"]) == ("7", "crowd size=300", "Paper; =Other")
    assert done.left_out.total() == 0


def test_a_foreign_force_is_external() -> None:
    ((row,), _) = rows("acled", incident(actors=ARMY | {"country": "FRA"}, recipients=REBELS))
    assert (row["inter1"], row["interaction"]) == ("External/Other forces", "Rebel group-External/Other forces")


@pytest.mark.parametrize("name", ["acled", "ged"])
def test_what_has_no_place_is_left_out_and_told(name: str) -> None:
    killed = {"counts_killed": 7}
    left = (
        incident("CONSULT", **killed),
        incident(status="planned", **killed),
        incident(when=None, **killed),
        incident(where=None, **killed),
    )
    found, done = rows(name, *left)
    assert found == [] and len(done.left_out) == 4 and "no day is told" in done.left_out
    ((row,), _) = rows(name, left[2], given=Given({}, by_publication=True))
    assert "2024-07-30" in row.values()


def test_ged_values() -> None:
    one_sided = incident(actors=REBELS, recipients=CROWD, counts_killed={"min": 7, "max": None})
    fight = incident(actors=REBELS, recipients=ARMY, counts_killed=7, when={"start": "2024-07-22", "end": "2024-07-28"})
    (first, second), done = rows("ged", one_sided, fight, incident(actors=REBELS))
    assert (first["type_of_violence"], first["side_b"], first["deaths_civilians"]) == ("3", "Civilians", "7")
    assert first["dyad_name"] == f"{first['side_a']} - Civilians"
    assert second["dyad_name"] == f"{second['side_a']} - {second['side_b']}"
    assert (first["best"], first["low"], first["high"]) == ("7", "5", "9")
    assert (first["number_of_sources"], first["source_original"]) == ("2", "Ministry")
    assert (first["geom_wkt"], first["priogrid_gid"]) == ("POINT (-0.04 16.27)", "153000")
    assert (second["type_of_violence"], second["deaths_unknown"], second["date_prec"]) == ("1", "7", "3")
    assert dict(done.left_out) == {"nobody is told to be killed (GED asks for one death)": 1}


def test_ged_has_the_headlines_in_the_order_of_the_reports() -> None:
    told = [("Later report", "2024-08-01"), ("Post attacked", "2024-07-30"), ("Post attacked", "2024-07-31")]

    def give(ids: Sequence[str]) -> list[StoredEvent]:
        assert list(ids) == ["e1"]
        of = [replace(coded().article, title=title, published=day) for title, day in told]
        return [StoredEvent("e1", full_event(), article, "r1", datetime(2024, 8, 2, tzinfo=UTC)) for article in of]

    ((row,), _) = rows("ged", incident(actors=REBELS, counts_killed=7), given=Given({}, passages=give))
    assert row["source_headline"] == "Post attacked; Later report"
    nameless = [
        StoredEvent("e1", full_event(), replace(s.article, publisher=None), s.run, s.recorded) for s in give(["e1"])
    ]
    ((row,), _) = rows("ged", incident(actors=REBELS, counts_killed=7), given=Given({}, passages=lambda ids: nameless))
    assert row["source_article"] == "Post attacked, 2024-07-30; Post attacked, 2024-07-31; Later report, 2024-08-01"
    ((row,), _) = rows("ged", incident(actors=REBELS, counts_killed=7))
    assert row["source_headline"] == ""


def test_a_year_has_no_place_in_acled_and_one_in_ged() -> None:
    year, month = (
        incident(actors=REBELS, recipients=ARMY, counts_killed=7, when={"start": "2024-01-01", "end": end})
        for end in ("2024-12-31", "2024-01-31")
    )
    ((row,), done) = rows("acled", year, month)
    assert (row["event_date"], row["time_precision"]) == ("2024-01-01", "3")
    assert dict(done.left_out) == {"the time told is longer than 31 days, the least exact that ACLED has": 1}
    (first, second), _ = rows("ged", year, month)
    assert (first["date_prec"], first["event_clarity"], second["date_prec"]) == ("5", "2", "4")
