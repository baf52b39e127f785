"""Events, statements, articles and their parts."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from dateline.web.models.base import Model, Quad, Status

Span = tuple[int, int]


class Piece(Model):
    """Words of an article with their place (code points)."""

    text: str
    span: Span


class ArticleStub(Model):
    """What a record says of its article; lists of articles, passages and copies say how one without a title begins."""

    id: str
    url: str | None
    publisher: str | None
    title: str | None
    published: str | None
    opening: str | None = None


class Party(Piece):
    """Who takes part; `actor` is the id of the actor's page."""

    name: str | None
    country: str | None
    sectors: list[str]
    id: str | None
    basis: str
    actor: str | None = None


class Voice(Party):
    """One voice of a chain."""

    cue: Piece | None


class Place(Piece):
    """A place on the map."""

    name: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: str | None
    basis: str


class When(Piece):
    """A time."""

    start: str | None
    end: str | None
    precision: str | None
    basis: str


class Count(Piece):
    """How many of what."""

    what: str
    min: float | None
    max: float | None


class Withdrawn(Model):
    """Who took it back, when and why."""

    by: str
    at: str
    reason: str


class Review(Model):
    """What somebody said who looked at an event."""

    id: str
    verdict: Literal["accept", "fix", "reject"]
    by: str
    at: str
    reason: str
    fields: list[str]


class Event(Model):
    """An event as it is known."""

    record: Literal["event"]
    id: str
    article: ArticleStub
    codebook: str
    type: str
    modes: list[str]
    contexts: list[str]
    quad: Quad
    intensity: float
    cameo: str | None
    trigger: Piece
    actors: list[Party]
    recipients: list[Party]
    where: list[Place]
    when: When | None
    counts: list[Count]
    status: Status
    hedge: Piece | None
    according_to: list[Voice]
    evidence: Piece
    story_event: str
    confidence: float
    passage: str
    edited: list[str]
    added_by: str | None
    run: str
    recorded: str
    superseded: str | None
    rejected: bool
    incident: str | None
    reviews: list[Review]
    etag: str


class Edit(Model):
    """A field as somebody set it."""

    record: Literal["edit"] = "edit"
    id: str
    event: str
    passage: str
    field: str
    value: Any
    by: str
    at: str
    reason: str
    withdrawn: Withdrawn | None


class IncidentEdit(Model):
    """A field of an incident as somebody set it."""

    record: Literal["incident_edit"] = "incident_edit"
    id: str
    incident: str
    field: str
    value: Any
    by: str
    at: str
    reason: str
    withdrawn: Withdrawn | None


class Judgement(Model):
    """Whether two passages are one happening, as somebody said."""

    record: Literal["judgement"] = "judgement"
    id: str
    left: str
    right: str
    verdict: Literal["same", "different"]
    by: str
    at: str
    reason: str
    withdrawn: Withdrawn | None


class Mark(Model):
    """What words are, in UTF-16 units of the text beside it."""

    start: int
    end: int
    role: str
    field: str
    index: int
    event: str | None
    statement: str | None


class Cut(Model):
    """Whether the article goes on."""

    before: bool
    after: bool


class Passage(Model):
    """Words of an article around an event."""

    event: str
    passage: str
    article: ArticleStub
    text: str
    start: int
    cut: Cut
    marks: list[Mark]


class EventPage(Model):
    """All about one event."""

    event: Event
    versions: list[Event]
    edits: list[Edit]
    judgements: list[Judgement]
    passage: Passage


class Score(Model):
    """A type with its probability."""

    type: str
    probability: float


class FoundBy(Model):
    """How a value was found."""

    field: str
    text: str
    value: str
    basis: str


class Sentence(Model):
    """A sentence of an article."""

    text: str
    part: str
    span: Span


class Explanation(Model):
    """Why an event was coded as it was."""

    found: bool
    reason: str | None
    sentence: Sentence | None
    marks: list[Mark]
    scores: list[Score]
    rule: str | None
    found_by: list[FoundBy]


class Statement(Model):
    """Reported speech."""

    record: Literal["statement"]
    id: str
    article: ArticleStub
    source: Party | None
    cue: Piece | None
    content: Piece
    quoted: bool
    events: list[str]
    run: str
    recorded: str
    superseded: str | None


class ArticleWithdrawn(Model):
    """Who withdrew an article, when and why; `id` takes it back."""

    id: str
    by: str
    at: str
    reason: str


class ArticleItem(ArticleStub):
    """An article in a list."""

    language: str | None
    source: str | None
    added: str
    events: int
    statements: int
    words: int
    withdrawn: ArticleWithdrawn | None


class ArticleCopy(Model):
    """A copy of the same report."""

    article: ArticleStub
    share: float


class ArticleOrigin(Model):
    """The report that an article is a copy of."""

    id: str
    agency: str | None
    copies: list[ArticleCopy]


class ArticlePage(Model):
    """An article with all that was coded from it."""

    article: ArticleItem
    text: str
    events: list[Event]
    statements: list[Statement]
    marks: list[Mark]
    origin: ArticleOrigin | None
    revises: str | None


class PlaceFound(Model):
    """A place of the gazetteer."""

    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonames_id: int | None
    precision: str
    population: int | None = Field(default=None)
