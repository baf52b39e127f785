"""Whose an office is: the names, bodies and nationalities around a title that tell the country and sectors of it."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.fixed import fixed
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import (
    ABROAD,
    MODIFIERS,
    NOT_NAMES,
    OF_BODY,
    POSSESSIVE_GAPS,
    SHORT_STATES,
    SPEECH,
    STOPS,
    THE_STATE,
)
from dateline.resolve.who.names.bodies import WATCHES, Naming, watching
from dateline.resolve.who.names.phrases import last_of
from dateline.resolve.who.names.scan import Found, Hit, belongs
from dateline.resolve.who.words import Words

LINKS = (" ", "-", ". ", "/", *POSSESSIVE_GAPS)
RANKS = frozenset(("general", "colonel", "major", "captain", "lieutenant", "sergeant"))
"""Titles that soldiers and, in many states, police officers have."""
BODIES = frozenset(("ngo", "media", "company", "igo"))
_HELD = frozenset(("detainee", "prisoner", "captive", "hostage", "victim", "target", "critic", "opponent"))
_AS_ADJECTIVE = SHORT_STATES | {"UN"}
"""Names that stand as they are before a noun."""
_STATES = THE_STATE | {"territory", "city"}
_NEAR = 45
"""How many words back a body may stand that "its" means."""
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_SPOKE = 60
"""How many words back a spokesman without a name may have spoken whom the article names then."""
_WHERE = frozenset(("in", "on", "across", "of", "from", "to", "near", "inside"))


@fixed()
class TitleOwners:
    """Finds whose a title in one article is; `day` (ISO) dates the roles of the actor list."""

    words: Words
    found: Found
    day: str | None
    bodies: Mapping[int, Naming]

    def of_title(self, begin: int, first: int, noun: Head) -> list[Hit]:
        """Whose the `noun` of a title from word `begin` to before `first` is: by its words, else by those before it."""
        told = self.hits(begin, first) or self.nation(begin) or self._whose(begin) or self._its_body(begin, noun)
        bare = not told and last_of(noun) in _SPEAKERS and begin == first - 1
        return self._spoke_before(begin) if bare else told

    def _spoke_before(self, begin: int) -> list[Hit]:
        """Of whom the last nameless spokesman before word `begin` is ("A UN spokesman said …," said spokesman Lind)."""
        words = self.words
        for index in range(begin - 1, max(-1, begin - _SPOKE), -1):
            if words.low[index] not in _SPEAKERS:
                continue
            hit = self.found.covering.get(index - 1)
            behind = words.low[index + 1]
            nameless = behind in SPEECH and words.gap(index + 1) == " "
            return [hit] if hit is not None and nameless and belongs(words, hit) else []
        return []

    def nation(self, first: int, gap: str = " ") -> list[Hit]:
        """The nationality before word `first`, or before up to three plain words ("US basketball" before "player").

        `gap` stands between it and word `first`.
        """
        words = self.words
        for index in range(first - 1, max(-1, first - 5), -1):
            if words.gap(index + 1) != (gap if index == first - 1 else " "):
                return []
            hit = self.found.covering.get(index)
            if hit is not None:
                nation = hit.name.sort in ("adjective", "nationals") or words.raw[index] in _AS_ADJECTIVE
                return [hit] if nation and hit.last == index + 1 and belongs(words, hit) else []
            low = words.low[index]
            if words.capital(index) or low in NOT_NAMES or low in STOPS or low in SPEECH or low.endswith(("ed", "s")):
                return []
        return []

    def _whose(self, begin: int) -> list[Hit]:
        """The name right before "whose" ("the Dominican Republic, whose president X said")."""
        words = self.words
        if begin < 2 or words.low[begin - 1] != "whose" or words.gap(begin - 1) not in (" ", ", "):
            return []
        hit = self.found.covering.get(begin - 2)
        return [hit] if hit is not None and belongs(words, hit) else []

    def _its_body(self, begin: int, noun: Head) -> list[Hit]:
        """The listed body that "its" before word `begin` means ("said its director"): the last named, if it is one."""
        words = self.words
        if begin == 0 or words.low[begin - 1] != "its" or last_of(noun) not in OF_BODY:
            return []
        for index in range(begin - 2, max(-1, begin - _NEAR), -1):
            hit = self.found.covering.get(index)
            if hit is None or hit.name.sort == "adjective" or words.low[max(0, hit.first - 1)] in _WHERE:
                continue
            return [hit] if hit.entry is not None and hit.entry.kind in BODIES else []
        return []

    def hits(self, begin: int, stop: int) -> list[Hit]:
        """The listed names that lie within the words from `begin` to before `stop`."""
        found = [hit for i in range(begin, stop) if (hit := self.found.at.get(i)) is not None and hit.last <= stop]
        return [hit for hit in found if belongs(self.words, hit) and not self._is_a_war(hit)]

    def _is_a_war(self, hit: Hit) -> bool:
        """True where a name only tells which war it was ("an Iraq War veteran")."""
        words = self.words
        return hit.last < len(words) and words.low[hit.last] == "war" and words.gap(hit.last) == " "

    def next_hit(self, first: int) -> list[Hit]:
        """The listed name that begins at word `first` or at one of the two behind it."""
        for index in range(first, min(first + 3, len(self.words))):
            hit = self.found.at.get(index)
            if hit is not None or self.words.gap(index) != " ":
                return [hit] if hit is not None else []
        return []

    def of_unlisted(self, begin: int, start: int) -> tuple[str | None, tuple[str, ...]] | None:
        """Country and sectors of the body right before word `start`: "Justice Now spokesman", "Observatory head"."""
        words, last = self.words, start - 1 if start > begin else begin - 1
        if last < 0 or words.gap(last + 1) not in (" ", *POSSESSIVE_GAPS):
            return None
        naming = self.bodies.get(last)
        if naming is not None:
            return naming.body.country, naming.body.sectors
        entry = watching(self.found) if words.low[last] in WATCHES and words.capital(last) else None
        if entry is None:
            return None
        role, _ = entry.role(self.day)
        return role.country, role.sectors

    def told_by(
        self, owners: list[Hit], noun: Head, before: tuple[str, ...]
    ) -> tuple[str | None, tuple[str, ...]]:  # fmt: skip
        """The country that `owners` tell and the sectors of the office, with the words `before` its noun."""
        if _HELD & set(before):
            owners = []
        if last_of(noun) in ABROAD and any(hit.entry is None for hit in owners):
            owners = [next(hit for hit in owners if hit.entry is None)]
        sectors, country, told = noun.sectors, None, False
        states = any(_rules_state(self.words, hit) for hit in owners) or not _STATES.isdisjoint(before[-1:])
        if noun.noun == "chief executive" and states:
            sectors = ("GOV",)
        general = last_of(noun) in OF_BODY or last_of(noun) in RANKS
        for hit in owners:
            if hit.entry is not None:
                role, _ = hit.entry.role(self.day)
                country, told = role.country, True
                private = hit.entry.kind in BODIES and noun.sectors[0] == "GOV"
                if role.sectors and (general or private):
                    sectors = role.sectors
            elif not told and (hit.name.sort != "place" or country is None):
                country = hit.name.country
        if general and noun.sort in ("office", "person"):
            named = {word for hit in owners for word in self.words.low[hit.first : hit.last]}
            sectors = next((MODIFIERS[word] for word in before if word in MODIFIERS and word not in named), sectors)
        return country, sectors


def _rules_state(words: Words, hit: Hit) -> bool:
    """True for the name of a country that has a chief executive ("Hong Kong's"): no company of it ("the French")."""
    return hit.entry is None and hit.name.sort in ("country", "capital", "place") and words.gap(hit.last) in LINKS
