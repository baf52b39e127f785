from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.howmany import kinds_of_none, what_is_counted


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
        ("It deported 300 Peruvians and sent soldiers.", "300", "other"),
        ("The bank lent two million pounds.", "two million", "money"),
        ("Police met protesters, several of them armed.", "several", "participants"),
        ("The rebels released 12 hostages.", "12", "released"),
        ("The jets hit 11 towns and killed many.", "11", "other"),
        ("They chose seven colours.", "seven", "other"),
        ("Six were killed in the raid.", "Six", "killed"),
        ("3 dead, 11 hurt in Kabul blast", "11", "injured"),
        ("The blast left six dead and at least two dozen injured.", "at least two dozen", "injured"),
        ("Troops neutralised 17 rebels in the valley.", "17", "killed"),
        ("The king pardoned nearly 600 inmates.", "nearly 600", "released"),
        ("Some 8.3 crore people were uprooted.", "8.3 crore", "displaced"),
        ("The farm lost 5 crore.", "5 crore", "money"),
        ("The clan paid N50 million for the hostages.", "50 million", "money"),
        ("The emirate gave 5 million dirhams.", "5 million", "money"),
    ],
)
def test_the_nearest_telling_word_decides(text: str, words: str, kind: str) -> None:
    start = text.index(words)
    assert what_is_counted(text, Span(start, start + len(words)), Span(0, len(text))) == kind


@pytest.mark.parametrize(
    ("text", "words", "act", "kind"),
    [
        ("Nine people who were detained have been released.", "Nine", "released", "released"),
        ("Nine people who were detained have been released.", "Nine", "detained", "arrested"),
        ("Thousands of refugees were locked up near the border.", "Thousands", "locked up", "arrested"),
        ("Three traders were captured and gunned down.", "Three", "gunned down", "killed"),
        ("The blast killed 40 people and wounded 20.", "20", "killed", "injured"),
        ("The bank froze $40 million of those arrested.", "$40 million", "arrested", "money"),
    ],
)
def test_what_was_done_outranks_what_people_are(text: str, words: str, act: str, kind: str) -> None:
    count, named = (Span(text.index(w), text.index(w) + len(w)) for w in (words, act))
    assert what_is_counted(text, count, Span(0, len(text)), named) == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("There were no casualties.", ("killed", "injured")),
        ("No deaths or injuries were reported.", ("killed", "injured")),
        ("No soldiers were killed.", ()),
    ],
)
def test_no_casualties_are_none_killed_and_none_injured(text: str, kinds: tuple[str, ...]) -> None:
    at = text.lower().index("no ")
    assert kinds_of_none(text, Span(at, at + 2)) == kinds
