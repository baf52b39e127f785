"""What a brief is made of, read from a store: the incidents of some days, what is ahead, what has no day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from dateline.exporters.brief import Brief
from dateline.exporters.values import plural
from dateline.records.dossier import Dossier
from dateline.records.incident import Incident
from dateline.records.query import Box, Filter, Near
from dateline.resolve.countries import by_iso3, names_by_code
from dateline.store import Store

AHEAD = timedelta(days=365)
NAMES = {
    "types": "type", "modes": "mode", "contexts": "context", "countries": "country",
    "regions": "region", "quads": "class", "statuses": "status", "sources": "publisher", "articles": "article",
    "box": "map section", "recorded_since": "new or changed since",
}  # fmt: skip
"""What filters are called; the others by their own names."""
DAYS = ("since", "until", "as_of")


def collect(
    store: Store,
    wanted: Filter,
    *,
    title: str,
    limit: int,
    order: str = "day",
    changed_since: datetime | None = None,
    limited: str = "",
) -> Brief:
    """The brief of what a filter finds; `limited` says how to have what is left out."""
    found = _dossiers(store, wanted, order, limit)
    undated = _undated(store, wanted, limit)
    return Brief(
        title,
        told(wanted),
        wanted.as_of or datetime.now(UTC),
        found,
        ahead=_ahead(store, wanted, limit, {d.incident.id for d in found}),
        undated=undated,
        left_out=tuple(_left_out(store, wanted, len(found), len(undated), limited)),
        changed_since=changed_since,
        countries=names_by_code(),
    )


def told(wanted: Filter) -> str:
    """The filter in words."""
    if wanted.since and wanted.until:
        days = f"{wanted.since} to {wanted.until}"
    elif wanted.since:
        days = f"since {wanted.since}"
    else:
        days = f"until {wanted.until}" if wanted.until else "all days"
    return "; ".join((f"Incidents of {days}" if days[0].isdigit() else f"Incidents, {days}", *_others(wanted)))


def _others(wanted: Filter) -> Iterator[str]:
    empty = Filter()
    for name in Filter.__dataclass_fields__:
        value = getattr(wanted, name)
        if value == getattr(empty, name) or name in DAYS:
            continue
        called = NAMES.get(name, name.replace("_", " "))
        if name == "countries":
            value = [by_iso3()[code].name if code in by_iso3() else code for code in value]
        yield called if value is True else f"not {called}" if value is False else f"{called} {_words(value)}"


def _words(value: object) -> str:
    if isinstance(value, Near):
        return f"{value.lat:g},{value.lon:g},{value.km:g}"
    if isinstance(value, Box):
        return ",".join(f"{edge:g}" for edge in (value.west, value.south, value.east, value.north))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    if isinstance(value, date | str):
        return str(value)
    return ", ".join(map(str, value)) if isinstance(value, Sequence) else str(value)


def _dossiers(store: Store, wanted: Filter, order: str, limit: int) -> list[Dossier]:
    return [store.dossier(one.id, as_of=wanted.as_of) for one in store.incidents(wanted, order=order, limit=limit)]


def _ahead(store: Store, wanted: Filter, limit: int, known: set[str]) -> list[Dossier]:
    """What reports of the days asked for plan for later days."""
    if wanted.until is None or wanted.statuses:
        return []
    later = replace(
        wanted, statuses=("planned",), since=wanted.until + timedelta(days=1), until=wanted.until + AHEAD,
        published_since=wanted.since, published_until=wanted.until,
    )  # fmt: skip
    return [d for d in _dossiers(store, later, "day", limit)[::-1] if d.incident.id not in known]


def _undated(store: Store, wanted: Filter, limit: int) -> list[Dossier]:
    """What reports of the days asked for tell without a day."""
    if wanted.since is None and wanted.until is None:
        return []
    told_then = replace(wanted, since=None, until=None, published_since=wanted.since, published_until=wanted.until)
    days = ((one.id, _dated(one)) for one in store.incidents(told_then, order="recorded"))
    return [store.dossier(id_, as_of=wanted.as_of) for id_, day in islice((d for d in days if not d[1]), limit)]


def _dated(incident: Incident) -> bool:
    when = incident.value("when") or {}
    return bool(when.get("start") or when.get("end"))


def _left_out(store: Store, wanted: Filter, shown: int, undated: int, limited: str) -> Iterable[str]:
    whole = store.count_incidents(wanted)
    if whole > shown:
        yield f"{plural(whole - shown, 'more incident')} left out{f' ({limited})' if limited else ''}."
    others = store.undated_incidents(wanted) - undated if wanted.since or wanted.until else 0
    if others > 0:
        yield f"{plural(others, 'incident')} without a day, told by reports of other days, left out."
