"""Answers of functions that are kept, for news repeats its words."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Answers(dict[K, V]):
    def __init__(self, function: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        answer = self[key] = self._function(key)
        return answer


def remembered(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """A function of one value with its answers kept, all forgotten when there are `most`.

    In place of `functools.lru_cache` where every word of a text is asked for: that one brings its answers into a new
    order each time, which takes half as long again as to look them up in a memory that other work has used meanwhile.
    """

    def keeping(function: Callable[[K], V]) -> Callable[[K], V]:
        return _Answers(function, most).__getitem__

    return keeping
