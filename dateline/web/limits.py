"""How often somebody may do something."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

MOST_KEYS = 10_000
"""Addresses and names that are remembered; the longest unseen are forgotten first."""


class Limit:
    """At most `most` times in `seconds` for each key. Threads may share it."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> int:
        """0 where it is allowed now (and then counted), else the seconds until it is."""
        with self._lock:
            now = self._clock()
            times = self._seen.setdefault(key, deque())
            self._seen.move_to_end(key)
            while times and times[0] <= now - self._seconds:
                times.popleft()
            if len(times) >= self._most:
                return max(1, math.ceil(times[0] + self._seconds - now))
            times.append(now)
            while len(self._seen) > MOST_KEYS:
                self._seen.popitem(last=False)
            return 0

    def give_back(self, key: str) -> None:
        """Not count the last time of a key: it was none of those that are to be limited."""
        with self._lock:
            if times := self._seen.get(key):
                times.pop()
