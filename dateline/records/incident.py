"""What happened in the world, as far as the events of many articles tell: copies, links, incidents, their history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dateline.fixed import fixed


@fixed()
class Copy:
    """An article as a copy of its origin; `share` (0 to 1) of its words stand there, `basis` says how it was found."""

    article: str
    share: float
    basis: str


@fixed()
class Origin:
    """One report and its copies: it counts once, however many outlets print it.

    `id` is the id of its earliest article; `agency` is who wrote it, where a credit line says so.
    """

    id: str
    copies: tuple[Copy, ...]
    agency: str | None = None


@fixed()
class Link:
    """Why two events are held to be one happening (score 0.5 and up) or not.

    `left` and `right` are passages (see `records.stored`), left before right; `reasons` are in words, for people; `by`
    names the rule or model with its version.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    by: str


@fixed()
class Version:
    """One value of one field with who says so.

    `value` has the form of the field in the event line, without the words. `event` is the passage, `origin` the origin
    of its article, `said_by` the voices, outermost first (empty: the article itself), `stance` is told, claimed,
    alleged or denied, `published` the ISO date of the article.
    """

    value: Any
    event: str
    article: str
    origin: str
    publisher: str | None
    published: str | None
    said_by: tuple[str, ...]
    stance: str
    hedge: str | None


@fixed()
class SetBy:
    """Who set the value that is shown, when (UTC) and why; `edit` is the id of the edit."""

    edit: str
    by: str
    at: datetime
    reason: str


def number_of(value: Any) -> Any:
    """The number that stands for a value: of a range its least, or its most where no least is told."""
    if not isinstance(value, Mapping):
        return value
    return value.get("max") if value.get("min") is None else value.get("min")


@fixed()
class Shown:
    """A field of an incident: the value that is shown, the rule that picked it, and every version beside it.

    `field` is a field of the event line, or "counts.killed" and so on; `low` and `high` bound numbers. Where a person
    set the value for the incident, `set_by` says who; the versions are still those of the reports. `together` are all
    parties of a side where one passage names several, the one that is shown among them, in the order of its words, and
    all contexts that are told as often as the one that is shown.
    """

    field: str
    value: Any
    rule: str
    versions: tuple[Version, ...]
    low: float | None = None
    high: float | None = None
    set_by: SetBy | None = None
    together: tuple[Any, ...] = ()

    @property
    def parties(self) -> tuple[Any, ...]:
        """All that are shown of a side, or of contexts: several, the one, or none."""
        return self.together or (() if self.value is None else (self.value,))

    @property
    def number(self) -> Any:
        """The number that is shown."""
        return number_of(self.value)


@fixed()
class Incident:
    """One happening: the passages that tell of it and what they add up to.

    `id` is stable: it is that of its first passage and lives on when events join; `origins` are the independent
    reports, `outlets` the publishers. `urls` are the addresses of `articles`, in their order, None where one has none,
    and none at all where none has; a store looks them up for whoever reads incidents.
    """

    id: str
    events: tuple[str, ...]
    shown: tuple[Shown, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    urls: tuple[str | None, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles whose words are in it, each once."""
        return tuple(dict.fromkeys(v.article for shown in self.shown for v in shown.versions))

    def told(self, field: str) -> Shown | None:
        """What is shown of a field; None where nothing is told of it."""
        return next((shown for shown in self.shown if shown.field == field), None)

    def value(self, field: str) -> Any:
        """The value that is shown of a field; None where nothing is told of it."""
        shown = self.told(field)
        return shown.value if shown is not None else None

    def parties(self, field: str) -> tuple[Any, ...]:
        """The parties that are shown of a side, "actors" or "recipients"."""
        shown = self.told(field)
        return shown.parties if shown is not None else ()

    def count(self, what: str) -> Shown | None:
        """What is shown of a number ("killed"); None where none is told."""
        shown = self.told(f"counts.{what}")
        return shown if shown is not None and shown.value is not None else None


@fixed()
class Change:
    """One entry in the history of an incident.

    `kind` is begun, joined, left, revised, hedge gone, status, merged, split, edited, judged, withdrawn, restored;
    `field`, `old` and `new` say what changed; `cause` is the id of the article or of the decision behind it, `words`
    tells it to people.
    """

    incident: str
    at: datetime
    kind: str
    cause: str
    words: str
    field: str | None = None
    old: Any = None
    new: Any = None
