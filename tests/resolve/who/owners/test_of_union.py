"""Whose the secretary-general and the peacekeepers are where no word tells."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[[Secretary-General]] condemns raid\n\nMalian gunmen raided a camp of the United Nations on Monday.", "UNO"),
        ("The UN sent food to Mali. [[The Secretary-General]] thanked Niger.", "UNO"),
        ("Mali left the UN. It also left NATO, and Niger followed. [[The secretary-general]] met France.", "IGO"),
        ("Gunmen killed two [[peacekeepers]] in Mali on Monday, the UN said.", "UNO"),
        ("The African Union mourned two [[peacekeepers]] who were killed in Somalia.", "IGO"),
        ("The UN met. Two [[peacekeepers]] from Chad were killed in Mali.", "TCD"),
        ("The UN met. Russian [[peacekeepers]] left. Two [[peacekeepers]] were hurt in Armenia.", "RUS"),
        ("The UN met in Lima. A [[secretary-general]] of a Peruvian union was held.", "PER"),
        ("Peru left the UN. The Peruvian union's [[secretary-general]] was held.", "PER"),
    ],
)  # fmt: skip
def test_they_belong_to_a_body_that_the_article_names(actors: ActorList, text: str, country: str) -> None:
    plain, spans = split(text)
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].country == country


def test_a_partys_secretary_general_is_not_of_the_united_nations(actors: ActorList) -> None:
    plain, spans = split("The UN met. The African National Congress met too. [[The secretary-general]] spoke.")
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].country != "UNO"
