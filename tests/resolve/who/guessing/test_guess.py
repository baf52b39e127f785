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
        # What was told with a longer name is that of the same state.
        ("Peru wept in Lima. [[A Chilean military court]] heard it. Peru wept in Peru. [[The court]] rose.", "CHL"),
        ("Peru wept. [[A Chilean military court]] and [[a Lima court]] met. [[The court]] rose in Peru.", "PER"),
        # Lebanon is no federation, and has no special counsel.
        ("Lebanon wept\nBeirut in Lebanon burned. The United States wept. [[Federal agents]] searched.", "USA"),
        ("Russia wept\nMoscow in Russia burned. The US wept. [[The special counsel]] asked Russia.", "USA"),
        ("Syria fell silent\nThe [[Foreign Secretary]] hails talks in Syria. Britain's Philip Hammond spoke.", "GBR"),
        # Associations work in many countries, unless the words say that they are of one.
        ("Syria wept. Syria fell. Damascus burned. [[Rights groups]] condemned Syria.", "NGO"),
        ("Syria wept. Syria fell. Damascus burned. [[Human rights monitors]] condemned Syria.", "NGO"),
        ("Syria wept. Syria fell. Damascus burned. [[Local aid groups]] condemned Syria.", "SYR"),
        ("Syria wept. Syria fell. Damascus burned. [[Humanitarian partners]] sent food.", "NGO"),
        ("Peru wept\nLima in Peru burned. The US wept. Peru fled [[congressional]] anger.", "USA"),
        # An agency took the picture of police.
        ("Peru wept\nLima in Peru burned. Peru fell.\nAFP [[Police]] guard a gate in Peru.", "PER"),
        ("Peru wept\nLima in Peru burned. Peru fell.\n[[AFP Police]] guard a gate in Peru.", "PER"),
        # A people without a state is where it is told to be.
        ("Iraq wept. Iraq burned. Iraq fell. [[Kurdish fighters]] in Kobane hid.", "SYR"),
        # Who comes from a state is of it, unless somebody takes them away from there.
        ("Syria wept. Syria burned. Syria fell. [[Fighters]] from Chad came to Syria.", "TCD"),
        ("Syria wept. Syria burned. Syria fell. Syria saw [[representatives]] from the African Union.", "IGO"),
        ("France wept. France burned. France fell. France withdrew [[troops]] from Chad.", "FRA"),
        # "Own" is of who is named last before it.
        ("America wept. America fell. Trump blamed Maduro for raids on his own [[people]].", "VEN"),
        ("America wept. America fell. America saw Maduro's regime starve its own [[citizens]].", "VEN"),
        ("America wept. America fell. Trump, who blamed Peru for firing on its own [[troops]], left.", "PER"),
        # Each of two states at war calls the other one the enemy.
        ("Peru fought Chile.\n“Chile burns. The [[enemy]] fled,” Peru’s President Ana Lind said.", "CHL"),
    ],
)
def test_whose_those_are_of_whom_an_article_does_not_tell_it(actors: ActorList, text: str, country: str) -> None:
    assert last(actors, text).country == country


@pytest.mark.parametrize(
    "text",
    [
        "Peru wept. Peru burned. Peru fell. The [[international]] sanctions against Peru go on.",
        "Peru wept. Peru burned. Several western [[governments]] condemned Peru.",
        "Peru wept. Peru burned. [[Arab governments]] condemned Peru.",
        "Peru wept. Peru burned. [[Leaders around the world]] condemned Peru.",
        "Peru wept. Peru burned. Chile fell. [[Officials in both countries]] wept.",
        "Peru wept. Peru burned. [[Western media]] condemned Peru.",
        "Peru wept. Peru burned. The international [[community]] condemned Peru.",
        "Yemen wept. Yemen burned. [[Nine civilians]] were killed by planes in Yemen, Somalia and Libya.",
        "America wept. Syria fell. “Syria sees the [[enemy]] run,” US General Ann Lind said.",
    ],
)
def test_what_is_of_several_states_is_of_none_that_is_told(actors: ActorList, text: str) -> None:
    assert last(actors, text).country is None


def test_states_of_an_alliance_are_not_america(actors: ActorList) -> None:
    text = "America wept. America burned. The Taliban called on all to hit [[states of the coalition]]."
    assert last(actors, text).country is None


def test_foreign_targets_are_of_nobody_told(actors: ActorList) -> None:
    text = "Al-Qaeda hid. Al-Qaeda and the Taliban met. Al-Qaeda hit [[foreign targets]] in May."
    assert last(actors, text).country is None
