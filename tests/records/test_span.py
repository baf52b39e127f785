"""Spans and pieces write themselves as dataclasses do: the ids of events and statements are made of that."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records.span import Piece, Span


def written(record: object) -> str:
    inside = ", ".join(f"{f.name}={getattr(record, f.name)!r}" for f in fields(record))  # type: ignore[arg-type]
    return f"{type(record).__name__}({inside})"


@settings(deadline=None, max_examples=60)
@given(st.text(), st.integers(0), st.integers(0))
def test_they_write_themselves_as_dataclasses_do(text: str, start: int, end: int) -> None:
    span = Span(start, end)
    assert repr(span) == written(span) == f"Span(start={start}, end={end})"
    assert repr(Piece(text, span)) == written(Piece(text, span))
