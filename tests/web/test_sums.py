"""Incidents added up, beside what their whole records say."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, get_args

import pytest

from dateline.records.incident import Incident
from dateline.records.query import Filter
from dateline.records.sums import SumBy
from tests.web.conftest import Shared


def key_of(one: Incident, by: str) -> tuple[str, ...]:
    place = one.value("where") or {}
    day = str((one.value("when") or {}).get("start") or (one.value("when") or {}).get("end") or "")
    parts = (place.get("country") or "", place.get("admin1") or "", place.get("name") or "")
    known: dict[str, tuple[str, ...]] = {
        "country": parts[:1], "region": parts[:2], "place": parts, "type": (one.value("type"),),
        "status": (one.value("status"),), "day": (day,), "month": (day[:7],), "year": (day[:4],),
    }  # fmt: skip
    return known[by]


def killed(some: Iterable[Incident]) -> tuple[float, float, float] | None:
    told = [c for one in some if one.value("status") in ("happened", "ongoing") and (c := one.count("killed"))]
    if not told:
        return None
    best = [float(c.number) for c in told]
    low = [b if c.low is None else c.low for b, c in zip(best, told, strict=True)]
    high = [b if c.high is None else c.high for b, c in zip(best, told, strict=True)]
    return sum(best), sum(low), sum(high)


@pytest.mark.parametrize("by", [by for by in get_args(SumBy) if by != "week"])
@pytest.mark.parametrize(
    ("query", "asked"), [("", Filter()), ("quad=material_conflict", Filter(quads=("material_conflict",)))]
)
def test_as_records_say(shared: Shared, by: str, query: str, asked: Filter) -> None:
    groups: dict[tuple[str, ...], list[Incident]] = defaultdict(list)
    for one in shared.store.incidents(asked):
        groups[key_of(one, by)].append(one)
    answer = shared.client.get(f"/api/incidents/sums?by={by}&{query}").json()
    assert {tuple(row["key"]): row["incidents"] for row in answer["rows"]} == {k: len(v) for k, v in groups.items()}
    for row in answer["rows"]:
        some = groups[tuple(row["key"])]
        figure = row["figures"].get("killed")
        assert (figure and (figure["best"], figure["low"], figure["high"])) == killed(some)
        assert row["reports"] == len({origin for one in some for origin in one.origins})
        assert sum(row["quads"].values()) == len(some)
    assert answer["whole"]["incidents"] == sum(map(len, groups.values()))


def test_weeks_begin_on_monday_and_what_has_no_day_is_last(shared: Shared) -> None:
    rows = shared.client.get("/api/incidents/sums?by=week").json()["rows"]
    keys = [row["key"][0] for row in rows]
    assert [k for k in keys if k] == sorted(k for k in keys if k)
    assert "" not in keys[:-1]


def test_most_incidents_first_and_an_unknown_place_last(shared: Shared) -> None:
    rows = shared.client.get("/api/incidents/sums?by=country").json()["rows"]
    known = [row for row in rows if row["key"][0]]
    assert [row["incidents"] for row in known] == sorted((row["incidents"] for row in known), reverse=True)
    assert all(row["key"][0] for row in rows[:-1])


def test_as_a_file(shared: Shared) -> None:
    answer = shared.client.get("/api/incidents/sums?by=region&format=csv")
    assert 'filename="incidents-by-region.csv"' in answer.headers["content-disposition"]
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(answer.text)))
    told = shared.client.get("/api/incidents/sums?by=region").json()["rows"]
    assert [(row["country"], row["region"], row["incidents"]) for row in rows] == [
        (*one["key"], str(one["incidents"])) for one in told
    ]
    assert {"killed", "killed_low", "killed_high", "reports", "material_conflict"} <= set(rows[0])


def test_nothing_else_is_added_up(shared: Shared) -> None:
    answer = shared.client.get("/api/incidents/sums?by=colour")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "invalid"
