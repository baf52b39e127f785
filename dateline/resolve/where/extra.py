"""Mentions that someone else proposed, found again among the words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.span import Span
from dateline.resolve.where.accept import odds
from dateline.resolve.where.cues import cues_of
from dateline.resolve.where.described import region_of
from dateline.resolve.where.entry import COUNTRY, Candidate
from dateline.resolve.where.fold import SPELLED, fold
from dateline.resolve.where.reading import Reading, candidates_of, name_of, prominence
from dateline.resolve.where.spot import Spot, abbreviated, goes_on, part_of_linked
from dateline.resolve.where.tokens import Run, Token, span_of

_MOST_WORDS = 8
_LITTLE = frozenset(("tiny", "small", "middling"))
_KNOWN = frozenset(("large", "great", "listed", "unit1", "country"))  # what a part of a mention has to be


def add_extra(reading: Reading, spots: list[Spot], extra: Sequence[Span]) -> tuple[list[Spot], list[Span]]:
    """The spots with those of `extra` among them as forced ones, and the proposed ranges that nothing is known of."""
    unknown: list[Span] = []
    for span in extra:
        described = _describes(reading, span)
        forced = [] if described else _forced(reading, spots, span)
        if described:
            spots = [spot for spot in spots if not span.holds(spot.span)]
        if not forced:
            unknown.append(span)
            spots = [spot for spot in spots if not (span.holds(spot.span) and _of_building(reading, spot, span))]
            continue
        replaced = [spot for spot in spots if not any(spot.span.overlaps(new.span) for new in forced)]
        spots = sorted([*replaced, *forced], key=lambda spot: spot.first)
    return spots, unknown


def _describes(reading: Reading, span: Span) -> bool:
    """True where a mention describes a country by its region ("the West African country")."""
    first, last = reading.numbers_at(span)
    return region_of(reading, first, last) is not None


def _forced(reading: Reading, spots: list[Spot], span: Span) -> list[Spot]:
    """The place that a model proposes at `span`, as names of the list: the whole, those inside it, or none."""
    first, last = reading.numbers_at(span)
    if first == last:
        return []
    first, last = _whole_name(reading, first, last)
    around = next((spot for spot in spots if _is_part(reading, spot, first, last)), None)
    if around is not None:
        return [_as_forced(around)]
    whole = _spot(reading, first, last)
    if last - first == 1 and not (whole and any(candidate.cased for candidate in whole.candidates)):
        whole = abbreviated(reading, first, forced=True) or whole
    if whole is not None:
        return [] if "vessel" in whole.cues else [whole]
    inside = [spot for spot in spots if spot.first >= first and spot.last <= last]
    if any(_of_building(reading, spot, span_of(reading.tokens, first, last)) for spot in inside):
        return []
    sure = [_as_forced(spot) for spot in inside if odds(spot) >= 0]
    if sure:
        return sure
    return _longest_inside(reading, first, last)


def _names_building(reading: Reading, spot: Spot) -> bool:
    """True where a little known name is that of a building: the "Linwood" of "Linwood Mosque"."""
    if spot.last >= len(reading.tokens) or prominence(spot.candidates) not in _LITTLE:
        return False
    following = reading.tokens[spot.last]
    beside = reading.text[spot.span.end : following.start] == " "
    return beside and following.capital and following.folded in reading.words.facilities


def _of_building(reading: Reading, spot: Spot, span: Span) -> bool:
    """True for the name of a building, and for one amid its words: "Israel" in "Beth Israel Medical Center"."""
    if _names_building(reading, spot):
        return True
    first, last = reading.numbers_at(span)
    tokens, words = reading.tokens[first:last], reading.words
    if not first < spot.first < spot.last < last - 1 or tokens[-1].folded not in words.facilities:
        return False
    before = reading.tokens[spot.first - 1]
    plain = before.folded in words.directions or before.folded in words.generic
    return before.capital and not plain and all(token.capital for token in reading.tokens[spot.last : last])


def _is_part(reading: Reading, spot: Spot, first: int, last: int) -> bool:
    """True where the words are some of those of a likely longer name: "Tuman" of "Khan Tuman", not of "North Tuman".

    Of a well-known longer name they are part whatever the others are: "Kordofan" of "West Kordofan".
    """
    if not (spot.first <= first and last <= spot.last and spot.last - spot.first > last - first) or odds(spot) < 0:
        return False
    rest = [*reading.tokens[spot.first : first], *reading.tokens[last : spot.last]]
    if prominence(spot.candidates) in _KNOWN and all(token.capital for token in rest):
        return True
    known = reading.words.generic | {"of", "the"}
    return any(token.capital and token.folded not in known for token in rest)


def _whole_name(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The words with those of an Arabic name that go on behind an article: "Orum" of "Orum al-Kubra"."""
    while reading.tokens[last - 1].capital and goes_on(reading, last):
        last += 2
    return first, last


def _longest_inside(reading: Reading, first: int, last: int) -> list[Spot]:
    """The longest name within the words, capitalised where possible: "the northern town of Gao"."""
    for length in range(min(last - first, _MOST_WORDS), 0, -1):
        for start in range(first, last - length + 1):
            if _may_stand(reading, start, length):
                spot = _spot(reading, start, start + length)
                if spot is not None and prominence(spot.candidates) in _KNOWN:
                    return [spot]
    return []


def _may_stand(reading: Reading, start: int, length: int) -> bool:
    """True where some words of a longer mention can be its place: capitalised, and not "Street" or "North" alone."""
    tokens, words = reading.tokens[start : start + length], reading.words
    if not any(token.capital for token in tokens) or part_of_linked(reading, start, start + length):
        return False
    if _whole_name(reading, start, start + length) != (start, start + length):
        return False
    if " ".join(token.folded for token in tokens) in words.demonyms:
        return False
    plain = (words.generic, words.common, words.demonym_country)  # "the southern French city"
    return any(not any(token.folded in some for some in plain) for token in tokens)


def _spot(reading: Reading, first: int, last: int) -> Spot | None:
    span = span_of(reading.tokens, first, last)
    if last - first == 1 and _is_bare_article(reading, first):
        return None
    if last - first > _MOST_WORDS or not any(
        reading.text[token.start].isupper() or _has_no_case(reading, token) for token in reading.tokens[first:last]
    ):
        return None
    candidates = candidates_of(reading, span) or _without_apostrophe(reading, span, first)
    if last - first == 1 and reading.tokens[first].folded in reading.words.generic:
        candidates = tuple(candidate for candidate in candidates if candidate.entry.source == "supplement")
    if not any(candidate.entry.kind == COUNTRY for candidate in candidates):
        candidates = _of_adjective(reading, span) or candidates
    if not candidates:
        return None
    cues = cues_of(reading, Run(first, last, False), first, last, candidates)
    return Spot(first, last, span, name_of(span.of(reading.text), candidates), candidates, cues, forced=True)


def _is_bare_article(reading: Reading, index: int) -> bool:
    """True for the "Al" of "Al-Ghaza": the article of a name that goes on behind its hyphen."""
    token = reading.tokens[index]
    return token.folded in SPELLED and reading.text[token.end : token.end + 1] == "-"


def _without_apostrophe(reading: Reading, span: Span, first: int) -> tuple[Candidate, ...]:
    """The country whose possessive lost its apostrophe in copying ("Syrias war"), no plural ("the Koreas")."""
    folded = fold(span.of(reading.text))
    plural = first > 0 and reading.tokens[first - 1].folded in ("the", "two", "both")
    found = reading.gazetteer.lookup_folded(folded[:-1]) if folded.endswith("s") and not plural else ()
    return tuple(one for one in found if one.entry.kind == COUNTRY and fold(one.entry.name) == folded[:-1])


def _has_no_case(reading: Reading, token: Token) -> bool:
    """True for a word of a script without capitals: Arabic, Chinese."""
    first = reading.text[token.start]
    return first.lower() == first.upper() and first.isalpha()


def _of_adjective(reading: Reading, span: Span) -> tuple[Candidate, ...]:
    """The country or region of an adjective that was proposed as a place ("Malian", "African")."""
    folded = fold(span.of(reading.text))
    iso3 = reading.words.demonym_country.get(folded)
    entry = reading.gazetteer.country(iso3) if iso3 else None
    if entry is not None:
        return (Candidate(entry, 1),)
    region = reading.words.adjectives.get(folded)
    found = reading.gazetteer.lookup_folded(region) if region else ()
    return tuple(candidate for candidate in found if candidate.entry.source == "supplement")


def _as_forced(spot: Spot) -> Spot:
    return Spot(spot.first, spot.last, spot.span, spot.name, spot.candidates, spot.cues, forced=True)
