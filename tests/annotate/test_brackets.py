"""Mentions that a bracket cuts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.brackets import unbroken, whole_mentions
from dateline.records.span import Span


def _spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(part), text.index(part) + len(part)) for part in words]


@pytest.mark.parametrize(
    ("text", "parts", "wholes"),
    [
        (
            "The People's Army (PA) fighters fled.",
            ("People's Army", ") fighters"),
            ["People's Army (PA) fighters", "People's Army (PA) fighters"],
        ),
        (
            "The People's Army (PA) fighters fled.",
            ("People's Army", "PA", "fighters"),
            ["People's Army (PA) fighters"] * 3,
        ),
        (
            "Chad and states of the LFA [Lake Front Alliance] Union met.",
            ("Chad", "states of the LFA [", "Lake Front Alliance", "Union"),
            ["Chad", *["states of the LFA [Lake Front Alliance] Union"] * 3],
        ),
        (
            "Chad and states of the LFA [Lake Front Alliance] Union met.",
            ("states of the LFA [Lake Front Alliance", "Union"),
            ["states of the LFA [Lake Front Alliance] Union"] * 2,
        ),
        ("States of the LFA [Lake Front Alliance] met.", ("LFA [Lake Front Alliance",), ["LFA"]),
        ("States of the LFA [Lake Front Alliance] met.", ("LFA [Lake Front Alliance]",), ["LFA [Lake Front Alliance]"]),
        ("Then he (Odera) left.", ("he (", "Odera"), ["he (Odera)", "he (Odera)"]),
        ("The Lake Front Alliance (LFA) left.", ("Lake Front Alliance", "LFA"), ["Lake Front Alliance"] * 2),
        ("The LFA (Lake Front Alliance) left.", ("LFA", "Lake Front Alliance"), ["LFA"] * 2),
        ("Two men (Odera and Lind) left.", ("Two men", "Odera", "Lind"), ["Two men", "Odera", "Lind"]),
        ("The army (on Monday) said so.", ("army (",), ["army"]),
        ("The army (PA) said so.", ("army", "army ("), ["army", "army"]),
        ("He saw (again) fighters.", (") fighters",), ["fighters"]),
        ("BAMAKO (AP) Soldiers fled.", ("BAMAKO", "Soldiers"), ["BAMAKO", "Soldiers"]),
        ("Paul Odera (52) soldiers", ("Paul Odera", "soldiers"), ["Paul Odera", "soldiers"]),
        ("The army (PA), rebels fled.", ("army", "rebels"), ["army", "rebels"]),
    ],
)
def test_parts_are_whole_again(text: str, parts: tuple[str, ...], wholes: list[str]) -> None:
    spans = _spans(text, *parts)
    found = whole_mentions(text, spans)
    assert [found.get(span, span).of(text) for span in spans] == wholes


@given(
    st.text(alphabet="ab ([])A\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5)
)
def test_any_spans(text: str, marks: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(len(text), start + size)) for start, size in marks if start < len(text)]
    for part, whole in whole_mentions(text, spans).items():
        assert 0 <= whole.start <= whole.end <= len(text)
        assert part in spans


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The Lund Guard (LG) fled.", "LG)", "LG"),
        ("The Guard (LG) riders fled.", "LG) riders", "riders"),
        ("The Guard (LG and LB) fled.", "Guard (LG", "Guard"),
        ("They armed “moderate” rebels.", "moderate” rebels", "“moderate” rebels"),
        ("The [Lund] army fled.", "Lund] army", "[Lund] army"),
        ('It has "many" officials.', 'many"', "many"),
        ('Ann "Ace" Ruiz left.', 'Ann "', "Ann"),
        ("The Guard (LG) fled.", "Guard (LG)", "Guard (LG)"),
        ("It has “” here.", "“", "“"),
    ],
)
def test_half_a_pair_of_marks_is_no_part(text: str, part: str, whole: str) -> None:
    (span,) = _spans(text, part)
    assert unbroken(text, span).of(text) == whole
