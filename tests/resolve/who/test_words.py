from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.who.words import WORD, Words, fold, fold_name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali's army", ["Mali", "army"]),
        ("the U.S.-led force", ["the", "U.S.", "led", "force"]),
        ("Moshe Ya'alon’s aide", ["Moshe", "Ya'alon", "aide"]),
        ("rebels' camp", ["rebels", "camp"]),
    ],
)
def test_words_leave_possessive_endings_out(text: str, words: list[str]) -> None:
    assert list(Words.of(text).raw) == words


def test_folding_makes_spellings_one() -> None:
    assert fold("Élysée") == "elysee"
    assert fold_name("Recep Tayyip Erdoğan") == "recep tayyip erdogan"
    assert fold_name("Jama'at Nusrat al-Islam") == "jamaat nusrat al islam"


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    words = Words.of(text)
    for index, word in enumerate(words.raw):
        assert text[words.start[index] : words.end[index]] == word
    assert len(words.gaps) == len(words) + (1 if len(words) else 2)


@given(st.lists(st.text("aZ éU.'’-7", min_size=1, max_size=6), max_size=4).map(" ".join))
def test_names_of_plain_letters_fold_as_others_do(name: str) -> None:
    assert fold_name(name) == " ".join(fold(match.group()) for match in WORD.finditer(name))
