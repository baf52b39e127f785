from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.model import trimmed
from dateline.records.annotation import Annotation, Mention
from dateline.records.span import Span


def cut(words: str, kind: str = "part") -> str:
    text = f"x {words} y"
    span = Span(2, 2 + len(words))
    found = trimmed(text, Annotation((), (Mention(span, kind, 0.9),), (), ()))
    return found.mentions[0].span.of(text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Malian soldiers and", "Malian soldiers"),
        ("the army", "army"),
        ("of the three countries", "three countries"),
        ("Gao,", "Gao"),
        ("Bank of the South", "Bank of the South"),
        ("Burkina Faso", "Burkina Faso"),
        ("the", "the"),
        ("Al-Qaeda", "Al-Qaeda"),
    ],
)
def test_a_party_is_cut_to_its_words(words: str, expected: str) -> None:
    assert cut(words) == expected


def test_times_and_counts_are_left_as_they_are() -> None:
    assert cut("dozens of", "count") == "dozens of"


@given(st.text(min_size=1, max_size=40))
def test_a_cut_lies_inside_and_is_never_empty(words: str) -> None:
    found = cut(words)
    assert found and found in words
