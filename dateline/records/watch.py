"""Questions that are kept, and what is new for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from dateline.fixed import fixed
from dateline.records.incident import Change, Incident
from dateline.records.incident_lines import answer_line, change_line
from dateline.records.query import Filter, filter_line
from dateline.records.stored_lines import moment

Kind = Literal["new", "fits now", "changed", "fits no more"]
KINDS: tuple[Kind, ...] = ("new", "fits now", "changed", "fits no more")
"""What became of an incident for a question, in the order in which it is told."""
DENIED = "denied"
"""How a version stands that a voice denies."""
WHAT = (
    *("new report", "another passage", "figure", "status", DENIED, "hedge gone", "revised", "merged", "split"),
    *("report withdrawn", "report brought back", "passage gone", "set by people", "decided by people"),
)
"""Kinds of changes in the order in which they are named."""
FIELDS = ("revised", "status", "edited")
"""Kinds of changes of a field from one value to another."""
ARROW = " → "


@fixed()
class Watch:
    """A question that is kept under a name, by whom and since when.

    `seen` is the key of the last change that was told, `told` when that was.
    """

    id: str
    name: str
    asked: Filter
    by: str
    at: datetime
    seen: int
    told: datetime


@fixed()
class News:
    """What is new of one incident for one question.

    `incident` is the incident as it is known now; of one that is there no more, as it was (at `as_of`). `before` are
    the incidents that it was then: several where they were merged since, none where it is new. `what` names the kinds
    of changes, `changes` are the entries of the history, oldest first.
    """

    watch: str
    kind: Kind
    what: tuple[str, ...]
    incident: Incident
    before: tuple[Incident, ...]
    changes: tuple[Change, ...]
    as_of: datetime | None = None

    @property
    def origins_before(self) -> int:
        """How many independent reports told of it then."""
        return len({origin for one in self.before for origin in one.origins})


def in_short(news: News) -> list[Change]:
    """What changed between then and now, without the steps between: each field once, each passage, each merge.

    Of incidents that came and went meanwhile, only the passages are told that they brought.
    """
    now, was = news.incident.id, {one.id for one in news.before}
    found: dict[str, Change] = {}
    for change in news.changes:
        own = change.incident == now or change.incident in was
        if change.kind == "begun" and (news.kind == "new" or own):
            continue
        if change.kind == "merged" and not (change.incident == now and change.old in was):
            continue
        if change.kind in ("joined", "begun"):
            found.setdefault(f"passage {change.words}", change)
        elif own and change.field not in (None, "id", "events") and change.kind in FIELDS:
            found[f"field {change.field}"] = _since(found.get(f"field {change.field}"), change)
        elif own:
            found.setdefault(f"{change.kind} {change.words}", change)
    return [change for change in found.values() if change.kind not in FIELDS or change.old != change.new]


def _since(first: Change | None, last: Change) -> Change:
    """Two changes of one field as one."""
    if first is None or ARROW not in first.words or ARROW not in last.words:
        return last
    words = first.words.partition(ARROW)[0] + ARROW + last.words.partition(ARROW)[2]
    return replace(last, old=first.old, words=words)


@fixed()
class Fresh:
    """What is new for a question since a moment: `upto` is the key of the last change that was looked at."""

    watch: Watch
    since: datetime
    upto: int
    news: Sequence[News]


def watch_line(watch: Watch) -> dict[str, Any]:
    """The JSON object of a question."""
    return {
        "record": "watch",
        "name": watch.name,
        "asked": filter_line(watch.asked),
        "by": watch.by,
        "at": moment(watch.at),
        "told": moment(watch.told),
    }


def news_line(news: News) -> dict[str, Any]:
    """The JSON object of what is new of an incident."""
    return {
        "record": "news",
        "watch": news.watch,
        "kind": news.kind,
        "what": list(news.what),
        "incident": answer_line(news.incident),
        "was": [one.id for one in news.before],
        "origins_before": news.origins_before,
        "changes": [change_line(change) for change in news.changes],
    }
