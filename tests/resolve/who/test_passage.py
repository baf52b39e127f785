"""The country of those whom an article describes and whose country it does not tell."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records.resolved import Actor
from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split

ONE_GROUP = "Islamic State took Iraq's town of Hit. Iraq said Islamic State fled. Iraq hunts Islamic State. "

FRENCH = (
    "France mourns\n" + "France wept in Paris. [[French police]] hunted in France. [[Police]] fired in France. " * 6
)


def last(actors: ActorList, marked: str) -> Actor:
    """The actor of the last of the mentions in double brackets."""
    text, spans = split(marked)
    return resolve_parties(text, spans, actors, published=date(2016, 5, 5)).actors[spans[-1]]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (ONE_GROUP + "In Iraq [[the militants]] burned a bridge.", "IMG"),
        (ONE_GROUP + "In Iraq [[unknown militants]] burned a bridge.", "IRQ"),
        (ONE_GROUP + "In Syria the Free Syrian Army hid. [[The jihadists]] burned a bridge.", "IMG"),
        # Where planes of a state kill somebody is not that state.
        ("Syria wept.\nSyria fell. [[Nine people]] were killed in a US airstrike. Syria wept in Syria.", "SYR"),
        # What someone is accused of doing is not whose they are.
        ("Syria fumed. Syria said so. A panel accused the [[regime]] of breaking a UN Security Council order.", "SYR"),
        # Who is told of in front of a place belongs there.
        (FRENCH + "In Turkey, [[police]] hesitated.", "TUR"),
    ],
)
def test_whose_those_are_of_whom_an_article_does_not_tell_it(actors: ActorList, text: str, country: str) -> None:
    assert last(actors, text).country == country


def test_foreign_targets_are_of_nobody_told(actors: ActorList) -> None:
    text = "Al-Qaeda hid. Al-Qaeda and the Taliban met. Al-Qaeda hit [[foreign targets]] in May."
    assert last(actors, text).country is None
