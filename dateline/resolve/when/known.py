"""Days that name what happened on them: "the Oct. 7 massacre" is that of 2023 in whatever year it is told."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.errors import DataError
from dateline.resolve.when.hit import Hit
from dateline.resolve.word_lists import data_text

COLUMNS = ["day", "nouns", "marks", "other"]
_BETWEEN = 2
"""How many words may stand between the day and the noun ("the Jan. 6 Capitol riot")."""
_NEW = frozenset(("a", "an", "another", "this", "last", "next", "new"))
"""Before a day that is no name."""
_WITH = frozenset(("of", "on"))


class KnownEvent(NamedTuple):
    """What happened on a day: nouns it is called by, words of which its articles have one, words of another's."""

    day: date
    nouns: frozenset[str]
    marks: tuple[str, ...]
    other: tuple[str, ...]

    def is_told(self, text: str) -> bool:
        """True where a text (in small letters) speaks of this one."""
        return any(mark in text for mark in self.marks) and not any(mark in text for mark in self.other)


def known_event(hit: Hit, month: int, number: int, today: date | None) -> date | None:
    """The day of the event that a day of a month without its year names, or None.

    It is named by a noun right behind ("the Oct. 7 massacre") or before ("the attacks of Sept. 11"), in an article
    that has a word of it, and was not ahead when that was written.
    """
    for event in _known_events().get((month, number), ()):
        if today is not None and today < event.day:
            continue
        if hit.before() not in _NEW and _is_named(hit, event.nouns) and event.is_told(hit.tokens.text.lower()):
            return event.day
    return None


def _is_named(hit: Hit, nouns: frozenset[str]) -> bool:
    if hit.before() in _WITH and hit.before(2) in nouns:
        return hit.before() == "of" or hit.before(3) == "the"
    for steps in range(1, _BETWEEN + 2):
        word = hit.after(steps)
        if word in nouns:
            return True
        if not word.isalpha():
            return False
    return False


@cache
def _known_events() -> Mapping[tuple[int, int], tuple[KnownEvent, ...]]:
    rows = list(csv.reader(data_text("known_events.csv").splitlines()))
    if rows[0] != COLUMNS:
        raise DataError("list of known events: reinstall dateline")
    return _by_day(
        KnownEvent(date.fromisoformat(day), frozenset(nouns.split()), _split(marks), _split(other))
        for day, nouns, marks, other in rows[1:]
    )


def _split(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("|")))


def _by_day(events: Iterable[KnownEvent]) -> Mapping[tuple[int, int], tuple[KnownEvent, ...]]:
    found: dict[tuple[int, int], tuple[KnownEvent, ...]] = {}
    for event in events:
        key = event.day.month, event.day.day
        found[key] = (*found.get(key, ()), event)
    return found
