"""Values that the resolvers found, each with the words they were read from and how (`basis`)."""

from __future__ import annotations

from datetime import date

from dateline.fixed import fixed
from dateline.records.span import Piece

PRECISIONS = ("exact", "settlement", "district", "region", "country")
"""How closely a place is known, the closest first."""

COUNTED = (
    *("killed", "injured", "abducted", "arrested", "displaced", "participants", "troops", "money", "released", "other"),
)
"""What is counted, in the order in which the model knows it."""


def coarseness(precision: str | None) -> int:
    """The rank of a precision, 0 for the closest; what is not known ranks last."""
    return PRECISIONS.index(precision) if precision in PRECISIONS else len(PRECISIONS)


@fixed()
class Actor:
    """A party: country as ISO 3166 alpha-3 or IGO, UNO, EUR, NGO, IMG, MNC (None if unknown), sectors, primary first.

    `name` is the full name as the article or the actor list gives it, `id` the key in the actor list or None.
    """

    piece: Piece
    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    id: str | None
    basis: str


@fixed()
class Place:
    """A place on the map, in degrees; `precision` is one of `PRECISIONS`, or None."""

    piece: Piece
    name: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: str | None
    basis: str


@fixed()
class When:
    """A time expression as an inclusive interval of days; an open end is None.

    `timex` is the TimeML value ("2013-03-22", "2013-W12", "P2D", "PRESENT_REF"), `timex_type` DATE, TIME, DURATION or
    SET; `precision` day, week, month, quarter, season, year, decade, ... or "vague"; `basis` what it was reckoned from
    (published, dateline, explicit, another time expression).
    """

    piece: Piece
    start: date | None
    end: date | None
    precision: str | None
    basis: str
    timex: str | None = None
    timex_type: str | None = None


@fixed()
class Count:
    """How many of `what`, one of `COUNTED` (docs/reference/records.md says what each is)."""

    piece: Piece
    what: str
    min: int | float | None
    max: int | float | None


@fixed()
class Voice:
    """One voice of a chain "according to whom", with the words that report it."""

    actor: Actor
    cue: Piece | None
