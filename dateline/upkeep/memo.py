"""What was read and compared lately, so that the next article need not do it again; never what decides.

All of it is bounded: a profile that was dropped is freed, for what is kept of it refers to it weakly and what was
reckoned of two of them goes by their numbers. Full, it is about 90 MB.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from itertools import count
from typing import Generic, NamedTuple, TypeVar
from weakref import ref

from dateline.merge import block, copies
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds
from dateline.records.article import Article
from dateline.store.session import Told

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

PROFILES = 8_000
"""Stories whose profiles and keys are held, some 7 KB each: with fewer, those of the day are read again and again."""
WEIGHED = 200_000
"""Pairs of stories whose log-odds are held, some 150 bytes each: a running story of months has tens of thousands."""
PRINTS = 500
"""Articles whose fingerprints are held, some 8 KB each."""


class Latest(Generic[K, V]):
    """The values of the keys that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        """How many are held."""
        return len(self._held)

    def get(self, key: K) -> V | None:
        """The value of a key, where it is held."""
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def put(self, key: K, value: V) -> V:
        """Hold a value; the one that was not asked for longest goes where there are too many."""
        self._held[key] = value
        self._held.move_to_end(key)
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return value

    def or_made(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not held."""
        found = self.get(key)
        return self.put(key, make()) if found is None else found


class Recent:
    """The log-odds of the pairs that were asked for lately: at least half as many as may be held.

    In two turns, so that no order has to be kept of so many: the older one goes when the newer one is full.
    """

    def __init__(self, most: int) -> None:
        self._most = max(1, most // 2)
        self._new: dict[int, float] = {}
        self._old: dict[int, float] = {}

    def __len__(self) -> int:
        """How many are held."""
        return len(self._new) + len(self._old)

    def or_made(self, one: int, two: int, make: Callable[[], float]) -> float:
        """The value of a pair of numbers, made where it is not held."""
        key = one << 32 | two
        found = self._new.get(key)
        if found is None:
            found = self._old.pop(key, None)
            if found is None:
                found = make()
            if len(self._new) >= self._most:
                self._new, self._old = {}, self._new
            self._new[key] = found
        return found


class _Kept(NamedTuple):
    """What is kept of a profile beside it: a number of its own, and its keys (eight bytes each, a set takes 100)."""

    profile: ref[Profile]
    number: int
    keys: array[int]


class Memo:
    """Profiles by the keys of their events (which change with every edit), and what was reckoned from them."""

    def __init__(self, *, profiles: int = PROFILES, weighed: int = WEIGHED, prints: int = PRINTS) -> None:
        self.profiles: Latest[Told, Profile] = Latest(profiles)
        self._kept: Latest[str, _Kept] = Latest(profiles)
        self._weighed = Recent(weighed)
        self._prints: Latest[str, copies.Fingerprint] = Latest(prints)
        self._numbers = count()

    def blocks(self, profile: Profile) -> Collection[int]:
        """The keys of a story."""
        return self._keep(profile).keys

    def weigh(self, one: Profile, two: Profile) -> float:
        """The log-odds of two stories."""
        return self._weighed.or_made(self._keep(one).number, self._keep(two).number, lambda: log_odds(one, two))

    def print_(self, id: str) -> copies.Fingerprint | None:
        """The fingerprint of an article, where it is held."""
        return self._prints.get(id)

    def printed(self, article: Article) -> copies.Fingerprint:
        """The fingerprint of an article: texts never change."""
        return self._prints.or_made(article.id, lambda: copies.fingerprint(article))

    def _keep(self, profile: Profile) -> _Kept:
        """What is kept of this very profile: after an edit the story has another one, and another number."""
        held = self._kept.get(profile.id)
        if held is None or held.profile() is not profile:
            keys = array("q", sorted(block.keys(profile)))
            held = self._kept.put(profile.id, _Kept(ref(profile), next(self._numbers), keys))
        return held
