from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.records import parse
from dateline.records.edit import Edit
from dateline.store.edits import applied, fields, given, normal, rejected
from dateline.store.rows import event_record
from tests.make import full_event

RECORD = event_record(full_event())
SENTENCE = RECORD["evidence"]


def edit(field: str, value: Any) -> Edit:
    return Edit("d1", "e1", "e1", field, normal(field, value, RECORD), "ana", datetime(2024, 1, 1, tzinfo=UTC), "")


def after(*edits: Edit) -> dict[str, Any]:
    return applied(RECORD, edits)[0]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12", 12), ("true", True), ("null", None), ("planned", "planned"), ("[1, 2]", [1, 2]), ("7+", "7+")],
)
def test_what_is_typed_is_json_or_words(typed: str, value: object) -> None:
    assert given(typed) == value


def test_what_hangs_on_the_type_follows_it() -> None:
    record = after(edit("type", "AGREE"))
    assert (record["quad"], record["modes"]) == ("verbal_cooperation", [])
    assert record["intensity"] > 0 and record["cameo"] != RECORD["cameo"]


def test_a_quad_class_that_was_set_as_well_stays() -> None:
    record = after(edit("type", "AGREE"), edit("quad", "verbal_conflict"))
    assert record["quad"] == "verbal_conflict"


def test_a_type_of_a_codebook_that_is_not_here_is_kept() -> None:
    far = RECORD | {"codebook": "elsewhere@3"}
    record, names = applied(far, [edit("type", "AGREE")])
    assert (record["type"], record["quad"], names) == ("AGREE", RECORD["quad"], ("type",))


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (12, (12, 12)), ("12", (12, 12)), ("10-14", (10, 14)), ("7+", (7, None)), ("1,200", (1200, 1200)),
        ({"min": None, "max": 3}, (None, 3)),
    ],
)  # fmt: skip
def test_counts_are_numbers_ranges_or_least_numbers(value: object, bounds: tuple[object, object]) -> None:
    (count,) = after(edit("counts.killed", value))["counts"]
    assert (count["what"], count["text"]) == ("killed", "at least seven")
    assert (count["min"], count["max"]) == bounds


def test_a_count_can_be_added_and_taken_away() -> None:
    record = after(edit("counts.injured", 4))
    assert [(c["what"], c["min"]) for c in record["counts"]] == [("killed", 7), ("injured", 4)]
    assert record["counts"][1]["text"] == SENTENCE["text"]
    assert after(edit("counts.killed", None))["counts"] == []


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-07-01", ("2024-07-01", "2024-07-01", "day")),
        ("2024-07-01/2024-07-31", ("2024-07-01", "2024-07-31", "vague")),
        ("2024-07-01/", ("2024-07-01", None, "vague")),
        ({"start": "2024-07-01", "end": "2024-07-31", "precision": "month"}, ("2024-07-01", "2024-07-31", "month")),
    ],
)
def test_a_day_or_two_days(value: object, days: tuple[object, ...]) -> None:
    when = after(edit("when", value))["when"]
    assert (when["start"], when["end"], when["precision"]) == days
    assert (when["text"], when["basis"]) == ("Monday", "person: ana")


def test_parties_and_places_keep_words_or_name_them() -> None:
    record = after(
        edit("actors", [{"name": "The Front", "country": "MLI", "sectors": ["REB"]}]),
        edit("recipients", [{"text": "seven soldiers", "country": "MLI", "sectors": ["MIL"]}]),
        edit("where", {"name": "Kidal", "country": "MLI", "lat": 18.4, "lon": 1.4, "precision": "settlement"}),
    )
    assert (record["actors"][0]["text"], record["actors"][0]["basis"]) == ("Rebels", "person: ana")
    start, end = record["recipients"][0]["span"]
    assert SENTENCE["text"][start - SENTENCE["span"][0] : end - SENTENCE["span"][0]] == "seven soldiers"
    assert record["where"][0]["name"] == "Kidal"


def test_words_are_those_at_their_span() -> None:
    text, (start, end) = SENTENCE["text"], SENTENCE["span"]
    letter = next(c for c in text if text.count(c) > 1 and c.isalpha())
    last = start + text.rindex(letter)
    piece = {"text": letter, "span": [last, last + 1]}
    assert normal("hedge", piece, RECORD) == piece
    assert normal("hedge", letter, RECORD)["span"][0] < last
    assert normal("actors", [piece | {"country": "MLI"}], RECORD)[0]["span"] == [last, last + 1]
    kept = RECORD["actors"][0]
    assert normal("actors", [kept], RECORD)[0]["span"] == kept["span"]
    for span in ([start, start + 1, end], [last, last + 2], [end, end + 1], [-1, 2], "1", [True, 2], [last + 1, last]):
        with pytest.raises(InputError, match=r"span|does not stand"):
            normal("hedge", {"text": letter, "span": span}, RECORD)


def test_a_rejection_changes_nothing_but_that() -> None:
    no = edit("rejected", True)
    assert rejected([no]) and not rejected([edit("status", "planned")])
    assert applied(RECORD, [no]) == (RECORD, ())


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("type", "WAR", "none of"), ("modes", "flying", "none of"), ("status", "maybe", "none of"),
        ("contexts", ["nonsense"], "none of"), ("quad", "x", "none of"), ("intensity", 11, "from -10 to 10"),
        ("confidence", "high", "from 0 to 1"), ("confidence", True, "from 0 to 1"),
        ("hedge", "perhaps", "does not stand"),
        ("trigger", "", "does not stand"), ("when", "Monday", "no day"), ("when", "2024-02-30", "no day"),
        ("when", "2024-07-31/2024-07-01", "ends before"), ("when", {}, "no day"),
        ("where", [{"lat": 3}], "lat and lon"),
        ("where", [{"lat": 99, "lon": 0}], "from -90 to 90"), ("where", "Gao", "JSON list"), ("actors", 3, "JSON list"),
        ("actors", [{"country": "Mali"}], "three capitals"), ("actors", [{"sectors": ["XXX"]}], "none of"),
        ("counts.killed", "many", "no number"), ("counts.killed", -1, "no number"), ("counts.eggs", 3, "no field"),
        ("id", "e9", "no field"), ("rejected", False, "undo it"), ("cameo", "x", "CAMEO"),
        ("counts", [{"what": "eggs"}], "none of"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_words(field: str, value: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        edit(field, value)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "name", "start", "end", "lat", "lon", "min", "max", "what", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


@given_by(field=st.sampled_from(fields()), value=json)
def test_any_value_is_refused_or_makes_a_record(field: str, value: object) -> None:
    try:
        made = edit(field, value)
    except InputError:
        return
    record = after(made)
    event = parse.event(record)
    text = SENTENCE["text"]
    for piece in (event.trigger, *(a.piece for a in event.actors), *(p.piece for p in event.where)):
        assert text[piece.span.start : piece.span.end] == piece.text
    assert event_record(event) == record
    assert replace(event, id="x").id == "x"
