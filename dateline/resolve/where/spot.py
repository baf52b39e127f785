"""Finds the words of a text that may name places, with what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.span import Span
from dateline.resolve.where.entry import ADMIN1, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.fold import fold
from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.people import People, people_of
from dateline.resolve.where.tokens import Run, Token, runs_of, span_of, tokens_of
from dateline.resolve.where.words import Words

_MOST_WORDS = 6
_ACRONYM = 5  # letters; longer words in capitals are datelines or headlines
_ABBREVIATED = ("USA", "CAN", "AUS")
_ARTICLES = frozenset("al el ad ar as ash at az an ed es ez ed dhu bir".split())


@dataclass(frozen=True, slots=True)
class Spot:
    """Words `first` to `last` (half-open) that some places are called by, and the cues around them.

    `forced` is True for a mention that someone else proposed: it is resolved whatever the cues.
    """

    first: int
    last: int
    span: Span
    name: str
    candidates: tuple[Candidate, ...]
    cues: frozenset[str]
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into words, with the gazetteer and word lists to read it by."""

    text: str
    tokens: list[Token]
    runs: list[Run]
    people: People
    gazetteer: Gazetteer
    words: Words


def read_words(text: str, gazetteer: Gazetteer, words: Words, starts: frozenset[int]) -> Reading:
    """The words of `text`, ready for spotting."""
    tokens = tokens_of(text, starts)
    runs = runs_of(text, tokens)
    return Reading(text, tokens, runs, people_of(tokens, runs, gazetteer, words), gazetteer, words)


def spots_of(reading: Reading) -> list[Spot]:
    """The longest names at each place of the text, in text order, not overlapping."""
    found: list[Spot] = []
    after = 0
    for run in reading.runs:
        index = max(run.first, after)
        while index < run.last:
            spot = _spot_at(reading, run, index, after)
            if spot is None:
                index += 1
            else:
                found.append(spot)
                index = after = spot.last
                state = _abbreviation_after(reading, spot)
                if state is not None:
                    found.append(state)
                    after = state.last
    return found


def _abbreviation_after(reading: Reading, spot: Spot) -> Spot | None:
    """The state of "Reading, Pa." and "Paris, TX"."""
    if spot.last >= len(reading.tokens):
        return None
    token = reading.tokens[spot.last]
    if reading.text[spot.span.end : token.start] != ", " or not token.capital:
        return None
    return abbreviated(reading, spot.last)


def abbreviated(reading: Reading, index: int, forced: bool = False) -> Spot | None:
    """The state that the word at `index` abbreviates, or None: "Pa." (with its stop) and "PA"."""
    token = reading.tokens[index]
    state = reading.words.abbreviations.get(token.folded.replace(" ", ""))
    span = Span(token.start, token.end)
    stop = reading.text[span.end : span.end + 1] == "." or "." in span.of(reading.text)
    if state is None or not (stop or span.of(reading.text).isupper()):
        return None
    found = reading.gazetteer.lookup_folded(state)
    units = tuple(candidate for candidate in found if candidate.entry.kind == ADMIN1 and candidate.entry.country in _ABBREVIATED)
    cues = frozenset(("unit1", "abbreviation"))
    return Spot(index, index + 1, span, state, units, cues, forced) if units else None


def _spot_at(reading: Reading, run: Run, index: int, after: int) -> Spot | None:
    tokens = reading.tokens
    if not tokens[index].capital:
        return None
    for first in _starts(reading, index, after):
        for last in range(min(run.last, first + _MOST_WORDS), index, -1):
            if not tokens[last - 1].capital:
                continue
            span = span_of(tokens, first, last)
            candidates = _own_candidates(reading, first, last, span)
            if candidates:
                cues = cues_of(reading, run, first, last, candidates)
                return Spot(first, last, span, fold(span.of(reading.text)), candidates, cues)
    return None


def _own_candidates(reading: Reading, first: int, last: int, span: Span) -> tuple[Candidate, ...]:
    """Candidates of words that can be a name by themselves: not "North", "Church", "October 6" or the "US" of "US$"."""
    opening = reading.tokens[first]
    if last - first == 1 and opening.folded in reading.words.generic or opening.folded in reading.words.calendar:
        return ()
    if reading.text[span.end : span.end + 1] == "$":
        return ()
    candidates = candidates_of(reading, span)
    if opening.folded == "the":
        return tuple(candidate for candidate in candidates if candidate.entry.source != "gazetteer" or opening.capital)
    return candidates


def _starts(reading: Reading, index: int, after: int) -> list[int]:
    """Where a name that holds the word at `index` may begin: at "al" of "al-Bab", at "the" of "the Gulf"."""
    if index <= after:
        return [index]
    before = reading.tokens[index - 1]
    if before.capital:
        return [index]
    gap = reading.text[before.end : reading.tokens[index].start]
    joined = before.folded in _ARTICLES and (gap == "-" or (gap == " " and before.folded in ("al", "el")))
    leads = gap == " " and (before.folded == "the" or before.folded in reading.words.directions)
    return [index - 1, index] if joined or leads else [index]


def candidates_of(reading: Reading, span: Span) -> tuple[Candidate, ...]:
    """The places that the words at `span` may stand for; "US" is a country, "us" is not."""
    surface = span.of(reading.text)
    candidates = reading.gazetteer.lookup(surface)
    if not candidates:
        return ()
    letters = [mark for mark in surface if mark.isalpha()]
    capitals = "".join(letters).isupper()
    if capitals and len(letters) <= 3:
        return tuple(candidate for candidate in candidates if candidate.cased or candidate.entry.source != "gazetteer")
    return candidates if capitals else tuple(candidate for candidate in candidates if not candidate.cased)


def cues_of(reading: Reading, run: Run, first: int, last: int, candidates: tuple[Candidate, ...]) -> frozenset[str]:
    """Names of what speaks for or against a place at words `first` to `last`."""
    cues = {prominence(candidates)}
    cues |= _cues_inside(reading, run, first, last, candidates)
    cues |= _cues_before(reading, run, first)
    cues |= _cues_after(reading, run, last)
    return frozenset(cues)


def prominence(candidates: tuple[Candidate, ...]) -> str:
    """How widely the best known of the candidates is known."""
    return max((_rank(candidate.entry) for candidate in candidates), key=_RANKS.index)


_RANKS = ("tiny", "small", "middling", "large", "unit2", "listed", "unit1", "great", "country")


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


def _cues_inside(
    reading: Reading, run: Run, first: int, last: int, candidates: tuple[Candidate, ...]
) -> set[str]:
    tokens, words = reading.tokens, reading.words
    cues = set()
    inner = [token.folded for token in tokens[first:last]]
    if all(candidate.how for candidate in candidates):
        cues.add("alternate")
    if len(inner) > 1:
        cues.add("several_words")
    if all(word in words.common for word in inner):
        cues.add("common_opening" if tokens[first].opens or run.titled else "common")
    if len(inner) == 1 and inner[0] in words.given:
        cues.add("given")
    if any(word in words.calendar for word in inner) and len(inner) == 1:
        cues.add("calendar")
    if inner[0] in words.never and len(inner) == 1:
        cues.add("never")
    if " ".join(inner) in words.demonyms:
        cues.add("demonym")
    if len(inner) == 1 and inner[0] in words.family:
        cues.add("family")
    surface = reading.text[tokens[first].start : tokens[last - 1].end]
    if surface.isupper() and 2 <= len(surface) <= _ACRONYM and not all(candidate.cased for candidate in candidates):
        cues.add("acronym")
    if inner[0] in words.heads and len(inner) > 1:
        cues.add("of_body")
    if run.titled:
        cues.add("titled")
    if not reading.people.numbers.isdisjoint(range(first, last)):
        cues.add("person")
    elif len(inner) == 1 and inner[0] in reading.people.surnames:
        cues.add("surname")
    return cues


def _cues_before(reading: Reading, run: Run, first: int) -> set[str]:
    tokens, words, text = reading.tokens, reading.words, reading.text
    if first == 0:
        return {"opens"}
    before = tokens[first - 1]
    gap = text[before.end : tokens[first].start]
    cues = {"opens"} if tokens[first].opens else set()
    if gap in (" ", "\u00a0", "-"):
        cues |= _cues_of_neighbour(before, run, first > run.first, words)
        if before.folded == "of" and first >= 2:
            cues |= _cues_of_head(tokens[first - 2], words)
        elif before.folded == "the":
            cues.add("after_the")
            if first >= 2 and tokens[first - 2].folded in words.locatives:
                cues.add("after_locative_the")
    elif gap == ", ":
        cues.add("after_comma")
    return cues


def _cues_of_neighbour(before: Token, run: Run, inside: bool, words: Words) -> set[str]:
    word = before.folded
    if word in words.locatives:
        return {"after_locative"}
    if word in words.directions:
        return {"after_direction"}
    if word in words.demonyms:
        return {"after_demonym"}
    if word in words.titles and not run.titled:
        return {"after_title"}
    if not before.capital or not inside:
        return {"after_settlement"} if word in words.settlements else set()
    if word in words.given:
        return {"after_given"}
    if word in words.common or word in words.parts or word in words.units or run.titled:
        return {"after_common"}
    return {"after_unknown"}


def _cues_of_head(head: Token, words: Words) -> set[str]:
    if head.folded in words.heads and head.capital:
        return {"of_body"}
    if head.folded in words.settlements or head.folded in words.units:
        return {"of_settlement"}
    return {"of_direction"} if head.folded in words.directions or head.folded in words.compass else {"after_of"}


def _cues_after(reading: Reading, run: Run, last: int) -> set[str]:
    tokens, words, text = reading.tokens, reading.words, reading.text
    if last >= len(tokens):
        return set()
    following = tokens[last]
    gap = text[tokens[last - 1].end : following.start]
    if gap == ", ":
        return {"before_comma"}
    if gap.startswith(("'s", "’s")):
        return {"possessive"}
    if gap not in (" ", "\u00a0", "-"):
        return {"before_bracket"} if gap in (" (", " — ", " – ", " - ", " -- ") else set()
    if last < run.last and any(token.folded in words.bodies for token in tokens[last : run.last]):
        return {"before_body"}
    return _cues_of_follower(following, run, last < run.last, words)


def _cues_of_follower(following: Token, run: Run, inside: bool, words: Words) -> set[str]:
    word = following.folded
    if word in words.units:
        return {"before_unit"}
    if word in words.parts or word in words.settlements:
        return {"before_part"}
    if word in words.speech:
        return {"before_speech"}
    if not following.capital or not inside:
        return set()
    if word in words.demonyms or word in words.common or word.isdigit() or run.titled:
        return {"before_common"}
    return {"before_unknown"}
