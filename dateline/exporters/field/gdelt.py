"""Incidents as GDELT 2.0 Events has them: one row for each pair of who does it to whom, without a header."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import permutations, product
from typing import Any

from dateline.codebooks.codebook import Codebook
from dateline.exporters.field.base import FieldFormat, Given, Row, promises
from dateline.exporters.field.incidents import modes_of, reports_of
from dateline.records.event import MUTUAL, REAL, UNDATED
from dateline.records.incident import Incident
from dateline.records.stored import StoredEvent

_PARTY = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in _PARTY),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{role}Geo_{name}" for role in ("Actor1", "Actor2", "Action") for name in _PLACE),
    *("DATEADDED", "SOURCEURL"),
)
TYPES = {
    **{code: code for code in ("AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JUD", "LAB", "LEG", "MIL")},
    **{code: code for code in ("OPP", "REB", "REF", "SPY", "UAF")},
    "JRN": "MED",
    "MED": "HLH",
}
"""Sectors of PLOVER and the role codes of CAMEO, where MED is the media."""
ORGANISATIONS = {
    "UNO": ("IGOUNO", None, "UNO", "IGO"),
    "EUR": ("IGOEUREEC", "EUR", "EEC", "IGO"),
    **{code: (code, None, None, code) for code in ("IGO", "NGO", "MNC", "IMG")},
}
"""Code, country, known group and role of parties that belong to no country."""
MOST_TYPES = 3
COUNTRY, WORLD_CITY, WORLD_STATE = 1, 4, 5
"""Kinds of places outside the United States."""
PLACE_TYPES = {"country": COUNTRY, "region": WORLD_STATE, "district": WORLD_STATE}
IN_THE_US = {COUNTRY: COUNTRY, WORLD_STATE: 2, WORLD_CITY: 3}
NO_PLACE = 0
MOST_NUMBERS = 10**15
LAST_ROOTS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""The last root code of each quad class."""


def gdelt(one: Incident, given: Given) -> Sequence[Row] | str:
    """The rows of an incident; in words why GDELT has no place for it."""
    type_, status = str(one.value("type")), one.value("status")
    if status not in REAL and not (status == "planned" and type_ in promises()):
        return f"the status is {status}, for which there is no column"
    cameo = _book().cameo(type_, modes_of(one))
    if cameo is None:
        return "its type has no CAMEO code"
    when = _when(one, given)
    if not when:
        return UNDATED
    pairs = _pairs(type_, one.parties("actors"), one.parties("recipients"))
    if not pairs:
        return "neither who did it nor to whom is told"
    common = when | _act(cameo) | _told(one, given) | _place(one.value("where") or {}, given)
    return [
        {"GLOBALEVENTID": _number(one.id, n)} | common | _party(1, first) | _party(2, second)
        for n, (first, second) in enumerate(pairs)
    ]


def _pairs(
    type_: str, actors: Sequence[Mapping[str, Any]], recipients: Sequence[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    if not recipients and type_ in MUTUAL and len(actors) > 1:
        return list(permutations(actors, 2))
    if not actors and not recipients:
        return []
    return list(product(actors or (None,), recipients or (None,)))


def _number(incident: str, pair: int) -> int:
    """A number for a row, always the same: GDELT's ids are numbers, of no more digits than R and spreadsheets keep."""
    return int(hashlib.sha256(f"{incident} {pair}".encode()).hexdigest(), 16) % MOST_NUMBERS


def _when(one: Incident, given: Given) -> Row:
    """The columns of time as far as they are told: the day only where it is one; empty where nothing is told."""
    when = one.value("when") or {}
    start, end = (date.fromisoformat(day) if day else None for day in (when.get("start"), when.get("end")))
    if start is None and end is None and given.by_publication:
        days = sorted(published[:10] for _, published in reports_of(one) if published)
        start = end = date.fromisoformat(days[0]) if days else None
    first, last = start or end, end or start
    if first is None or last is None:
        return {}
    is_day, is_year = start == end, first.year == last.year
    return {
        "SQLDATE": f"{first:%Y%m%d}" if is_day else None,
        "MonthYear": f"{first:%Y%m}" if is_year and first.month == last.month else None,
        "Year": first.year if is_year else None,
        "FractionDate": f"{first.year + ((first.month - 1) * 30 + first.day) / 365:.4f}" if is_day else None,
    }


def _act(cameo: str) -> Row:
    root = int(cameo[:2])
    return {
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": next(quad for last, quad in LAST_ROOTS if root <= last),
        "GoldsteinScale": float(score) if (score := _table("goldstein.csv").get(cameo)) else None,
    }


def _told(one: Incident, given: Given) -> Row:
    """How often it is told, when it came into the store, and the address of the first report that has one."""
    passages = sorted(given.passages(one.events), key=_first)
    articles = {p.article.id for p in passages} or {v.article for shown in one.shown for v in shown.versions}
    return {
        "NumMentions": len(one.events),
        "NumSources": len(one.origins),
        "NumArticles": len(articles),
        "DATEADDED": f"{min(p.recorded for p in passages):%Y%m%d%H%M%S}" if passages else None,
        "SOURCEURL": next((p.article.url for p in passages if p.article.url), None),
    }


def _first(passage: StoredEvent) -> tuple[str, str]:
    return passage.article.published or "9999", passage.article.id


def _place(where: Mapping[str, Any], given: Given) -> Row:
    """The columns of the places: of the act where it is told, of those who take part never."""
    nowhere: Row = {f"Actor{n}Geo_Type": NO_PLACE for n in (1, 2)}
    country = where.get("country")
    if not country:
        return nowhere | {"ActionGeo_Type": NO_PLACE}
    kind = PLACE_TYPES.get(str(where.get("precision")), WORLD_CITY)
    named = (where.get("name"), where.get("admin1") if kind != COUNTRY else None, given.country(country))
    return nowhere | {
        "ActionGeo_Type": IN_THE_US[kind] if country == "USA" else kind,
        "ActionGeo_FullName": ", ".join(dict.fromkeys(str(name) for name in named if name)),
        "ActionGeo_CountryCode": _table("fips.csv").get(country),
        "ActionGeo_Lat": where.get("lat"),
        "ActionGeo_Long": where.get("lon"),
    }


def _party(number: int, party: Mapping[str, Any] | None) -> Row:
    if party is None:
        return {}
    country, sectors = party.get("country"), party.get("sectors") or ()
    roles = list(dict.fromkeys(TYPES[sector] for sector in sectors if sector in TYPES))
    code, of, group, role = ORGANISATIONS.get(country or "", (country, country, None, None))
    types = [*([role] if role else ()), *roles][:MOST_TYPES]
    return {
        f"Actor{number}Code": "".join((code or "", *roles[:MOST_TYPES])),
        f"Actor{number}Name": str(party.get("name") or "").upper(),
        f"Actor{number}CountryCode": of,
        f"Actor{number}KnownGroupCode": group,
        **{f"Actor{number}Type{n}Code": type_ for n, type_ in enumerate(types, 1)},
    }


@cache
def _book() -> Codebook:
    return Codebook.load()


@cache
def _table(name: str) -> Mapping[str, str]:
    """A table of two columns beside this file."""
    with (files("dateline.exporters.field") / name).open(encoding="utf-8") as table:
        return dict(_rows(csv.reader(table)))


def _rows(lines: Iterator[list[str]]) -> Iterator[tuple[str, str]]:
    next(lines)
    yield from ((one, two) for one, two in lines)


GDELT = FieldFormat(
    "gdelt",
    "GDELT 2.0 Events: one row a pair of who does it to whom, tab-separated without a header, 61 columns",
    "incidents",
    "\t",
    "",
    GDELT_COLUMNS,
    gdelt,
    (
        "status, versions, voices, hedges, numbers, spans and confidence have no column",
        "SQLDATE and FractionDate are empty where no single day is told, MonthYear and Year where no month or year is",
        "EventCode comes from type and first mode by a crosswalk, QuadClass and GoldsteinScale from it as in GDELT; "
        "GoldsteinScale is empty for 116 and 166, whose values are told in several ways",
        "NumSources is the number of independent reports (a report and its copies are one), NumArticles of articles, "
        "NumMentions of passages; DATEADDED is when the first passage was written as the store has it now",
        "actors have the names of the reports; countries are ISO codes, which CAMEO's mostly are; sectors without a "
        "role in CAMEO (parties, militias of the state, clergy, civil society and others) are left out",
        "ActionGeo_CountryCode is FIPS 10-4, empty for Palestine, which has two codes there; 0 is no place",
        "empty: Ethnic and Religion codes, IsRootEvent, AvgTone, places of actors, ADM1 and ADM2 codes, FeatureID",
    ),
    has_header=False,
)
