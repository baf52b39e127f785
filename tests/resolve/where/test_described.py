"""Countries told by where they lie, and what those that leave do not tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.where import places_of_event

Tag = Callable[..., tuple[Place, ...]]


def _told(places: Tag, text: str, words: str) -> tuple[Place, ...]:
    start = text.rindex(words)
    span = Span(start, start + len(words))
    return places_of_event(text, [span], places(text, extra=[span]))


@pytest.mark.parametrize(
    ("text", "words", "piece", "country"),
    [
        ("Fighting hit Mali. He was in the West African country.", "West African country", None, "MLI"),
        ("He trains Mali's army in the West African country.", "African country", "West African country", "MLI"),
        ("Russia spoke of Mali. He was in the West African country, Russia said.", "West African country", None, "MLI"),
        ("Malian troops met. Syria was calm. He was in the African nation.", "African nation", None, "MLI"),
        ("Fighting hit Aleppo in Syria. He left the Middle Eastern nation.", "Middle Eastern nation", None, "SYR"),
        ("In the West African country, Mali's army met.", "West African country", None, "MLI"),
        ("Fighting hit Mali. He was in another West African country.", "West African country", None, None),
        ("Fighting hit Mali. He was in a West African country.", "African country", "West African country", None),
        ("Fighting hit Syria. He was in the West African country.", "West African country", None, None),
    ],
)
def test_a_country_by_its_region(places: Tag, text: str, words: str, piece: str | None, country: str | None) -> None:
    (place,) = _told(places, text, words)
    assert (place.piece.text, place.country) == (piece or words, country)
    assert (place.precision == "country" and place.lat is not None) == (country is not None)


def test_the_name_of_a_country_describes_none(places: Tag) -> None:
    (place,) = _told(places, "Fighting hit Mali. He was in the Central African Republic.", "Central African Republic")
    assert (place.country, place.basis) == ("CAF", "country name")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Mali told them to go. French troops leave the country.", "MLI"),
        ("French troops will leave the country, Mali said.", "MLI"),
        ("Mali expelled the French ambassador. The French envoy was expelled from the country.", "MLI"),
        ("Mali met. Syrian mercenaries were ordered out of the country.", "MLI"),
        ("Mali met. US troops will withdraw from the country.", "MLI"),
        ("Malian leaders told France so. French forces pull out of the country.", "MLI"),
        # Those who flee are of the country.
        ("Thousands of Syrians fled the country.", "SYR"),
        ("Syrian leaders spoke of fighting in the country.", "SYR"),
    ],
)
def test_who_leaves_does_not_tell_what_they_leave(places: Tag, text: str, country: str) -> None:
    (place,) = _told(places, text, "the country")
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "kept"), [("French troops met.", 0), ("A French army base.", 0), ("A French bus.", 1)]
)
def test_whose_a_party_is_is_no_place(places: Tag, text: str, kept: int) -> None:
    assert len(_told(places, text, "French")) == kept


def test_who_leads_from_afar_does_not_tell_where(places: Tag) -> None:
    text = "US-led jets bombed a base in the east of the country, Syrian troops said. The US-led raid hit again."
    (place,) = _told(places, text, "the country")
    assert place.country == "SYR"


@pytest.mark.parametrize(
    ("words", "precision", "located"),
    [
        ("north-eastern city", "settlement", True),
        ("southern part of the city", "district", True),
        ("south of the city", "district", True),
        ("war-torn country", "country", True),
        ("a northern town", "country", False),
    ],
)
def test_a_part_of_what_was_named_before(places: Tag, words: str, precision: str, located: bool) -> None:
    mention = words.removeprefix("a ")
    text = f"Shells hit Gao in northern Mali. Rebels took {'' if mention != words else 'the '}{words}."
    (place,) = _told(places, text, mention)
    assert (place.country, place.precision, place.lat is not None) == ("MLI", precision, located)
