from __future__ import annotations

from dateline.coders.voices import voices
from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span

TEXT = "The army said, citing residents, that rebels had killed two men."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def trigger(word: str = "killed", *arguments: Argument) -> Trigger:
    return Trigger(at(word), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, arguments)


def said(content: str, source: str | None, cue: str | None) -> Said:
    return Said(at(content), at(source) if source else None, at(cue) if cue else None, 0.9)


def source(words: str, score: float = 0.9) -> Argument:
    return Argument("source", at(words), score)


def test_the_widest_voice_comes_first() -> None:
    inner = said("rebels had killed two men", "residents", "citing")
    outer = said("citing residents, that rebels had killed two men", "army", "said")
    found = voices(trigger("killed", source("residents", 0.4), source("army", 0.4)), [inner, outer])
    assert [s.of(TEXT) for s, _ in found] == ["army", "residents"]


def test_a_speaker_does_not_vouch_for_all_that_the_words_name() -> None:
    assert voices(trigger(), [said("rebels had killed two men", "army", "said")]) == ()


def test_a_speech_act_does_not_vouch_for_itself() -> None:
    statement = said("rebels had killed two men", "army", "killed")
    assert voices(trigger("killed", source("army", 0.4)), [statement]) == ()


def test_hardly_anybody_vouches_for_an_act_of_their_own() -> None:
    statement = said("rebels had killed two men", "army", "said")
    own = Argument("actor", at("army"), 0.9)
    assert voices(trigger("killed", own, source("army", 0.4)), [statement]) == ()
    assert len(voices(trigger("killed", own, source("army", 0.9)), [statement])) == 1


def test_a_source_of_the_event_alone_is_added_once() -> None:
    statement = said("rebels had killed two men", "army", "said")
    found = voices(trigger("killed", source("army"), source("residents", 0.8)), [statement])
    assert [s.of(TEXT) for s, _ in found] == ["army", "residents"]


def test_a_source_outside_of_reported_words_has_to_be_surer() -> None:
    assert voices(trigger("killed", source("army", 0.5)), []) == ()


def test_no_voice_where_the_article_itself_says_so() -> None:
    assert voices(trigger(), [said("citing residents", "army", "said")]) == ()
