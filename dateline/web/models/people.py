"""Actors, relations, reviews, decisions, accounts, jobs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from dateline.web.models.base import Model, Role, Text, all_storable
from dateline.web.models.records import Event, Passage, Withdrawn

Json = Annotated[Any, AfterValidator(all_storable)]
Id = Annotated[Text, Field(min_length=1, max_length=200)]
Reason = Annotated[Text, Field(max_length=2000)]


class Codes(Model):
    """A code with what it means."""

    name: str
    meaning: str


class Mode(Codes):
    """How an act is done."""

    score: float


class EventType(Model):
    """A type of event."""

    name: str
    label: str
    quad: str
    score: float
    meaning: str
    recipient_required: bool
    modes: list[Mode]


class QuadClass(Model):
    """A quad class."""

    name: str
    label: str


class CountryCode(Model):
    """A country, or what stands for one."""

    code: str
    name: str


class CodebookAnswer(Model):
    """All codes there are."""

    id: str
    title: str
    types: list[EventType]
    quads: list[QuadClass]
    contexts: list[Codes]
    sectors: list[Codes]
    statuses: list[str]
    countries: list[CountryCode]
    counts: list[str]
    precisions: list[str]
    fields: list[str]


class UserAnswer(Model):
    """Who is logged in."""

    name: str
    role: Role


class SessionAnswer(Model):
    """Whether somebody is logged in, and the token that writing needs."""

    user: UserAnswer | None
    open: bool
    csrf: str


class LoginRequest(Model):
    """Name and password."""

    name: Annotated[Text, Field(min_length=1, max_length=64)]
    password: Annotated[Text, Field(min_length=1, max_length=1000)]


class PasswordRequest(Model):
    """The password so far, and the one to be."""

    old: Annotated[Text, Field(min_length=1, max_length=1000)]
    new: Annotated[Text, Field(min_length=1, max_length=1000)]


class ServerStatus(Model):
    """What this server serves."""

    version: str
    store: str
    articles: int
    events: int
    incidents: int
    statements: int
    first_day: str | None
    last_day: str | None
    samples: bool
    waiting: int


class ActorItem(Model):
    """An actor in a list."""

    id: str
    name: str | None
    country: str | None
    sectors: list[str]
    key: str | None
    as_actor: int
    as_recipient: int
    as_voice: int


class NameCount(Model):
    """Words and how often they stand for the actor."""

    text: str
    count: int


class RoleCount(Model):
    """How often in a role in a month."""

    month: str
    role: Literal["actor", "recipient", "voice"]
    count: int


class QuadCount(Model):
    """How often with which quad class."""

    quad: str
    as_actor: int
    as_recipient: int


class Counterpart(Model):
    """Another actor and what there is between the two."""

    actor: ActorItem
    cooperation: int
    conflict: int


class Listed(Model):
    """What the actor list says."""

    key: str
    name: str
    entries: list[dict[str, str]]


class ActorDecision(Model):
    """What was decided about an actor."""

    id: str
    kind: Literal["merge", "rename"]
    actor: str
    into: str | None
    name: str | None
    by: str
    at: str
    reason: str
    withdrawn: Withdrawn | None


class ActorPage(Model):
    """All about one actor."""

    actor: ActorItem
    forms: list[ActorItem]
    names: list[NameCount]
    roles: list[RoleCount]
    quads: list[QuadCount]
    partners: list[Counterpart]
    opponents: list[Counterpart]
    listed: Listed | None
    decisions: list[ActorDecision]


class MergeRequest(Model):
    """The actor that this one is the same as."""

    into: Id
    reason: Reason = ""


class RenameRequest(Model):
    """The name to go by."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    reason: Reason = ""


class ListRequest(Model):
    """An entry for the actor list; days are ISO dates or left out."""

    key: Annotated[Text, Field(max_length=100)] | None = None
    name: Annotated[Text, Field(min_length=1, max_length=200)]
    country: Annotated[Text, Field(min_length=3, max_length=3)]
    sectors: list[Annotated[Text, Field(min_length=3, max_length=3)]] = Field(min_length=1, max_length=5)
    aliases: list[Annotated[Text, Field(min_length=1, max_length=200)]] = Field(default=[], max_length=50)
    since: Annotated[Text, Field(max_length=10)] | None = None
    until: Annotated[Text, Field(max_length=10)] | None = None
    note: Annotated[Text, Field(max_length=500)] = ""


class ListAnswer(Model):
    """Under which key the actor stands in which file now."""

    key: str
    file: str


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
    """What parties did to one another over time."""

    a: list[str]
    b: list[str]
    unit: Literal["week", "month", "quarter", "year"]
    direction: Literal["both", "out", "in"]
    points: list[SeriesPoint]
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


class ReviewItem(Model):
    """An event to look at, and why it comes now."""

    event: Event
    passage: Passage
    priority: float
    why: list[str]


class FieldEdit(Model):
    """A field and its value, as in the record."""

    field: Annotated[Text, Field(min_length=1, max_length=40)]
    value: Json


class ReviewRequest(Model):
    """What somebody says who looked at an event."""

    verdict: Literal["accept", "fix", "reject"]
    etag: Annotated[Text, Field(min_length=1, max_length=40)]
    edits: list[FieldEdit] = Field(default=[], max_length=40)
    reason: Reason = ""
    sample: Annotated[Text, Field(min_length=1, max_length=60)] | None = None


class EditRequest(Model):
    """A field of an event as it is to be."""

    field: Annotated[Text, Field(min_length=1, max_length=40)]
    value: Json
    etag: Annotated[Text, Field(min_length=1, max_length=40)]
    reason: Reason = ""


class IncidentEditRequest(Model):
    """A field of an incident as it is to be shown."""

    field: Annotated[Text, Field(min_length=1, max_length=40)]
    value: Json
    reason: Reason = ""


class JudgementRequest(Model):
    """Whether two events (by their ids) are one happening."""

    verdict: Literal["same", "different"]
    left: Id
    right: Id
    reason: Reason = ""


class SplitRequest(Model):
    """The events that are another happening."""

    events: list[Id] = Field(min_length=1, max_length=500)
    reason: Reason = ""


class JoinRequest(Model):
    """The incidents that are one."""

    incidents: list[Id] = Field(min_length=2, max_length=50)
    reason: Reason = ""


class UndoRequest(Model):
    """What is to be undone; without an id one's own latest decision."""

    id: Id | None = None
    reason: Reason = ""


class DecisionAnswer(Model):
    """What a decision came to."""

    id: str
    kind: Literal["review", "edit", "judgement", "split", "join", "actor"]
    words: str
    event: Event | None
    incidents: list[str]


class DecisionItem(Model):
    """A decision in a list."""

    id: str
    kind: Literal["review", "edit", "judgement", "split", "join", "actor"]
    by: str
    at: str
    words: str
    reason: str
    events: list[str]
    undone: Withdrawn | None


class Reviewer(Model):
    """How many somebody reviewed."""

    name: str
    accept: int
    fix: int
    reject: int


class AgreementAnswer(Model):
    """How far people agree."""

    pairs: int
    share: float | None
    kappa: float | None


class Progress(Model):
    """How far reviewing has come."""

    reviewed: int
    remaining: int
    today: int
    reviewers: list[Reviewer]
    agreement: AgreementAnswer


class FieldShare(Model):
    """In how many events a field is right."""

    field: str
    n: int
    right: int
    share: float | None
    low: float | None
    high: float | None


class PrecisionRow(Model):
    """How many events of a type are right."""

    type: str
    n: int
    right: int
    share: float | None
    low: float | None
    high: float | None


class PrecisionTable(Model):
    """How good the events are, as far as people looked."""

    rows: list[PrecisionRow]
    total: PrecisionRow
    fields: list[FieldShare]


class TextRequest(Model):
    """A report as text."""

    text: Annotated[str, Field(min_length=1)]
    title: Annotated[Text, Field(max_length=1000)] | None = None
    published: Annotated[Text, Field(max_length=40)] | None = None
    publisher: Annotated[Text, Field(max_length=200)] | None = None
    url: Annotated[Text, Field(max_length=2000)] | None = None


class JobArticle(Model):
    """An article that a job added."""

    id: str
    title: str | None
    events: int
    statements: int


class Skipped(Model):
    """What could not be read or coded, and why."""

    source: str
    reason: str


class Job(Model):
    """Reports on their way into the store."""

    id: str
    state: Literal["waiting", "coding", "merging", "done", "failed", "stopped"]
    what: str
    done: int
    total: int | None
    articles: list[JobArticle]
    added: int
    known: int
    events: int
    statements: int
    skipped: list[Skipped]
    notes: list[str]
    error: str | None
    started: str | None
    finished: str | None


class TokenRequest(Model):
    """What a token is to be known by."""

    name: Annotated[Text, Field(min_length=1, max_length=100)]


class TokenAnswer(Model):
    """A token; its secret is told once, when it is made."""

    id: str
    user: str
    name: str
    created: str
    used: str | None
    secret: str | None = None


class Tokens(Model):
    """Tokens, and whether this person can make some: only an account has tokens."""

    items: list[TokenAnswer]
    may_make: bool


class AccountAnswer(Model):
    """An account; `seen` is when somebody last used it in a browser and is still logged in, to five minutes."""

    name: str
    role: Role
    created: str
    disabled: bool
    seen: str | None
    tokens: int


class AccountList(Model):
    """All accounts, and whether this server asks for them at all."""

    items: list[AccountAnswer]
    open: bool


class NewAccount(Model):
    """Name, first password and role."""

    name: Annotated[Text, Field(min_length=1, max_length=64)]
    password: Annotated[Text, Field(min_length=1, max_length=1000)]
    role: Role


class AccountChange(Model):
    """What is to be another: role, password, whether it is disabled."""

    role: Role | None = None
    password: Annotated[Text, Field(min_length=1, max_length=1000)] | None = None
    disabled: bool | None = None


class Thing(Model):
    """What a line of the log is about."""

    kind: Literal["event", "incident", "actor", "job", "account", "token"]
    id: str


class AuditNames(Model):
    """Who stands in the log, and what was done."""

    people: list[str]
    actions: list[str]


class AuditItem(Model):
    """One line of the log."""

    id: int
    at: str
    by: str
    action: str
    object: str
    about: list[Thing]
    words: str
    detail: Any
    address: str | None
