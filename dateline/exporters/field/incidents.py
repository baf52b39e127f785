"""What ACLED, UCDP GED and GDELT ask of an incident: its days, reports, modes and deaths, and who is armed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.exporters.field.base import Given
from dateline.records.incident import Incident, Shown
from dateline.records.stored import StoredEvent

ARMED = ("MIL", "COP", "SPY", "REB", "PRM", "UAF", "IMG", "CRM")
STATE = ("MIL", "COP", "SPY", "GOV")


def reports_of(one: Incident) -> list[tuple[str | None, str | None]]:
    """Publisher and day of each article whose words are in it."""
    found = {v.article: (v.publisher, v.published) for shown in one.shown for v in shown.versions}
    return sorted(set(found.values()), key=lambda pair: (pair[1] or "", pair[0] or ""))


def report_order(passage: StoredEvent) -> tuple[str, str]:
    """Puts passages in the order in which `reports_of` has their reports."""
    return (passage.article.published or "", passage.article.publisher or "")


def armed(parties: Sequence[Mapping[str, Any]]) -> bool:
    """True where the first party of a side bears arms."""
    return bool(parties) and bool(set(ARMED) & set(parties[0].get("sectors") or ()))


def first_name(parties: Sequence[Mapping[str, Any]]) -> str | None:
    """The name of the first party of a side."""
    return parties[0].get("name") if parties else None


def modes_of(one: Incident) -> Sequence[str]:
    """The modes that are shown."""
    modes = one.value("modes")
    return tuple(modes) if isinstance(modes, list | tuple) else (str(modes),) if modes else ()


def days_of(one: Incident, given: Given) -> tuple[date | None, date | None]:
    """The first and the last day; without any, that of the first report where the day of publication may stand in."""
    when = one.value("when") or {}
    start, end = (date.fromisoformat(d) if d else None for d in (when.get("start"), when.get("end")))
    published = sorted(d[:10] for _, d in reports_of(one) if d) if given.by_publication and not (start or end) else []
    return (date.fromisoformat(published[0]), None) if published else (start or end, end)


def best_of(count: Shown | None) -> float:
    """The number that is shown, of a range its least; 0 where there is none."""
    return float((count.number if count is not None else 0) or 0)
