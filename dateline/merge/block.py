"""Keys under which stories are looked up: two that share none are not compared.

A key joins the family of the type, a period of eight days and one thing that tells: a cell of the map, a named party, a
pair of parties, a rare word. A new story is thus compared with its neighbours only, however large the store is.

Keys are whole numbers of 63 bits with the period in front: what happened at one time stands together in an index, so
that a store which grows day by day writes to one part of it. Two keys that fall together by chance cost a comparison.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from datetime import date

from dateline.merge.evidence.who import name_words
from dateline.merge.profile import Profile
from dateline.merge.words import weight
from dateline.records.resolved import Actor, Place

PERIOD = 8
"""Days of a period."""
MOST_PERIODS = 8
"""Periods beyond which a window is too wide to be looked up by: only its ends are."""
NAMED_WORDS = 5
"""Words of the sentence and of the article that make keys: the most telling ones."""
TELLING = 3.0
"""Weight of a word below which it makes no key."""
HASH_BITS = 40
"""Bits of a key that stand for the kind of act and what tells; the period has 23."""
MARGIN = 0.3
"""Degrees around a place that are looked up with it."""


def keys(profile: Profile) -> frozenset[int]:
    """The keys of a story."""
    told = {_hash(f"{f}|{a}") for f in profile.sought for a in set(_anchors(profile))}
    return frozenset(period << HASH_BITS | rest for period in set(_periods(profile)) for rest in told)


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=HASH_BITS // 8).digest())


def _periods(profile: Profile) -> Iterator[int]:
    """The periods in which it may have happened, and that of its publication: a date may be misread."""
    if profile.order[0][:4].isdigit() and profile.order[0] != "9999":
        day = date.fromisoformat(profile.order[0][:10]).toordinal()
        yield from {(day - PERIOD // 2) // PERIOD, day // PERIOD}
    elif not profile.days:
        yield 0
    for days in profile.days:
        first, last = days.first.toordinal() // PERIOD, days.last.toordinal() // PERIOD
        yield from range(first, last + 1) if last - first < MOST_PERIODS else (first, last)


def _anchors(profile: Profile) -> Iterator[str]:
    for place in profile.places:
        yield from _cells(place)
    for actor in (*profile.actors, *profile.recipients):
        yield from _names(actor)
    yield from _dyads(profile)
    for vector in (profile.wording, profile.topic):
        best = sorted(vector, key=lambda w: (-vector[w], w))[:NAMED_WORDS]
        yield from (f"w:{w}" for w in best if weight(w) >= TELLING)


def _cells(place: Place) -> Iterator[str]:
    """The cells of one degree around a place that is closer known than its country or region."""
    if place.lat is None or place.lon is None or place.precision in ("country", "region", None):
        return
    for lat in {math.floor(place.lat - MARGIN), math.floor(place.lat + MARGIN)}:
        for lon in {math.floor(place.lon - MARGIN), math.floor(place.lon + MARGIN)}:
            yield f"p:{lat},{lon}"


def _names(actor: Actor) -> Iterator[str]:
    if actor.id:
        yield f"a:{actor.id}"
    yield from (f"w:{w}" for w in name_words(actor) if weight(w) >= TELLING)


def _dyads(profile: Profile) -> Iterator[str]:
    for a in profile.actors:
        for b in profile.recipients:
            if a.country and b.country:
                one, two = sorted((f"{a.country}{a.sectors[:1]}", f"{b.country}{b.sectors[:1]}"))
                yield f"d:{one}>{two}"
