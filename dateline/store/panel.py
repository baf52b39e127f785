"""Incidents between pairs of parties by time: counts, tone and deaths, each happening once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import permutations, product
from typing import Any

from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.records.dyad import Dyad
from dateline.records.event import MUTUAL, REAL, UNDATED
from dateline.records.incident import Incident

LONGEST = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
"""The times that incidents can be put together by, with the most days that each has."""
UNITS = tuple(LONGEST)
Side = tuple[str, str | None]
Pair = tuple[Side, Side]


@dataclass(slots=True)
class Panel:
    """What is known of each pair in each time, and how many incidents are not in it, by why."""

    book: Codebook
    unit: str
    sectors: bool
    by_publication: bool = False
    cells: dict[tuple[date, Pair], _Cell] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def dyads(self, *, complete: bool = False) -> Iterator[Dyad]:
        """The dyads by time and codes; `complete` has a row of zeros for each pair in each time that had nothing."""
        keys = set(self.cells)
        if complete and keys:
            times = list(_times(min(keys)[0], max(start for start, _ in keys), self.unit))
            keys = set(product(times, {pair for _, pair in keys}))
        for start, pair in sorted(keys, key=lambda key: (key[0], *((c, s or "") for c, s in key[1]))):
            yield self._dyad(start, pair, self.cells.get((start, pair), _EMPTY))

    def _dyad(self, start: date, pair: Pair, cell: _Cell) -> Dyad:
        (actor, actor_sector), (recipient, recipient_sector) = pair
        number = sum(cell.quads.values())
        return Dyad(
            _name(start, self.unit), start, actor, actor_sector, recipient, recipient_sector, number,
            tuple((quad, cell.quads[quad]) for quad in self.book.quads),
            round(cell.intensity / cell.scored, 3) if cell.scored else None, cell.killed, cell.reports,
        )  # fmt: skip


@dataclass(slots=True)
class _Cell:
    quads: Counter[str] = field(default_factory=Counter)
    intensity: float = 0.0
    scored: int = 0
    killed: int = 0
    reports: int = 0


_EMPTY = _Cell()


def panel(
    incidents: Iterable[Incident],
    book: Codebook,
    *,
    unit: str = "month",
    sectors: bool = False,
    all_states: bool = False,
    by_publication: bool = False,
) -> Panel:
    """The panel of incidents that happened or were promised (with `all_states`, of all).

    What one party does to several counts with each of them; a mutual act counts both ways. `by_publication` takes the
    day of the first report where none is told. InputError for a `unit` that is none.
    """
    if unit not in UNITS:
        raise InputError(f"dyads are put together by {', '.join(UNITS)}, not by {unit}")
    out = Panel(book, unit, sectors, by_publication)
    for incident in incidents:
        reason = _add(out, incident, all_states=all_states)
        if reason is not None:
            out.left_out[reason] += 1
    return out


def _add(out: Panel, incident: Incident, *, all_states: bool) -> str | None:
    """Take an incident in; why it has no place, if so."""
    type_, status = str(incident.value("type")), incident.value("status")
    if not (all_states or status in REAL or (status == "planned" and type_ in out.book.promises)):
        return f"the status is {status}"
    day = _day(incident, by_publication=out.by_publication)
    if not day:
        return UNDATED
    if _is_wide(incident, LONGEST[out.unit]):  # "in 2012" would be an incident of its January
        return f"the time told is longer than a {out.unit}"
    pairs = _pairs(incident, type_, sectors=out.sectors)
    if not pairs:
        return "no pair of countries is told"
    for pair in pairs:
        cell = out.cells.setdefault((_start(date.fromisoformat(day), out.unit), pair), _Cell())
        cell.quads[str(incident.value("quad"))] += 1
        if type_ in out.book.types:  # one of a codebook of somebody's own has no score here
            cell.intensity += out.book.intensity(type_, incident.value("modes") or ())
            cell.scored += 1
        cell.killed += _killed(incident)
        cell.reports += len(incident.origins)
    return None


def _day(incident: Incident, *, by_publication: bool) -> str | None:
    """The first day that an incident may have begun on, or of its first report."""
    when = incident.value("when") or {}
    day = when.get("start") or when.get("end")
    if day or not by_publication:
        return str(day) if day else None
    return min((v.published[:10] for s in incident.shown for v in s.versions if v.published), default=None)


def _is_wide(incident: Incident, most: int) -> bool:
    """True where the days of an incident are more than `most`; how many those of an open time are is not known."""
    when = incident.value("when") or {}
    if not (when.get("start") and when.get("end")):
        return False
    return (date.fromisoformat(when["end"]) - date.fromisoformat(when["start"])).days >= most


def _pairs(incident: Incident, type_: str, *, sectors: bool) -> set[Pair]:
    """The pairs of who acts on whom, countries known; what is mutual both ways."""
    actors, recipients = (_sides(incident, role, sectors=sectors) for role in ("actors", "recipients"))
    pairs = set(product(actors, recipients))
    if type_ in MUTUAL:
        pairs |= {(two, one) for one, two in pairs} | set(permutations(actors, 2))
    return pairs


def _sides(incident: Incident, role: str, *, sectors: bool) -> list[Side]:
    known = [party for party in incident.parties(role) if party.get("country")]
    return list(dict.fromkeys((str(p["country"]), _sector(p) if sectors else None) for p in known))


def _sector(party: Mapping[str, Any]) -> str:
    return str(party["sectors"][0]) if party.get("sectors") else ""


def _killed(incident: Incident) -> int:
    """The best number of dead: of a range its least."""
    shown = incident.count("killed")
    return int((shown.number if shown is not None else 0) or 0)


def _start(day: date, unit: str) -> date:
    """The first day of the time that a day is in; weeks begin on Monday."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    month = {"day": day.month, "month": day.month, "quarter": day.month - (day.month - 1) % 3, "year": 1}[unit]
    return day if unit == "day" else date(day.year, month, 1)


def _times(first: date, last: date, unit: str) -> Iterator[date]:
    """The first days of all times between two of them, both included."""
    while first <= last:
        yield first
        first = _start(first + timedelta(days=LONGEST[unit]), unit)


def _name(start: date, unit: str) -> str:
    year, week, _ = start.isocalendar()
    return {
        "day": start.isoformat(),
        "week": f"{year}-W{week:02}",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year}",
    }[unit]
