"""Which words of a text are what: for showing events and statements in their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.web.utf16 import Units

Json = dict[str, Any]
Found = tuple[str, str, int, Sequence[int]]
"""Role, field, index in the field, span."""


def of_events(events: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    """The marks of event lines, with spans in code points of the article."""
    for event in events:
        for role, field, index, span in _event(event):
            yield _mark(role, field, index, span, event=event["id"])


def of_statements(statements: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    """The marks of statement lines, with spans in code points of the article."""
    for one in statements:
        parts = (("speaker", "source"), ("cue", "cue"), ("content", "content"))
        for role, field in parts:
            if one[field]:
                yield _mark(role, field, 0, one[field]["span"], statement=one["id"])


def placed(marks: Iterable[Json], text: str, start: int = 0) -> list[Json]:
    """The marks that lie in `text`, which begins at `start` of the article, in its UTF-16 units, in text order."""
    units, out = Units(text), []
    for mark in marks:
        begin, end = (point - start for point in mark["span"])
        if 0 <= begin < end <= len(text):
            places = {"start": units.before(begin), "end": units.before(end)}
            out.append(places | {name: value for name, value in mark.items() if name != "span"})
    return sorted(out, key=lambda m: (m["start"], -m["end"], m["role"], m["field"], m["index"]))


def _event(event: Mapping[str, Any]) -> Iterator[Found]:
    for role, field in (("evidence", "evidence"), ("trigger", "trigger"), ("hedge", "hedge"), ("time", "when")):
        if event[field]:
            yield role, field, 0, event[field]["span"]
    for role, field in (
        ("actor", "actors"),
        ("recipient", "recipients"),
        ("place", "where"),
        ("source", "according_to"),
    ):
        for index, entry in enumerate(event[field]):
            yield role, field, index, entry["span"]
    for index, voice in enumerate(event["according_to"]):
        if voice["cue"]:
            yield "cue", "according_to", index, voice["cue"]["span"]
    for index, count in enumerate(event["counts"]):
        yield "count", f"counts.{count['what']}", index, count["span"]


def _mark(
    role: str, field: str, index: int, span: Sequence[int], *, event: str | None = None, statement: str | None = None
) -> Json:
    return {"role": role, "field": field, "index": index, "span": span, "event": event, "statement": statement}
