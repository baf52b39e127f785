"""What there is between parties: over time, as a network, as a matrix."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dateline.web.models.base import Model
from dateline.web.models.records import Event


class Balance(Model):
    """How many, and the sum of their scores."""

    count: int
    intensity: float


class SeriesPoint(Model):
    """What there was in a time."""

    start: str
    cooperation: Balance
    conflict: Balance


class TurningPoint(Model):
    """When the tone between parties changed: the mean score before and after."""

    start: str
    before: float
    after: float
    kind: Literal["towards conflict", "towards cooperation"]
    events: list[Event]


class Series(Model):
    """What parties did to one another over time; `unknown` are those that no event has, where nothing was found."""

    a: list[str]
    b: list[str]
    unit: Literal["week", "month", "quarter", "year"]
    direction: Literal["both", "out", "in"]
    points: list[SeriesPoint]
    undated: int
    unknown: list[str]
    turning: list[TurningPoint]


class Node(Model):
    """A party of a network."""

    id: str
    label: str
    country: str
    sector: str | None
    events: int


class Edge(Model):
    """Who acts on whom how often."""

    from_: str = Field(alias="from")
    to: str
    events: int
    cooperation: int
    conflict: int


class Months(Model):
    """The first and the last month with events."""

    first: str | None
    last: str | None


class Network(Model):
    """Who acts on whom."""

    nodes: list[Node]
    edges: list[Edge]
    months: Months


class MatrixParty(Model):
    """A row and column of a matrix."""

    id: str
    label: str


class Matrix(Model):
    """Who acts on whom, as a table."""

    parties: list[MatrixParty]
    cells: list[Edge]
