"""Mentions that someone else proposed, found again among the words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.span import Span
from dateline.resolve.where.entry import Candidate
from dateline.resolve.where.fold import fold
from dateline.resolve.where.spot import Reading, Spot, candidates_of, cues_of
from dateline.resolve.where.tokens import Run, span_of

_MOST_WORDS = 8


def add_extra(reading: Reading, spots: list[Spot], extra: Sequence[Span]) -> tuple[list[Spot], list[Span]]:
    """The spots with those of `extra` among them as forced ones, and the proposed ranges that nothing is known of."""
    unknown: list[Span] = []
    for span in extra:
        forced = _forced(reading, spots, span)
        if not forced:
            unknown.append(span)
            continue
        replaced = [spot for spot in spots if not any(spot.span.overlaps(new.span) for new in forced)]
        spots = sorted([*replaced, *forced], key=lambda spot: spot.first)
    return spots, unknown


def _forced(reading: Reading, spots: list[Spot], span: Span) -> list[Spot]:
    numbers = [index for index, token in enumerate(reading.tokens) if span.start < token.end and token.start < span.end]
    if not numbers:
        return []
    first, last = numbers[0], numbers[-1] + 1
    whole = _spot(reading, first, last)
    if whole is not None:
        return [whole]
    inside = [spot for spot in spots if spot.first >= first and spot.last <= last]
    if inside:
        return [_as_forced(spot) for spot in inside]
    return _longest_inside(reading, first, last)


def _longest_inside(reading: Reading, first: int, last: int) -> list[Spot]:
    """The longest name within the words, capitalised where possible: "the northern town of Gao"."""
    for length in range(min(last - first, _MOST_WORDS), 0, -1):
        for start in range(first, last - length + 1):
            if reading.tokens[start].capital or reading.tokens[start + length - 1].capital:
                spot = _spot(reading, start, start + length)
                if spot is not None:
                    return [spot]
    return []


def _spot(reading: Reading, first: int, last: int) -> Spot | None:
    span = span_of(reading.tokens, first, last)
    candidates = candidates_of(reading, span) or _abroad(reading, span) if last - first <= _MOST_WORDS else ()
    if not candidates:
        return None
    cues = cues_of(reading, Run(first, last, False), first, last, candidates)
    return Spot(first, last, span, fold(span.of(reading.text)), candidates, cues, forced=True)


def _abroad(reading: Reading, span: Span) -> tuple[Candidate, ...]:
    """The country of a demonym that was proposed as a place ("Malian")."""
    iso3 = reading.words.demonym_country.get(fold(span.of(reading.text)))
    entry = reading.gazetteer.country(iso3) if iso3 else None
    return (Candidate(entry, 1),) if entry else ()


def _as_forced(spot: Spot) -> Spot:
    return Spot(spot.first, spot.last, spot.span, spot.name, spot.candidates, spot.cues, forced=True)
