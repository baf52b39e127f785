from __future__ import annotations

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
    assert found(trigger("killed", source("residents", 0.96), source("army", 0.97)), inner, outer) == [
        "army",
        "residents",
    ]


def test_of_doubtful_voices_the_surest_stands() -> None:
    inner = said("rebels had killed two men", "residents", "citing")
    outer = said("citing residents, that rebels had killed two men", "army", "said")
    assert found(trigger("killed", source("residents", 0.7), source("army", 0.6)), inner, outer) == ["residents"]
    assert found(trigger("killed", source("residents", 0.96), source("army", 0.6)), outer) == ["residents"]


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


def test_who_does_an_act_in_saying_so_does_not_vouch_for_it() -> None:
    text = "The army said attacks must end."
    army = at("army", text)
    statement = Said(at("attacks must end", text), army, at("said", text), 0.9)

    def demand(score: float) -> Trigger:
        return act(text, "must", "REQUEST", Argument("actor", army, 0.9), Argument("source", army, score))

    assert voices(text, demand(0.6), [statement], [demand(0.6)]) == ()
    assert [s for s, _ in voices(text, demand(0.98), [statement], [demand(0.98)])] == [army]


def test_who_tells_of_a_deed_of_their_own_vouches_for_it() -> None:
    statement = said("rebels had killed two men", "army", "said")
    own = Argument("actor", at("army"), 0.9)
    assert found(trigger("killed", own, source("army", 0.4)), statement) == ["army"]


def test_a_second_voice_has_to_be_surer_than_the_first() -> None:
    statement = said("rebels had killed two men", "army", "said")
    assert found(trigger("killed", source("army"), source("residents", 0.8)), statement) == ["army"]
    both = trigger("killed", source("army", 0.97), source("residents", 0.97))
    assert found(both, statement) == ["army", "residents"]


def test_two_mentions_side_by_side_are_one_voice() -> None:
    text = "Rebels killed two men, army spokesman Ali Hamdi said."
    name, office = at("Ali Hamdi", text), at("army spokesman", text)
    killed = act(text, "killed", "ASSAULT", Argument("source", name, 0.99), Argument("source", office, 0.98))
    statement = Said(at("Rebels killed two men", text), name, at("said", text), 0.9)
    assert [s for s, _ in voices(text, killed, [statement], [killed])] == [name]


def test_a_source_outside_of_reported_words_has_to_be_surer() -> None:
    assert found(trigger("killed", source("army", 0.5))) == []
    assert found(trigger("killed", source("army", 0.7))) == ["army"]


def test_no_voice_where_the_article_itself_says_so() -> None:
    assert found(trigger(), said("citing residents", "army", "said")) == []


def test_who_claims_an_act_is_its_voice_where_nobody_else_is() -> None:
    text = "The Front claimed responsibility for the raid, residents said."
    front, residents = at("Front", text), at("residents", text)
    raid = act(text, "raid", "ASSAULT", Argument("actor", front, 0.9))
    assert voices(text, raid, (), [raid]) == ((front, None),)
    surer = act(text, "raid", "ASSAULT", Argument("actor", front, 0.9), Argument("source", residents, 0.9))
    assert voices(text, surer, (), [surer]) == ((residents, None),)
