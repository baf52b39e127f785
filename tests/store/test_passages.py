from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.event import Event
from dateline.records.span import Piece, Span
from dateline.store.passages import Passage, passages
from tests.make import event


def at(start: int, end: int, type: str = "ASSAULT", id: str = "") -> Event:
    return replace(
        event(type=type), id=id or f"{type}{start}-{end}", trigger=Piece("x" * (end - start), Span(start, end))
    )


def test_an_event_without_a_known_passage_is_its_own() -> None:
    assert passages([at(0, 5), at(9, 12)], [Passage("p1", "ASSAULT", 5, 9)]) == ("ASSAULT0-5", "ASSAULT9-12")


def test_the_most_shared_characters_decide() -> None:
    known = [Passage("p1", "ASSAULT", 0, 4), Passage("p2", "ASSAULT", 4, 12)]
    assert passages([at(3, 9)], known) == ("p2",)


def test_the_same_type_comes_before_shared_characters() -> None:
    known = [Passage("p1", "PROTEST", 0, 8), Passage("p2", "ASSAULT", 7, 12)]
    assert passages([at(0, 8)], known) == ("p2",)


def test_the_same_record_comes_first() -> None:
    known = [Passage("p1", "ASSAULT", 0, 8), Passage("e9", "PROTEST", 40, 44)]
    assert passages([at(0, 8, id="e9")], known) == ("e9",)


def test_a_passage_is_given_once() -> None:
    assert passages([at(0, 8, id="a"), at(0, 8, id="b")], [Passage("p1", "ASSAULT", 0, 8)]) == ("p1", "b")


spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda x: (x[0], x[0] + x[1]))


@given(new=st.lists(spans, max_size=8), old=st.lists(spans, max_size=8))
def test_no_two_events_share_a_passage(new: list[tuple[int, int]], old: list[tuple[int, int]]) -> None:
    events = [at(a, b, id=f"e{i}") for i, (a, b) in enumerate(new)]
    known = [Passage(f"p{i}", "ASSAULT", a, b) for i, (a, b) in enumerate(old)]
    found = passages(events, known)
    assert len(set(found)) == len(events)
    again = [
        Passage(p, "ASSAULT", e.trigger.span.start, e.trigger.span.end) for p, e in zip(found, events, strict=True)
    ]
    assert passages(events, again) == found or len(set(new)) < len(new)
