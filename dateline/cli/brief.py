"""`dateline brief`: the incidents of a week as a text for a situation report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking
from dateline.exporters.values import plural

if TYPE_CHECKING:
    from dateline.records.dossier import Dossier
    from dateline.records.incident import Incident
    from dateline.records.query import Filter
    from dateline.store.store import Store

MOST = 200
"""Incidents of a brief, where no limit is given: more is no brief."""
AHEAD = timedelta(days=365)


class Format(StrEnum):
    """How a brief is written."""

    markdown = "markdown"
    html = "html"


ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", "": "markdown"}


def brief(
    since: asking.Since = None,
    until: asking.Until = None,
    types: asking.Types = None,
    contexts: asking.Contexts = None,
    quads: asking.Quads = None,
    statuses: asking.Statuses = None,
    countries: asking.Countries = None,
    near: asking.Around = None,
    party: asking.Party = None,
    sources: asking.Sources = None,
    confidence: asking.Confidence = None,
    text: asking.Words = None,
    min_origins: asking.Origins = None,
    as_of: asking.AsOf = None,
    changed_since: Annotated[
        str | None, typer.Option(help="Tell what changed of each incident after this day or moment.")
    ] = None,
    title: Annotated[str, typer.Option(help="Its title.")] = "Brief",
    order: Annotated[str, typer.Option(help="day, origins (most reports first) or recorded (latest change).")] = "day",
    limit: Annotated[int, typer.Option(min=1, help="Most incidents.")] = MOST,
    format: Annotated[Format | None, typer.Option(help="markdown or html.")] = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """Write the incidents of some days as a situation report: figures, what happened, every value with its source."""
    from dateline.cli.output import opened
    from dateline.exporters.brief import Brief, write
    from dateline.store import open_store

    options: dict[str, Any] = {
        "types": types, "contexts": contexts, "quads": quads, "statuses": statuses, "countries": countries,
        "near": near, "party": party, "sources": sources, "confidence": confidence, "text": text,
        "min_origins": min_origins,
    }  # fmt: skip
    wanted = asking.asked(**options, since=since, until=until, as_of=as_of)
    after = asking.instant("--changed-since", changed_since) if changed_since else None
    chosen = asking.format_of(format, out, ENDINGS, "a brief is written to .md or .html (which word processors open)")
    with open_store(db) as store:
        found = _dossiers(store, wanted, order, limit)
        undated = _undated(store, wanted, limit)
        made = Brief(
            title,
            _told(wanted, options),
            wanted.as_of or datetime.now(UTC),
            found,
            ahead=_ahead(store, wanted, limit, {d.incident.id for d in found}),
            undated=undated,
            left_out=tuple(_left_out(store, wanted, len(found), len(undated))),
            changed_since=after,
        )
    with opened(out) as stream:
        write(made, chosen, stream)


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
    told = replace(wanted, since=None, until=None, published_since=wanted.since, published_until=wanted.until)
    days = ((one.id, _dated(one)) for one in store.incidents(told, order="recorded"))
    return [store.dossier(id_, as_of=wanted.as_of) for id_, day in islice((d for d in days if not d[1]), limit)]


def _dated(incident: Incident) -> bool:
    when = incident.value("when") or {}
    return bool(when.get("start") or when.get("end"))


def _left_out(store: Store, wanted: Filter, shown: int, undated: int) -> Iterable[str]:
    whole = store.count_incidents(wanted)
    if whole > shown:
        yield f"{plural(whole - shown, 'more incident')} left out (--limit)."
    others = store.undated_incidents(wanted) - undated if wanted.since or wanted.until else 0
    if others > 0:
        yield f"{plural(others, 'incident')} without a day, told by reports of other days, left out."


def _told(wanted: Filter, options: dict[str, Any]) -> str:
    """The filter in words."""
    if wanted.since and wanted.until:
        days = f"{wanted.since} to {wanted.until}"
    elif wanted.since:
        days = f"since {wanted.since}"
    else:
        days = f"until {wanted.until}" if wanted.until else "all days"
    names = {"types": "type", "countries": "country", "quads": "class", "statuses": "status", "sources": "publisher"}
    told = [
        f"{names.get(name, name.replace('_', ' '))} {', '.join(given) if isinstance(given, list) else given}"
        for name, given in options.items()
        if given not in (None, [])
    ]
    return "; ".join((f"Incidents of {days}" if days[0].isdigit() else f"Incidents, {days}", *told))
