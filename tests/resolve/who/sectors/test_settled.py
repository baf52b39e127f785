"""Sectors settled between words and model."""

from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties


def spans_of(text: str, mention: str) -> list[Span]:
    found, start = [], text.find(mention)
    while start >= 0:
        found.append(Span(start, start + len(mention)))
        start = text.find(mention, start + 1)
    return found


def test_what_the_model_says_of_a_name_counts_for_all_its_mentions(actors: ActorList) -> None:
    text = "Ama Osei spoke in Accra. Police in Accra held Osei, and the court freed Ama Osei."
    spans = spans_of(text, "Ama Osei")
    found = resolve_parties(
        text, spans, actors, sector_hints={spans[0]: [("JRN", 0.99)], spans[1]: [("JRN", 0.97)]}
    ).actors
    assert [found[span].sectors[0] for span in spans] == ["JRN", "JRN"]


def test_the_model_has_to_be_much_surer_than_a_noun(actors: ActorList) -> None:
    text = "Soldiers from Mali crossed the river."
    span = spans_of(text, "Soldiers")[0]
    close = resolve_parties(text, [span], actors, sector_hints={span: [("REB", 0.6), ("MIL", 0.4)]}).actors[span]
    far = resolve_parties(text, [span], actors, sector_hints={span: [("REB", 0.95), ("MIL", 0.05)]}).actors[span]
    assert close.sectors == ("MIL",)
    assert (far.sectors, far.basis) == (("REB",), "model")


def test_bodies_of_the_un_have_no_sector_from_the_model(actors: ActorList) -> None:
    text = "The UN condemned it."
    span = spans_of(text, "UN")[0]
    assert resolve_parties(text, [span], actors, sector_hints={span: [("GOV", 0.99)]}).actors[span].sectors == ()


def test_a_state_under_its_own_name_is_never_made_a_rebel(actors: ActorList) -> None:
    text = "Lima bombed the villages, they said."
    span = spans_of(text, "Lima")[0]
    told = resolve_parties(text, [span], actors, sector_hints={span: [("REB", 0.95), ("GOV", 0.05)]}).actors[span]
    assert (told.country, "REB" in told.sectors) == ("PER", False)


def test_a_noun_of_a_trade_outweighs_the_model(actors: ActorList) -> None:
    text = "Transport unions in Peru marched."
    span = spans_of(text, "Transport unions")[0]
    hinted = resolve_parties(text, [span], actors, sector_hints={span: [("BUS", 0.97), ("LAB", 0.02)]}).actors[span]
    assert hinted.sectors == ("LAB",)


@pytest.mark.parametrize("words", ["Pro-government gunmen", "Pro-regime fighters"])
def test_who_fights_for_a_government_stays_so_whatever_the_model_says(actors: ActorList, words: str) -> None:
    text = f"{words} from Mali crossed the river."
    span = spans_of(text, words)[0]
    hinted = resolve_parties(text, [span], actors, sector_hints={span: [("REB", 0.99)]}).actors[span]
    assert hinted.sectors == ("PRM",)
