"""What is asked of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from datetime import UTC, date, datetime, time
from typing import Any

from dateline.errors import InputError
from dateline.fixed import fixed


def moment(text: str) -> datetime:
    """The end of a day, or a moment, in UTC (without a zone it is meant so); InputError where it is neither."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        read = datetime.fromisoformat(text)
        return (read.replace(tzinfo=UTC) if read.tzinfo is None else read).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(f"{text!r} is no day (2024-07-29) and no moment (2024-07-29T12:00)") from None


def beginning(text: str) -> datetime:
    """The start of a day, or a moment, in UTC (without a zone it is meant so); InputError where it is neither."""
    return moment(f"{text}T00:00" if len(text) == 10 else text)


def several(values: str | Sequence[str]) -> Sequence[str]:
    """The values of a filter; one that is given by itself is the only one, and not its letters."""
    return (values,) if isinstance(values, str) else values


@fixed()
class Near:
    """All within `km` of a point in degrees."""

    lat: float
    lon: float
    km: float

    @classmethod
    def parse(cls, text: str) -> Near:
        """From "LAT,LON,KM"; InputError where that is no place on earth."""
        try:
            lat, lon, km = (float(part) for part in text.split(","))
        except ValueError:
            raise InputError(f"{text!r} is no point with a radius: LAT,LON,KM such as 16.27,-0.04,50") from None
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0):
            raise InputError(f"{text!r}: latitude -90 to 90, longitude -180 to 180, a radius over 0 km")
        return cls(lat, lon, km)


@fixed()
class Box:
    """All between two meridians and two parallels, in degrees; `west` over `east` goes across the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> Box:
        """From "WEST,SOUTH,EAST,NORTH"; InputError where that is no part of the earth."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            raise InputError(f"{text!r} is no box: WEST,SOUTH,EAST,NORTH such as -5.5,10,4.3,25") from None
        if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
            raise InputError(f"{text!r}: longitudes -180 to 180, latitudes -90 to 90 with the southern one first")
        return cls(west, south, east, north)


@fixed()
class Filter:
    """Which records are asked for; what is left empty does not narrow.

    `actor`, `recipient` and `party` (either, or a voice) are a country ("MLI"), a country with a sector ("MLI:MIL"), a
    sector (":REB"), a key of the actor list, an actor of the store ("a" with 15 hexadecimal digits), or words of a
    name; `regions` are names of the first divisions of a country, as `place_admin1` has them ("Lac"), or words of
    them, with or without their accents and capitals; `box` bounds the first place of an event, `near` any; `dyad` is
    two of them with ">" between ("*" for anybody): the second is a recipient, or both are actors of something that
    they do with one another. `since` and `until` bound the first day of an event (for statements, the day of
    publication), `published_since` and `published_until` the day of publication, all inclusive. `text` is a full-text
    query. `min_origins` asks for happenings that so many independent reports tell of. `as_of` reads what was known
    then, `run` what one run coded, edits aside. `reviewed` asks for what people have looked at, or have not. `without`
    asks for what has no "date" or no "place" on the map, `recorded_since` for what became known, or changed, at that
    moment or later.
    """

    types: Sequence[str] = ()
    modes: Sequence[str] = ()
    contexts: Sequence[str] = ()
    quads: Sequence[str] = ()
    statuses: Sequence[str] = ()
    countries: Sequence[str] = ()
    regions: Sequence[str] = ()
    near: Near | None = None
    box: Box | None = None
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    dyad: str | None = None
    since: date | None = None
    until: date | None = None
    sources: Sequence[str] = ()
    articles: Sequence[str] = ()
    confidence: float | None = None
    text: str | None = None
    min_origins: int | None = None
    edited: bool = False
    reviewed: bool | None = None
    as_of: datetime | None = None
    run: str | None = None
    published_since: date | None = None
    published_until: date | None = None
    without: Sequence[str] = ()
    recorded_since: datetime | None = None


def filter_line(asked: Filter) -> dict[str, Any]:
    """A filter as a JSON object of what narrows it."""
    empty = Filter()
    return {
        one.name: _plain(value)
        for one in fields(Filter)
        if (value := getattr(asked, one.name)) != getattr(empty, one.name) and value != []
    }


def filter_of(line: Mapping[str, Any]) -> Filter:
    """The filter of its JSON object; InputError where it is none that this Dateline knows."""
    try:
        return Filter(**{name: _read(name, value) for name, value in line.items()})
    except (TypeError, ValueError) as error:
        raise InputError(f"what is asked is not understood ({error}): a newer Dateline may have written it") from None


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Near | Box):
        return list(astuple(value))
    return value if isinstance(value, str | bool | int | float) else list(value)


def _read(name: str, value: Any) -> Any:
    if name in ("near", "box"):
        return {"near": Near, "box": Box}[name](*value)
    if name in ("as_of", "recorded_since"):
        return datetime.fromisoformat(value)
    if name in ("since", "until", "published_since", "published_until"):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
