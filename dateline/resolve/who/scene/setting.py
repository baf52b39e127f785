"""Which country a passage is about, for mentions that name none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field

from dateline.fixed import fixed
from dateline.resolve.who.english import BODIES, CONFLICT
from dateline.resolve.who.names.scan import PSEUDO, Found
from dateline.resolve.who.people.person import People
from dateline.resolve.who.scene.country_marks import country_marks
from dateline.resolve.who.weights import Weights
from dateline.resolve.who.words import Words

_LEAD = 500
"""How many characters from the start count as the lead of an article."""
_REACH = 1500
"""How many characters a passage reaches to each side at most, however long its sentences."""
_MOST = 10
"""How many countries are weighed at most."""
_STEPS = (0.08, 0.2, 0.35, 0.5, 0.7)
"""Shares of all naming that count as features."""
_AROUND = (0.25, 0.5, 0.75)
"""Shares of the naming in the sentences around that count as features."""
_LATELY = 3
"""How many parties of one country a short way back count at most."""

_UNNAMED: dict[tuple[str, ...], tuple[str, ...]] = {("REB",): ("IMG",), ("SOC",): ("NGO",), ("BUS",): ("MNC",)}
"""Codes of no country that are weighed by sector even where the article names no such actor."""


_OF_NO_STATE = frozenset(("REB", "UAF", "CRM", "PRM", "CVL", "UNK"))
"""First sectors of parties that may be of an armed group of no country; its crowds are never civilians by name."""
_PRIVATE = frozenset(("MNC", "NGO"))
"""Codes of companies and associations of no country."""
_OF_STATES = frozenset(("GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CRM", "CVL", "UAF", "MED"))
"""First sectors of parties that are of no company or association unless it says so."""
_OF_PEOPLE = frozenset(("COP", "PTY", "OPP", "REB", "CRM", "UAF", "CVL", "MED", "EDU"))
"""First sectors of parties that are of no body of states unless it says so."""
_UNTOLD = frozenset(("other", "those", "element", "prisoner", "detainee", "captive", "hostage", "people", "others"))
"""Nouns for crowds that do not tell whether they bear arms."""


@fixed()
class Ask:
    """What is asked of the setting: the mention's place and kind, and what earlier parties are like it.

    `same` is the country of the last party under the same noun, `like` of the last with a sector in common, `last` of
    the last party of all, `who` of the last named person without office (before one person); `lately` counts the last
    parties by country. Countries of `but` are only tied to it, those of `beside` stand next to it in a way that is
    told; `among` holds the countries of its people, if it names one. `told` are the words before its noun, `lost` is
    True where the last party under the same noun had no country either, and `bodies` where it can only be of a body of
    states ("the member countries").
    """

    start: int
    kind: str
    noun: str = ""
    sectors: tuple[str, ...] = ()
    plural: bool = False
    definite: bool = False
    same: str | None = None
    like: str | None = None
    last: str | None = None
    but: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    beside: Mapping[str, str] = field(default_factory=dict)
    among: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    lost: bool = False
    who: str | None = None
    lately: Mapping[str, int] = field(default_factory=dict)
    bodies: bool = False


class Setting:
    """The countries an article names, with where and how strongly; answers for a place in the text."""

    def __init__(
        self, words: Words, found: Found, people: People, day: str | None, sentences: Sequence[int], weights: Weights
    ) -> None:
        self._words, self._weights = words, weights
        self._sentences = sentences
        headline = max(words.text.find("\n"), 0)
        self._marks = sorted(country_marks(words, found, people, day), key=lambda mark: mark.at)
        self._at = [mark.at for mark in self._marks]
        total: dict[str, float] = {}
        here: dict[str, float] = {}
        self._about: dict[str, list[str]] = {}
        for mark in self._marks:
            weight = 3.0 if mark.at < headline else 1.0
            if mark.country not in PSEUDO:
                total[mark.country] = total.get(mark.country, 0.0) + weight
                if mark.sort == "place" or mark.link == "in":
                    here[mark.country] = here.get(mark.country, 0.0) + weight
            about = self._about.setdefault(mark.country, [])
            if mark.at < headline:
                about.append("headline")
            elif mark.at < headline + _LEAD:
                about.append("lead")
        self._share = _shares(total)
        self._top = max(self._share.values(), default=0.0)
        self._describe(_shares(here), total)

    def _describe(self, local: dict[str, float], total: dict[str, float]) -> None:
        """Keep what holds of each country throughout the article, as features."""
        order = sorted(total, key=lambda country: (-total[country], country))
        placed = sorted(local, key=lambda country: (-local[country], country))
        for country, about in self._about.items():
            features = sorted(set(about))
            features += [f"share{step}" for step in _STEPS if self._share.get(country, 0.0) >= step]
            features += [f"local{step}" for step in _STEPS if local.get(country, 0.0) >= step]
            if country in order[:3]:
                features.append(f"rank{order.index(country)}")
            if country in placed[:2]:
                features.append(f"placed{placed.index(country)}")
            if country == "USA":
                features.append("usa")
            if country in PSEUDO:
                features.append(country.lower())
            self._about[country] = features
        self._countries = (*order[:_MOST], *sorted(set(self._about) & PSEUDO))

    @property
    def countries(self) -> Sequence[str]:
        """Among which countries one is guessed: the most named first, then the codes of no country."""
        return self._countries

    def share(self, country: str | None) -> float:
        """How much of all naming of countries falls on this one, 0 to 1."""
        return self._share.get(country or "", 0.0)

    def rivals(self, country: str) -> bool:
        """True where the article speaks of another country at least as much as of this one."""
        return any(self.share(other) >= self.share(country) for other in self._share if other != country)

    def guess(self, ask: Ask) -> str | None:
        """The likeliest country for a mention that names none, None where it is likelier unknown."""
        if not self._countries:
            return ask.among[0] if ask.among else None
        near = self._near(ask)
        extra = [country for country in (*ask.among, *_UNNAMED.get(ask.sectors[:1], ())) if country not in self._about]
        never = ask.never | _never(ask)
        countries = [c for c in (*self._countries, *extra) if (c in PSEUDO or not ask.bodies) and c not in never]
        rows: dict[str | None, list[str]] = {c: self._features(c, near.get(c, ()), ask) for c in countries}
        rows[None] = self._unknown(near, ask)
        return self._weights.best("country", ask.kind, rows)

    def _unknown(self, near: Mapping[str, Sequence[str]], ask: Ask) -> list[str]:
        """What speaks for a country that the article does not tell."""
        number = "several" if ask.plural else "one"
        features = ["nobody", f"nobody {number}", f"nobody {'definite' if ask.definite else 'open'}"]
        features += [f"nobody {ask.noun}", f"nobody {number} {ask.noun}", *(f"nobody told {word}" for word in ask.told)]
        features += [f"nobody sector {sector}" for sector in ask.sectors[:1]]
        features += ["nobody lost"] if ask.lost else ["nobody same"] if ask.same else []
        features += ["nobody beside"] if ask.beside else ["nobody tie"] if ask.but else []
        features += [f"nobody top{step}" for step in _STEPS if self._top >= step]
        features.append(f"nobody near{min(3, len(near))}")
        return features

    def _features(self, country: str, near: Sequence[str], ask: Ask) -> list[str]:
        features = [*self._about.get(country, ("unnamed",)), *(near or ("far",)), *_told(country, ask)]
        number = "several" if ask.plural else "one"
        if country == "USA" or country in PSEUDO:
            features += [f"{country.lower()} {ask.noun}", f"{country.lower()} {number}"]
        if "rank0" in features:
            features += [f"rank0 {ask.noun}", "rank0 definite" if ask.definite else "rank0 open"]
        if "placed0" in features:
            features.append(f"placed0 {ask.noun}")
        return features

    def _near(self, ask: Ask) -> dict[str, list[str]]:
        """Features of the countries named around: by how far, as what, behind what, first or nearest."""
        position, sentences = ask.start, self._sentences
        number = max(0, bisect_right(sentences, position) - 1)
        start = sentences[number] if sentences else 0
        begin = max(sentences[max(0, number - 3)] if sentences else 0, position - _REACH)
        end = sentences[number + 1] if number + 1 < len(sentences) else len(self._words.text)
        stop = sentences[number + 2] if number + 2 < len(sentences) else len(self._words.text)
        stop = min(stop, position + _REACH)
        found: dict[str, dict[str, None]] = {}
        count: dict[str, float] = {}
        low, high = bisect_left(self._at, begin), bisect_left(self._at, stop)
        split, sectors = bisect_left(self._at, position), frozenset(ask.sectors)
        for index in range(low, high):
            mark = self._marks[index]
            zone = self._zone(mark.at, number, start, position, end)
            features = found.setdefault(mark.country, {})
            count[mark.country] = count.get(mark.country, 0.0) + 1.0
            features[f"{zone} {mark.sort}"] = features[f"{zone} {mark.link}"] = None
            if mark.agent:
                features[f"{zone} agent"] = None
            if not sectors.isdisjoint(mark.sectors):
                features[f"{zone} sector"] = None
            if zone == "before" and self._conflict(mark.word, position):
                features["before across"] = None
            if index == split - 1:
                features[f"nearest {zone}"] = None
            elif index == split and zone == "after":
                features["next"] = None
            if mark.at >= start and (index == low or self._at[index - 1] < start) and mark.at < position:
                features["first"] = None
        for country, share in _shares(count).items():
            found[country].update(dict.fromkeys(f"around{step}" for step in _AROUND if share >= step))
        return {country: list(features) for country, features in found.items()}

    def _zone(self, at: int, number: int, start: int, position: int, end: int) -> str:
        if at >= start:
            return "before" if at < position else "after" if at < end else "later"
        return f"back{number - max(0, bisect_right(self._sentences, at) - 1)}"

    def _conflict(self, word: int, position: int) -> bool:
        """True where a word of conflict stands between word `word` and character `position`."""
        words, index = self._words, word + 1
        while index < len(words) and words.start[index] < position:
            if words.low[index] in CONFLICT:
                return True
            index += 1
        return False


def _never(ask: Ask) -> frozenset[str]:
    """The codes of no country that a party is not of by its sector, unless it says so."""
    unknown, first = ask.kind == "unknown name" and not ask.sectors, (*ask.sectors, "")[0]
    never = frozenset(("IMG",)) if _unarmed(ask) else frozenset()
    if unknown or first in _OF_STATES:
        never |= _PRIVATE
    return never | BODIES if unknown or first in _OF_PEOPLE else never


def _unarmed(ask: Ask) -> bool:
    """True for forces and civilians, which are never of an armed group of no country."""
    if ask.sectors[:1] == ("CVL",):
        return ask.kind == "crowd" and ask.noun not in _UNTOLD
    return bool(ask.sectors) and ask.sectors[0] not in _OF_NO_STATE


def _told(country: str, ask: Ask) -> list[str]:
    """Features of a country by what the mention itself and the parties before it tell."""
    features: list[str] = []
    if country == ask.same:
        features += ["same", "same definite"] if ask.definite else ["same"]
    if country == ask.like:
        features.append("like")
    if country == ask.last:
        features.append("last")
    if country in ask.lately:
        features.append(f"lately{min(_LATELY, ask.lately[country])}")
    if country == ask.who:
        features += ["who", f"who {ask.noun}"]
    if country in ask.but:
        features += ["tie", f"tie {ask.noun}"]
    if country in ask.beside:
        features += [ask.beside[country], f"{ask.beside[country]} {ask.noun}"]
    if ask.among:
        features.append("people" if country in ask.among else "not people")
    return features


def _shares(weights: dict[str, float]) -> dict[str, float]:
    whole = sum(weights.values()) or 1.0
    return {country: weight / whole for country, weight in weights.items()}
