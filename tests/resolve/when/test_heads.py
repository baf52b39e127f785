from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.when.heads import HEAD, is_of_writing, stands_alone


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22 July 2015 Eighteen people were killed.", "22 July 2015"),
        ("Raid kills ten\n22 July 2015 Ten people were killed.", "22 July 2015"),
        ("Raid kills ten\n22-07-2015\nTen people were killed.", "22-07-2015"),
        ("Ten killed in a raid AFP Wednesday 22 Jul 2015 Raids killed ten.", "Wednesday 22 Jul 2015"),
        ("Date of publication 22 July 2015 Ten people were killed.", "22 July 2015"),
    ],
)
def test_a_date_that_stands_by_itself_is_that_of_writing(text: str, words: str) -> None:
    assert is_of_writing(text, at(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 22 July 2015 ten people were killed.", "22 July 2015"),
        ("July 22, 2015, was the day of the raid.", "July 22, 2015"),
        ("The port fell on Wednesday, 22 July 2015.", "Wednesday, 22 July 2015"),
        ("2015 Meeting of ministers was planned.", "2015"),
        ("Wednesday Ten people were killed.", "Wednesday"),
        ("x" * HEAD + "\n22 July 2015 Ten people were killed.", "22 July 2015"),
    ],
)
def test_a_date_of_a_sentence_or_further_down_is_not(text: str, words: str) -> None:
    assert not is_of_writing(text, at(text, words))


def test_only_a_named_weekday_stands_alone_without_a_word_for_it() -> None:
    assert stands_alone("AFP Wednesday 22 Jul 2015 Raids killed ten.", Span(4, 25))
    assert not stands_alone("AFP 22 Jul 2015 Raids killed ten.", Span(4, 15))
