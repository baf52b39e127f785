from __future__ import annotations

import pytest

from dateline.coders.nested import nested
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span
from dateline.split.sentences import sentences


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(
    text: str, read: tuple[str, str, str], speakers: list[str], cues: list[str]
) -> list[tuple[str | None, str | None, str]]:
    """Who says what by which word, where the model read one statement and further speakers and words of saying."""
    content, source, cue = read
    said = Said(at(text, content), at(text, source), at(text, cue), 0.9)
    mentions = [Mention(at(text, s), "source", 0.9) for s in (source, *speakers)]
    mentions += [Mention(at(text, c), "cue", 0.9) for c in (cue, *cues)]
    out = nested(text, [said], mentions, sentences(text))
    return [(s.source and s.source.of(text), s.cue and s.cue.of(text), s.content.of(text)) for s in out]


@pytest.mark.parametrize(
    ("text", "read", "speaker", "cue", "inner", "outer"),
    [
        ("The mayor said that the bridge fell, Radio Sol reported.", ("the bridge fell", "mayor", "said"), "Radio Sol",
         "reported", "the bridge fell", "The mayor said that the bridge fell"),
        ("Ana Ruiz told a crowd that the pact holds, according to the Tribune.",
         ("Ana Ruiz told a crowd that the pact holds", "Tribune", "according to"), "Ana Ruiz", "told",
         "the pact holds", "Ana Ruiz told a crowd that the pact holds"),
        ("Ana Ruiz said Friday the pact holds, the Tribune reported.",
         ("Ana Ruiz said Friday the pact holds", "Tribune", "reported"), "Ana Ruiz", "said", "the pact holds",
         "Ana Ruiz said Friday the pact holds"),
        ("Talks failed, the envoy says, and Radio Sol reported on Monday that the mayor insists he will try again.",
         ("the mayor insists he will try again", "Radio Sol", "reported"), "mayor", "insists", "he will try again",
         "the mayor insists he will try again"),
        ("Radio Sol reported that, according to the mayor, two men drowned.",
         ("two men drowned", "mayor", "according to"), "Radio Sol", "reported", "two men drowned",
         "according to the mayor, two men drowned"),
        ("“The pact holds,” she told guests on Monday, the Tribune reports.", ("The pact holds", "Tribune", "reports"),
         "she", "told", "The pact holds", "The pact holds,” she told guests on Monday"),
        ("“The rebels say they will disarm,” says Ana Ruiz of Radio Sol.",
         ("The rebels say they will disarm", "Ana Ruiz", "says"), "rebels", "say", "they will disarm",
         "The rebels say they will disarm"),
    ],
)  # fmt: skip
def test_who_says_that_somebody_said_it_speaks_too(
    text: str, read: tuple[str, str, str], speaker: str, cue: str, inner: str, outer: str
) -> None:
    found = told(text, read, [speaker], [cue])
    assert {words for _, _, words in found} == {inner, outer}
    assert {who for who, _, _ in found} == {read[1], speaker}
    within = next(who for who, _, words in found if words == inner)
    assert text.index(str(within)) in range(at(text, outer).start, at(text, outer).end)


@pytest.mark.parametrize(
    ("text", "read", "speaker", "cue"),
    [
        # each speaks for itself
        ("Ruiz warned Togo but Hamdi said the pact holds.", ("the pact holds", "Hamdi", "said"), "Ruiz", "warned"),
        ("The pact holds, Hamdi said. Ruiz agreed.", ("The pact holds", "Hamdi", "said"), "Ruiz", "agreed"),
        # an aside within what is said
        ("Ruiz said six ships that Hamdi says are hired left.", ("six ships that Hamdi says are hired left", "Ruiz",
         "said"), "Hamdi", "says"),
        # their own words once more
        ("“I said that the pact holds,” Hamdi said.", ("I said that the pact holds", "Hamdi", "said.") , "I", "said"),
        # what is spoken of, not what is said
        ("Hamdi rejected all talk of a pact, according to Ruiz.", ("Hamdi rejected all talk of a pact", "Ruiz",
         "according to"), "Hamdi", "rejected"),
    ],
)  # fmt: skip
def test_no_statement_is_made_of_a_second_speaker_who_is_not_told_beside_the_words(
    text: str, read: tuple[str, str, str], speaker: str, cue: str
) -> None:
    assert told(text, read, [speaker], [cue]) == [(read[1], read[2], read[0])]


def test_all_is_as_it_was_where_no_word_of_saying_is_left() -> None:
    text = "The pact holds, Hamdi said."
    assert told(text, ("The pact holds", "Hamdi", "said"), [], []) == [("Hamdi", "said", "The pact holds")]
