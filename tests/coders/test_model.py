from __future__ import annotations

import pytest

from dateline.codebooks.codebook import Codebook
from dateline.coders.model import ModelCoder
from dateline.coders.phrases import Phrases
from dateline.coders.roles import says_something
from dateline.fixed import replace
from dateline.records.annotation import Annotation, Argument, Mention, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

BOOK = Codebook.load()
TEXT = "Kenya will send soldiers to Haiti."
DONE = "Kenya just sent soldiers to Haiti."


def annotation(type_: str = "AID", status: str = "planned", score: float = 0.9, *arguments: Argument) -> Annotation:
    trigger = Trigger(Span(11, 15), 0, ((type_, 0.9), ("MOBILIZE", 0.1)), (), ((status, 0.8),), score, arguments)
    return Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), ())


def coder(**options: object) -> ModelCoder:
    return ModelCoder(BOOK, **options)  # type: ignore[arg-type]


def test_a_phrase_that_agrees_with_the_model_is_named() -> None:
    text = "Chad summoned the ambassador of Togo."
    act = Trigger(Span(5, 13), 0, (("ACCUSE", 0.9),), (), (("happened", 1.0),), 0.9)
    [draft] = ModelCoder(BOOK, phrases=Phrases(BOOK.phrases)).code(
        text, Annotation((Sentence(0, 0, len(text)),), (), (act,), ())
    )
    assert draft.rule == "“summoned the ambassador” is ACCUSE (codebook: phrases)"


def test_planned_aid_is_agree_and_the_rule_is_named() -> None:
    (draft,) = coder().code(TEXT, annotation())
    assert (draft.type, draft.status) == ("AGREE", "planned")
    assert draft.rule is not None and "AID" in draft.rule


def test_types_whose_promise_is_of_one_type_stand_together_where_it_is_planned() -> None:
    types = (("SANCTION", 0.4), ("AID", 0.35), ("AGREE", 0.2), ("REQUEST", 0.05))
    trigger = Trigger(Span(11, 15), 0, types, (), (("planned", 0.8),), 0.9, ())
    (draft,) = coder().code(TEXT, Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), ()))
    assert draft.type == "AGREE" and draft.rule == "a planned AID is AGREE (codebook: future)"
    assert draft.scores == (("AGREE", 0.55), ("SANCTION", 0.4), ("REQUEST", 0.05))
    happened = Trigger(Span(11, 15), 0, types, (), (("happened", 0.8),), 0.9, ())
    (draft,) = coder().code(DONE, Annotation((Sentence(0, 0, len(DONE)),), (), (happened,), ()))
    assert draft.type == "SANCTION" and draft.scores == types


def test_what_happened_keeps_its_type() -> None:
    (draft,) = coder().code(DONE, annotation(status="happened"))
    assert (draft.type, draft.rule) == ("AID", None)


def test_of_a_faint_trigger_nothing_else_is_read() -> None:
    read = annotation(score=0.2)
    (likely,) = coder().code(TEXT, read)
    (faint,) = coder().code(TEXT, replace(read, triggers=(replace(read.triggers[0], faint=True),)))
    assert (likely.type, likely.rule is None, likely.faint) == ("AGREE", False, False)
    assert (faint.type, faint.rule, faint.faint) == ("AID", None, True)
    assert (faint.trigger, faint.word, faint.score) == (likely.trigger, likely.word, likely.score)


def test_the_score_of_a_draft_is_that_of_act_and_type() -> None:
    (draft,) = coder().code(TEXT, annotation(score=0.5))
    assert (draft.confidence, draft.score, draft.word) == (0.45, 0.5, "send")


def test_a_mention_of_nothing_is_left_out() -> None:
    to, haiti = Argument("place", Span(25, 27), 0.9), Argument("place", Span(28, 33), 0.9)
    (draft,) = coder().code(TEXT, annotation("AID", "happened", 0.9, to, haiti))
    assert draft.places == (Span(28, 33),)


def test_a_word_that_only_joins_others_names_no_act() -> None:
    trigger = Trigger(Span(25, 27), 0, (("AID", 0.9),), (), (("happened", 0.8),), 0.9)
    assert coder().code(TEXT, Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), ())) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [("of", False), ("the,", False), ("—", False), ("UN", True), ("5", True), ("is", False), ("IS", True)],
)
def test_says_something(words: str, expected: bool) -> None:
    assert says_something(words) is expected


def test_a_mode_brings_its_context_along() -> None:
    trigger = Trigger(Span(11, 15), 0, (("COERCE", 0.9),), (("cyber", 0.9),), (("happened", 0.8),), 0.9)
    (draft,) = coder().code(TEXT, Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), ()))
    assert draft.contexts == ("cyber",)


def test_an_act_has_its_two_likeliest_modes() -> None:
    modes = (("explosives", 0.9), ("suicide-attack", 0.8), ("aerial", 0.7))
    trigger = Trigger(Span(11, 15), 0, (("ASSAULT", 0.9),), modes, (("happened", 0.8),), 0.9)
    (draft,) = coder().code(TEXT, Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), ()))
    assert draft.modes == ("explosives", "suicide-attack")


def test_those_who_took_somebody_are_not_counted_as_taken() -> None:
    text = "Five men seized Ruiz."
    number = Mention(Span(0, 4), "count", 0.9, (("arrested", 0.9),))
    who, whom = Argument("actor", Span(0, 8), 0.9), Argument("recipient", Span(16, 20), 0.9)
    told = (who, whom, Argument("count", number.span, 0.9))
    act = Trigger(Span(9, 15), 0, (("COERCE", 0.9),), (("arrest", 0.9),), (("happened", 0.8),), 0.9, told)
    (draft,) = coder().code(text, Annotation((Sentence(0, 0, len(text)),), (number,), (act,), ()))
    assert number.span not in [span for span, _ in draft.counts]


def _held(holder: str) -> Trigger:
    who = Argument("actor", Span(21, 21 + len(holder)), 0.9)
    return Trigger(Span(13, 17), 0, (("COERCE", 0.9),), (("arrest", 0.9),), (("happened", 0.8),), 0.9, (who,))


@pytest.mark.parametrize(("holder", "type_", "mode"), [("rebels", "ASSAULT", "abduct"), ("police", "COERCE", "arrest")])
def test_whom_an_armed_group_holds_is_abducted(holder: str, type_: str, mode: str) -> None:
    text = f"Ten men were held by {holder}."
    number = Mention(Span(0, 3), "count", 0.9, (("arrested", 0.9),))
    act = _held(holder)
    act = replace(act, arguments=(*act.arguments, Argument("count", number.span, 0.9)))
    (draft,) = coder().code(text, Annotation((Sentence(0, 0, len(text)),), (number,), (act,), ()))
    assert (draft.type, draft.modes) == (type_, (mode,))
    assert draft.counts[0][1][0][0] == {"abduct": "abducted", "arrest": "arrested"}[mode]


def test_who_protests_takes_part() -> None:
    text = "Nine cooks marched."
    number = Mention(Span(0, 4), "count", 0.9, (("other", 0.9),))
    told = Argument("actor", Span(0, 10), 0.9), Argument("count", number.span, 0.9)
    act = Trigger(Span(11, 18), 0, (("PROTEST", 0.9),), (("demo", 0.9),), (("happened", 0.8),), 0.9, told)
    (draft,) = coder().code(text, Annotation((Sentence(0, 0, len(text)),), (number,), (act,), ()))
    assert draft.counts == ((number.span, (("participants", 1.0),)),)
