"""Actors: lists, pages, and what is asked of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dateline.web.models.base import Id, Model, Reason, Text
from dateline.web.models.records import Withdrawn


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
