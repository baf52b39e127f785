"""Accounts, tokens of programs, and the log of what was done."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from dateline.web.models.base import Model, Password, Role, Text


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
    password: Password
    role: Role


class AccountChange(Model):
    """What is to be another: role, password, whether it is disabled."""

    role: Role | None = None
    password: Password | None = None
    disabled: bool | None = None


class Thing(Model):
    """What a line of the log is about."""

    kind: Literal["event", "article", "incident", "actor", "job", "account", "token"]
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
