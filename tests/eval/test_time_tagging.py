from __future__ import annotations

import pytest

from eval.time_tagging import canonical, read_counts


@pytest.mark.parametrize(
    ("one", "other"),
    [("2000-W7", "2000-W07"), ("1989-11-06T17", "1989-11-06T17:00"), ("196X", "196"), ("19XX", "19")],
)
def test_two_spellings_of_a_value_are_one(one: str, other: str) -> None:
    assert canonical(one) == canonical(other) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [("1998-10-XX", "1998-10"), ("1949-XX", "1949"), ("P1D", "PT24H"), ("PXY", "PAST_REF"), ("2000-W07", "2000-W70")],
)
def test_another_grain_or_length_is_another_value(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_no_value_is_empty() -> None:
    assert canonical(None) == ""


def test_what_was_read_is_counted_where_it_is_found() -> None:
    text = "He left on Friday and came back in recent weeks, some time ago."
    places = [
        (text.index(words), text.index(words) + len(words)) for words in ("Friday", "recent weeks", "some time ago")
    ]
    timexes = [{"start": start, "end": end, "type": "DATE", "value": ""} for start, end in places]
    doc = {"id": "a", "text": text, "dct": "2024-07-30", "timexes": timexes}
    readings = {("a", *places[0]): ["2024-07-26"], ("a", *places[1]): ["PAST_REF", "PXW"]}
    assert read_counts(doc, readings) == {"n": 2, "mended": 1, "either": 2}
