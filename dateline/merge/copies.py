"""Copies against corroboration: which reports are the same text, and whose it is.

An article hangs on the earlier article that shares most with it, if they share enough; the top of such a tree is the
origin, and the tree counts once. What an article hangs on depends on nothing but itself and the earlier articles near
it, so the order of arrival does not matter and a new article moves only its own neighbours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Protocol

from dateline.fixed import fixed
from dateline.merge import shingles
from dateline.merge.credits import agency
from dateline.records.article import Article
from dateline.records.incident import Copy, Origin

ENOUGH = 0.5
"""Share of the shorter text that stands in the longer one, from which they are one text (see eval/copies.py)."""
ENOUGH_WITH_CREDIT = 0.3
"""The same where both credit one agency."""
OF_THE_LONGER = 0.2
"""Share of the longer text that has to be the same as well: a round-up is no copy of each of its items."""
WITHIN_DAYS = 30
"""Days within which a text is printed again; a yearly or monthly bulletin in the same words is a new one."""
FEWEST_RUNS = 12
"""Runs of words below which a text is too short to be told from another."""


@fixed()
class Fingerprint:
    """What is needed of an article to find its copies; `runs` are the hashes of its three-word runs."""

    article: str
    published: str | None
    agency: str | None
    runs: shingles.Hashes = field(repr=False, compare=False)
    keys: tuple[int, ...] = field(repr=False)

    @property
    def order(self) -> tuple[str, str]:
        """Earlier articles first, undated ones last; the id decides between those of one time."""
        return (self.published or "9999", self.article)


@fixed()
class Overlap:
    """Two articles that are one text: the later one, the earlier one, and the share of the later in the earlier."""

    later: str
    earlier: str
    share: float
    basis: str


class Fingerprints(Protocol):
    """What copies need of a store: articles that share a key, and their fingerprints."""

    def sharing(self, keys: Collection[int]) -> Iterable[Fingerprint]:
        """The fingerprints of all articles that have at least one of the keys."""


class MemoryFingerprints:
    """Fingerprints in memory."""

    def __init__(self) -> None:
        self._all: dict[str, Fingerprint] = {}
        self._by_key: dict[int, list[str]] = {}

    def add(self, print_: Fingerprint) -> None:
        """Keep one fingerprint; the same article again changes nothing."""
        if print_.article in self._all:
            return
        self._all[print_.article] = print_
        for key in print_.keys:
            self._by_key.setdefault(key, []).append(print_.article)

    def sharing(self, keys: Collection[int]) -> Iterable[Fingerprint]:
        """The fingerprints of all articles that have at least one of the keys, by id."""
        found = {article for key in keys for article in self._by_key.get(key, ())}
        return [self._all[article] for article in sorted(found)]


def fingerprint(article: Article) -> Fingerprint:
    """The fingerprint of an article."""
    runs = shingles.shingles(article.text)
    keys = shingles.keys(runs) if len(runs) >= FEWEST_RUNS else ()
    return Fingerprint(article.id, article.published, agency(article.text, article.publisher), runs, keys)


def window(one: Fingerprint) -> tuple[date, date] | None:
    """The first and last day on which a copy of an article is printed; None where it has no date, and any day will do.

    A store that is asked for no others takes as long for a new article after years as it did in the first month.
    """
    if not one.published:
        return None
    day, around = date.fromisoformat(one.published[:10]), timedelta(WITHIN_DAYS)
    first = day - around if day - date.min > around else date.min
    return first, day + around if date.max - day > around else date.max


def overlaps(one: Fingerprint, known: Fingerprints) -> tuple[Overlap, ...]:
    """The articles that are the same text as this one, among those known."""
    near = (overlap(one, other) for other in known.sharing(one.keys) if other.article != one.article)
    return tuple(o for o in near if o is not None)


def overlap(one: Fingerprint, two: Fingerprint) -> Overlap | None:
    """How far two articles are one text; None where they are not."""
    later, earlier = (one, two) if one.order > two.order else (two, one)
    if min(len(one.runs), len(two.runs)) < FEWEST_RUNS or _days(one, two) > WITHIN_DAYS:
        return None
    same = shingles.shared(one.runs, two.runs)
    of_shorter, of_longer = (same / f(len(one.runs), len(two.runs)) for f in (min, max))
    credit = one.agency if one.agency == two.agency else None
    if of_shorter < (ENOUGH_WITH_CREDIT if credit else ENOUGH) or of_longer < OF_THE_LONGER:
        return None
    basis = "same words" if credit is None else f"same words, both credit {credit}"
    return Overlap(later.article, earlier.article, round(same / len(later.runs), 4), basis)


def origins(prints: Mapping[str, Fingerprint], found: Iterable[Overlap]) -> tuple[Origin, ...]:
    """The origins of the articles with their copies, earliest first; an article without copies is its own origin."""
    parents = hanging({id_: one.order for id_, one in prints.items()}, found)
    trees: dict[str, list[str]] = {}
    for article in sorted(prints, key=lambda a: prints[a].order):
        trees.setdefault(_top(article, parents), []).append(article)
    return tuple(_origin(top, members, prints, parents) for top, members in trees.items())


def hanging(order: Mapping[str, tuple[str, str]], found: Iterable[Overlap]) -> dict[str, Overlap]:
    """The overlap by which each article hangs on an earlier one: the largest, the earliest among equals.

    `order` is that of the articles (see `Fingerprint.order`).
    """
    best: dict[str, Overlap] = {}
    for one in sorted(found, key=lambda o: (-o.share, order[o.earlier])):
        best.setdefault(one.later, one)
    return best


def _top(article: str, parents: Mapping[str, Overlap]) -> str:
    while article in parents:
        article = parents[article].earlier
    return article


def _origin(
    top: str, members: Iterable[str], prints: Mapping[str, Fingerprint], parents: Mapping[str, Overlap]
) -> Origin:
    whole = prints[top].runs
    copies = []
    agencies = [prints[top].agency]
    for article in members:
        if article != top:
            copies.append(Copy(article, share(prints[article].runs, whole), parents[article].basis))
            agencies.append(prints[article].agency)
    return Origin(top, tuple(copies), next((a for a in agencies if a), None))


def share(runs: shingles.Hashes, whole: shingles.Hashes) -> float:
    """The share of the first text that stands in the second."""
    return round(shingles.shared(runs, whole) / len(runs), 4)


def _days(one: Fingerprint, two: Fingerprint) -> int:
    if not one.published or not two.published:
        return 0
    return abs((date.fromisoformat(one.published[:10]) - date.fromisoformat(two.published[:10])).days)
