"""Incidents, and what is drawn of incidents and events."""

from __future__ import annotations

from typing import Any, Literal

from dateline.web.models.base import Model, Quads
from dateline.web.models.records import ArticleStub, Event, IncidentEdit, Judgement, Passage


class ShownPlace(Model):
    """The place of an incident."""

    name: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class ShownParty(Model):
    """A party of an incident."""

    name: str
    country: str | None
    sectors: list[str]


class Killed(Model):
    """How many were killed: the least, the best founded, the largest number; `min` to `max` is what is shown.

    Without `max` it is known only that there were so many or more ("thousands": `min` 2,000), without `min` no more.
    """

    low: float | None
    best: float | None
    high: float | None
    min: float | None
    max: float | None


class IncidentItem(Model):
    """An incident in a list."""

    id: str
    summary: str
    type: str | None
    modes: list[str]
    quad: str | None
    status: str | None
    start: str | None
    end: str | None
    time_precision: str | None
    place: ShownPlace | None
    actors: list[ShownParty]
    recipients: list[ShownParty]
    killed: Killed | None
    origins: int
    outlets: list[str]
    articles: list[str]
    urls: list[str | None]
    """The addresses of `articles`, in their order; empty where none has one."""
    events: int
    disputed: list[str]
    edited: list[str]
    found: str | None
    """When it became known."""
    changed: str | None
    """When what is known of it last changed."""


class Version(Model):
    """One value with who says so."""

    value: Any
    event: str
    article: str
    origin: str
    publisher: str | None
    published: str | None
    said_by: list[str]
    stance: str
    hedge: str | None


class SetBy(Model):
    """Who set a value, and why."""

    edit: str
    by: str
    at: str
    reason: str


class Shown(Model):
    """A field: what is shown, by which rule or set by whom, and every version."""

    field: str
    value: Any
    rule: str
    low: float | None
    high: float | None
    set_by: SetBy | None
    together: list[Any]
    versions: list[Version]


class Copy(Model):
    """An article as a copy of its origin."""

    article: ArticleStub
    share: float
    basis: str


class Origin(Model):
    """One report and its copies."""

    id: str
    agency: str | None
    article: ArticleStub | None
    copies: list[Copy]


class Link(Model):
    """Why two passages are one happening, or not."""

    left: str
    right: str
    score: float
    reasons: list[str]
    by: str


class Change(Model):
    """One entry of an incident's history."""

    incident: str
    at: str
    kind: str
    cause: str
    words: str
    field: str | None
    old: Any
    new: Any


class IncidentPage(Model):
    """All about one incident."""

    incident: IncidentItem
    shown: list[Shown]
    events: list[Event]
    passages: list[Passage]
    origins: list[Origin]
    links: list[Link]
    judgements: list[Judgement]
    edits: list[IncidentEdit]
    changes: list[Change]
    moved: str | None


class MapPoint(Model):
    """A point, or several near one another; `others` is true where they are of more places than `label` tells."""

    lat: float
    lon: float
    count: int
    precision: Literal["exact", "settlement", "district"]
    id: str | None
    quads: Quads
    label: str | None
    others: bool
    bounds: tuple[float, float, float, float]


class MapArea(Model):
    """A region or country in which something happened, it is not known where."""

    precision: Literal["region", "country"]
    country: str | None
    admin1: str | None
    name: str | None
    lat: float
    lon: float
    count: int
    id: str | None
    quads: Quads


class MapAnswer(Model):
    """A map."""

    points: list[MapPoint]
    areas: list[MapArea]
    unplaced: int


class BarAnswer(Model):
    """How many in a time."""

    start: str
    counts: Quads
    total: int


class Timeline(Model):
    """How many over time."""

    unit: Literal["day", "week", "month", "year"]
    bars: list[BarAnswer]
    undated: int


class FacetValue(Model):
    """How many with a value."""

    value: str
    count: int


class Facet(Model):
    """The values of a field."""

    field: Literal["type", "quad", "status", "country", "region", "source"]
    values: list[FacetValue]


class Facets(Model):
    """How many with which values."""

    total: int
    facets: list[Facet]


class FigureAnswer(Model):
    """A number added up: the best numbers, the least and the greatest told; `more`: or more; `of` so many incidents."""

    best: float
    low: float
    high: float
    more: bool
    of: int


class SumAnswer(Model):
    """The incidents with one value; `key` has its parts, empty where it is not known."""

    key: list[str]
    incidents: int
    reports: int
    quads: Quads
    figures: dict[str, FigureAnswer]


class Sums(Model):
    """Incidents added up. Numbers are those of incidents that happened or go on."""

    by: Literal["country", "region", "place", "type", "status", "day", "week", "month", "year"]
    rows: list[SumAnswer]
    whole: SumAnswer
