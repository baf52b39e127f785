"""The places of one event: each once, and not what only says where another of them lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.records.resolved import Place, coarseness
from dateline.records.span import Span
from dateline.resolve.where.basis import PEOPLE
from dateline.resolve.where.fold import fold
from dateline.resolve.where.part import part_of
from dateline.resolve.where.words import words

_PLAIN = r"(?:(?:north|south|east|west|central|upper|lower|rural|the|state|province|city|town)[a-z-]*\s+)*"
_KIND = r",\s+(?:the|a|an)\s+(?:[a-z-]+\s+){1,4}(?:of|in)\s+"
_INSIDE = re.compile(rf"(?:,\s+|/|\s+\(|,?\s+in\s+|\s+of\s+|{_KIND}){_PLAIN}")
"""Stands between a place and what it lies in: "Benghazi, Libya", "Chibok in northeastern Nigeria", "Bol, a town in"."""
_OWNED = re.compile(r"['’]s\s+(?:[a-z-]+\s+){0,3}?")
"""What stands between a place and what lies in it: "Afghanistan's eastern Khost"."""
_COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?|cent(?:re|er|ral)"
_POINT = re.compile(rf"\b(?:{_COMPASS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LAND = re.compile(
    rf"\b(?:{_COMPASS}|countr(?:y|ies)|countryside|nations?|continent|regions?|areas?|territor(?:y|ies)|lands?|zones?"
    r"|provinces?|districts?|states?|count(?:y|ies)|cit(?:y|ies)|towns?|villages?|capitals?|suburbs?|outskirts"
    r"|neighbou?rhoods?|borders?|frontiers?|front|fence|coasts?|seas?|oceans?|gulf|strait|lakes?|deserts?|waters"
    r"|rivers?|valleys?|mountains?|peninsula|islands?)\b",
    re.IGNORECASE,
)
"""Words of parts of the world, and not of buildings: "the clinic" is no place of its own."""
_BEHIND = re.compile(r"(?: [a-z]+){1,3}")
_BARE = frozenset(("areas", "regions", "places", "zones", "rural", "urban", "its", "their", "his", "her", "ii", "iii"))


def places_of_event(
    text: str, mentions: Iterable[Span], places: Sequence[Place], *, opening_place: Span | None = None
) -> tuple[Place, ...]:
    """The places that the mentions of an event stand for, in the order of the mentions.

    Rule: a place is left out where its words are among those of another, or where the words give it as what another
    lies in ("Benghazi, Libya" is one place, in Libya). All places of a list ("Iraq, Syria") stay. A part of a place is
    told as one ("eastern Libya"). Where a report was written (`opening_place`, "KABUL —") is not where that was done of
    which it tells another place.
    """
    told = list(mentions)
    if opening_place is not None and any(not opening_place.overlaps(span) for span in told):
        told = [span for span in told if not opening_place.overlaps(span)]
    found: list[Place] = []
    for span in told:
        found += [p for p in places if p.piece.span.overlaps(span) and p not in found and _is_where(text, p)]
    kept = [p for p in found if not any(_outdone(text, p, other) for other in found if other is not p)]
    return tuple(part_of(text, p) for p in kept)


def _is_where(text: str, place: Place) -> bool:
    """False for what is no place of an event: no land, and whose a party is ("French" of "French troops")."""
    if place.basis == PEOPLE:
        behind = _BEHIND.match(text, place.piece.span.end)
        if behind is not None and any(word in words().parties for word in behind.group().split()):
            return False
    return _is_land(place)


def _is_land(place: Place) -> bool:
    """False where nothing is named by a name or a word of land: "the clinic", "her", "areas", "Sheikh"."""
    if place.name is not None:
        return True
    said = place.piece.text
    return (
        not place.basis.endswith(", no place")
        and not _says_nothing(said)
        and (_has_name(said) or bool(_LAND.search(said)))
    )


def _says_nothing(said: str) -> bool:
    """True for one word that names nothing by itself: "areas", "Its", and "Highway", cut from a longer name."""
    word = fold(said.removeprefix("the ").removeprefix("The "))
    if word in _BARE:
        return True
    return " " not in word and said[:1].isupper() and word in words().generic | words().facilities


def _has_name(words: str) -> bool:
    """True where a capitalised word stands among them that is no point of the compass."""
    return any(not part[0].islower() for part in _WORD.findall(_POINT.sub("", words)))


def _outdone(text: str, place: Place, other: Place) -> bool:
    """True where a place adds nothing to another one of the event.

    What has no name of its own ("villages in the Philippines") goes, and not what it lies in.
    """
    if _within(place, other) or _again(place, other):
        return True
    if place.name is None and not _has_name(place.piece.text):
        return _inside(text, place, other) and other.name is not None
    if other.name is None and not _has_name(other.piece.text):
        return False
    return _inside(text, other, place) and _may_hold(place, other)


def _again(one: Place, other: Place) -> bool:
    """True where one tells by no name what the other names: "the capital" beside "Niamey"."""
    same = one.lat is not None and (one.lat, one.lon) == (other.lat, other.lon)
    return same and not _has_name(one.piece.text) and _has_name(other.piece.text)


def _within(one: Place, other: Place) -> bool:
    """True where the words of one are a part of those of the other."""
    return other.piece.span.holds(one.piece.span) and one.piece.span != other.piece.span


def _inside(text: str, place: Place, holder: Place) -> bool:
    """True where the words say that `place` lies in `holder`."""
    first, second = place.piece.span, holder.piece.span
    if first.end <= second.start:
        return _INSIDE.fullmatch(text, first.end, second.start) is not None
    return _OWNED.fullmatch(text, second.end, first.start) is not None


def _may_hold(holder: Place, place: Place) -> bool:
    """True where what is known of both does not deny that one lies in the other."""
    if holder.name is None or holder.country is None or holder.country != place.country:
        return False
    if holder.precision == "country":
        return place.precision != "country" or place.name is None
    coarser = coarseness(holder.precision) > coarseness(place.precision) or place.name is None
    same = holder.admin1 is not None and place.admin1 is not None and fold(holder.admin1) == fold(place.admin1)
    named = place.admin1 is not None and fold(holder.name) == fold(place.admin1)
    return coarser and (same or named)
