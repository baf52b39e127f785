"""What was read and compared lately, so that the next article need not do it again; never what decides."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from dateline.merge import block, copies
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds
from dateline.records.article import Article
from dateline.store.merging import Told

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

PROFILES = 8_000
WEIGHED = 60_000
PRINTS = 1_000


class Latest(Generic[K, V]):
    """The values of the keys that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The value of a key, where it is held."""
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def put(self, key: K, value: V) -> V:
        """Hold a value; the one that was not asked for longest goes where there are too many."""
        self._held[key] = value
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return value

    def or_made(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not held."""
        found = self.get(key)
        return self.put(key, make()) if found is None else found


class Memo:
    """Profiles by the keys of their events (which change with every edit), and what was reckoned from them."""

    def __init__(self) -> None:
        self.profiles: Latest[Told, Profile] = Latest(PROFILES)
        self._blocks: Latest[str, tuple[Profile, frozenset[int]]] = Latest(PROFILES)
        self._weighed: Latest[tuple[str, str], tuple[Profile, Profile, float]] = Latest(WEIGHED)
        self._prints: Latest[str, copies.Fingerprint] = Latest(PRINTS)

    def blocks(self, profile: Profile) -> frozenset[int]:
        """The keys of a story."""
        held = self._blocks.get(profile.id)
        if held is None or held[0] is not profile:
            held = self._blocks.put(profile.id, (profile, block.keys(profile)))
        return held[1]

    def weigh(self, one: Profile, two: Profile) -> float:
        """The log-odds of two stories."""
        held = self._weighed.get((one.id, two.id))
        if held is None or held[0] is not one or held[1] is not two:
            held = self._weighed.put((one.id, two.id), (one, two, log_odds(one, two)))
        return held[2]

    def print_(self, id: str) -> copies.Fingerprint | None:
        """The fingerprint of an article, where it is held."""
        return self._prints.get(id)

    def printed(self, article: Article) -> copies.Fingerprint:
        """The fingerprint of an article: texts never change."""
        return self._prints.or_made(article.id, lambda: copies.fingerprint(article))
