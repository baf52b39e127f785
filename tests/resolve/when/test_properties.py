"""What holds for every text: spans prove themselves, intervals are sound, reading ends and is linear."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records.span import Span
from dateline.resolve.when import resolve_words, tag_times
from dateline.resolve.when.periods import SIZES

_SAMPLE = (
    "last next this past the a an in on of at since until two three 5 12 31 2013 1990s '80s May March June Sept. "
    "Monday Fri. week weeks months year years day days ago earlier later before after early late mid - to and "
    "or from between every daily twice 6:30 p.m. GMT midnight noon weekend summer fall quarter first second half "
    "century now soon recently Easter Ramadan 9/11 3/22/2013 2013-03-22 22.03.2013 31/31/2013 2013-99-99 "
    "9999-12-31 99999999999999999999 decades decade hundred thousand said will met one . , ( )"
)
_WORDS = [*_SAMPLE.split(), "\n"]
_DAYS = st.none() | st.dates()
_NEWS = st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200) | _NEWS, _DAYS)
def test_spans_are_proofs_in_order_without_overlap(text: str, published: date | None) -> None:
    found = tag_times(text, published=published)
    done = 0
    for when in found:
        assert when.piece.text == when.piece.span.of(text)
        assert done <= when.piece.span.start < when.piece.span.end
        done = when.piece.span.end


@settings(max_examples=400, deadline=None)
@given(_NEWS, _DAYS)
def test_intervals_run_forward_and_fit_their_precision(text: str, published: date | None) -> None:
    for when in tag_times(text, published=published):
        assert when.timex_type in {"DATE", "TIME", "DURATION", "SET"}
        if when.start is None or when.end is None:
            assert when.precision in {"range", "vague", None}
            continue
        assert when.start <= when.end
        assert when.precision is not None and when.precision != "vague"
        if when.precision in SIZES:
            assert (when.end - when.start).days < SIZES[when.precision]


@settings(max_examples=200, deadline=None)
@given(_NEWS)
def test_nothing_relative_is_placed_without_a_day_of_writing(text: str) -> None:
    for when in tag_times(text, published=None):
        if when.start is not None or when.end is not None:
            assert when.basis in {"explicit", "another time expression"}


@settings(max_examples=200, deadline=None)
@given(_NEWS, _DAYS)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert tag_times(text, published=published) == tag_times(text, published=published)


@settings(max_examples=200, deadline=None)
@given(_NEWS, _DAYS, st.integers(0, 80), st.integers(1, 40))
def test_any_span_can_be_resolved(text: str, published: date | None, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    when = resolve_words(text, span, published=published)
    assert when.piece.span == span and when.piece.text == span.of(text)
    assert when.start is None or when.end is None or when.start <= when.end


@pytest.mark.parametrize(
    "piece", ["1", " ", "last ", "a ", "1 ", "in the ", "two hundred and ", "May ", "- ", "\n", "1,", "'", "x", "9/11 "]
)
def test_long_weird_lines_take_linear_time(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    started = time.process_time()
    tag_times(text, published=date(2014, 7, 30))
    assert time.process_time() - started < 10
