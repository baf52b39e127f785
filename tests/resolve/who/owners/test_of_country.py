"""Whose a party is by the words beside it."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList
from tests.resolve.who.marked import last


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        (
            "A U.S. Embassy aide in Lima spoke. Peru was told of it. A [[spokesperson from the Embassy]] said no more.",
            "USA",
            "GOV",
        ),
        ("Spain waited. The [[leadership of ETA]] was split.", "ESP", "REB"),
        ("A blast in Kampala, Uganda, killed nine, including one [[American]], police said.", "USA", "CVL"),
        ("The United States and Australia spoke. An [[Australian Republican spokeswoman]] left.", "AUS", "GOV"),
        ("Chad fights an [[insurgency]], which [[it]] says has foreign help.", "TCD", "GOV"),
        ("His [[defense team]] in Pretoria said that South Africa would lose.", "ZAF", "JUD"),
        ("Kabul spoke. A mother shot [[25 Taliban insurgents]] in Afghanistan.", "AFG", "REB"),
        ("The [[Communist Party of Peru (ZPX)]] met in Lima. The [[ZPX]] denied it.", "PER", "CVL"),
    ],
)
def test_whose_it_is(actors: ActorList, text: str, country: str, sector: str) -> None:
    actor = last(actors, text)
    assert actor.country == country
    assert sector in actor.sectors
