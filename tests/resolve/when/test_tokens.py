from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.when.tokens import tokenize
from dateline.resolve.when.words import CLASSES, CODE


def classes(text: str) -> list[str]:
    names = {code: name for name, code in CODE.items()}
    return [names[code] for code in tokenize(text).codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 11", ["monshort", "dot", "dayno"]),
        ("may", ["other"]),
        ("May", ["may"]),
        ("twenty-one", ["numword"]),
        ("nineteen ninety-seven", ["yearno"]),
        ("New Year's Eve", ["holiday"]),
        ("the '80s", ["the", "decadeno"]),
        ("6.30pm", ["clock"]),
        ("10 p.m.", ["hour_figure"]),
        ("2101 GMT", ["hhmm", "zone"]),
        ("2 1/2 years", ["half_figure", "years_"]),
        ("Friday's", ["weekday", "poss"]),
        ("9/11", ["nine_eleven"]),
        ("1,200", ["num"]),
    ],
)
def test_classes(text: str, expected: list[str]) -> None:
    assert classes(text) == expected


def test_every_class_has_a_name_of_its_own() -> None:
    assert len(CLASSES) == len(set(CLASSES)) == len(set(CODE.values()))


@given(st.text(max_size=300))
def test_tokens_keep_their_places(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.values) == len(tokens.codes)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.starts == sorted(tokens.starts)
