from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.annotation import Said
from dateline.records.draft import Draft
from dateline.records.resolved import Actor
from dateline.records.span import Piece, Span
from dateline.weigh import Weights, in_words, signs

TEXT = "The coach thanked the fans. The minister thanked the army."
COACH, FANS, MINISTER, ARMY = Span(4, 9), Span(22, 26), Span(32, 40), Span(53, 57)
SECTORS = {COACH: (), FANS: ("CVL",), MINISTER: ("GOV",), ARMY: ("MIL",)}
ACTORS = {s: Actor(Piece.cut(TEXT, s), None, None, sectors, None, "word") for s, sectors in SECTORS.items()}
SPORT = Draft(
    Span(10, 17),
    0,
    "SUPPORT",
    (),
    (),
    "happened",
    0.5,
    (("SUPPORT", 0.7),),
    actors=(COACH,),
    recipients=(FANS,),
    score=0.7,
)
POLITICS = replace(SPORT, trigger=Span(41, 48), sentence=1, actors=(MINISTER,), recipients=(ARMY,))
LISTED = "x, " * 8
SOME = Weights(-1.0, {"trigger": 1.0, "no political party": -1.0, "other events": 0.5}, {"SUPPORT": 0.5})


def test_the_same_word_is_surer_between_political_parties() -> None:
    one, two = Weights(0.0, SOME.weights).keep(TEXT, (SPORT, POLITICS), ACTORS, (), 9)
    assert one.confidence < two.confidence
    assert "no political party" in dict(one.reasons) and "no political party" not in dict(two.reasons)


def test_what_is_below_the_floor_of_its_type_is_left_out() -> None:
    assert [d.trigger for d in SOME.keep(TEXT, (SPORT, POLITICS), ACTORS, (), 9)] == [POLITICS.trigger]


def test_a_phrase_of_the_codebook_outweighs_the_floor() -> None:
    assert len(SOME.keep(TEXT, (replace(SPORT, settled=SPORT.trigger), POLITICS), ACTORS, (), 9)) == 2


def test_why_an_event_below_the_floor_is_kept_is_told() -> None:
    settled = replace(SPORT, settled=SPORT.trigger, rule="“thanked the” is SUPPORT (codebook: phrases)")
    unsure, sure = SOME.keep(TEXT, (settled, replace(POLITICS, settled=POLITICS.trigger, rule="a rule")), ACTORS, (), 9)
    assert unsure.rule == "“thanked the” is SUPPORT (codebook: phrases), kept below 0.50, the least of SUPPORT"
    assert sure.rule == "a rule"


def test_the_more_politics_around_the_surer() -> None:
    lax = Weights(SOME.bias, SOME.weights)
    alone = lax.keep(TEXT, (POLITICS,), ACTORS, (), 9)[0].confidence
    among = lax.keep(TEXT, (POLITICS, replace(POLITICS, trigger=Span(0, 3))), ACTORS, (), 9)[0].confidence
    assert alone < among


def test_a_faint_draft_counts_for_others_and_is_not_kept() -> None:
    lax = Weights(SOME.bias, SOME.weights)
    alone = lax.keep(TEXT, (POLITICS,), ACTORS, (), 9)[0].confidence
    faint = replace(POLITICS, trigger=Span(0, 3), actors=(), recipients=(), faint=True)
    (kept,) = lax.keep(TEXT, (faint, POLITICS), ACTORS, (), 9)
    assert kept.trigger == POLITICS.trigger and kept.confidence > alone


def test_reasons_are_heaviest_first_and_add_up() -> None:
    (draft,) = Weights(0.0, SOME.weights).keep(TEXT, (SPORT,), ACTORS, (), 9)
    weights = [abs(v) for _, v in draft.reasons]
    assert weights == sorted(weights, reverse=True)


def test_what_the_rules_leave_is_surer_than_what_they_were_not_asked_about() -> None:
    (draft,) = Weights(0.0, {"trigger": 1.0}).keep(TEXT, (POLITICS,), ACTORS, (), 9)
    assert draft.confidence > POLITICS.score and dict(draft.reasons)["rules"] > 0
    assert in_words("rules") == "no rule says that it is none"


def test_reported_speech_is_a_sign() -> None:
    said = Said(Span(28, 58), None, None, 0.9)
    assert signs((POLITICS,), ACTORS, (said,), 2)[0]["reported"] == 1.0
    assert signs((POLITICS,), ACTORS, (), 2)[0]["reported"] == 0.0


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=6), st.integers(0, 5))
def test_confidence_is_a_probability_and_the_order_is_kept(scores: list[float], sentences: int) -> None:
    drafts = [replace(POLITICS, score=s, trigger=Span(3 * i, 3 * i + 1)) for i, s in enumerate(scores)]
    kept = Weights().keep(LISTED, drafts, ACTORS, (), sentences)
    assert [d.trigger for d in kept] == [d.trigger for d in drafts]
    assert all(0 <= d.confidence <= 1 for d in kept)


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("actor:none", "no actor is told"),
        ("recipient:political", "the recipient is political"),
        ("type:AID", "type AID"),
        ("place", "a place is told"),
    ],
)
def test_signs_in_words(sign: str, words: str) -> None:
    assert in_words(sign) == words


def test_of_several_doubtful_words_for_one_act_the_best_stands_for_all() -> None:
    torn = [replace(POLITICS, score=s, trigger=Span(3 * i, 3 * i + 1)) for i, s in enumerate((0.30, 0.4, 0.3))]
    floors = Weights(0.5, {"trigger": 1.0}, {"SUPPORT": 0.7})
    (kept,) = floors.keep(LISTED, torn, ACTORS, (), 9)
    assert kept.trigger == torn[1].trigger and kept.confidence > 0.6
    assert dict(kept.reasons)["several words"] > 0 and "several" in in_words("several words")
    assert floors.keep(LISTED, torn[:1], ACTORS, (), 9) == ()


def test_of_doubtful_words_of_a_phrase_that_settles_the_type_the_first_stands() -> None:
    """ "Decided to found a joint force" is told by "decided", not by what is founded."""
    torn = [
        replace(POLITICS, score=s, trigger=Span(3 * i, 3 * i + 1), settled=Span(3, 7) if i else None)
        for i, s in enumerate((0.3, 0.2, 0.4))
    ]
    (kept,) = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.7}).keep(LISTED, torn, ACTORS, (), 9)
    assert kept.trigger == torn[1].trigger and kept.settled


def test_doubtful_words_of_other_parties_do_not_add_up() -> None:
    torn = [replace(POLITICS, score=0.4), replace(SPORT, sentence=1, score=0.4)]
    assert Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.7}).keep(TEXT, torn, ACTORS, (), 9) == ()


def test_a_settled_word_beside_a_sure_one_tells_nothing_new() -> None:
    sure, settled = POLITICS, replace(POLITICS, trigger=Span(0, 3), score=0.01, settled=Span(0, 3))
    assert Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.5}).keep(TEXT, (settled, sure), ACTORS, (), 9)[0].trigger == (
        sure.trigger
    )


def test_what_stands_in_a_phrase_behind_its_act_is_no_act_of_its_own() -> None:
    """ "Vows to free" tells of the vow, whoever is freed, where the vow is sure; else of the freeing."""
    vow = replace(POLITICS, type="THREATEN", trigger=Span(0, 3), score=0.9)
    object_ = replace(POLITICS, actors=(), trigger=Span(7, 11), score=0.1, settled=Span(0, 11))
    weights = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.6})
    assert [d.trigger for d in weights.keep(LISTED, (vow, object_), ACTORS, (), 9)] == [vow.trigger]
    assert [d.trigger for d in weights.keep(LISTED, (object_,), ACTORS, (), 9)] == [object_.trigger]


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("The army held flight tests at sea.", ("flight", "tests"), "tests"),
        ("He attended a summit in Lomé.", ("attended", "summit"), "summit"),
        ("Nine people were killed in clashes.", ("killed", "clashes"), "killed"),
        ("They held joint military drills.", ("joint", "military", "drills"), "drills"),
    ],
)
def test_of_two_words_side_by_side_for_one_act_one_stands(text: str, words: tuple[str, ...], stands: str) -> None:
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    drafts = [replace(POLITICS, trigger=s, sentence=0, score=0.5) for s in spans]
    floors = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.6})
    (kept,) = floors.keep(text, drafts, ACTORS, (), 1)
    assert kept.trigger.of(text) == stands and kept.confidence > 0.7
    assert dict(kept.reasons)["word beside"] > 0
    assert in_words("word beside") == "the word beside it tells the same act"


def test_of_two_words_of_a_phrase_that_settles_the_type_the_act_stands_not_its_object() -> None:
    text = "They founded a force."
    drafts = [
        replace(POLITICS, trigger=Span(5, 14), sentence=0, score=0.5, settled=Span(5, 20)),
        replace(POLITICS, trigger=Span(15, 20), sentence=0, score=0.5, settled=Span(5, 20)),
    ]
    (kept,) = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.6}).keep(text, drafts, ACTORS, (), 1)
    assert kept.trigger == Span(5, 14)


def test_two_words_of_one_phrase_are_one_act_however_far_apart() -> None:
    text = "They imposed three waves of tariffs and imposed more duties."
    phrase, other = Span(5, 35), Span(40, 59)
    first, second = (
        replace(POLITICS, trigger=s, sentence=0, score=0.8, settled=phrase) for s in (Span(5, 12), Span(28, 35))
    )
    third = replace(POLITICS, trigger=Span(40, 47), sentence=0, score=0.8, settled=other)
    weights = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.6})
    assert [d.trigger for d in weights.keep(text, (first, second), ACTORS, (), 1)] == [first.trigger]
    assert len(weights.keep(text, (first, second, third), ACTORS, (), 1)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bombing and shelling went on.", ("bombing", "shelling")),
        ("The bombing, shelling and raids went on.", ("bombing", "shelling")),
        ("The bombing of two towns by shelling went on.", ("bombing", "shelling")),
        ("He praised Togo's support for Mali.", ("praised", "support")),
    ],
)
def test_acts_that_are_told_apart_stay_two(text: str, words: tuple[str, ...]) -> None:
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    drafts = [replace(POLITICS, trigger=s, sentence=0) for s in spans]
    assert len(Weights(0.0, {"trigger": 1.0}, {}).keep(text, drafts, ACTORS, (), 1)) == 2


def test_a_word_that_is_hardly_an_act_takes_no_place() -> None:
    text = "They imposed sanctions squeeze measures."
    strong, weak = Span(13, 22), Span(23, 30)
    drafts = [replace(POLITICS, trigger=s, sentence=0, score=p) for s, p in ((strong, 0.9), (weak, 0.1))]
    (kept,) = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.5}).keep(text, drafts, ACTORS, (), 1)
    assert kept.trigger == strong


def test_the_shorter_the_text_the_surer_its_acts() -> None:
    found = [Weights(0.0, {"trigger": 1.0}).keep(TEXT, (POLITICS,), ACTORS, (), n)[0] for n in (1, 2, 7, 40)]
    one, two, seven, forty = (d.confidence for d in found)
    assert one > two > seven == forty
    assert "short" in dict(found[0].reasons) and "short" not in dict(found[3].reasons)
    assert in_words("short") == "the text is short"


def test_what_a_phrase_tells_of_another_mode_is_no_second_word_for_an_act() -> None:
    text = "They cut the net and imposed a curfew."
    taken = replace(POLITICS, trigger=Span(5, 8), sentence=0, modes=("censor",), score=0.9)
    other = replace(POLITICS, trigger=Span(31, 37), sentence=0, modes=("curfew",), score=0.3, settled=Span(31, 37))
    weights = Weights(0.0, {"trigger": 1.0}, {"SUPPORT": 0.6})
    assert [d.trigger for d in weights.keep(text, (taken, other), ACTORS, (), 9)] == [taken.trigger, other.trigger]
    alike = replace(other, modes=("censor",))
    assert [d.trigger for d in weights.keep(text, (taken, alike), ACTORS, (), 9)] == [taken.trigger]
