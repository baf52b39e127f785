"""Incidents as UCDP GED has them: each happening with deaths once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import floor
from typing import Any

from dateline.exporters.field.base import FieldFormat, Given, Row, days, joined
from dateline.exporters.field.incidents import STATE, armed, best_of, days_of, first_name, report_order, reports_of
from dateline.records.event import REAL, UNDATED
from dateline.records.incident import Incident, Shown
from dateline.records.stored import StoredEvent

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
WHERE_PREC = {"exact": 1, "settlement": 1, "district": 3, "region": 4, "country": 6}


def ged(one: Incident, given: Given) -> Sequence[Row] | str:
    """The row of an incident with deaths; in words why GED has no place for it."""
    killed, (start, end) = one.count("killed"), days_of(one, given)
    where = one.value("where") or {}
    reason = _no_ged(one, killed, start, where)
    if reason is not None or killed is None or start is None:
        return str(reason)
    side_a, side_b = one.parties("actors"), one.parties("recipients")
    best, kind = best_of(killed), _violence_type(side_a, side_b)
    sides = first_name(side_a) or "Unknown", "Civilians" if kind == 3 else first_name(side_b) or "Unknown"
    lat, lon = where.get("lat"), where.get("lon")
    reports, passages = reports_of(one), sorted(given.passages(one.events), key=report_order)
    length = days(start, end)
    return [
        {
            "id": one.id,
            "year": start.year,
            "type_of_violence": kind,
            "dyad_name": " - ".join(sides),
            "side_a": sides[0],
            "side_b": sides[1],
            "number_of_sources": len(one.origins),
            "source_article": joined(_articles(passages, reports)),
            "source_office": joined(p for p, _ in reports),
            "source_date": joined(d[:10] for _, d in reports if d),
            "source_headline": joined(p.article.title for p in passages),
            "source_original": joined(v.said_by[-1] for v in killed.versions if v.said_by),
            "where_prec": WHERE_PREC.get(str(where.get("precision")), 6),
            "where_coordinates": where.get("name"),
            "adm_1": where.get("admin1"),
            "latitude": lat,
            "longitude": lon,
            "geom_wkt": None if lat is None or lon is None else f"POINT ({lon} {lat})",
            "priogrid_gid": None if lat is None or lon is None else _cell(lat, lon),
            "country": given.country(where["country"]),
            "event_clarity": 1 if length == 1 else 2,
            "date_prec": _date_prec(length),
            "date_start": start.isoformat(),
            "date_end": (end or start).isoformat(),
            "deaths_a": 0 if kind == 3 else None,
            "deaths_b": 0 if kind == 3 else None,
            "deaths_civilians": best if kind == 3 else None,
            "deaths_unknown": 0 if kind == 3 else best,
            "best": best,
            "high": killed.high if killed.high is not None else best,
            "low": killed.low if killed.low is not None else best,
        }
    ]


def _no_ged(one: Incident, killed: Shown | None, start: date | None, where: Mapping[str, Any]) -> str | None:
    if one.value("type") != "ASSAULT":
        return "its type has no place in GED"
    if one.value("status") not in REAL:
        return f"the status is {one.value('status')}, for which there is no column"
    if not best_of(killed):
        return "nobody is told to be killed (GED asks for one death)"
    if start is None:
        return UNDATED
    return None if where.get("country") else "no country is told"


def _articles(passages: Sequence[StoredEvent], reports: Sequence[tuple[str | None, str | None]]) -> Iterator[str]:
    """What each article is called and its day: without a publisher its title or file stands for it."""
    named = [(p.article.called, p.article.published) for p in passages] or reports
    return (", ".join(x for x in (name, day and day[:10]) if x) for name, day in named)


def _violence_type(side_a: Sequence[Mapping[str, Any]], side_b: Sequence[Mapping[str, Any]]) -> int:
    """State-based (1), non-state (2), one-sided (3)."""
    if not armed(side_b):
        return 3
    state = any(set(STATE) & set(p.get("sectors") or ()) for p in (*side_a[:1], *side_b[:1]))
    return 1 if state else 2


def _date_prec(length: int | None) -> int:
    if length is None or length > 31:
        return 5
    return 1 if length == 1 else 2 if length < 7 else 3 if length == 7 else 4


def _cell(lat: float, lon: float) -> int:
    """The cell of the PRIO-GRID, half a degree wide, counted from the south-west."""
    return floor((lat + 90) * 2) * 720 + floor((lon + 180) * 2) % 720 + 1


GED = FieldFormat(
    "ged",
    "UCDP GED: one row an incident with deaths, CSV, 49 columns",
    "incidents",
    ",",
    "",
    COLUMNS,
    ged,
    (
        "sides have the names of the reports, not those of UCDP; ids of conflicts, dyads, sides, countries are empty",
        "deaths stand under deaths_civilians where violence is one-sided, else under deaths_unknown",
        "empty too: relid, active_year, code_status, conflict_name, where_description, adm_2, region, gwnoa, gwnob",
    ),
)
