from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.howmany import what_is_counted


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The blast killed 40 people and wounded 20.", "40", "killed"),
        ("The blast killed 40 people and wounded 20.", "20", "injured"),
        ("At least three protesters were killed.", "three", "killed"),
        ("Gunmen abducted 21 girls from a school.", "21", "abducted"),
        ("Police arrested 300 people in the capital.", "300", "arrested"),
        ("Some 5,000 families fled the fighting.", "5,000", "displaced"),
        ("Thousands of demonstrators filled the square.", "Thousands", "participants"),
        ("The state will send 500 troops to the border.", "500", "troops"),
        ("The bank froze $40 million.", "$40 million", "money"),
        ("The bank lent two million pounds.", "two million", "money"),
        ("The rebels released 12 hostages.", "12", "released"),
        ("The jets hit 11 towns and killed many.", "11", "other"),
        ("They chose seven colours.", "seven", "other"),
    ],
)
def test_the_nearest_telling_word_decides(text: str, words: str, kind: str) -> None:
    start = text.index(words)
    assert what_is_counted(text, Span(start, start + len(words)), Span(0, len(text))) == kind
