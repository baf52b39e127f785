from __future__ import annotations

import pytest

from dateline.coders.voices import voices
from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span

TEXT = "The army said, citing residents, that rebels had killed two men."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, word: str, type_: str, *arguments: Argument, status: str = "happened") -> Trigger:
    return Trigger(at(word, text), 0, ((type_, 0.9),), (), ((status, 0.9),), 0.9, arguments)


def trigger(word: str = "killed", *arguments: Argument) -> Trigger:
    return act(TEXT, word, "ASSAULT", Argument("actor", at("rebels"), 0.9), *arguments)


def said(content: str, source: str | None, cue: str | None) -> Said:
    return Said(at(content), at(source) if source else None, at(cue) if cue else None, 0.9)


def source(words: str, score: float = 0.9) -> Argument:
    return Argument("source", at(words), score)


def found(of: Trigger, *statements: Said) -> list[str]:
    return [s.of(TEXT) for s, _ in voices(TEXT, of, statements, [of])]


def test_the_widest_voice_comes_first() -> None:
    inner = said("rebels had killed two men", "residents", "citing")
    outer = said("citing residents, that rebels had killed two men", "army", "said")
    assert found(trigger("killed", source("residents", 0.6), source("army", 0.6)), inner, outer) == [
        "army",
        "residents",
    ]


def test_a_speaker_does_not_vouch_for_all_that_the_words_name() -> None:
    assert found(trigger(), said("rebels had killed two men", "army", "said")) == []


def test_less_of_the_models_belief_is_enough_where_the_words_bear_it_out() -> None:
    statement = said("rebels had killed two men", "army", "said")
    assert found(trigger("killed", source("army", 0.3)), statement) == ["army"]
    text = "The army said the attack must end."
    army = at("army", text)
    named = act(text, "attack", "ASSAULT", Argument("source", army, 0.3))
    assert voices(text, named, [Said(at("the attack must end", text), army, None, 0.9)], [named]) == ()


def test_a_speech_act_does_not_vouch_for_itself() -> None:
    statement = said("rebels had killed two men", "army", "killed")
    assert found(trigger("killed", source("army", 0.4)), statement) == []


def test_hardly_anybody_vouches_for_an_act_of_their_own() -> None:
    statement = said("rebels had killed two men", "army", "said")
    own = Argument("actor", at("army"), 0.9)
    assert found(trigger("killed", own, source("army", 0.4)), statement) == []
    assert found(trigger("killed", own, source("army", 0.95)), statement) == ["army"]


def test_a_second_voice_has_to_be_surer_than_the_first() -> None:
    statement = said("rebels had killed two men", "army", "said")
    assert found(trigger("killed", source("army"), source("residents", 0.8)), statement) == ["army"]
    assert found(trigger("killed", source("army"), source("residents", 0.97)), statement) == ["army", "residents"]


def test_a_source_outside_of_reported_words_has_to_be_surer() -> None:
    assert found(trigger("killed", source("army", 0.5))) == []
    assert found(trigger("killed", source("army", 0.7))) == ["army"]


def test_no_voice_where_the_article_itself_says_so() -> None:
    assert found(trigger(), said("citing residents", "army", "said")) == []


@pytest.mark.parametrize(
    ("text", "word", "accused"),
    [
        ("Kenya accuses Sudan of arming the rebels.", "arming", "accuses"),
        ("Kenya has repeatedly accused its neighbour Sudan of secretly arming the rebels.", "arming", "accused"),
    ],
)
def test_who_accuses_somebody_of_an_act_is_its_voice(text: str, word: str, accused: str) -> None:
    accusation = act(text, accused, "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    armed = act(text, word, "AID")
    assert [s.of(text) for s, _ in voices(text, armed, (), [accusation, armed])] == ["Kenya"]
    assert voices(text, accusation, (), [accusation, armed]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Sudan of ingratitude after troops were arming the rebels.",
        "Kenya accused Sudan, arming the rebels.",
    ],
)
def test_what_is_told_beside_an_accusation_is_not_its_content(text: str) -> None:
    accusation = act(text, "accused", "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    armed = act(text, "arming", "AID")
    assert voices(text, armed, (), [accusation, armed]) == ()


def test_an_accusation_is_the_voice_of_the_first_act_alone() -> None:
    text = "Kenya accused Sudan of arming the attackers of a market."
    accusation = act(text, "accused", "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    armed, attacked = act(text, "arming", "AID"), act(text, "attackers", "ASSAULT")
    assert voices(text, attacked, (), [accusation, armed, attacked]) == ()


def test_who_denies_an_act_of_their_own_is_the_voice_of_that() -> None:
    text = "Sudan has denied arming the rebels."
    own = Argument("actor", at("Sudan", text), 0.9)
    denied = act(text, "arming", "AID", own, status="negated")
    assert [s.of(text) for s, _ in voices(text, denied, (), [denied])] == ["Sudan"]
    happened = act(text, "arming", "AID", own)
    assert voices(text, happened, (), [happened]) == ()
