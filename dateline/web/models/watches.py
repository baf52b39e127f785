"""Questions that are kept, and what is new for them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from dateline.web.models.base import Model, Reason, Text
from dateline.web.models.incidents import Change, IncidentItem


class Watch(Model):
    """A question that is kept under a name; `query` are the filters, `words` the same for people."""

    id: str
    name: str
    query: dict[str, Any]
    words: str
    by: str
    at: str
    told: str


class News(Model):
    """What is new of one incident; `changes` are in short, without the steps between; `gone`: it is there no more."""

    kind: Literal["new", "fits now", "changed", "fits no more"]
    what: list[str]
    incident: IncidentItem
    gone: bool
    origins_before: int
    changes: list[Change]


class NewsAnswer(Model):
    """What is new for a question since a moment; `upto` marks how far one has read, `total` how much it is."""

    watch: Watch
    since: str
    upto: int
    total: int
    items: list[News]


class Number(Model):
    """How many have a value."""

    value: str
    count: int


class NewsPart(Model):
    """What is new since a moment, `all` of it, by what became of incidents and by kinds of changes; what was chosen."""

    since: str
    all: int
    total: int
    kinds: list[Number]
    whats: list[Number]
    items: list[News]


class WatchRequest(Model):
    """The name under which the question of the parameters is kept."""

    name: Annotated[Text, Field(min_length=1, max_length=100)]


class SeenRequest(Model):
    """Up to where one has read, as `NewsAnswer` says, and how much it was."""

    upto: Annotated[int, Field(ge=0, le=2**62)]
    total: Annotated[int, Field(ge=0, le=2**31 - 1)]


class WhyRequest(Model):
    """Why."""

    reason: Reason = ""
