"""Incidents as ACLED and UCDP GED have them: each happening once."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from math import floor
from typing import Any

from dateline.exporters.field.base import FieldFormat, Given, Row, days, joined
from dateline.records.event import REAL, UNDATED
from dateline.records.incident import Incident, Shown
from dateline.records.stored import StoredEvent

ARMED = ("MIL", "COP", "SPY", "REB", "PRM", "UAF", "IMG", "CRM")
STATE = ("MIL", "COP", "SPY", "GOV")
KINDS = (
    *(("REB", "Rebel group"), ("IMG", "Rebel group"), ("PRM", "Political militia"), ("UAF", "Political militia")),
    *(("CRM", "Political militia"), *((sector, "State forces") for sector in STATE)),
)
"""Who stands for which kind of actor of ACLED, the armed ones first."""
ORDER = (
    *("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians"),
    "External/Other forces",
)
REMOTE = {
    "aerial": "Air/drone strike",
    "drone": "Air/drone strike",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "explosives": "Remote explosive/landmine/IED",
    "suicide-attack": "Suicide bomb",
    "unconventional": "Chemical weapon",
}
AGAINST_PROTESTS = ("Protest with intervention", "Excessive force against protesters")
NO_PROTESTS = ("strike", "hunger", "boycott")
"""Protests without a crowd in the street."""
ACLED_COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
GED_COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
LONGEST = 31
"""Days of a month, which is the widest time that ACLED codes."""
GEO_PRECISION = {"exact": 1, "settlement": 1, "district": 2, "region": 3, "country": 3}
WHERE_PREC = {"exact": 1, "settlement": 1, "district": 3, "region": 4, "country": 6}


def acled(one: Incident, given: Given) -> Sequence[Row] | str:
    """The row of an incident; in words why ACLED has no place for it."""
    where, start, end = one.value("where") or {}, *_days(one, given)
    kinds = _acled_kind(one)
    if isinstance(kinds, str):
        return kinds
    if start is None:
        return UNDATED
    if not where.get("country"):
        return "no country is told"
    length = days(start, end)
    if length is not None and length > LONGEST:
        return f"the time told is longer than {LONGEST} days, the least exact that ACLED has"
    disorder, kind, sub_kind = kinds
    actors, recipients = one.parties("actors"), one.parties("recipients")
    if sub_kind in AGAINST_PROTESTS:  # the crowd is actor 1 there
        actors, recipients = recipients, actors
    sides = [_side(actors, where["country"], kind), _side(recipients, where["country"], kind if not actors else "")]
    told = [side for side in sides if side]
    crowd = one.count("participants")
    return [
        {
            "event_id_cnty": f"{where['country']}{one.id}",
            "event_date": start.isoformat(),
            "year": start.year,
            "time_precision": 1 if length == 1 else 2 if length is not None and length <= 7 else 3,
            "disorder_type": disorder,
            "event_type": kind,
            "sub_event_type": sub_kind,
            "actor1": _name(actors),
            "assoc_actor_1": joined(p.get("name") for p in actors[1:]),
            "inter1": sides[0],
            "actor2": _name(recipients),
            "assoc_actor_2": joined(p.get("name") for p in recipients[1:]),
            "inter2": sides[1],
            "interaction": f"{told[0]} only" if len(told) == 1 else "-".join(sorted(told, key=ORDER.index)),
            "civilian_targeting": "Civilian targeting"
            if sides[1] == "Civilians" or sub_kind == AGAINST_PROTESTS[1]
            else None,
            "iso": _iso().get(where["country"]),
            "country": given.country(where["country"]),
            "admin1": where.get("admin1"),
            "location": where.get("name"),
            "latitude": where.get("lat"),
            "longitude": where.get("lon"),
            "geo_precision": GEO_PRECISION.get(str(where.get("precision")), 3),
            "source": joined(one.outlets),
            "notes": one.value("summary"),
            "fatalities": _best(one.count("killed")) or 0,
            "tags": f"crowd size={_best(crowd):.0f}" if _best(crowd) else None,
        }
    ]


def _acled_kind(one: Incident) -> tuple[str, str, str] | str:
    """Disorder type, event type and sub-event type; in words why there are none."""
    type_, modes, status = one.value("type"), modes_of(one), one.value("status")
    if status not in REAL:
        return f"the status is {status}, for which there is no column"
    if type_ == "PROTEST":
        if set(modes) & set(NO_PROTESTS):
            return "a strike, boycott or hunger strike, which ACLED does not code"
        if set(modes) & {"riot", "vandalize"}:
            return "Demonstrations", "Riots", "Violent demonstration"
        return "Demonstrations", "Protests", "Peaceful protest"
    if type_ == "COERCE" and "arrest" in modes:
        return "Strategic developments", "Strategic developments", "Arrests"
    if type_ == "RETREAT" and "ceasefire" in modes:
        return "Strategic developments", "Strategic developments", "Agreement"
    return _violence(one, modes) if type_ == "ASSAULT" else "its type has no place in ACLED"


def _violence(one: Incident, modes: Sequence[str]) -> tuple[str, str, str]:
    violence, civilians = "Political violence", not _armed(one.parties("recipients"))
    if civilians and "abduct" in modes:
        return violence, "Violence against civilians", "Abduction/forced disappearance"
    if civilians and "sexual" in modes:
        return violence, "Violence against civilians", "Sexual violence"
    if remote := next((REMOTE[mode] for mode in modes if mode in REMOTE), None):
        return violence, "Explosions/Remote violence", remote
    if "crowd-control" in modes:
        killed = bool(_best(one.count("killed")))
        return (
            "Political violence; Demonstrations" if killed else "Demonstrations",
            "Protests",
            AGAINST_PROTESTS[killed],
        )
    if "destroy" in modes:
        return "Strategic developments", "Strategic developments", "Looting/property destruction"
    return (violence, "Violence against civilians", "Attack") if civilians else (violence, "Battles", "Armed clash")


def _side(parties: Sequence[Mapping[str, Any]], country: str, kind: str) -> str | None:
    """The kind of actor of a side; a state's forces in another country are external."""
    if not parties:
        return None
    sectors = parties[0].get("sectors") or ()
    found = next((name for sector, name in KINDS if sector in sectors), None)
    if found == "State forces" and parties[0].get("country") not in (country, None):
        return "External/Other forces"
    if found is None or (kind in ("Protests", "Riots") and found == "State forces"):
        return {"Protests": "Protesters", "Riots": "Rioters"}.get(kind, found or "Civilians")
    return found


def ged(one: Incident, given: Given) -> Sequence[Row] | str:
    """The row of an incident with deaths; in words why GED has no place for it."""
    killed, (start, end) = one.count("killed"), _days(one, given)
    where = one.value("where") or {}
    reason = _no_ged(one, killed, start, where)
    if reason is not None or killed is None or start is None:
        return str(reason)
    side_a, side_b = one.parties("actors"), one.parties("recipients")
    best, kind = _best(killed), _violence_type(side_a, side_b)
    sides = _name(side_a) or "Unknown", "Civilians" if kind == 3 else _name(side_b) or "Unknown"
    lat, lon = where.get("lat"), where.get("lon")
    reports = reports_of(one)
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
            "source_article": joined(", ".join(x for x in (p, d and d[:10]) if x) for p, d in reports),
            "source_office": joined(p for p, _ in reports),
            "source_date": joined(d[:10] for _, d in reports if d),
            "source_headline": joined(p.article.title for p in sorted(given.passages(one.events), key=_report)),
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
    if not _best(killed):
        return "nobody is told to be killed (GED asks for one death)"
    if start is None:
        return UNDATED
    return None if where.get("country") else "no country is told"


def _violence_type(side_a: Sequence[Mapping[str, Any]], side_b: Sequence[Mapping[str, Any]]) -> int:
    """State-based (1), non-state (2), one-sided (3)."""
    if not _armed(side_b):
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


def reports_of(one: Incident) -> list[tuple[str | None, str | None]]:
    """Publisher and day of each article whose words are in it."""
    found = {v.article: (v.publisher, v.published) for shown in one.shown for v in shown.versions}
    return sorted(set(found.values()), key=lambda pair: (pair[1] or "", pair[0] or ""))


def _report(passage: StoredEvent) -> tuple[str, str]:
    """Puts passages in the order in which `reports_of` has their reports."""
    return (passage.article.published or "", passage.article.publisher or "")


def _armed(parties: Sequence[Mapping[str, Any]]) -> bool:
    return bool(parties) and bool(set(ARMED) & set(parties[0].get("sectors") or ()))


def _name(parties: Sequence[Mapping[str, Any]]) -> str | None:
    return parties[0].get("name") if parties else None


def modes_of(one: Incident) -> Sequence[str]:
    """The modes that are shown."""
    modes = one.value("modes")
    return tuple(modes) if isinstance(modes, list | tuple) else (str(modes),) if modes else ()


def _days(one: Incident, given: Given) -> tuple[date | None, date | None]:
    """The first and the last day; without any, that of the first report where the day of publication may stand in."""
    when = one.value("when") or {}
    start, end = (date.fromisoformat(d) if d else None for d in (when.get("start"), when.get("end")))
    published = sorted(d[:10] for _, d in reports_of(one) if d) if given.by_publication and not (start or end) else []
    return (date.fromisoformat(published[0]), None) if published else (start or end, end)


def _best(count: Shown | None) -> float:
    """The number that is shown, of a range its least; 0 where there is none."""
    return float((count.number if count is not None else 0) or 0)


@cache
def _iso() -> Mapping[str, int]:
    """Numeric codes of ISO 3166-1 by alpha-3."""
    with (files("dateline.exporters.field") / "iso_numeric.csv").open(encoding="utf-8") as table:
        return {row["iso3"]: int(row["numeric"]) for row in csv.DictReader(table)}


ACLED = FieldFormat(
    "acled",
    "ACLED: one row an incident, CSV, 31 columns",
    "incidents",
    ",",
    "",
    ACLED_COLUMNS,
    acled,
    (
        "versions, voices, hedges, ranges and spans have no column; fatalities is 0 where none are told, as in ACLED",
        "actors have the names of the reports, not those of ACLED's list; inter1 and inter2 come from sectors",
        "empty: region, admin2, admin3, source_scale, timestamp",
    ),
)
GED = FieldFormat(
    "ged",
    "UCDP GED: one row an incident with deaths, CSV, 49 columns",
    "incidents",
    ",",
    "",
    GED_COLUMNS,
    ged,
    (
        "sides have the names of the reports, not those of UCDP; ids of conflicts, dyads, sides, countries are empty",
        "deaths stand under deaths_civilians where violence is one-sided, else under deaths_unknown",
        "empty too: relid, active_year, code_status, conflict_name, where_description, adm_2, region, gwnoa, gwnob",
    ),
)
