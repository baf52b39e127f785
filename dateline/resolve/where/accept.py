"""Decides which spots are mentions of places."""

from __future__ import annotations

from dateline.resolve.where.spot import Spot

WEIGHTS: dict[str, float] = {
    "after_comma": 0.30,
    "after_common": -0.55,
    "after_demonym": -0.59,
    "after_direction": 0.76,
    "after_given": -1.64,
    "after_locative": 1.63,
    "after_locative_the": 0.50,
    "after_of": 0.55,
    "after_settlement": 0.41,
    "after_the": 0.13,
    "after_title": -1.10,
    "after_unknown": -0.55,
    "alternate": -0.77,
    "before_body": -1.45,
    "before_bracket": 0.56,
    "before_comma": 0.53,
    "before_common": -0.81,
    "before_part": 1.03,
    "before_speech": -1.95,
    "before_unit": 0.85,
    "before_unknown": -1.02,
    "calendar": -3.30,
    "common": -1.01,
    "common_opening": -3.50,
    "country": 2.00,
    "demonym": 0.50,
    "given": -1.01,
    "great": 0.90,
    "large": -0.13,
    "listed": 0.15,
    "middling": -1.17,
    "never": -2.58,
    "of_body": -0.88,
    "of_direction": 0.99,
    "of_settlement": 1.61,
    "opens": -0.41,
    "person": -1.85,
    "possessive": 0.01,
    "several_words": 1.18,
    "small": -1.21,
    "surname": -3.82,
    "tiny": -1.07,
    "titled": -0.34,
    "unit1": 0.70,
    "unit2": -0.06,
}
"""Log-odds of each cue, fitted by `eval/geoparsing.py --fit` on development halves."""

BIAS = 0.83
_FLOOR = -3.0  # a spot this unlikely by itself is no place even where the same name is one elsewhere
_SURE = 2.0  # a mention this likely vouches for the others of its name


def odds(spot: Spot) -> float:
    """Log-odds that a spot is a mention of a place, by its cues."""
    return BIAS + sum(WEIGHTS.get(cue, 0.0) for cue in spot.cues)


def accepted(spots: list[Spot]) -> list[bool]:
    """For each spot whether it is a mention: likely by itself, or vouched for by a sure mention of the same name."""
    values = [odds(spot) for spot in spots]
    sure = {spot.name for spot, value in zip(spots, values, strict=True) if value >= _SURE}
    return [
        spot.forced or value >= 0 or (spot.name in sure and value >= _FLOOR)
        for spot, value in zip(spots, values, strict=True)
    ]
