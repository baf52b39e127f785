"""Finds the places that a text names and says where they are."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.article import Sentence
from dateline.records.resolved import Place
from dateline.records.span import Span
from dateline.resolve.where.accept import accepted
from dateline.resolve.where.basis import place_of
from dateline.resolve.where.context import context_of
from dateline.resolve.where.entry import COUNTRY
from dateline.resolve.where.extra import add_extra
from dateline.resolve.where.fold import fold
from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.level import at_level
from dateline.resolve.where.offset import moved
from dateline.resolve.where.rank import choose, groups_of
from dateline.resolve.where.reading import read_words
from dateline.resolve.where.spot import spots_of
from dateline.resolve.where.stranger import strangers
from dateline.resolve.where.unknown import borders_between, borders_in, unknown_place
from dateline.resolve.where.words import words


def tag_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    sentences: Sequence[Sentence] = (),
    extra: Sequence[Span] = (),
    opening_place: Span | None = None,
    agency: Span | None = None,
    publisher_country: str | None = None,
) -> tuple[Place, ...]:
    """All places that `text` names, in text order, all of them told apart together.

    `sentences` tell where sentences begin; `extra` are mentions found elsewhere (by the model): each of them yields at
    least one place that overlaps it, without coordinates where nothing is known;
    `opening_place` is the place of the dateline and `agency` who reports there, which is no place ("LIMA (Andes) —");
    `publisher_country` is ISO alpha-3. A country is never passed off as a point: its precision says so.
    """
    starts = frozenset(sentence.start for sentence in sentences)
    reading = read_words(text, gazetteer, words(), starts)
    wanted = [*extra, *([opening_place] if opening_place else [])]
    named = [spot for spot in spots_of(reading) if agency is None or not agency.overlaps(spot.span)]
    spots, unknown = add_extra(reading, named, wanted)
    unknown += [span for span in borders_in(reading) if not any(span.overlaps(other) for other in wanted)]
    kept = [spot for spot, is_place in zip(spots, accepted(spots), strict=True) if is_place]
    context = context_of(reading, kept)
    groups = groups_of(kept, context)
    chosen = choose(kept, groups, context, publisher_country)
    strange = strangers(reading, kept, groups, chosen, context, publisher_country)
    if strange:
        unknown += [spot.span for spot in kept if spot.forced and spot.name in strange]
        kept = [spot for spot in kept if spot.name not in strange]
        context = context_of(reading, kept)
    levels = [at_level(spot, chosen[spot.name], gazetteer) for spot in kept]
    places = [
        moved(text, place_of(reading, kept, number, candidate, context)) for number, candidate in enumerate(levels)
    ]
    entries = [candidate.entry for candidate in levels]
    lines = borders_between(reading)
    places = [place for place in places if not any(line.holds(place.piece.span) for line in lines)]
    unknown = [*(span for span in unknown if not any(line.overlaps(span) for line in lines)), *lines]
    unknown = [span for span in unknown if not any(place.piece.span.overlaps(span) for place in places)]
    places.extend(unknown_place(reading, span, kept, entries, context) for span in unknown)
    return tuple(sorted(places, key=lambda place: (place.piece.span, place.name or "")))


def country_of(word: str, gazetteer: Gazetteer) -> str | None:
    """ISO alpha-3 of the country that a name, a demonym or a capital stands for, or None."""
    folded = fold(word)
    found = words().demonym_country.get(folded)
    if found is not None:
        return found
    candidates = gazetteer.lookup_folded(folded)
    for candidate in candidates:
        if candidate.entry.kind == COUNTRY and not (candidate.cased and not word.isupper()):
            return candidate.entry.country
    seats = [candidate.entry for candidate in candidates if candidate.entry.seat and not candidate.how]
    return seats[0].country if seats else None
