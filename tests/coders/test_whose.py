from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.whose import not_pulled_out, to_whom, whose
from dateline.records.annotation import Argument, Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, words: str, type_: str, *recipients: str) -> Trigger:
    arguments = tuple(Argument("recipient", at(text, r), 0.9) for r in recipients)
    return Trigger(at(text, words), 0, ((type_, 0.9),), (), (("happened", 0.9),), 0.9, arguments)


def who(text: str, trigger: Trigger, *parties: str) -> list[str]:
    return [s.of(text) for s in whose(text, Span(0, len(text)), trigger, [at(text, p) for p in parties])]


@pytest.mark.parametrize(
    ("text", "words", "type_", "actor"),
    [
        ("The visit follows his threat to shell Bamako.", "threat", "THREATEN", ["his"]),
        ("The crowd cheered her new promise.", "promise", "AGREE", ["her"]),
        ("The crowd cheered her arrest.", "arrest", "COERCE", []),
        ("The crowd cheered a promise.", "promise", "AGREE", []),
        ("It hailed its new cross-border offensive.", "offensive", "ASSAULT", ["its"]),
        ("The crowd filmed his two-day visit.", "visit", "CONSULT", ["his"]),
        ("It was his first since the raid.", "raid", "ASSAULT", []),
        ("The crowd filmed his killing.", "killing", "ASSAULT", []),
        ("The crowd saw their mayor and talks.", "talks", "CONSULT", []),
    ],
)
def test_words_are_of_whom_they_belong_to(text: str, words: str, type_: str, actor: list[str]) -> None:
    assert who(text, act(text, words, type_)) == actor


@pytest.mark.parametrize(
    ("text", "party", "words", "actor"),
    [
        ("Togo has now seized the port.", "Togo", "seized", ["Togo"]),
        ("Fighters for Togo would hit back.", "Fighters for Togo", "hit back", ["Fighters for Togo"]),
        ("Two men held in Togo were freed.", "Two men", "held", []),
        ("Two men have been seized.", "Two men", "seized", []),
        ("Two men have died.", "Two men", "died", []),
    ],
)
def test_a_party_before_a_helped_verb(text: str, party: str, words: str, actor: list[str]) -> None:
    assert who(text, act(text, words, "COERCE"), party) == actor


def test_to_whom_it_is_done_does_it_not() -> None:
    text = "Togo has suffered and had seized ships."
    assert who(text, act(text, "suffered", "ASSAULT", "Togo"), "Togo") == []
    text = "Diallo would quit over their promise."
    assert who(text, act(text, "promise", "AGREE", "their")) == []


@pytest.mark.parametrize(
    ("text", "words", "type_", "whom"),
    [
        ("She met Diallo and urged him to go.", "urged", "REQUEST", ["him"]),
        ("The crowd laughed at us.", "laughed", "ACCUSE", ["us"]),
        ("She met him in Lome.", "met", "CONSULT", []),
        ("The crowd condemned US strikes.", "condemned", "ACCUSE", []),
        ("Diallo called them a breach of the treaty.", "called", "ACCUSE", []),
        ("She urged the envoy to go.", "urged", "REQUEST", []),
    ],
)
def test_pronouns_behind_an_act(text: str, words: str, type_: str, whom: list[str]) -> None:
    assert [s.of(text) for s in to_whom(text, Span(0, len(text)), act(text, words, type_))] == whom


@pytest.mark.parametrize(
    ("text", "words", "type_", "recipient", "kept"),
    [
        ("Togo pulled its last troops out of Bol.", "pulled", "RETREAT", "last troops", []),
        ("Togo ordered the pullout of 2,000 soldiers.", "pullout", "CONCEDE", "2,000 soldiers", []),
        ("Togo recalled its envoy.", "recalled", "SANCTION", "envoy", []),
        ("Togo freed its last soldiers.", "freed", "RETREAT", "last soldiers", ["last soldiers"]),
        ("Togo evacuated its last staff.", "evacuated", "AID", "last staff", ["last staff"]),
    ],
)
def test_nothing_is_done_to_troops_that_someone_withdraws(
    text: str, words: str, type_: str, recipient: str, kept: list[str]
) -> None:
    left = not_pulled_out(text, act(text, words, type_), [at(text, recipient)])
    assert [s.of(text) for s in left] == kept


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 9))
def test_any_text_gives_words_of_it(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    trigger = Trigger(span, 0, (("AGREE", 0.9),), (), (("happened", 0.9),), 0.9)
    whole = Span(0, len(text))
    assert all(
        s.of(text) and not s.overlaps(span) for s in (*whose(text, whole, trigger, []), *to_whom(text, whole, trigger))
    )
