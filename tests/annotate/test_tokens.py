from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.model import SHIPPED
from dateline.annotate.tokens import (
    DIGIT,
    LOWER,
    MARKS,
    MIXED,
    OTHER,
    TITLE,
    UPPER,
    WordPieces,
    marked,
    shape,
    windows,
)
from dateline.errors import DataError
from dateline.records.article import Sentence

PIECES = WordPieces.load(SHIPPED / "vocab.txt")


def test_words_split_into_the_longest_pieces() -> None:
    small = WordPieces(["[CLS]", "[SEP]", "[UNK]", *MARKS, "un", "##do", "##able", "##doable"])
    assert small.pieces("undoable") == (7, 10)
    assert small.pieces("UNDO") == (7, 8)
    assert small.pieces("xyz") == (2,)


def test_accents_do_not_matter() -> None:
    assert PIECES.pieces("Niamey") == PIECES.pieces("NIAMÉY")


def test_a_very_long_word_is_one_unknown() -> None:
    assert PIECES.pieces("a" * 100_000) == (PIECES.unknown,)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("army", LOWER), ("Army", TITLE), ("UN", UPPER), ("A", TITLE), ("McKay", MIXED), ("12", DIGIT), ("—", OTHER)],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_a_vocabulary_without_its_marks_is_refused() -> None:
    with pytest.raises(DataError, match="reinstall"):
        WordPieces(["a"])


def test_furniture_is_not_read() -> None:
    text = "The army left. Read more"
    found = windows(text, [Sentence(0, 0, 14), Sentence(1, 15, 24, "furniture")], PIECES)
    assert [text[a:b] for a, b in zip(found[0].starts, found[0].ends, strict=True)] == ["The", "army", "left", "."]


def test_a_sentence_longer_than_a_window_is_cut_between_words() -> None:
    text = "word " * 500
    found = windows(text, [Sentence(0, 0, len(text))], PIECES, size=64)
    assert max(len(w.ids) for w in found) <= 64
    assert sum(len(w.firsts) for w in found) == 500


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.integers(16, 80))
def test_every_word_stands_where_its_span_says(text: str, size: int) -> None:
    found = windows(text, [Sentence(0, 0, len(text))], PIECES, size=max(size, 70))
    spans = [(a, b) for w in found for a, b in zip(w.starts, w.ends, strict=True)]
    assert spans == sorted(spans)
    for w in found:
        assert len(w.ids) == len(w.shapes) <= max(size, 70)
        assert len(w.firsts) == len(w.starts) == len(w.ends) == len(w.sentence)
    covered = "".join(text[a:b] for a, b in spans)
    assert covered == "".join(text.split())


def _range(words: int) -> st.SearchStrategy[tuple[int, int] | None]:
    ends = st.tuples(st.integers(0, words - 1), st.integers(1, words))
    return st.none() | ends.map(lambda r: (r[0], max(r)) if r[1] > r[0] else (r[0], r[0] + 1))


@given(st.data())
def test_marks_stand_around_source_and_target_and_words_stay_what_they_are(data: st.DataObject) -> None:
    text = "Tuareg rebels attacked Malian soldiers near Tinzaouaten."
    (plain,) = windows(text, [Sentence(0, 0, len(text))], PIECES)
    source, target = (data.draw(_range(len(plain.firsts))) for _ in range(2))
    found = marked(plain, source, target, PIECES.marks)
    assert [i for i in found.ids if i not in PIECES.marks] == plain.ids
    assert len(found.shapes) == len(found.ids)
    assert [found.ids[k] for k in found.firsts] == [plain.ids[k] for k in plain.firsts]
    places = [*found.firsts, len(found.ids) - 1]
    for span, (opening, closing) in ((source, PIECES.marks[:2]), (target, PIECES.marks[2:])):
        if span is None:
            assert opening not in found.ids
            continue
        start, end = found.ids.index(opening), found.ids.index(closing)
        assert (places[span[0] - 1] if span[0] else 0) < start < places[span[0]]
        assert places[span[1] - 1] < end < places[span[1]]
