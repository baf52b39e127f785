"""Decides which spots are mentions of places."""

from __future__ import annotations

import math

from dateline.resolve.where.spot import Spot

WEIGHTS: dict[str, float] = {
    "abbreviation": 0.47,
    "acronym": -0.99,
    "after_comma": 0.12,
    "after_common": -0.73,
    "after_demonym": -0.61,
    "after_direction": 0.59,
    "after_given": -2.21,
    "after_locative": 1.64,
    "after_locative_the": 0.67,
    "after_of": 0.54,
    "after_settlement": 0.36,
    "after_the": 0.19,
    "after_title": -1.30,
    "after_unknown": -1.09,
    "alternate": -0.95,
    "before_body": -1.57,
    "before_bracket": 0.63,
    "before_comma": 0.48,
    "before_common": -0.81,
    "before_part": 1.14,
    "before_speech": -1.94,
    "before_unit": 0.33,
    "before_unknown": -1.14,
    "common": -1.47,
    "common_opening": -3.82,
    "country": 2.00,
    "family": -0.85,
    "given": -1.06,
    "great": 0.88,
    "large": -0.21,
    "listed": -0.11,
    "middling": -1.12,
    "never": -2.63,
    "of_body": -1.23,
    "of_direction": 1.07,
    "of_settlement": 1.85,
    "of_unit": 0.60,
    "opens": -0.49,
    "person": -1.64,
    "possessive": 0.03,
    "several_words": 0.93,
    "small": -1.36,
    "surname": -3.82,
    "tiny": -1.09,
    "titled": -0.61,
    "unit1": 0.99,
    "unit2": 0.02,
}
"""Log-odds of each cue, fitted by `eval/geoparsing.py --fit` on development halves."""

BIAS = 1.22
_FLOOR = -3.0  # a spot this unlikely by itself is no place even where the same name is one elsewhere
_SURE = 2.0  # a mention this likely vouches for the others of its name


_NEVER = frozenset(("person", "before_body", "of_body", "never", "calendar", "demonym", "before_disease", "vessel"))


def odds(spot: Spot) -> float:
    """Log-odds that a spot is a mention of a place, by its cues."""
    if not _NEVER.isdisjoint(spot.cues):
        return -math.inf
    return math.fsum([BIAS, *(WEIGHTS.get(cue, 0.0) for cue in spot.cues)])  # exact: a set has no order


def accepted(spots: list[Spot]) -> list[bool]:
    """For each spot whether it is a mention: likely by itself, or vouched for by a sure mention of the same name."""
    values = [odds(spot) for spot in spots]
    sure = {spot.name for spot, value in zip(spots, values, strict=True) if value >= _SURE}
    return [
        spot.forced or value >= 0 or (spot.name in sure and value >= _FLOOR)
        for spot, value in zip(spots, values, strict=True)
    ]
