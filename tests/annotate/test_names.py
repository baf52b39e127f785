"""Names and numbers that the model cuts in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.names import whole_names
from dateline.records.span import Span


def wholes(text: str, *parts: str) -> list[str]:
    spans = [Span(text.index(p), text.index(p) + len(p)) for p in parts]
    whole = whole_names(text, spans)
    return [whole.get(s, s).of(text) for s in spans]


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("Fighters of Islamic State fled.", ["Islamic"], ["Islamic State"]),
        ("Fighters of Islamic State fled.", ["State"], ["Islamic State"]),
        ("A council of the United Nations met.", ["Nations"], ["United Nations"]),
        ("Some 15,000 people fled.", ["000 people"], ["15,000 people"]),
        ("A total of U.S. troops left.", ["S. troops"], ["U.S. troops"]),
        ("They wrote to the U.N. in May.", ["N"], ["U.N."]),
        ("They back the U.S. in this.", ["U"], ["U.S."]),
        ("A total of U.S. troops left.", [".S. troops"], ["U.S. troops"]),
        ("A letter to the U.S. capital came.", [".S"], ["U.S."]),
        ("Some 4.1 million people fled.", [".1 million people"], ["4.1 million people"]),
        ("It was told by Fjord Press in May.", ["Press"], ["Fjord Press"]),
        ("An aide of the Upper House Committee left.", ["Committee"], ["Upper House Committee"]),
        (
            "Fighters of the Islamic State of Iraq and the Levant fled.",
            ["Islamic State of Iraq", "Levant"],
            ["Islamic State of Iraq and the Levant"] * 2,
        ),
        ("Fighters of the Islamic State of Iraq fled.", ["Islamic State of Iraq"], ["Islamic State of Iraq"]),
        ("Lund Guard fled. The Lund Guard fled.", ["Lund Guard"], ["Lund Guard"]),
    ],
)
def test_names_and_numbers_are_whole(text: str, parts: list[str], expected: list[str]) -> None:
    assert wholes(text, *parts) == expected


def test_a_name_is_known_that_is_whole_elsewhere() -> None:
    text = "Ystad Guards fled. A cook saw Ystad Guards run."
    whole = Span(0, 12)
    cut = Span(text.rindex("Guards"), text.rindex("Guards") + 6)
    assert whole_names(text, [whole, cut])[cut].of(text) == "Ystad Guards"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The State closed the port.", ["State"]),
        ("An Islamic charity gave tents.", ["Islamic"]),
        ("Islamic States fled.", ["Islamic"]),
        ("In 2,000 towns people fled.", ["people"]),
        ("The mayor left. S. Ruiz came.", ["S. Ruiz"]),
        ("Ystad-led Guards fled.", ["Guards"]),
        ("They shot at Ystad-led Guards.", ["Guards"]),
        ("He left Ystad. Guards fled.", ["Guards"]),
        ("It was told on Monday. The Press left.", ["Press"]),
        ("They met Ystad's Council.", ["Council"]),
        ("In 2015, Lund fled.", [", Lund"]),
    ],
)
def test_other_words_stay(text: str, parts: list[str]) -> None:
    assert wholes(text, *parts) == parts


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6))
def test_a_whole_holds_its_part(ranges: list[tuple[int, int]]) -> None:
    text = "The United Nations and 15,000 people of Islamic State in the U.S. met Al Qaeda."
    spans = [Span(a, min(len(text), a + n)) for a, n in ranges]
    for part, whole in whole_names(text, spans).items():
        assert whole.holds(part) and whole.end <= len(text)
