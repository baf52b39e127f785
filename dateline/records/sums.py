"""Incidents added up by place, time or type: the tables of a situation report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dateline.records.flat import Column
from dateline.records.incident import number_of

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

    def add(self, value: Any, low: float | None, high: float | None) -> None:
        """Another number, with the least and the greatest told; a range counts by its least."""
        best = float(number_of(value) or 0)
        self.best += best
        self.low += best if low is None else low
        self.high += best if high is None else high
        self.more = self.more or (isinstance(value, Mapping) and value.get("max") is None) or value is None
        self.of += 1


@dataclass(slots=True)
class Sum:
    """The incidents with one value: how many, of which class, how many independent reports tell of them, figures."""

    key: tuple[str, ...]
    incidents: int = 0
    origins: set[str] = field(default_factory=set)
    quads: dict[str, int] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)

    def add(
        self,
        quad: str | None,
        origins: Collection[str],
        real: bool,
        numbers: Mapping[str, tuple[Any, float | None, float | None]],
    ) -> None:
        """Another incident; its numbers are added up where it is `real`."""
        self.incidents += 1
        self.origins.update(origins)
        if quad:
            self.quads[quad] = self.quads.get(quad, 0) + 1
        for what, told in numbers.items() if real else ():
            self.figures.setdefault(what, Figure()).add(*told)


def columns(by: SumBy, quads: Collection[str]) -> tuple[Column, ...]:
    """The columns of a table of sums: the parts of the key, how many, by class, figures with their bounds."""
    names = PLACES.get(by, (by,))
    return (
        *(Column(name, "text", _part(n)) for n, name in enumerate(names)),
        Column("incidents", "whole", lambda s: s.incidents),
        Column("reports", "whole", lambda s: len(s.origins)),
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
