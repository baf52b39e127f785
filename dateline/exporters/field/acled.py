"""Incidents as ACLED has them: each happening once."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.exporters.field.base import FieldFormat, Given, Row, days, joined
from dateline.exporters.field.incidents import STATE, armed, best_of, days_of, first_name, modes_of
from dateline.records.event import REAL, UNDATED
from dateline.records.incident import Incident

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
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
LONGEST = 31
"""Days of a month, which is the widest time that ACLED codes."""
GEO_PRECISION = {"exact": 1, "settlement": 1, "district": 2, "region": 3, "country": 3}


def acled(one: Incident, given: Given) -> Sequence[Row] | str:
    """The row of an incident; in words why ACLED has no place for it."""
    where, start, end = one.value("where") or {}, *days_of(one, given)
    kinds = _kind(one)
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
    crowd = best_of(one.count("participants"))
    return [
        {
            "event_id_cnty": f"{where['country']}{one.id}",
            "event_date": start.isoformat(),
            "year": start.year,
            "time_precision": 1 if length == 1 else 2 if length is not None and length <= 7 else 3,
            "disorder_type": disorder,
            "event_type": kind,
            "sub_event_type": sub_kind,
            **_who(one, where["country"], kind, sub_kind),
            "iso": _iso().get(where["country"]),
            "country": given.country(where["country"]),
            "admin1": where.get("admin1"),
            "location": where.get("name"),
            "latitude": where.get("lat"),
            "longitude": where.get("lon"),
            "geo_precision": GEO_PRECISION.get(str(where.get("precision")), 3),
            "source": joined(one.outlets),
            "notes": one.value("summary"),
            "fatalities": best_of(one.count("killed")) or 0,
            "tags": f"crowd size={crowd:.0f}" if crowd else None,
        }
    ]


def _who(one: Incident, country: str, kind: str, sub_kind: str) -> Row:
    """The columns of both sides."""
    actors, recipients = one.parties("actors"), one.parties("recipients")
    if sub_kind in AGAINST_PROTESTS:  # the crowd is actor 1 there
        actors, recipients = recipients, actors
    sides = [_side(actors, country, kind), _side(recipients, country, kind if not actors else "")]
    told = [side for side in sides if side]
    targeted = sides[1] == "Civilians" or sub_kind == AGAINST_PROTESTS[1]
    return {
        "actor1": first_name(actors),
        "assoc_actor_1": joined(p.get("name") for p in actors[1:]),
        "inter1": sides[0],
        "actor2": first_name(recipients),
        "assoc_actor_2": joined(p.get("name") for p in recipients[1:]),
        "inter2": sides[1],
        "interaction": f"{told[0]} only" if len(told) == 1 else "-".join(sorted(told, key=ORDER.index)),
        "civilian_targeting": "Civilian targeting" if targeted else None,
    }


def _kind(one: Incident) -> tuple[str, str, str] | str:
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
    violence, civilians = "Political violence", not armed(one.parties("recipients"))
    if civilians and "abduct" in modes:
        return violence, "Violence against civilians", "Abduction/forced disappearance"
    if civilians and "sexual" in modes:
        return violence, "Violence against civilians", "Sexual violence"
    if remote := next((REMOTE[mode] for mode in modes if mode in REMOTE), None):
        return violence, "Explosions/Remote violence", remote
    if "crowd-control" in modes:
        killed = bool(best_of(one.count("killed")))
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
    COLUMNS,
    acled,
    (
        "versions, voices, hedges, ranges and spans have no column; fatalities is 0 where none are told, as in ACLED",
        "actors have the names of the reports, not those of ACLED's list; inter1 and inter2 come from sectors",
        "empty: region, admin2, admin3, source_scale, timestamp",
    ),
)
