from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.model import trimmed
from dateline.records.annotation import Annotation, Argument, Mention, Said, Trigger
from dateline.records.span import Span


def cut(words: str, kind: str = "part") -> str:
    text = f"x {words} y"
    span = Span(2, 2 + len(words))
    found = trimmed(text, Annotation((), (Mention(span, kind, 0.9),), (), ()))
    return found.mentions[0].span.of(text)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The People's Movement left.", "s Movement", "People's Movement"),
        ("The People’s Movement left.", "s Movement", "People’s Movement"),
        ("The rebel's camp burnt.", "s camp", "camp"),
        ("The rebels camp.", "s camp", "s camp"),
    ],
)
def test_a_name_cut_at_its_apostrophe_is_whole_again(text: str, words: str, expected: str) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    found = trimmed(text, Annotation((), (Mention(span, "part", 0.9),), (), ()))
    assert found.mentions[0].span.of(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Malian soldiers and", "Malian soldiers"),
        ("a bus carrying", "bus"),
        ("ten guards including", "ten guards"),
        ("the army", "army"),
        ("of the three countries", "three countries"),
        ("Gao,", "Gao"),
        ("Bank of the South", "Bank of the South"),
        ("Burkina Faso", "Burkina Faso"),
        ("'s cabinet", "cabinet"),
        ("Al-Qaeda", "Al-Qaeda"),
    ],
)
def test_a_party_is_cut_to_its_words(words: str, expected: str) -> None:
    assert cut(words) == expected


def test_times_and_counts_are_left_as_they_are() -> None:
    assert cut("dozens of", "count") == "dozens of"


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("A shell fell in Band-e-Amir on Friday.", "Amir", "Band-e-Amir"),
        ("A shell fell in Band-e-Amir on Friday.", "Band", "Band-e-Amir"),
        ("They left Port-au-Prince by sea.", "Prince", "Port-au-Prince"),
        ("The Oslo-to-Bergen train was stopped.", "Bergen", "Bergen"),
        ("The Oslo-Bergen train was stopped.", "Bergen", "Bergen"),
        ("A face-to-Face meeting.", "Face", "Face"),
    ],
)
def test_a_part_of_a_linked_name_becomes_the_whole_of_it(text: str, part: str, whole: str) -> None:
    span = Span(text.index(part), text.index(part) + len(part))
    found = trimmed(text, Annotation((), (Mention(span, "place", 0.9),), (), ()))
    assert found.mentions[0].span.of(text) == whole


def test_mentions_of_nothing_but_loose_words_go() -> None:
    text = "the rebels fired, a guard said"
    the, rebels, fired = Span(0, 3), Span(4, 10), Span(11, 16)
    arguments = (Argument("actor", rebels, 0.9), Argument("source", the, 0.9))
    trigger = Trigger(fired, 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, arguments)
    found = trimmed(text, Annotation((), (Mention(the, "source", 0.9),), (trigger,), (Said(fired, the, None, 0.9),)))
    assert found.mentions == () and found.said[0].source is None
    assert [a.span for a in found.triggers[0].arguments] == [rebels]


@given(st.text(min_size=1, max_size=40))
def test_a_cut_lies_inside_and_is_never_empty(words: str) -> None:
    text = f"x {words} y"
    span = Span(2, 2 + len(words))
    for mention in trimmed(text, Annotation((), (Mention(span, "part", 0.9),), (), ())).mentions:
        assert mention.span.of(text).strip() and span.start <= mention.span.start < mention.span.end <= span.end


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("They shelled rebel-held areas near Idlib.", "held areas", "rebel-held areas"),
        ("Troops of the Saudi-led coalition left.", "led coalition", "Saudi-led coalition"),
        ("A state-run consumer agency said so.", "run consumer agency", "state-run consumer agency"),
        ("US-Russia talks began.", "Russia", "Russia"),
        ("The anti-government protests began.", "-government", "government"),
        ("The anti-government protests began.", "government", "government"),
        ("The pro-government camp left.", "-government camp", "pro-government camp"),
        ("The blast killed at least 16 people.", "least 16 people", "at least 16 people"),
        ("It freed more than 4,700 people.", "than 4,700 people", "more than 4,700 people"),
        ("At least eight Germans died.", "least eight Germans", "At least eight Germans"),
        ("He - and nobody else - left.", "and nobody", "nobody"),
        ("Togo's foreign minister stated it.", "foreign", "foreign minister"),
        ("The deputy governor of Kara was freed.", "deputy", "deputy governor"),
        ("Aides of U.S. President Ann Lind left.", "S. President Ann Lind", "U.S. President Ann Lind"),
        ("It was vitamin B. S. Lind left.", "S. Lind", "S. Lind"),
        ("His daughter-in-law fought.", "-law", "daughter-in-law"),
        ("His daughter-in-law fought.", "daughter-in", "daughter-in-law"),
        ("The war drove tens of thousands from Kara.", "thousands", "tens of thousands"),
        ("A few thousands left Kara.", "thousands", "thousands"),
        ("They fear the so-called Lund Guard.", "so-called Lund Guard", "Lund Guard"),
        ("They fear Lund's guards.", "Lund'", "Lund"),
        ("They fear the guards' wrath.", "guards'", "guards'"),
    ],
)
def test_a_mention_that_begins_within_a_word_or_a_bound_becomes_whole(text: str, part: str, whole: str) -> None:
    span = Span(text.index(part), text.index(part) + len(part))
    found = trimmed(text, Annotation((), (Mention(span, "part", 0.9),), (), ()))
    assert found.mentions[0].span.of(text) == whole


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Rep. Ann Lind, R-Maine, spoke.", "Maine"),
        ("Ruiz met the so-called Lund Guard.", "so-called"),
        ("He is a self-styled king.", "self"),
        ("The envoy Omar al-Rashed wrote.", "-"),
        ("Odera, in Lima, stressed it.", "in"),
    ],
)
def test_a_politicians_seat_and_a_loose_word_are_no_party(text: str, part: str) -> None:
    span = Span(text.index(part), text.index(part) + len(part))
    assert trimmed(text, Annotation((), (Mention(span, "part", 0.9),), (), ())).mentions == ()


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("It began.\nLima, Peru - Peruvian police fired.", "Peru - Peruvian police", "Peruvian police"),
        ("They met men of the Peru - Chile Friendship League there.", "Peru - Chile Friendship League", None),
    ],
)
def test_the_place_of_an_opening_is_no_part_of_a_party(text: str, part: str, whole: str | None) -> None:
    text = text if whole else "Long before that, in a year that nobody remembers, " + text
    span = Span(text.index(part), text.index(part) + len(part))
    found = trimmed(text, Annotation((), (Mention(span, "part", 0.9),), (), ()))
    assert found.mentions[0].span.of(text) == (whole or part)
