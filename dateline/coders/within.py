"""Parties that only say whose or from where another is: "fighters from the Lions Brigade" are one party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.records.span import Span

_OF = re.compile(
    r"[\"”’]?\s+(?:(?P<word>of|from|for)"
    r"(?:\s+(?!(?:and|or|to|by|that|who|which|whose|when|where|as|with|at|on|after|before|against|over|is|was|were|has|had|"
    r"have|[a-z]+(?:ed|ing))\s)[\w()’'.&-]+){0,6}"
    r"|in(?:\s+the|\s+an?)?)\s+"
)
"""What stands between a party and the one that tells more of it. In annotated articles the second of two such is a
party of its own 4 times in 22.
"""
_AMOUNT = re.compile(
    r"(?:.*\s)?(?:\d[\d,.]*|hundreds|dozens|scores|thousands|millions|many|most|some|several|number|all|each|both)\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:\b[A-Z][\w’'.-]*|\b(?:you|him|her|them|us|me|he|she|they|it|we|I))\Z")
"""A name or pronoun, of which "from" and "for" tell no more: "hid it from Ruiz for the queen"."""
_PEOPLE = re.compile(
    r"(?:Activists|Aides|Civilians|Commandos|Delegates|Demonstrators|Diplomats|Envoys|Experts|Fighters|Gunmen|Lawmakers|Leaders|Members|Militants"
    r"|Militiamen|Ministers|Monitors|Observers|Officers|Officials|Peacekeepers|People|Police|Protesters|Rebels|Refugees|Representatives|Residents"
    r"|Senators|Soldiers|Students|Teachers|Troops|Villagers|Workers)"
)
"""Common nouns that begin a sentence, and so are no names: "Observers from the African Union"."""
_TITLE = re.compile(
    r"(?:Secretary|Minister|Ministry|Department|Office|Director|Chief|Speaker|Duke|Prince|King|Queen)\s+of\s+[A-Z]"
)
"""A title that a name was cut from: "Secretary" "of State Ann Ruiz"."""
_LISTED = re.compile(r",?\s+(?:and|or|as\s+well\s+as)\s|,\s+(?:the\s+)?[A-Z]")

_THEIR = re.compile(
    r"\b(?:(?:new|former|current|interim|transitional|military|political|opposition|rebel|tribal|religious|top|senior|"
    r"foreign|defen[cs]e|prime|deputy)\s+){0,2}"
    r"(?:leaders|rulers|presidents|ministers|heads|officials|representatives|envoys|ambassadors|diplomats|lawmakers)"
    r"\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FAR = 60
_TITLED = re.compile(r"(?:.*\s)?[a-z][a-z-]*[a-rt-z]\Z", re.DOTALL)
"""A party that is described and no plural, so that a name behind it is its own."""
_NAME = re.compile(r"(?:(?:al|el|bin|bint|de|da|dos|van|von|the|of)[\s-]+|[A-Z][\w.'’-]*\s*)+\Z")
_CALLED = re.compile(r",\s+")
_SHORT = re.compile(r"\s+\(\s*(?:[A-Z]{2}[\w-]{0,8}|[A-Z][\w-]{0,8}[A-Z][\w-]*)\)?\Z")
"""What a party is called for short, in brackets."""
_DESCRIBED = re.compile(r",\s+(?:an?|the)\s+")
_APART = re.compile(
    r"(?:\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|hundreds|dozens|thousands)\b)",
    re.I,
)
"""How a party begins that counts people of its own: "two men" "five guards"."""
_LEAST = re.compile(
    r"(?:.*\s)?(?:least|most|than|to|about|around|some|nearly|almost|over|another|other|estimated)\Z", re.I
)
"""What stands before a number, which is of the same party: "at least" "five guards"."""
_BARE = re.compile(r"[A-Z][a-z]+")
_ENVOY = re.compile(r"(?:.*\s)?charg[ée]s?\Z", re.IGNORECASE | re.DOTALL)
_OPEN = re.compile(r"(?:.*\s)?(?:of|for|from)\Z", re.DOTALL)
"""How a party ends that goes on: "Minister for" the West Coast."""
_GOES_ON = re.compile(r" (?:the )?(?:[A-Z][\w-]+ ){0,3}")
_PLURAL = re.compile(r"(?:.*\s)?[a-z][a-z-]*[^s\W]s\Z", re.DOTALL)
_CLOSED = re.compile(r"\s*(?:[,.;)—–]\s*(?!(?:and|or|the|an?)\b)(?![A-Z])|\Z)")
"""What ends words that are put beside a name: no further one of a list."""


def as_led(text: str, party: Span) -> Span:
    """The party with those who lead or stand for it, where they are the ones named: "leaders of the two parties"."""
    first = max(0, party.start - _FAR)
    if not text[first : party.start].rstrip().casefold().endswith(("of", "the")):  # most parties, at less cost
        return party
    before = _THEIR.search(text, first, party.start)
    return Span(before.start(), party.end) if before else party


def _beside(text: str, one: Span, two: Span) -> Span | None:
    """The one party that two in a row are: "the aide, Ann Ruiz," is named by both, "Ann Ruiz, a cook," by one."""
    if _SHORT.match(text[one.end : two.end]):
        return one
    if not _CLOSED.match(text, two.end):
        return None
    name = _NAME.match(two.of(text)) is not None
    if name and _TITLED.match(one.of(text)) and _CALLED.fullmatch(text, one.end, two.start):
        return Span(one.start, two.end)
    described = _NAME.match(one.of(text)) and not name and _DESCRIBED.fullmatch(text, one.end, two.start)
    return one if described and _TITLED.match(two.of(text)) else None


def _one(text: str, one: Span, two: Span) -> Span | None:
    """The one party whose words the model parted: "extremist group" "Red Dawn", "4.7 million" "Chileans"."""
    if two.start < one.end:
        return Span(one.start, max(one.end, two.end))
    first, second, between = one.of(text), two.of(text), text[one.end : two.start]
    if (between in (" d'", " d’") and _ENVOY.match(first)) or (_OPEN.match(first) and _GOES_ON.fullmatch(between)):
        return Span(one.start, two.end)
    if between != " ":
        return None
    if _APART.match(second) and not _LEAST.match(first):
        return None
    if _BARE.fullmatch(first) and _BARE.fullmatch(second):  # "Chad Togo" in a headline
        return None
    if _PLURAL.match(first) and _NAME.match(second):
        return None
    return Span(one.start, two.end)


def _is_named(text: str, party: Span) -> bool:
    return _NAMED.search(party.of(text)) is not None and _PEOPLE.fullmatch(party.of(text)) is None


def without_those_within(text: str, parties: Sequence[Span]) -> list[Span]:
    """The parties of one role in the same order, each with its leaders, without those that only tell more of another.

    A number of people and who they are ("hundreds" "of the miners") are one mention. What begins a list stays: "envoys
    from Chad, Mali and Togo".
    """
    out = list(parties)
    out = [led if (led := as_led(text, p)) is p or not any(led.overlaps(o) for o in out if o != p) else p for p in out]
    order = sorted(out)
    for one, two in pairwise(order):
        if one in out and (whole := _one(text, one, two) or _beside(text, one, two)):
            out[out.index(one)] = whole
            out.remove(two)
            continue
        between = _OF.fullmatch(text, one.end, two.start) if one in out and one.end < two.start else None
        if between is None or (between["word"] in ("from", "for") and _is_named(text, one)):
            continue
        if _AMOUNT.fullmatch(one.of(text)) or (between[0] == " of " and _TITLE.search(text, one.start, two.end)):
            out[out.index(one)] = Span(one.start, two.end)
            out.remove(two)
        elif not _LISTED.match(text, two.end):
            out.remove(two)
    return out
