from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from dateline.readers.seen import LEAST, Seen

WORDS = st.sampled_from(["", "a", "b", "aa", "é"]) | st.text(st.characters(codec="utf-8"), max_size=3)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=200))
def test_it_answers_as_a_dictionary_of_all_ids_and_texts_does(given: list[tuple[str, str]]) -> None:
    seen, known = Seen(), dict[str, str]()
    for id_, text in given:
        before = known.get(id_)
        assert seen.new(id_, text) is (True if before is None else False if before == text else None)
        known.setdefault(id_, text)
    assert len(seen) == len(known)


def test_what_was_seen_stays_known_when_the_table_grows() -> None:
    seen, number = Seen(), 20 * LEAST
    assert all(seen.new(f"id {n}", f"text {n}") for n in range(number))
    assert len(seen) == number
    assert [seen.new(f"id {n}", f"text {n}") for n in range(number)] == [False] * number
    assert {seen.new(f"id {n}", "another") for n in range(number)} == {None}


def test_an_article_takes_few_bytes() -> None:
    tracemalloc.start()
    seen = Seen()
    for n in range(50_000):
        seen.new(f"id {n}", f"text {n}")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held / 50_000 < 45 and seen.size / 50_000 < 43
