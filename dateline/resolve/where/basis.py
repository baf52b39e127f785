"""Turns a choice into a record that says in plain words how it was made."""

from __future__ import annotations

from dateline.records.resolved import Place
from dateline.records.span import Piece
from dateline.resolve.countries import by_iso3
from dateline.resolve.where.context import Context, lies_in
from dateline.resolve.where.entry import CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spot import Spot

PEOPLE = "people of the country"
"""The basis of a country that an adjective or its people name."""


def place_of(reading: Reading, spots: list[Spot], number: int, chosen: Candidate, context: Context) -> Place:
    """The record of one mention."""
    entry = chosen.entry
    return Place(
        piece=Piece.cut(reading.text, spots[number].span),
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
        precision=entry.precision,
        basis=_basis(spots[number], chosen, context, number),
    )


def _basis(spot: Spot, chosen: Candidate, context: Context, number: int) -> str:
    entry = chosen.entry
    if entry.kind == COUNTRY:
        return "country name" if any(c.entry.key == entry.key and not c.how for c in spot.candidates) else PEOPLE
    source = "supplement" if entry.source == "supplement" else "gazetteer"
    return f"{source}, {_reason(spot, entry, context, number)}"


def _reason(spot: Spot, entry: Entry, context: Context, number: int) -> str:
    rivals = [candidate.entry for candidate in spot.candidates]
    holder = next((holder for holder in context.holders.get(number, ()) if lies_in(entry, holder)), None)
    if holder is not None:
        return f"given with {holder.name}"
    if len(rivals) == 1:
        return "only match"
    if entry.country in context.countries and any(rival.country != entry.country for rival in rivals):
        return f"in {by_iso3()[entry.country].name} (named in the article)"
    if entry.kind == CITY and entry.population == max(rival.population for rival in rivals if rival.kind == CITY):
        return f"largest of {len(rivals)} of that name"
    return f"best of {len(rivals)} of that name"
