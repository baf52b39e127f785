"""Cues in the words around an act that set it apart: "another attack", "regularly shelled", years, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.fixed import fixed
from dateline.records.event import Event
from dateline.vocabulary.calendar import MONTHS
from dateline.vocabulary.numbers import ONES

AROUND = 60
"""Characters before and after a trigger whose numbers and words of habit belong to the act."""
BEFORE, AFTER = 40, 15
"""Characters before and after a trigger in which "another" or "separate" speaks of it."""
_APART = re.compile(
    r"\b(?:another|second|third|separate(?:ly)?|elsewhere|other|different|similar|previous(?:ly)?|earlier|also|meanwhile)\b"
)
"""In small letters, as the other words here but for months: that takes half the time of looking for either case."""
_USUAL = re.compile(
    r"\b(?:regularly|often|frequent(?:ly)?|repeated(?:ly)?|routine(?:ly)?|usual(?:ly)?|always|sometimes|ha(?:s|ve) been"
    r"|continu\w+|ongoing|since|over the (?:past|last)|recent|years|decades?|months|campaign|war"
    r"|conflict|any|no|never)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CENTURIES = ("19", "20")
_MONTHS = [month.capitalize() for month in MONTHS]
_MONTH = re.compile("(?:" + "|".join([rf"{m[0]}(?<=\b{m[0]}){m[1:]}" for m in _MONTHS]) + r")\b")
"""To look behind the capital of a month is faster than before each letter."""
_NAMED = {word: str(value) for value, word in enumerate(ONES) if 1 <= value <= 12}
_NUMBER = re.compile(rf"\b\d[\d,.]*\b|\b(?:{'|'.join(_NAMED)}|dozens?|hundreds?|thousands?|scores)\b")


@fixed()
class Cues:
    """Shares of passages told as another act and as usual (0 to 1); numbers beside them; years and months named."""

    apart: float = 0.0
    usual: float = 0.0
    numbers: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()


def cues(events: Iterable[Event]) -> Cues:
    """The cues of the passages of one story."""
    apart: list[bool] = []
    usual: list[bool] = []
    numbers: set[str] = set()
    sentences: set[str] = set()
    for event in events:
        text, first = event.evidence.text, event.trigger.span.start - event.evidence.span.start
        last = first + len(event.trigger.text)
        near = text[max(0, first - AROUND) : last + AROUND].lower()
        apart.append(_APART.search(text[max(0, first - BEFORE) : last + AFTER].lower()) is not None)
        usual.append(_USUAL.search(near) is not None)
        numbers |= {_number(word) for word in _NUMBER.findall(near)}
        sentences.add(text)
    return Cues(
        sum(apart) / max(len(apart), 1),
        sum(usual) / max(len(usual), 1),
        frozenset(numbers),
        frozenset([year for text in sentences if any([c in text for c in _CENTURIES]) for year in _YEAR.findall(text)]),
        frozenset([month for text in sentences for month in _MONTH.findall(text)]),
    )


def _number(word: str) -> str:
    """A number in small letters as digits where it is exact; "dozens" as it stands."""
    plain = word.rstrip(".,").replace(",", "")
    return _NAMED.get(plain, plain)
