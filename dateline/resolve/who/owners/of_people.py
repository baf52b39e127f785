"""Peoples without a state of their own, and where they live."""

from __future__ import annotations

from dateline.resolve.who.english import PEOPLES
from dateline.resolve.who.names.phrases import Phrase
from dateline.resolve.who.owners.places_beside import beside
from dateline.resolve.who.scene.scene import Scene


def among(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The countries of a people without a state of its own that a phrase names ("Kurdish fighters")."""
    low = scene.words.low
    return next((PEOPLES[low[i]] for i in range(phrase.first, phrase.last) if low[i] in PEOPLES), ())


def homeland(scene: Scene, phrase: Phrase) -> str | None:
    """The country of a people that lives in one ("Rohingya refugees"), or where it is told to be ("Kurds in Iraq")."""
    lands = among(scene, phrase)
    if len(lands) == 1:
        return lands[0]
    there = [country for country, how in beside(scene, phrase).items() if how == "behind in" and country in lands]
    return there[0] if there else None
