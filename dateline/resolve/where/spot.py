"""Finds the words of a text that may name places, with what speaks for and against it."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.resolve.where.cues import cues_of
from dateline.resolve.where.entry import ADMIN1, Candidate
from dateline.resolve.where.fold import SPELLED
from dateline.resolve.where.reading import Reading, candidates_of, name_of, prominence
from dateline.resolve.where.tokens import Run, Token, span_of

_MOST_WORDS = 6
_ABBREVIATED = ("USA", "CAN", "AUS")
_JOINING = SPELLED | {"bir"}
"""The Arabic article, and what joins names as it does."""
_SPACED = ("al", "el")  # those that need no hyphen: "at" and "as" are English words
_WELL_KNOWN = frozenset(("country", "great", "unit1", "listed"))  # what a name is that others may stand right behind
_SMALL = 4  # letters of a word that links the parts of a name
_NO_LINKS = ("and", "by", "for", "of", "or", "the", "to", "vs")


@fixed()
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


def spots_of(reading: Reading) -> list[Spot]:
    """The longest names at each place of the text, in text order, not overlapping."""
    found: list[Spot] = []
    after = 0
    for run in reading.runs:
        index, beyond = max(run.first, after), _beyond(reading, run)
        while index < run.last:
            spot = _spot_at(reading, run, index, after, beyond)
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
    stop = "." in span.of(reading.text)
    if reading.text[span.end : span.end + 1] == "." and not stop:
        span, stop = Span(span.start, span.end + 1), True
    if state is None or not (stop or reading.text[token.start : token.end].isupper()):
        return None
    found = reading.gazetteer.lookup_folded(state)
    units = tuple(
        candidate for candidate in found if candidate.entry.kind == ADMIN1 and candidate.entry.country in _ABBREVIATED
    )
    cues = frozenset(("unit1", "abbreviation"))
    return Spot(index, index + 1, span, state, units, cues, forced) if units else None


def _spot_at(reading: Reading, run: Run, index: int, after: int, beyond: tuple[int, ...]) -> Spot | None:
    """The longest listed name that begins at word `index` of a run of capitals or right before it; None without any."""
    tokens = reading.tokens
    if not tokens[index].capital:
        return None
    for first in _starts(reading, index, after):
        for last in (*beyond, *range(min(run.last, first + _MOST_WORDS), index, -1)):
            if not tokens[last - 1].capital and last not in beyond:
                continue
            span = span_of(tokens, first, last)
            candidates = _own_candidates(reading, first, last, span)
            if candidates:
                cues = cues_of(reading, run, first, last, candidates)
                if not tokens[last - 1].capital:
                    cues |= {"before_part"}
                name = name_of(span.of(reading.text), candidates)
                if reading.text.startswith("the ", span.start):
                    first, span = first + 1, Span(span.start + 4, span.end)
                return Spot(first, last, span, name, candidates, cues)
    return None


def _beyond(reading: Reading, run: Run) -> tuple[int, ...]:
    """Where a name may end behind its run of capitals.

    Rule: "Sistan and Baluchestan", "Zaporizhzhia nuclear plant", "Plateau state" (whose first word alone is no name).
    """
    tokens, last = reading.tokens, run.last
    if not _next_to(reading, last):
        return ()
    second = _next_to(reading, last + 1)
    if tokens[last].folded == "and":
        return (last + 2,) if second and tokens[last + 1].capital else ()
    bare = tokens[last - 1].folded in reading.words.generic and last - run.first == 1
    ends = reading.words.parts | reading.words.units if bare else reading.words.parts
    further = (last + 2,) if second and _ends(tokens[last + 1], ends) else ()
    return (*further, last + 1) if _ends(tokens[last], ends) else further


def _next_to(reading: Reading, index: int) -> bool:
    """True where there is a word `index`, one space behind the word before it."""
    tokens = reading.tokens
    return index < len(tokens) and reading.text[tokens[index - 1].end : tokens[index].start] == " "


def _ends(token: Token, ends: frozenset[str]) -> bool:
    return token.folded in ends and not token.capital


def _own_candidates(reading: Reading, first: int, last: int, span: Span) -> tuple[Candidate, ...]:
    """Candidates of words that can be a name by themselves: not "North", "Church", "October 6" or the "US" of "US$"."""
    opening = reading.tokens[first]
    if (last - first == 1 and opening.folded in reading.words.generic) or opening.folded in reading.words.calendar:
        return ()
    if reading.text[span.end : span.end + 1] == "$" or part_of_linked(reading, first, last):
        return ()
    candidates = candidates_of(reading, span)
    if goes_on(reading, last):
        candidates = tuple(candidate for candidate in candidates if candidate.how == 0)
        candidates = candidates if candidates and prominence(candidates) in _WELL_KNOWN else ()
    if opening.folded == "the":
        return tuple(candidate for candidate in candidates if candidate.entry.source != "gazetteer" or opening.capital)
    return candidates


def goes_on(reading: Reading, last: int) -> bool:
    """True where an Arabic article joins a word to the name that ends before `last`: "Orum" of "Orum al-Kubra"."""
    tokens, text = reading.tokens, reading.text
    if last + 1 >= len(tokens) or tokens[last].folded not in _JOINING or not tokens[last + 1].capital:
        return False
    if text[tokens[last - 1].end : tokens[last].start] not in (" ", "-"):
        return False
    gap = text[tokens[last].end : tokens[last + 1].start]
    return gap == "-" or (gap == " " and tokens[last].folded in _SPACED)


def part_of_linked(reading: Reading, first: int, last: int) -> bool:
    """True where a hyphened small word links the name to another ("Dasht" of "Dasht-i-Leili"): it is a part of one."""
    return _links(reading, first - 1) or _links(reading, last)


def _links(reading: Reading, index: int) -> bool:
    tokens, text = reading.tokens, reading.text
    if not 0 < index < len(tokens) - 1 or text[tokens[index].end : tokens[index + 1].start] != "-":
        return False
    word, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    small = not word.capital and len(word.folded) <= _SMALL and word.folded not in _NO_LINKS
    return small and before.capital and after.capital and text[before.end : word.start] == "-"


def _starts(reading: Reading, index: int, after: int) -> list[int]:
    """Where a name that holds the word at `index` may begin: at "al" of "al-Bab", at "the" of "the Gulf"."""
    if index <= after:
        return [index]
    before = reading.tokens[index - 1]
    if before.capital:
        return [index]
    gap = reading.text[before.end : reading.tokens[index].start]
    joined = before.folded in _JOINING and (gap == "-" or (gap == " " and before.folded in _SPACED))
    leads = gap == " " and (before.folded == "the" or before.folded in reading.words.directions)
    return [index - 1, index] if joined or leads else [index]
