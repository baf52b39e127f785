"""Where personal names stand in an article: which words of a run of capitals are part of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.resolve.given_names import gendered_names, given_names
from dateline.resolve.regions import region_at
from dateline.resolve.who.actor_list import FAMILY_FIRST, PARTICLES, PEOPLE, ActorList, Entry
from dateline.resolve.who.english import COURTESY, MONTH_BEFORE, NOT_NAMES, SPEECH, TOP_OFFICES
from dateline.resolve.who.names.bodies import Naming
from dateline.resolve.who.names.phrases import noun_ending
from dateline.resolve.who.names.scan import Found, Hit
from dateline.resolve.who.people.private_offices import OFFICIAL
from dateline.resolve.who.people.titles import Titles
from dateline.resolve.who.words import Words, fold
from dateline.resolve.word_lists import common_words

_WITHIN = frozenset(("islam",))
"""What begins no name and yet stands within many ("Nurul Islam Khan")."""
_MISTER = frozenset(("mr", "mrs", "ms"))
"""Forms of address that begin a name of their own ("Describing Mr Lind")."""
_RANKS = frozenset(("gen", "col", "maj", "lt", "sgt", "capt", "adm", "sen", "rep", "gov", "pres", "dr", "prof"))
"""Short titles that end before a name."""
_BEFORE_A_NOUN = frozenset(("the", "a", "this", "no"))
_DAYS = frozenset(("yesterday", "today", "tomorrow", "tonight", "overnight"))
_OF_RULERS = frozenset(("doctrine", "presidency", "era"))
"""Words behind the surname of a head of state that are no part of a name ("the talk-first Lind Doctrine")."""
_GERUND = 8
"""How many letters a word that ends in "ing" has at least to be no name ("Undercutting", but "Deng", "Xiaoping")."""
_SPEAKS = frozenset(("says", "adds", "writes", "tells"))
"""Words of speech that are no names, whatever name stands behind."""
_ANY_BODY = frozenset(
    ("chairman", "chairwoman", "chair", "director", "head", "chief", "executive", "secretary", "general", "major")
)
"""Offices whose sector the words before them tell ("Armed Services Chairman Lind")."""

Run = tuple[int, int, Entry | None]
"""Words that may be a personal name: first, after last, and the listed person whose name it is."""


class Runs:
    """The words of an article that may be personal names; `bodies` are the unlisted bodies by each word of a name."""

    def __init__(
        self, words: Words, found: Found, actors: ActorList, bodies: Mapping[int, Naming], titles: Titles
    ) -> None:
        self._words, self._found, self._actors = words, found, actors
        self._bodies, self._titles = bodies, titles

    def all(self) -> Iterator[Run]:
        """Stretches of capitalised words that may be personal names, and names of listed people."""
        words, found = self._words, self._found
        done, total = 0, len(words)
        bearers = {words.low[hit.last - 1] for hit in found.hits if _bears_whole_name(hit)}
        for index in sorted({*words.capitals, *found.at}):
            if index < done:
                continue
            hit = found.at.get(index)
            if hit is not None:
                if hit.entry is not None and hit.entry.kind in PEOPLE:
                    yield hit.first, hit.last, hit.entry
                done = hit.last
                continue
            if index in self._bodies or not self._name_word(index) or self._verb(index):
                continue
            if self._titles.is_title(index) and not (words.low[index] in bearers and self._is_surname(index)):
                continue
            last = index + 1
            while last < total and last not in self._bodies and self._goes_on(last):
                last += 1
            while last - index > 1 and words.low[last - 1] in PARTICLES and not words.capital(last - 1):
                last -= 1
            first, last = self._trimmed(index, last)
            if last - first > 1 and words.low[first] in gendered_names():
                bearers.add(words.low[last - 1])
            yield first, last, None
            done = last

    def _is_surname(self, index: int) -> bool:
        """True where a word that is a title too stands alone as no title does ("King said", of Ana King before)."""
        words, behind = self._words, index + 1
        if index and words.low[index - 1] in _BEFORE_A_NOUN:
            return False
        alone = behind >= len(words) or not (words.joined(behind) and words.capital(behind))
        return alone and words.low[behind : behind + 1] != ("of",)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A run of capitalised words without those that are no part of a name.

        Those up to an office within it ("Water Minister Ana Lind"), a plain word before a well-known surname
        ("Considering Lind") and one behind it ("the Lind Doctrine").
        """
        if last - first > 2 and self._words.low[first] in _DAYS:  # "Yesterday Ana Lind said"
            first += 1
        if last - first < 2 or self._words.low[first] in gendered_names():
            return first, last
        low = self._words.low
        noun = noun_ending(self._words, last - 1, last, self._actors)[1]
        named = noun is None and (low[last - 1] not in common_words() or low[last - 1] in self._actors.surnames)
        for at in range(last - 1, first, -1) if named else ():
            if self._is_office(at - 1) and not self._titles.is_title(at):
                return at, last
        plain = low[first] in common_words() or self._is_gerund(first)
        before = plain and (low[first + 1] in gendered_names() or last - first == 2)
        before = before or (last - first == 2 and low[first] == low[last - 1])
        if before and self._known(last - 1):
            return first + 1, last
        behind = last - first == 2 and (
            (low[last - 1] in common_words() and low[first - 1] in _BEFORE_A_NOUN) or low[last - 1] in _OF_RULERS
        )
        behind = behind or self._deed(first + 1)
        if behind and self._known(first) and not self.is_body(first, last):
            return first, first + 1
        return first, last

    def _is_gerund(self, index: int) -> bool:
        """True for what opens a sentence and is rather a verb than a name ("Accompanying Lind", not "Deng Lind")."""
        words, low = self._words, self._words.low[index]
        opens = index == 0 or words.gap(index) != " "
        return opens and len(low) >= _GERUND and low.endswith("ing") and low not in given_names()

    def _deed(self, index: int) -> bool:
        """True for what may be a verb of a headline in capitals ("Lind Launches Iraq Air Strike")."""
        words, low = self._words, self._words.low[index]
        stem = low.removesuffix("s").removesuffix("e")
        verb = low.endswith("s") and low in common_words() and f"{stem}ed" in common_words()
        return verb and words.goes_on(index + 1)

    def _is_office(self, index: int) -> bool:
        """True for words like "Minister", "Capt." and "Chairman" that a name comes behind."""
        low = self._words.low[index]
        head = self._actors.heads.get(low)
        office = head is not None and head.sort == "office" and head.sectors[:1] and head.sectors[0] in OFFICIAL
        if office and low not in self._actors.surnames and low not in _ANY_BODY:
            return True
        return low in COURTESY or low in _RANKS

    def _known(self, index: int) -> bool:
        """True for the surname of a head of state or the like, none of those who bear the surname first."""
        bearers = self._actors.surnames.get(self._words.low[index], ())
        first = any(entry.roles[-1].country in FAMILY_FIRST for entry in bearers)
        return not first and any(
            any(office in role.note for office in TOP_OFFICES) for e in bearers for role in e.roles
        )

    def _name_word(self, index: int) -> bool:
        words = self._words
        if words.low[index] == "may" and words.capital(index):
            return not self._is_month(index)
        if not words.capital(index) or words.low[index] in NOT_NAMES or words.raw[index][-1:].isdigit():
            return False
        region = region_at(words.low, index)
        return region is None or len(region) == 1

    def _verb(self, index: int) -> bool:
        """True where a word of speech with a capital opens a sentence or a caption before a name ("Said Obama:")."""
        words = self._words
        if words.low[index] not in SPEECH or words.gap(index) == " " or index + 1 >= len(words):
            return False
        behind = words.low[index + 1]
        named = behind in self._actors.surnames or behind in given_names() or words.low[index] in _SPEAKS
        return words.gap(index + 1) == " " and named

    def _is_month(self, index: int) -> bool:
        """True where "May" is rather the month, or the verb that opens a wish."""
        words = self._words
        if index == 0 or words.low[index - 1] in MONTH_BEFORE or words.low[index - 1].isdigit():
            return True
        after = words.low[index + 1] if index + 1 < len(words) else ""
        return after.isdigit() or after in ("and", "or") or (bool(after) and words.capital(index + 1))

    def _goes_on(self, index: int) -> bool:
        """True where word `index` goes on the name before it: a capital, a particle, a place used as a surname."""
        words = self._words
        if not words.joined(index) or words.owns(index - 1) or self._pairs(index) or self._quotes(index):
            return False
        if self._begins_again(index):
            return False
        hit = self._found.covering.get(index)
        if hit is not None:
            bare = hit.last - hit.first == 1 and hit.entry is None and hit.name.sort == "country"
            bare = bare and words.low[index - 1] in gendered_names()
            if words.low[index] == "us" or not (hit.name.sort == "place" or bare):
                return False
        if words.capital(index):
            plain = words.low[index] in NOT_NAMES and not (words.low[index] in _WITHIN and words.gap(index) == " ")
            return not plain and words.low[index] not in _MISTER
        after = index + 1
        return words.low[index] in PARTICLES and after < len(words) and words.joined(after) and words.capital(after)

    def _begins_again(self, index: int) -> bool:
        """True where behind a listed surname the whole name begins, as links of pages leave it ("Lind Ann Lind")."""
        low = self._words.low
        bearers = self._actors.surnames.get(low[index - 1], ())
        again = any(word.startswith(low[index - 1]) for word in low[index + 1 : index + 4])
        return again and any(fold(entry.name.split()[0]) == low[index] for entry in bearers)

    def _pairs(self, index: int) -> bool:
        """True where a hyphen joins two parties rather than parts of a name ("the Trump-Kim summit")."""
        low, surnames = self._words.low, self._actors.surnames
        if self._words.gap(index) not in ("-", "–") or self._has_given_name(index - 1):
            return False
        return low[index - 1] in surnames and (low[index] in surnames or index in self._found.at)

    def _has_given_name(self, index: int) -> bool:
        """True where a given name or an initial stands right before word `index` ("Mansur M. Dan-Ali" is one man)."""
        words, before = self._words, index - 1
        if before < 0 or before in self._found.covering or not (words.joined(index) and words.capital(before)):
            return False
        initial = len(words.low[before]) == 1 and words.gap(index)[:1] == "."
        return initial or words.low[before] in gendered_names()

    def _quotes(self, index: int) -> bool:
        """True where a quotation opens before word `index` that is no nickname inside a name."""
        words, gap = self._words, self._words.gap(index)
        if gap[-1:] not in ('"', "“") or gap[:1] != " ":
            return False
        inside = words.gap(index + 1)[:1] not in ('"', "”")
        return inside or not words.joined(index + 1) or not words.capital(min(index + 1, len(words) - 1))

    def is_body(self, first: int, last: int) -> bool:
        """True where the last word of a name is a noun for bodies ("Trade Commission") and no given name begins it."""
        noun = noun_ending(self._words, first, last, self._actors)[1]
        return noun is not None and noun.sort in ("state", "group") and self._words.low[first] not in gendered_names()


def _bears_whole_name(hit: Hit) -> bool:
    """True for the name of a listed person in full."""
    return hit.entry is not None and hit.entry.kind in PEOPLE and hit.last - hit.first > 1
