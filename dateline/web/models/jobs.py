"""Reports that are added, and how far that is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dateline.web.models.base import Model, Text


class TextRequest(Model):
    """A report as text."""

    text: Annotated[str, Field(min_length=1)]
    title: Annotated[Text, Field(max_length=1000)] | None = None
    published: Annotated[Text, Field(max_length=40)] | None = None
    publisher: Annotated[Text, Field(max_length=200)] | None = None
    url: Annotated[Text, Field(max_length=2000)] | None = None


class JobArticle(Model):
    """An article that a job added, or found there."""

    id: str
    title: str | None
    opening: str | None = None
    published: str | None
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
    here: list[JobArticle]
    """The first of those that the store had already."""
    added: int
    known: int
    events: int
    statements: int
    skipped: list[Skipped]
    notes: list[str]
    error: str | None
    started: str | None
    finished: str | None
