"""Evidence weighed once for all pairs of passages of an article that tell the same.

The passages of an article repeat each other: most tell no place, no count and the day of publication, and a few parties
do all. So the passages are put into classes by what a kind of evidence reads of them, and each pair of classes is
weighed when it is first met.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.merge.evidence.apart import apart
from dateline.merge.evidence.howmany import howmany
from dateline.merge.evidence.items import items
from dateline.merge.evidence.signal import Signal, weighed
from dateline.merge.evidence.what import acts, deed
from dateline.merge.evidence.when import when
from dateline.merge.evidence.where import where
from dateline.merge.evidence.who import actors, crossed, recipients
from dateline.merge.evidence.wording import bare, rank, whole
from dateline.merge.profile import Profile
from dateline.records.event import MUTUAL
from dateline.records.resolved import Actor
from dateline.records.sense import Floats

_Evidence = Callable[[Profile, Profile], Iterable[Signal]]


class Kind(NamedTuple):
    """One kind of evidence and all that it reads of a passage for how strong its signals are."""

    evidence: _Evidence
    reads: Callable[[Profile], Hashable]


class Kept:
    """What some kinds of evidence come to for the pairs of some passages, which go by their numbers."""

    def __init__(self, told: Sequence[Profile], kinds: Iterable[Kind], weights: Mapping[str, float]) -> None:
        self._told = told
        self._weights = weights
        known = [(evidence, _classes(told, reads)) for evidence, reads in kinds]
        self._kinds = [(evidence, classes, _Table()) for evidence, classes in known if any(classes)]
        self._for_all = sum(
            [
                weighed(evidence(told[0], told[0]), weights)
                for evidence, classes in known
                if classes and not any(classes)
            ]
        )
        """What the kinds come to of which all passages tell the same."""

    def weighed(self, i: int, j: int) -> float:
        """The sum for one pair, the earlier passage first."""
        total = self._for_all
        for evidence, classes, table in self._kinds:
            pair = classes[i], classes[j]
            value = table.get(pair)
            if value is None:
                value = table[pair] = weighed(evidence(self._told[i], self._told[j]), self._weights)
            total += value
        return total

    def rows(self) -> Iterator[Floats]:
        """For each passage the sums with all, up to rounding: each pair of classes is weighed, met or not."""
        tables = [self._whole(evidence, classes) for evidence, classes, _ in self._kinds]
        for i in range(len(self._told)):
            total = np.full(len(self._told), self._for_all, dtype=np.float32)
            for table, classes in tables:
                total += table[classes[i], classes]
            yield total

    def _whole(self, evidence: _Evidence, classes: list[int]) -> tuple[Floats, NDArray[np.intp]]:
        """What one kind comes to for all pairs of classes, and the class of each passage."""
        firsts: dict[int, Profile] = {}
        for one, number in zip(self._told, classes, strict=True):
            firsts.setdefault(number, one)
        table = np.zeros((len(firsts), len(firsts)), dtype=np.float32)
        for a, b in combinations_with_replacement(range(len(firsts)), 2):
            table[a, b] = table[b, a] = weighed(evidence(firsts[a], firsts[b]), self._weights)
        return table, np.array(classes)


_Table = dict[tuple[int, int], float]


def _classes(told: Sequence[Profile], reads: Callable[[Profile], Hashable]) -> list[int]:
    """The class of each passage: one number for all that tell the same."""
    known: dict[Hashable, int] = {}
    return [known.setdefault(reads(one), len(known)) for one in told]


def _of_deed(told: Profile) -> Hashable:
    return told.types, told.modes, told.statuses, told.past


def _of_actors(told: Profile) -> Hashable:
    mutual = MUTUAL.intersection(told.types)
    return mutual, _parties(told.actors), _parties(told.recipients) if mutual else ()


def _of_recipients(told: Profile) -> Hashable:
    return MUTUAL.intersection(told.types), _parties(told.recipients)


def _of_both(told: Profile) -> Hashable:
    return MUTUAL.intersection(told.types), _parties(told.actors), _parties(told.recipients)


def _parties(some: Sequence[Actor]) -> Hashable:
    return tuple([(a.id, a.name, a.name or a.piece.text, a.country, a.sectors) for a in some])


def _of_places(told: Profile) -> Hashable:
    some = told.places
    return tuple([(p.geonames_id, p.name, p.piece.text, p.country, p.lat, p.lon, p.precision) for p in some])


def _of_counts(told: Profile) -> Hashable:
    return tuple([(c.what, c.min, c.max) for c in told.counts])


def _of_sentence(told: Profile) -> Hashable:
    return id(told.wording)  # passages of one sentence share what was found of its words


def _of_rank(told: Profile) -> tuple[str, bool, int]:
    return told.order[0], told.leads, len(told.passages)


def _of_cues(told: Profile) -> Hashable:
    return told.telling, told.cues, *_of_rank(told)


def _set_apart(one: Profile, two: Profile) -> list[Signal]:
    return [*bare(one, two), *apart(one, two), *rank(one, two)]


DAYS = Kind(when, lambda told: (told.days, told.order[0]))
"""When it was."""
ROLES = Kind(crossed, _of_both)
"""Whether one does here what is done to it there."""
TOLD = (
    Kind(deed, _of_deed),
    Kind(actors, _of_actors),
    Kind(recipients, _of_recipients),
    ROLES,
    DAYS,
    Kind(where, _of_places),
    Kind(howmany, _of_counts),
    Kind(items, lambda told: told.items),
)
"""What is told but for the words for it."""
ACTS = (Kind(acts, lambda told: told.acts),)
"""The words for the acts."""
SENTENCES = (Kind(whole, _of_sentence),)
"""All words of the sentences."""
RANK = Kind(rank, _of_rank)
"""How much of the article they are."""
STANDING = (Kind(_set_apart, _of_cues),)
"""What sets them apart in the article, and how much of it they are."""
