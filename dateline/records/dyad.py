"""Who did how much to whom in a time: the panel that studies of conflict and cooperation start from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.fixed import fixed
from dateline.records.flat import Column


@fixed()
class Dyad:
    """The incidents between an actor and a recipient in one time.

    `period` names the time ("2026-03", "2026-W11"), `start` is its first day; sectors are None where only countries are
    told apart. `incidents` is a number, `by_quad` the same by quad class; `intensity` is the mean score (-10 to 10),
    None without incidents; `killed` adds up the best numbers, `reports` the independent reports.
    """

    period: str
    start: date
    actor_country: str
    actor_sector: str | None
    recipient_country: str
    recipient_sector: str | None
    incidents: int
    by_quad: tuple[tuple[str, int], ...]
    intensity: float | None
    killed: int
    reports: int


def columns(quads: Sequence[str]) -> tuple[Column, ...]:
    """The columns of dyads as a flat table, a column for each quad class."""
    return (
        Column("period", "text", lambda d: d.period),
        Column("start", "day", lambda d: d.start),
        *(Column(name, "text", _field(name)) for name in ("actor_country", "actor_sector")),
        *(Column(name, "text", _field(name)) for name in ("recipient_country", "recipient_sector")),
        Column("incidents", "whole", lambda d: d.incidents),
        *(Column(quad, "whole", _quad(quad)) for quad in quads),
        Column("intensity", "number", lambda d: d.intensity),
        Column("killed", "whole", lambda d: d.killed),
        Column("reports", "whole", lambda d: d.reports),
    )


def _field(name: str) -> Any:
    return lambda dyad: getattr(dyad, name)


def _quad(quad: str) -> Any:
    return lambda dyad: dict(dyad.by_quad)[quad]
