"""What a report is about: politics, or sports, shows, science and markets, by the words that each is told in.

Federations thank coaches, bands reject offers, managers resign: words for acts between states and forces are at home
there too. A report that is told in the words of such a subject, and hardly in those of politics, says so.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.remembered import remembered

POLITICS = "politics"
WORD = re.compile(r"[A-Za-z][A-Za-z&'’-]*")
EVEN = 0.7
"""Telling words in a hundred that are added to either side, so that a short text decides little."""
SHORT = 120
"""Words of the shortest text that shares are reckoned over."""
KEPT = 20_000
"""Words whose subjects are kept."""
BEGINS, WHOLE = 0.1, 0.6
"""Log-ratio of the shares from which a report is taken for a calm one, and from which it is one altogether.

Of 220 annotated articles, nearly all political, two are above the first (on a basketball league and a telephone), of
101 calm ones two are below the second; of 3,000 of a general archive seven in a hundred are above the first.
"""


def calm(text: str) -> float:
    """How far a report is one of sports, shows, science or markets rather than politics: from 0 to 1."""
    found = WORD.findall(text)
    told = [subject for subject in map(_subject, found) if subject is not None]
    political = told.count(POLITICS)
    size = max(SHORT, len(found)) / 100
    ratio = math.log(((len(told) - political) / size + EVEN / 2) / (political / size + EVEN / 2))
    return min(1.0, max(0.0, (ratio - BEGINS) / (WHOLE - BEGINS)))


@remembered(KEPT)
def _subject(word: str) -> str | None:
    """The subject of a word; None for one that tells none."""
    return _subjects().get(word.lower().strip("'’-"))


@cache
def _subjects() -> Mapping[str, str]:
    """The subject of each telling word."""
    with (files("dateline.weigh") / "subjects.csv").open(encoding="utf-8") as file:
        return {row["word"]: row["subject"] for row in csv.DictReader(file)}
