"""Who is logged in, what the server holds, all codes there are."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dateline.web.models.base import Model, Password, Role, Text


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
    world: list[str]
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
    password: Password


class PasswordRequest(Model):
    """The password so far, and the one to be."""

    old: Password
    new: Password


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
