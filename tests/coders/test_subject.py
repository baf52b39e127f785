from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.subject import subjects
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span
from dateline.split.sentences import sentences


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def source_of(text: str, cue: str, content: str, *parties: str) -> str | None:
    said = Said(at(text, content), None, at(text, cue), 0.9)
    mentions = [Mention(at(text, p), "part", 0.9) for p in parties]
    [one] = subjects(text, [said], mentions, sentences(text))
    assert (one.content, one.cue) == (said.content, said.cue)
    return one.source.of(text) if one.source else None


@pytest.mark.parametrize(
    ("text", "cue", "content", "parties", "who"),
    [
        ("Togo denies links to the raid.", "denies", "links to the raid", ["Togo"], "Togo"),
        ("They turned to Togo, which says talks go on.", "says", "talks go on", ["Togo"], "Togo"),
        ("Hamdi, who fled to Oslo last year, has also claimed he was beaten.", "claimed", "he was beaten",
         ["Hamdi", "Oslo"], "Hamdi"),
        ("The leaders of the two states, who met in Lomé, have cited a plot.", "cited", "a plot", ["two states"],
         "leaders of the two states"),
        ("He hid in a mill that he said was empty.", "said", "was empty", ["mill"], "he"),
    ],
)  # fmt: skip
def test_the_subject_of_a_word_of_saying_is_the_speaker(
    text: str, cue: str, content: str, parties: list[str], who: str
) -> None:
    assert source_of(text, cue, content, *parties) == who


@pytest.mark.parametrize(
    ("text", "cue", "content", "parties"),
    [
        ("In Togo, it was said that talks go on.", "said", "talks go on", ["Togo"]),
        ("Hamdi met Ruiz. It is said talks go on.", "said", "talks go on", ["Hamdi", "Ruiz"]),
        ("Hamdi sold a mill to men known to claim that talks go on.", "claim", "talks go on", ["Hamdi"]),
    ],
)
def test_who_is_not_its_subject_is_no_speaker(text: str, cue: str, content: str, parties: list[str]) -> None:
    assert source_of(text, cue, content, *parties) is None


def test_a_speaker_that_is_read_stays() -> None:
    text = "Togo said, Hamdi says, that talks go on."
    said = Said(at(text, "talks go on"), at(text, "Togo"), at(text, "says"), 0.9)
    [one] = subjects(text, [said], [Mention(at(text, "Hamdi"), "part", 0.9)], sentences(text))
    assert one == said


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 9), st.integers(0, 60))
def test_a_speaker_stands_before_the_word_of_saying(text: str, at_: int, length: int, party: int) -> None:
    cue = Span(min(at_, len(text)), min(at_ + length, len(text)))
    said = Said(Span(0, len(text)), None, cue, 0.9)
    [one] = subjects(text, [said], [Mention(Span(party, party + 3), "part", 0.9)], sentences(text))
    assert one.source is None or one.source.end <= cue.start


@pytest.mark.parametrize(
    ("text", "cue", "content", "who"),
    [
        ("Copts believe that the church is theirs.", "believe", "the church is theirs", "Copts"),
        ("Rains fell, but Radio Sol later claimed they had not.", "claimed", "they had not", "Radio Sol"),
        ("In the end, the study found that rents fell.", "found", "rents fell", "study"),
        ("The plea agreement makes clear he will speak.", "makes clear", "he will speak", "plea agreement"),
        ("Rents fell, according to the proposal.", "according to", "Rents fell", "proposal"),
        ("“Rents fell,” reported Radio Sol. It rained.", "reported", "Rents fell", "Radio Sol"),
        ("Then, say witnesses, he left the square.", "say", "he left the square", "witnesses"),
        ("The pace, says a palace spokesman, “will be slow”.", "says", "will be slow", "palace spokesman"),
        ("They heard of his bold claim that rents fell.", "claim", "rents fell", "his"),
        ("They heard of Hamdi's claim that rents fell.", "claim", "rents fell", "Hamdi"),
    ],
)
def test_who_is_named_beside_a_word_of_saying_speaks_though_read_as_no_party(
    text: str, cue: str, content: str, who: str
) -> None:
    assert source_of(text, cue, content) == who


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("They met in Oslo saying that rents fell.", "saying", "rents fell"),
        ("Monday's claim that rents fell was false.", "claim", "rents fell"),
        ("Government Weighs Reports That Rents Fell", "Reports", "Rents Fell"),
        ("It was told that rents fell, the guide told Oslo.", "told", "rents fell"),
        ("It is understood rents fell.", "is understood", "rents fell"),
        ("A first version said the court filed indictments.", "said", "the court filed indictments"),
    ],
)
def test_other_names_beside_a_word_of_saying_do_not_speak(text: str, cue: str, content: str) -> None:
    assert source_of(text, cue, content) is None


def test_a_speaker_behind_the_word_of_saying_is_not_what_is_said() -> None:
    text = "Then, say witnesses, he left the square."
    [one] = subjects(text, [Said(at(text, "witnesses, he left the square"), None, at(text, "say"), 0.9)], [], [])
    assert one.source == at(text, "witnesses")
    assert one.content == at(text, "he left the square")
