"""Pieces that several rules are made of: the year beside a day, and words for a part of a period."""

from __future__ import annotations

from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, unresolved
from dateline.resolve.when.words import CODE, MONTH_CODES

PART_OF = "(the? (early|late|mid) dash? | (the? (beginning|end|middle) of the? | (early|late) in) the?)"
PHASE = f"{PART_OF}?"
"""Words for a part of a period ("early", "the end of"): the whole period is given, as its edges are not stated."""
LEAD = "((early|late|mid|earlier|later) dash? (in|of|on)? | (beginning|middle|end) dash? of)?"
YEAR = "(comma? (of|in)? comma? year:yearno | of? reldet:(this|last|next|that|previous|following) year)"
_JOINS = frozenset(("and", "to", "through", "until", "-", "–", "—", "or"))


def year_of(hit: Hit, frame: Frame) -> int | None:
    """The year that the words give in figures or as "this year"; None where they give none."""
    if hit.has("year"):
        return hit.number("year")
    if not hit.has("reldet"):
        return None
    word = hit.word("reldet")
    at = frame.then(hit) if word in {"that", "previous", "preceding", "prior", "following", "subsequent"} else None
    now = frame.now()
    anchor = at[0].start if at else (now[0] if now else None)
    if anchor is None:
        return None
    return anchor.year + {"last": -1, "next": 1, "previous": -1, "following": 1}.get(word, 0)


def year_basis(hit: Hit, frame: Frame) -> str:
    """What the year was reckoned from."""
    if hit.has("reldet"):
        return MENTION if hit.word("reldet") == "that" else frame.basis
    return "explicit"


def year_behind(hit: Hit, month: int, day: int = 0) -> int | None:
    """Rule: "from October to March 1945", "May 3 and June 9, 2012": the year of the later month is that of both."""
    tokens, at = hit.tokens, hit.last + 1
    if hit.after() not in _JOINS or tokens.codes[at : at + 1] not in MONTH_CODES:
        return None
    later = (int(tokens.values[at] or 0), 0)
    at += 1 + (tokens.word(at + 1) in {".", "of", ","})
    if tokens.codes[at : at + 1] == CODE["dayno"]:
        later = (later[0], int(tokens.values[at] or 0))
        at += 1 + (tokens.word(at + 1) == ",")
    if tokens.codes[at : at + 1] != CODE["yearno"] or bool(day) != bool(later[1]):
        return None
    return int(tokens.values[at] or 0) - ((month, day) > later)


def no_year(timex: str) -> Reading:
    """The reading of a day or month of no known year ("XXXX-05")."""
    return unresolved(f"XXXX-{timex}")
