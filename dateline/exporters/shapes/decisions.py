"""What people decided, with what stood there before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dateline.exporters.shapes.base import Shape, minute
from dateline.exporters.values import value
from dateline.records.corrected import Corrected
from dateline.records.flat import Column, row
from dateline.records.stored import StoredEvent
from dateline.records.stored_lines import moment


def _was(get: Callable[[StoredEvent], object]) -> Callable[[Corrected], object]:
    """What the event was that was decided about."""
    return lambda c: None if c.seen is None else get(c.seen)


def _said(given: object, field: str | None) -> str | None:
    """A value of a field in words; numbers with what they count."""
    if field is None:
        return None
    if field == "counts" and isinstance(given, Sequence):
        return "; ".join(f"{one['what']} {value(one)}" for one in given) or value(None)
    return value(given)


def _before(one: Corrected) -> str | None:
    """What stood there, of decisions about one event."""
    return _said(one.before, one.field if one.seen else None)


def _after(one: Corrected) -> str | None:
    return _said(one.after, one.field)


CORRECTED_COLUMNS: tuple[Column, ...] = (
    Column("decision", "text", lambda c: c.id),
    Column("at", "moment", lambda c: c.at),
    Column("by", "text", lambda c: c.by),
    Column("kind", "text", lambda c: c.kind),
    Column("verdict", "text", lambda c: c.verdict),
    Column("field", "text", lambda c: c.field),
    Column("before", "text", _before),
    Column("after", "text", _after),
    Column("reason", "text", lambda c: c.reason),
    Column("words", "text", lambda c: c.words),
    Column("sample", "text", lambda c: c.sample),
    Column("event", "text", _was(lambda s: s.event.id)),
    Column("incident", "text", lambda c: c.incident),
    Column("type", "text", _was(lambda s: s.event.type)),
    Column("trigger", "text", _was(lambda s: s.event.trigger.text)),
    Column("confidence", "number", _was(lambda s: s.event.confidence)),
    Column("sentence", "text", _was(lambda s: " ".join(s.event.evidence.text.split()))),
    Column("article", "text", _was(lambda s: s.article.id)),
    Column("publisher", "text", _was(lambda s: s.article.publisher)),
    Column("published", "text", _was(lambda s: s.article.published)),
    Column("title", "text", _was(lambda s: s.article.title)),
    Column("url", "text", _was(lambda s: s.article.url)),
    Column("run", "text", _was(lambda s: s.run)),
    Column("taken_back_by", "text", lambda c: c.withdrawn and c.withdrawn.by),
    Column("taken_back_at", "moment", lambda c: c.withdrawn and c.withdrawn.at),
)


def _decision_line(one: Corrected) -> dict[str, Any]:
    line = {name: given for name, given in row(CORRECTED_COLUMNS, one).items() if name not in ("before", "after")}
    taken_back = moment(one.withdrawn.at) if one.withdrawn else None
    times = {"at": moment(one.at), "taken_back_at": taken_back}
    return {"record": "decision", **line, **times, "before": one.before, "after": one.after}


CORRECTIONS = Shape(
    CORRECTED_COLUMNS,
    _decision_line,
    (
        ("at", lambda c: minute(c.at)),
        ("by", lambda c: c.by),
        ("decision", lambda c: c.words),
        ("field", lambda c: c.field),
        ("before", _before),
        ("after", _after),
    ),
)  # fmt: skip
"""What people decided, a row a decision and field, with what stood there before and where it was read."""
