"""What people decide: reviews, edits, judgements, their undoing, and what they come to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dateline.web.models.base import Id, Json, Model, Reason, Text
from dateline.web.models.records import Event, Passage, Withdrawn

Kind = Literal["review", "edit", "judgement", "split", "join", "actor", "addition", "withdrawal"]
Code = Annotated[Text, Field(min_length=1, max_length=60)]
Where = Annotated[tuple[int, int], Field(description="The first character and the one behind the last.")]


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


class NotApplied(Model):
    """A decision of a file that was not made here, by its id, and why."""

    id: str
    reason: str


class AppliedAnswer(Model):
    """What came of the decisions of a file: how many were made, how many hold here already, and which were not made."""

    made: int
    known: int
    refused: list[NotApplied]


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


class CountedWords(Model):
    """What is counted, its words, and the number where they do not say it."""

    what: Code
    span: Where
    value: Annotated[Text, Field(min_length=1, max_length=40)] | None = None


class AdditionRequest(Model):
    """An event that the program missed: what was done, and for all else the place of its words in the article."""

    trigger: Where
    type: Code
    modes: list[Code] = Field(default=[], max_length=20)
    contexts: list[Code] = Field(default=[], max_length=40)
    status: Code = "happened"
    actors: list[Where] = Field(default=[], max_length=40)
    recipients: list[Where] = Field(default=[], max_length=40)
    places: list[Where] = Field(default=[], max_length=40)
    time: Where | None = None
    counts: list[CountedWords] = Field(default=[], max_length=10)
    hedge: Where | None = None
    sources: list[Where] = Field(default=[], max_length=40)
    reason: Reason = ""


class WithdrawRequest(Model):
    """Why an article is not to count."""

    reason: Annotated[Reason, Field(min_length=1)]


class UndoRequest(Model):
    """What is to be undone; without an id one's own latest decision."""

    id: Id | None = None
    reason: Reason = ""


class DecisionAnswer(Model):
    """What a decision came to."""

    id: str
    kind: Kind
    words: str
    event: Event | None
    incidents: list[str]


class DecisionItem(Model):
    """A decision in a list."""

    id: str
    kind: Kind
    by: str
    at: str
    words: str
    reason: str
    events: list[str]
    article: str | None
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
