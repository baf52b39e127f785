"""Whose a document is that speaks."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("In Kenya 10 died. [[UN estimates]] said so.", "UNO:", "United Nations"),
        ("In Kenya 10 died. [[An Amnesty International report]] said so.", "NGO:SOC", "Amnesty International"),
        ("In Kenya 10 died. [[The White House statement]] said so.", "USA:GOV", "White House"),
        ("In Kenya 10 died. [[Police figures]] said so.", "KEN:COP", None),
        ("In Kenya 10 died. [[Government data]] said so.", "KEN:GOV", None),
        ("In Kenya 10 died. [[An army statement]] said so.", "KEN:MIL", None),
        ("In Kenya 10 died. [[A Kenyan army statement]] said so.", "KEN:MIL", None),
        ("In Kenya 10 died. [[A health ministry report]] said so.", "KEN:GOV", None),
        ("In Kenya 10 died. [[The court's latest records]] said so.", "KEN:JUD", None),
        ("In Kenya 10 died. [[Data from the health ministry]] said so.", "KEN:GOV", None),
        ("In Kenya 10 died. [[A statement by the army]] said so.", "KEN:MIL", None),
        ("In Kenya 10 died. [[Media reports]] said so.", "KEN:JRN", None),
        ("In Kenya 10 died. [[An army statement]] said so. [[The statement]] was short.", "KEN:MIL", None),
        ("In Kenya 10 died. [[An army news release]] said so. [[The release]] was short.", "KEN:MIL", None),
        ("In Kenya 10 died. [[Conservative estimates]] said so.", "KEN:UNK", None),
        ("In Kenya 10 died. [[A report from the ground]] said so.", "KEN:UNK", None),
    ],
)
def test_a_document_is_its_authors(actors: ActorList, text: str, code: str, name: str | None) -> None:
    plain, spans = split(text)
    actor = resolve_parties(plain, spans, actors).actors[spans[-1]]
    assert (f"{actor.country}:{''.join(actor.sectors[:1])}", actor.name) == (code, name)


def test_the_regime_is_not_that_of_a_state_nobody_calls_so(actors: ActorList) -> None:
    plain, spans = split("The United States spoke of Iran. American officials met. Washington blamed [[the regime]].")
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].country == "IRN"
