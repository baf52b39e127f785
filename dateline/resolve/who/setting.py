"""Which country a passage is about, for mentions that name none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from dateline.resolve.who.english import SPEECH
from dateline.resolve.who.persons import People
from dateline.resolve.who.scan import PSEUDO, Found, belongs
from dateline.resolve.who.words import Words

_PLACING = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "from", "around", "northern", "southern", "eastern", "western")
)


_REACH = 1500
"""How many characters a passage reaches to each side at most, however long its sentences."""


class Scale(NamedTuple):
    """How much the ways to name a country count; set by trial on annotated news."""

    share: float
    sorts: dict[str, float]
    placed: float
    agent: float
    earlier: float
    after: float


PLACED = Scale(
    share=2.0,
    sorts={"place": 1.3, "country": 1.0, "capital": 0.9, "adjective": 0.6, "nationals": 0.9, "entry": 0.6},
    placed=1.4,
    agent=0.6,
    earlier=0.3,
    after=0.8,
)
STATE = Scale(
    share=3.0,
    sorts={"place": 0.8, "country": 1.0, "capital": 0.85, "adjective": 0.6, "nationals": 0.6, "entry": 0.9},
    placed=0.9,
    agent=1.4,
    earlier=0.6,
    after=0.8,
)


ENTRY = 0.8
"""What naming an actor counts for its country, beside naming the country itself."""


ELSEWHERE = 0.2
"""What naming a country counts for where things happen, if not as a place ("in Mali")."""


class _Mark(NamedTuple):
    country: str
    sort: str
    placed: bool
    agent: bool


class Setting:
    """The countries an article names, with where and how strongly; answers for a place in the text."""

    def __init__(self, words: Words, found: Found, people: People, day: str | None, sentences: Sequence[int]) -> None:
        self._sentences = sentences
        self._length = len(words.text)
        self._at: list[int] = []
        self._marks: list[_Mark] = []
        total: dict[str, float] = {}
        headline = max(words.text.find("\n"), 0)
        marks: list[tuple[int, _Mark]] = []
        for sighting in people.sightings:
            person = sighting.person
            if person.country and person.country not in PSEUDO and sighting.first not in found.at:
                marks.append((words.start[sighting.first], _Mark(person.country, "entry", False, False)))
        for hit in found.hits:
            country = hit.entry.role(day)[0].country if hit.entry is not None else hit.name.country
            if country in PSEUDO or not belongs(words, hit):
                continue
            before = words.low[hit.first - 1] if hit.first else ""
            agent = hit.last < len(words) and words.low[hit.last] in SPEECH
            placed = before in _PLACING and hit.entry is None
            marks.append((words.start[hit.first], _Mark(country, hit.name.sort, placed, agent)))
        here: dict[str, float] = {}
        for at, mark in sorted(marks, key=lambda pair: pair[0]):
            self._at.append(at)
            self._marks.append(mark)
            weight = (ENTRY if mark.sort == "entry" else 1.0) * (3.0 if at < headline else 1.0)
            total[mark.country] = total.get(mark.country, 0.0) + weight
            local = 1.0 if mark.placed or mark.sort == "place" else ELSEWHERE
            here[mark.country] = here.get(mark.country, 0.0) + weight * local
        self._share = _shares(total)
        self._local_share = _shares(here)

    def share(self, country: str | None) -> float:
        """How much of all naming of countries falls on this one, 0 to 1."""
        return self._share.get(country or "", 0.0)

    def guess(self, position: int, *, placed: bool, but: Collection[str] = ()) -> str | None:
        """The likeliest country for something at character `position` that names none, None where none is named.

        `placed` asks for the country where something happens (crowds, police), else for the one whose state is meant.
        Countries of `but` are left out.
        """
        scale = PLACED if placed else STATE
        shares = self._local_share if placed else self._share
        score = {country: scale.share * share for country, share in shares.items() if country not in but}
        if not score:
            return None
        number = max(0, bisect_right(self._sentences, position) - 1)
        begin = max(self._sentences[max(0, number - 2)] if self._sentences else 0, position - _REACH)
        end = self._sentences[number + 1] if number + 1 < len(self._sentences) else self._length
        end = min(end, position + _REACH)
        start = self._sentences[number] if self._sentences else 0
        for index in range(bisect_left(self._at, begin), bisect_left(self._at, end)):
            mark, where = self._marks[index], self._at[index]
            if mark.country not in score:
                continue
            weight = scale.sorts[mark.sort] * (1.0 if where >= start else scale.earlier)
            if where > position:
                weight *= scale.after
            if mark.placed:
                weight *= scale.placed
            if mark.agent:
                weight *= scale.agent
            score[mark.country] += weight
        return max(score, key=lambda country: (score[country], country))


def _shares(weights: dict[str, float]) -> dict[str, float]:
    whole = sum(weights.values()) or 1.0
    return {country: weight / whole for country, weight in weights.items()}
