"""Incidents added up by place, time or type: the tables of a situation report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dateline.records.flat import Column

SumBy = Literal["country", "region", "place", "type", "status", "day", "week", "month", "year"]
PLACES: Mapping[str, tuple[str, ...]] = {
    "country": ("country",), "region": ("country", "region"), "place": ("country", "region", "place"),
}  # fmt: skip
"""The parts of a key where incidents are added up by place; else the key is the value of `by` alone."""
FIGURES = ("killed", "injured", "abducted", "arrested", "displaced")


@dataclass(slots=True)
class Figure:
    """A number added up over incidents: the best numbers, the least and the greatest that reports tell.

    `more` says that of some of them it is known only that there were so many or more; `of` incidents tell a number.
    """

    best: float = 0
    low: float = 0
    high: float = 0
    more: bool = False
    of: int = 0


@dataclass(slots=True)
class Sum:
    """The incidents with one value: how many, of which class, how many independent reports tell of them, figures."""

    key: tuple[str, ...]
    incidents: int = 0
    reports: int = 0
    quads: dict[str, int] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)


def columns(by: SumBy, quads: Collection[str]) -> tuple[Column, ...]:
    """The columns of a table of sums: the parts of the key, how many, by class, figures with their bounds."""
    names = PLACES.get(by, (by,))
    return (
        *(Column(name, "text", _part(n)) for n, name in enumerate(names)),
        Column("incidents", "whole", lambda s: s.incidents),
        Column("reports", "whole", lambda s: s.reports),
        *(Column(quad, "whole", _quad(quad)) for quad in quads),
        *(
            Column(name, "number", _figure(what, bound))
            for what in FIGURES
            for name, bound in ((what, "best"), (f"{what}_low", "low"), (f"{what}_high", "high"))
        ),
    )


def _part(n: int) -> Any:
    return lambda one: one.key[n] or None


def _quad(quad: str) -> Any:
    return lambda one: one.quads.get(quad, 0)


def _figure(what: str, bound: str) -> Any:
    return lambda one: getattr(one.figures[what], bound) if what in one.figures else None
