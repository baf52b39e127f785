"""Which country a passage is about, for mentions that name none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from dateline.resolve.who.scan import PSEUDO, Found, belongs
from dateline.resolve.who.words import Words

_SORT_WEIGHT = {"place": 1.3, "country": 1.0, "capital": 0.9, "adjective": 0.9, "nationals": 0.9, "entry": 0.7}
_PLACING = frozenset(("in", "at", "near", "outside", "inside", "across", "of", "from", "around"))


class Setting:
    """The countries an article names, with where and how strongly; answers for a place in the text."""

    def __init__(self, words: Words, found: Found, day: str | None, sentences: Sequence[int]) -> None:
        self._sentences = sentences
        self._words = words
        self._at: list[int] = []
        self._marks: list[tuple[str, float, bool]] = []
        total: dict[str, float] = {}
        headline = max(words.text.find("\n"), 0)
        for hit in found.hits:
            country = hit.entry.role(day)[0].country if hit.entry is not None else hit.name.country
            if country in PSEUDO or not belongs(words, hit):
                continue
            weight = _SORT_WEIGHT[hit.name.sort]
            placed = hit.first > 0 and words.low[hit.first - 1] in _PLACING and hit.entry is None
            self._at.append(words.start[hit.first])
            self._marks.append((country, weight, placed))
            early = words.start[hit.first] < headline
            total[country] = total.get(country, 0.0) + weight * (3.0 if early else 1.0)
        self._total = total
        self._sum = sum(total.values()) or 1.0

    @property
    def main(self) -> str | None:
        """The country the article names most, None where it names none."""
        return max(self._total, key=lambda country: (self._total[country], country)) if self._total else None

    def share(self, country: str) -> float:
        """How much of all naming of countries falls on this one, 0 to 1."""
        return self._total.get(country, 0.0) / self._sum

    def guess(self, position: int, *, placed: bool, state: bool, but: Collection[str] = ()) -> str | None:
        """The likeliest country for something at character `position` that names none.

        `placed` prefers the country of the place names about (crowds, police), `state` the country the article is
        mostly about (the government, the army). Countries of `but` are left out.
        """
        if not self._total:
            return None
        number = max(0, bisect_right(self._sentences, position) - 1)
        begin = self._sentences[max(0, number - 2)] if self._sentences else 0
        end = self._sentences[number + 1] if number + 1 < len(self._sentences) else len(self._words.text)
        start = self._sentences[number] if self._sentences else 0
        score = {country: (3.0 if state else 2.2) * self.share(country) for country in self._total if country not in but}
        if not score:
            return None
        for index in range(bisect_left(self._at, begin), bisect_left(self._at, end)):
            country, weight, is_place = self._marks[index]
            if country in but:
                continue
            where = self._at[index]
            near = 1.0 if where >= start else 0.35
            if where > position:
                near *= 0.8
            if is_place:
                near *= 1.6 if placed else 1.1
            score[country] += near * weight * (0.8 if state else 1.0)
        return max(score, key=lambda country: (score[country], country))
