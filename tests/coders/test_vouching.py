from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.vouching import WEIGHTS, odds, signs
from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, word: str, *arguments: tuple[str, str], type_: str = "ASSAULT", status: str = "happened") -> Trigger:
    found = tuple(Argument(role, at(text, words), 0.9) for role, words in arguments)
    return Trigger(at(text, word), 0, ((type_, 0.9),), (), ((status, 0.9),), 0.9, found)


def told(text: str, content: str, source: str, cue: str = "said") -> Said:
    return Said(at(text, content), at(text, source), at(text, cue), 0.9)


PLAIN = ("The army said rebels killed two men.", "rebels killed two men", "killed", ())


@pytest.mark.parametrize(
    ("sign", "text", "content", "word", "arguments"),
    [
        ("number", *PLAIN[:3], (("count", "two"),)),
        ("no actor", *PLAIN),
        ("past", *PLAIN),
        ("no preposition", *PLAIN),
        ("own deed", "The army said killing two men was right.", "killing two men was right", "killing",
         (("actor", "army"),)),
        ("our deed", "The army said we killed two men.", "we killed two men", "killed", (("actor", "we"),)),
        ("deed of a pronoun", "The army said it killed two men.", "it killed two men", "killed", (("actor", "it"),)),
        ("has", "The army said rebels have killed two men.", "rebels have killed two men", "killed", ()),
        ("definite", "The army said the attack went on.", "the attack went on", "attack", ()),
        ("definite", "The army said the bloody attack went on.", "the bloody attack went on", "attack", ()),
        ("dates another act", "The army said men left before the first attack.", "men left before the first attack",
         "attack", ()),
        ("dates another act", "The army said men left two months into the attack.",
         "men left two months into the attack", "attack", ()),
        ("dates another act", "In the attack, men left, the army said.", "In the attack, men left", "attack", ()),
        ("possessive", "The army said Mali's attack went on.", "Mali's attack went on", "attack", ()),
        ("was", "The army said two men were killed.", "two men were killed", "killed", ()),
        ("condition", "The army said if men attack it fires.", "if men attack it fires", "attack", ()),
        ("relative clause", "The army said men who attack flee.", "men who attack flee", "attack", ()),
        ("recipient in the words", *PLAIN[:3], (("recipient", "two men"),)),
        ("hedge", "The army said alleged rebels fired.", "alleged rebels fired", "fired", (("hedge", "alleged"),)),
        ("in quotation marks", 'The army said "rebels attack".', 'rebels attack', "attack", ()),
        ("speaker after the words", "Rebels killed two men, the army said.", "Rebels killed two men", "killed", ()),
    ],
)  # fmt: skip
def test_each_sign_is_read_from_the_words(
    sign: str, text: str, content: str, word: str, arguments: tuple[tuple[str, str], ...]
) -> None:
    trigger = act(text, word, *arguments)
    assert sign in dict(signs(text, trigger, told(text, content, "army"), [trigger]))
    assert sign in WEIGHTS


def test_nothing_is_held_against_plain_words() -> None:
    text = "The army said rebels fired at a market."
    trigger = act(text, "fired", ("actor", "rebels"))
    found = dict(signs(text, trigger, told(text, "rebels fired at a market", "army"), [trigger]))
    assert set(found) == {"no preposition", "past"}
    assert not set(dict(signs(text, trigger, told(text, "rebels fired at a market", "army"), []))) - set(found)


def test_type_status_and_other_acts_are_signs() -> None:
    text = "The army said rebels had attacked and would condemn."
    first = act(text, "attacked")
    second = act(text, "condemn", type_="ACCUSE", status="planned")
    found = dict(signs(text, second, told(text, "rebels had attacked and would condemn", "army"), [first, second]))
    assert {"act of speech", "planned", "another act before"} <= set(found)


def test_what_is_said_can_be_the_act_itself() -> None:
    text = "The army said it was wrong and we want talks."
    content = "it was wrong and we want talks"
    demand = act(text, "want", ("actor", "we"), type_="REQUEST")
    blame = act(text, "wrong", ("actor", "army"), type_="ACCUSE")
    assert {"our words", "another act before"} <= set(dict(signs(text, demand, told(text, content, "army"), [blame])))
    found = dict(signs(text, blame, told(text, content, "army"), [blame, demand]))
    assert {"own words", "another act after"} <= set(found)


def test_another_actor_before_the_act_makes_it_theirs() -> None:
    text = "The army said rebels had fired on the army."
    statement = told(text, "rebels had fired on the army", "army")
    both = act(text, "fired", ("actor", "army"), ("actor", "rebels"))
    assert "own deed" not in dict(signs(text, both, statement, [both]))
    assert "own deed" in dict(signs(text, act(text, "fired", ("actor", "army")), statement, []))


@pytest.mark.parametrize(("cue", "named"), [("called", True), ("describes", True), ("called on", False)])
def test_giving_a_known_act_a_name_does_not_tell_it(cue: str, named: bool) -> None:
    text = f"The army {cue} the attack a crime."
    trigger = act(text, "attack")
    assert ("named" in dict(signs(text, trigger, told(text, "the attack a crime", "army", cue), []))) is named


@pytest.mark.parametrize(("type_", "sign"), [("MOBILIZE", "movement of forces"), ("SANCTION", "sanctions")])
def test_two_types_say_how_they_are_told(type_: str, sign: str) -> None:
    text = "The army said tanks moved."
    trigger = act(text, "moved", type_=type_)
    assert sign in dict(signs(text, trigger, told(text, "tanks moved", "army"), []))


def test_who_claims_an_act_stands_by_it_though_it_is_their_own() -> None:
    text = "The army claimed the attack."
    trigger = act(text, "attack", ("actor", "army"))
    found = dict(signs(text, trigger, told(text, "the attack", "army", "claimed"), [trigger]))
    assert "claimed or confirmed" in found
    assert "own deed" not in found


def test_what_is_reported_is_likelier_vouched_for_than_what_is_presupposed() -> None:
    text = "Two men were killed, the army said; the army's attack must end."
    plain = act(text, "killed", ("count", "Two"))
    named = act(text, "attack")
    told_of = odds(text, plain, told(text, "Two men were killed", "army"), [plain, named])
    assert told_of > 0 > odds(text, named, told(text, "the army's attack must end", "army"), [])


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_text_gives_a_number(text: str, data: st.DataObject) -> None:
    where = [data.draw(st.integers(0, len(text) - 1)) for _ in range(3)]
    spans = [Span(a, data.draw(st.integers(a + 1, len(text)))) for a in where]
    trigger = Trigger(spans[0], 0, (), (), (), 0.9)
    assert math.isfinite(odds(text, trigger, Said(spans[1], spans[2], None, 0.9), [trigger]))
