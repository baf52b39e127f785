"""What speaks for and against a place in and around a capitalised name."""

from __future__ import annotations

import re

from dateline.records.span import Span
from dateline.resolve.where.entry import Candidate
from dateline.resolve.where.reading import Reading, before_its_country, prominence
from dateline.resolve.where.tokens import Run, Token
from dateline.resolve.where.words import Words
from dateline.resolve.word_lists import word_set

_WHOLE = 70  # characters around "Gaza" that tell whether it is the territory
_TERRITORY = re.compile(
    r"\bWest Bank\b|\bStrip\b|\b(?:withdr[ae]w|disengag|blockade)|\bpull(?:ed|ing|s)?[ -]out\b|\benclave\b|\bterritor",
    re.I,
)
_LIST = 6  # words of a list on either side of a name
_JOINS = frozenset(("and", "neighboring", "neighbouring", "nearby", "adjacent", "adjoining"))
_ACRONYM = 5  # letters; longer words in capitals are datelines or headlines
_CHURCHES = word_set("church cathedral basilica chapel monastery convent hospital school college parish")
_NAMED_AFTER = 3
"""Words behind a saint's name among which that of the church is looked for."""


def cues_of(reading: Reading, run: Run, first: int, last: int, candidates: tuple[Candidate, ...]) -> frozenset[str]:
    """Names of what speaks for or against a place at words `first` to `last`."""
    cues = {prominence(candidates)}
    cues |= _cues_inside(reading, run, first, last, candidates)
    cues |= _cues_before(reading, run, first)
    cues |= _cues_after(reading, run, last)
    cues |= _cues_of_list(reading, first, last)
    return frozenset(cues)


def _cues_of_list(reading: Reading, first: int, last: int) -> set[str]:
    """What a noun says of each name of a list: "the provinces of Gao and Mopti", "Gao and Mopti provinces".

    Counties are left out: their names are shared by too many for the noun to tell which is meant.
    """
    tokens, plural = reading.tokens, reading.words.plural_units
    start = first
    while start > 0 and first - start < _LIST and (tokens[start - 1].capital or tokens[start - 1].folded in _JOINS):
        start -= 1
    before = reading.text[tokens[start].start : tokens[first].start]
    if start > 1 and tokens[start - 1].folded == "of" and tokens[start - 2].folded in plural and "." not in before:
        return {"of_unit"}
    end = last
    while end < len(tokens) and end - last < _LIST and (tokens[end].capital or tokens[end].folded in _JOINS):
        end += 1
    joined = any(token.folded == "and" for token in (*tokens[start:first], *tokens[last:end]))
    here = end < len(tokens) and tokens[end].folded in plural
    whole = end < len(tokens) and not set(reading.text[tokens[first].start : tokens[end].start]) & set(".;:\n")
    return {"before_unit"} if joined and here and whole else set()


def _cues_inside(reading: Reading, run: Run, first: int, last: int, candidates: tuple[Candidate, ...]) -> set[str]:
    """What the words of a name itself say for and against its being a place."""
    tokens, words = reading.tokens, reading.words
    inner = [token.folded for token in tokens[first:last]]
    alone = inner[0] if len(inner) == 1 else ""
    span = Span(tokens[first].start, tokens[last - 1].end)
    surface = span.of(reading.text)
    short = surface.isupper() and 2 <= len(surface) <= _ACRONYM and not all(c.cased for c in candidates)
    person = not reading.people.numbers.isdisjoint(range(first, last))
    found = {
        "alternate": all(candidate.how for candidate in candidates),
        "several_words": len(inner) > 1,
        "given": alone in words.given,
        "family": alone in words.family,
        "calendar": alone in words.calendar,
        "never": "_".join(inner) in words.never or (inner[0] == "st" and _has_a_church(reading, last)),
        "demonym": " ".join(inner) in words.demonyms,
        "acronym": short and not before_its_country(reading, span, candidates),
        "of_body": len(inner) > 1 and inner[0] in words.heads,
        "titled": run.titled,
        "whole": alone == "gaza" and _is_territory(reading.text, tokens[first].start, tokens[last - 1].end),
        "person": person,
        "surname": not person and alone in reading.people.surnames,
    }
    cues = {cue for cue, holds in found.items() if holds}
    if all(word in words.common for word in inner):
        cues.add("common_opening" if tokens[first].opens or run.titled else "common")
    return cues


def _has_a_church(reading: Reading, last: int) -> bool:
    """True where a church or the like is named after the saint that ends before word `last` ("St Mark's church")."""
    tokens, text = reading.tokens, reading.text
    if last >= len(tokens) or not text.startswith(("'s ", "’s "), tokens[last - 1].end):
        return False
    return any(token.folded in _CHURCHES for token in tokens[last : last + _NAMED_AFTER])


def _is_territory(text: str, start: int, end: int) -> bool:
    """True where "Gaza" is told of as a territory and not as its city."""
    before, after = text[max(0, start - _WHOLE) : start], text[end : end + _WHOLE]
    near = f"{before.rpartition(chr(10))[2]} {after.partition(chr(10))[0]}"
    return not after.startswith(" City") and _TERRITORY.search(near) is not None


def _cues_before(reading: Reading, run: Run, first: int) -> set[str]:
    """What stands before a name: the opening of a sentence, a comma, or the word beside it."""
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
        elif before.folded == "in" and first >= 2 and tokens[first - 2].folded in words.settlements:
            cues.add("settlement_in")
        elif before.folded == "the":
            cues.add("after_the")
            if first >= 2 and tokens[first - 2].folded in words.locatives:
                cues.add("after_locative_the")
    elif gap == ", ":
        cues.add("after_comma")
    return cues


def _cues_of_neighbour(before: Token, run: Run, inside: bool, words: Words) -> set[str]:
    """What the word right before a name says; `inside` is True where both are in one run of capitals."""
    word = before.folded
    if word in words.locatives:
        return {"after_locative"}
    if word in words.vessels or word in words.ship_names:
        return {"vessel"}
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
    if head.folded in words.settlements:
        return {"of_settlement"}
    if head.folded in words.units:
        return {"of_unit"}
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
    if word in words.diseases:
        return {"before_disease"}
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
