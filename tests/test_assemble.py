"""From a draft and what its words stand for to an event."""

from __future__ import annotations

import pytest

from dateline import assemble
from dateline.codebooks.codebook import Codebook
from dateline.records.article import Article
from dateline.records.draft import Draft
from dateline.records.resolved import Actor, Place
from dateline.records.span import Piece, Span

TEXT = "Both sides said Chad and Niger met."


def _piece(words: str) -> Piece:
    start = TEXT.index(words)
    return Piece.cut(TEXT, Span(start, start + len(words)))


def _actor(words: str, name: str, country: str | None) -> Actor:
    return Actor(_piece(words), name, country, ("GOV",), country, "country word")


def test_parties_that_one_mention_names_are_parties_and_voices_of_their_own() -> None:
    both, met, said = _piece("Both sides"), _piece("met"), _piece("said")
    members = (_actor("Both sides", "Chad", "TCD"), _actor("Both sides", "Niger", "NER"))
    joint = Actor(both, "Chad; Niger", None, ("GOV",), None, "same name earlier in the article")
    draft = Draft(
        trigger=met.span, sentence=0, type="CONSULT", modes=(), contexts=(), status="happened", confidence=0.9,
        scores=(("CONSULT", 0.9),), actors=(both.span,), sources=((both.span, said.span),),
    )  # fmt: skip
    found = assemble.Resolved({both.span: joint}, {both.span: members}, {}, {}, {})
    event = assemble.event(Article("a", TEXT), draft, Span(0, len(TEXT)), found, Codebook.load("plover"))
    assert event.actors == members
    assert [(voice.actor, voice.cue) for voice in event.according_to] == [(one, said) for one in members]


@pytest.mark.parametrize(
    ("text", "parties", "told"),
    [
        ("Ruiz said he left.", [("Ruiz", "Ruiz"), ("he", "Ruiz")], ["Ruiz"]),
        ("He said his men left.", [("He", "Ruiz"), ("his", "Ruiz")], ["his"]),
        ("Ruiz said he left.", [("Ruiz", "Ruiz"), ("he", "Hamdi")], ["Ruiz", "he"]),
        ("His aide and Ruiz left.", [("His", "Ruiz"), ("Ruiz", "Ruiz")], ["His", "Ruiz"]),
        ("Ruiz said he left.", [("Ruiz", None), ("he", None)], ["Ruiz", "he"]),
        ("America said the US left.", [("America", "United States"), ("US", "United States")], ["America", "US"]),
    ],
)
def test_a_pronoun_is_no_second_party(text: str, parties: list[tuple[str, str | None]], told: list[str]) -> None:
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words, _ in parties}
    actors = {spans[w]: Actor(Piece.cut(text, spans[w]), name, "TCD", ("GOV",), None, "") for w, name in parties}
    draft = Draft(
        trigger=Span(text.index("left"), text.index("left") + 4), sentence=0, type="RETREAT", modes=(), contexts=(),
        status="happened", confidence=0.9, scores=(("RETREAT", 0.9),), actors=tuple(sorted(actors)),
    )  # fmt: skip
    found = assemble.Resolved(actors, {}, {}, {}, {})
    event = assemble.event(Article("a", text), draft, Span(0, len(text)), found, Codebook.load("plover"))
    assert [a.piece.text for a in event.actors] == told


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("found a", "found"),
        ("the shelling and", "shelling"),
        ("called for", "called for"),
        ("on trial", "on trial"),
        ("the", "the"),
    ],
)
def test_the_words_for_an_act_carry_no_article_at_their_ends(words: str, named: str) -> None:
    text = f"They {words} end."
    draft = Draft(
        trigger=Span(5, 5 + len(words)), sentence=0, type="CONSULT", modes=(), contexts=(), status="happened",
        confidence=0.9, scores=(("CONSULT", 0.9),),
    )  # fmt: skip
    found = assemble.Resolved({}, {}, {}, {}, {})
    event = assemble.event(Article("a", text), draft, Span(0, len(text)), found, Codebook.load("plover"))
    assert event.trigger == Piece.cut(text, Span(text.index(named), text.index(named) + len(named)))


@pytest.mark.parametrize(
    ("precision", "kept"), [("settlement", []), ("region", []), ("country", ["Lund"]), ("exact", ["Lund"])]
)
def test_a_town_that_force_strikes_is_where_and_no_party(precision: str, kept: list[str]) -> None:
    text = "Rockets hit Lund."
    hit, town = Piece.cut(text, Span(8, 11)), Piece.cut(text, Span(12, 16))
    state = Actor(town, "Sweden", "SWE", ("GOV",), "SWE", "country word")
    place = Place(town, "Lund", "SWE", None, 55.7, 13.2, 1, precision, "gazetteer, only match")
    draft = Draft(
        trigger=hit.span, sentence=0, type="ASSAULT", modes=(), contexts=(), status="happened", confidence=0.9,
        scores=(("ASSAULT", 0.9),), recipients=(town.span,),
    )  # fmt: skip
    found = assemble.Resolved({town.span: state}, {}, {hit.span: (place,)}, {}, {})
    event = assemble.event(Article("a", text), draft, Span(0, len(text)), found, Codebook.load("plover"))
    assert [a.piece.text for a in event.recipients] == kept and event.where == (place,)
