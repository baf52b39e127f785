from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.standing import standing
from dateline.records.annotation import Argument, Trigger
from dateline.records.span import Span


def at(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, word: str, type_: str, *arguments: Argument, status: str = "happened") -> Trigger:
    return Trigger(at(word, text), 0, ((type_, 0.9),), (), ((status, 0.9),), 0.9, arguments)


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
    assert [s.of(text) for s in standing(text, armed, [accusation, armed])] == ["Kenya"]
    assert list(standing(text, accusation, [accusation, armed])) == []


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
    assert list(standing(text, armed, [accusation, armed])) == []


def test_an_accusation_is_the_voice_of_the_first_act_alone() -> None:
    text = "Kenya accused Sudan of arming the attackers of a market."
    accusation = act(text, "accused", "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    armed, attacked = act(text, "arming", "AID"), act(text, "attackers", "ASSAULT")
    assert list(standing(text, attacked, [accusation, armed, attacked])) == []


def test_who_denies_an_act_of_their_own_is_the_voice_of_that() -> None:
    text = "Sudan has denied arming the rebels."
    own = Argument("actor", at("Sudan", text), 0.9)
    denied = act(text, "arming", "AID", own, status="negated")
    assert [s.of(text) for s in standing(text, denied, [denied])] == ["Sudan"]
    happened = act(text, "arming", "AID", own)
    assert list(standing(text, happened, [happened])) == []


def test_who_accuses_of_one_deed_does_not_tell_another_beside_it() -> None:
    text = "Kenya accused Sudan of stirring unrest in the protests."
    accusation = act(text, "accused", "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    protests = act(text, "protests", "PROTEST")
    assert list(standing(text, protests, [accusation, protests])) == []


def test_what_the_accuser_does_next_is_no_accusation() -> None:
    text = "Kenya accused Sudan of deceit and demands talks."
    kenya = Argument("actor", at("Kenya", text), 0.9)
    accusation, demand = act(text, "accused", "ACCUSE", kenya), act(text, "demands", "REQUEST", kenya)
    assert list(standing(text, demand, [accusation, demand])) == []


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Kenya blames Sudan for the raid.", ["Kenya"]),
        ("Kenya has blamed Sudan and its allies for a raid.", ["Kenya"]),
        ("Kenya and Sudan: Kenya blamed the other side for the raid.", []),
        ("Kenya blamed Sudan, where rebels wait for news of the raid.", []),
        ("Kenya laid blame for the raid on Sudan.", []),
    ],
)
def test_who_blames_somebody_for_an_act_is_its_voice(text: str, voice: list[str]) -> None:
    word = next(w for w in ("blames", "blamed", "blame") if w in text)
    blame = act(text, word, "ACCUSE", Argument("actor", at("Kenya", text), 0.9))
    raid = act(text, "raid", "ASSAULT")
    assert [s.of(text) for s in standing(text, raid, [blame, raid])] == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Front claimed responsibility for the deadly raid.", ["Front"]),
        ("The Front has taken responsibility for planning and carrying out the raid.", ["Front"]),
        ("The Front released a film claiming responsibility for the raid.", ["Front"]),
        ("Front claims raid on army base", ["Front"]),
        ("Front claim deadly raid on army base", ["Front"]),
        ("The Front has not claimed responsibility for the raid.", []),
        ("No Front has claimed responsibility for the raid.", []),
        ("The Front claimed that the raid was over.", []),
        ("The Front claimed victory after the raid.", []),
        ("Front has also claimed raid on army base", ["Front"]),
        ("The Front undermines claims the raid was planned.", []),
        ("A Front-claimed raid left ten dead.", []),
        ("The Front denied the raid.", []),
    ],
)
def test_who_claims_an_act_is_its_voice(text: str, voice: list[str]) -> None:
    raid = act(text, "raid", "ASSAULT", Argument("actor", at("Front", text), 0.9))
    assert [s.of(text) for s in standing(text, raid, [raid])] == voice


def test_only_an_attack_is_claimed_in_one_word() -> None:
    text = "The Front claimed talks with Kenya."
    talks = act(text, "talks", "CONSULT", Argument("actor", at("Front", text), 0.9))
    assert list(standing(text, talks, [talks])) == []


@given(st.text(min_size=4, max_size=60), st.data())
def test_any_text_gives_sources_among_the_arguments(text: str, data: st.DataObject) -> None:
    a, b, c, d = sorted(data.draw(st.integers(0, len(text) - 1)) for _ in range(4))
    actor = Argument("actor", Span(a, b + 1), 0.9)
    raid = Trigger(Span(c, d + 1), 0, (("ASSAULT", 0.9),), (), (("negated", 0.9),), 0.9, (actor,))
    assert set(standing(text, raid, [raid])) <= {actor.span}


@pytest.mark.parametrize(
    ("text", "act_", "voices"),
    [
        ("Officials deny arrests in Lund.", "arrests", ["Officials"]),
        ("Officials denied reports of clashes at the port.", "clashes", ["Officials"]),
        ("Officials denied the clashes.", "clashes", []),
        ("Officials denied accusations.", "accusations", []),
    ],
)
def test_who_denies_what_nobody_is_told_to_have_done_is_its_voice(text: str, act_: str, voices: list[str]) -> None:
    word = "denied" if "denied" in text else "deny"
    denial = act(text, word, "REJECT", Argument("actor", at("Officials", text), 0.9))
    deed = act(text, act_, "COERCE")
    assert [s.of(text) for s in standing(text, deed, [denial, deed])] == voices
