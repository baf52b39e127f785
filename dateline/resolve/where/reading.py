"""A text cut into words, with what is needed to look its names up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.resolve.where.entry import ADMIN1, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.fold import fold
from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.people import People, people_of
from dateline.resolve.where.tokens import Run, Token, runs_of, tokens_of
from dateline.resolve.where.words import Words

_COUNTRY_WORDS = 4
"""Words of the name of a country that are looked up at the most."""
_RANKS = ("tiny", "small", "middling", "large", "unit2", "listed", "unit1", "great", "country")


@fixed()
class Reading:
    """A text cut into words, with the gazetteer and word lists to read it by, and where each word starts and ends."""

    text: str
    tokens: list[Token]
    runs: list[Run]
    people: People
    gazetteer: Gazetteer
    words: Words
    starts: list[int]
    ends: list[int]

    def numbers_at(self, span: Span) -> tuple[int, int]:
        """The words that lie at least partly in `span`, as numbers `first` to `last` (half-open)."""
        first = bisect_right(self.ends, span.start)
        return first, max(first, bisect_left(self.starts, span.end))


def read_words(text: str, gazetteer: Gazetteer, words: Words, starts: frozenset[int]) -> Reading:
    """The words of `text`, ready for spotting."""
    tokens = tokens_of(text, starts)
    runs = runs_of(text, tokens)
    people = people_of(tokens, runs, gazetteer, words)
    return Reading(
        text, tokens, runs, people, gazetteer, words, [token.start for token in tokens], [token.end for token in tokens]
    )


def candidates_of(reading: Reading, span: Span) -> tuple[Candidate, ...]:
    """The places that the words at `span` may stand for; "US" is a country, "us" is not, "GAO, Mali" is a town."""
    surface = span.of(reading.text)
    candidates = reading.gazetteer.lookup(surface)
    if candidates and _before_water(reading, span):
        candidates = tuple(candidate for candidate in candidates if candidate.how != 1)
    if surface.lower().endswith(" sea") and not _before_unit(reading, span):
        candidates = tuple(c for c in candidates if c.entry.source == "supplement") or candidates
    if not candidates:
        return ()
    letters = [mark for mark in surface if mark.isalpha()]
    capitals = "".join(letters).isupper()
    if capitals and len(letters) <= 3 and not before_its_country(reading, span, candidates):
        return tuple(candidate for candidate in candidates if candidate.cased or candidate.entry.source != "gazetteer")
    return candidates if capitals else tuple(candidate for candidate in candidates if not candidate.cased)


def _before_water(reading: Reading, span: Span) -> bool:
    """True where "river" follows: the Aras river is no town that has the name only among others (Arras)."""
    _, after = reading.numbers_at(span)
    if after >= len(reading.tokens) or reading.text[span.end : reading.tokens[after].start] != " ":
        return False
    return reading.tokens[after].folded in ("river", "rivers", "creek", "canal")


def _before_unit(reading: Reading, span: Span) -> bool:
    """True where a word for a unit follows: Red Sea state is one, the Red Sea is none."""
    _, after = reading.numbers_at(span)
    return after < len(reading.tokens) and reading.tokens[after].folded in ("state", "province", "governorate", "hills")


def before_its_country(reading: Reading, span: Span, candidates: tuple[Candidate, ...]) -> bool:
    """True where a comma and the name of a country follow, in which there is a place of that name."""
    _, after = reading.numbers_at(span)
    if after >= len(reading.tokens) or reading.text[span.end : reading.tokens[after].start] != ", ":
        return False
    for last in range(min(after + _COUNTRY_WORDS, len(reading.tokens)), after, -1):
        words = reading.text[reading.tokens[after].start : reading.tokens[last - 1].end]
        states = {c.entry.country for c in reading.gazetteer.lookup(words) if c.entry.kind == COUNTRY}
        if states:
            return any(candidate.entry.country in states for candidate in candidates)
    return False


def name_of(surface: str, candidates: tuple[Candidate, ...]) -> str:
    """What mentions of one sense share: the folded name, in capitals where it counts only so ("US")."""
    folded = fold(surface)
    return folded.upper() if any(candidate.cased for candidate in candidates) else folded


def prominence(candidates: tuple[Candidate, ...]) -> str:
    """How widely the best known of the candidates is known."""
    return max([_rank(candidate.entry) for candidate in candidates], key=_RANKS.index)


def _rank(entry: Entry) -> str:
    if entry.kind == COUNTRY:
        return "country"
    if entry.kind == ADMIN1:
        return "unit1" if entry.population >= 300_000 or entry.source == "supplement" else "unit2"
    if entry.kind == CITY:
        return _size(entry)
    if entry.kind == "admin2":
        return "unit2" if entry.population >= 100_000 else "small"
    return "listed"


def _size(entry: Entry) -> str:
    if entry.population >= 500_000 or entry.seat:
        return "great"
    if entry.population >= 100_000:
        return "large"
    if entry.population >= 15_000:
        return "middling"
    return "small" if entry.population >= 3000 or entry.spellings >= 12 else "tiny"
