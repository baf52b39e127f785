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


def test_the_widest_voice_comes_first() -> None:
    inner = said("rebels had killed two men", "residents", "citing")
    outer = said("citing residents, that rebels had killed two men", "army", "said")
    assert [s.of(TEXT) for s, _ in voices(trigger(), [inner, outer])] == ["army", "residents"]


def test_a_speech_act_does_not_vouch_for_itself() -> None:
    statement = said("rebels had killed two men", "army", "killed")
    assert voices(trigger(), [statement]) == ()


def test_nobody_vouches_for_an_act_of_their_own() -> None:
    statement = said("rebels had killed two men", "army", "said")
    assert voices(trigger("killed", Argument("actor", at("army"), 0.9)), [statement]) == ()


def test_a_source_of_the_event_alone_is_added_once() -> None:
    statement = said("rebels had killed two men", "army", "said")
    found = voices(
        trigger("killed", Argument("source", at("army"), 0.9), Argument("source", at("residents"), 0.8)), [statement]
    )
    assert [s.of(TEXT) for s, _ in found] == ["army", "residents"]


def test_no_voice_where_the_article_itself_says_so() -> None:
    assert voices(trigger(), [said("citing residents", "army", "said")]) == ()
