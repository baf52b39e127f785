"""Months: "in May", "early June 2014", "last August"; "may", "march" and people named April are none."""

from __future__ import annotations

from dateline.resolve.when import periods
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, dated
from dateline.resolve.when.rules.pieces import PHASE, YEAR, no_year, year_basis, year_behind, year_of
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.calendar import MONTHS

_IN_FRONT = word_set(
    "in of since until till least by last early late this next from to between through during before after mid and "
    "or the for late-april mid- beginning end until about around on every each previous past throughout"
)
_OWNERS = word_set("a the his her its their this that")
_MONTHLY = word_set(
    "attack attacks protest protests election elections vote referendum speech meeting summit visit raid raids bombing "
    "bombings strike strikes coup deal agreement decision report interview conference deadline killing killings "
    "offensive ruling talks poll polls shooting assault ceasefire truce trip announcement statement parade massacre"
)
"""What happens in a month, behind "May" and "March": "a May attack", not "the March for Life" or "the May cabinet"."""
_NO_MONTH_AFTER = word_set("be have not also still well never say he she they it you i we on in")
_AUXILIARIES = word_set("would will could can should must might may has had was is did does 's ’s")


def _month(hit: Hit, frame: Frame) -> Reading | None:
    month = hit.number("month")
    if hit.has("year") or hit.has("reldet"):
        year = year_of(hit, frame)
        if year is None or not 1 <= year <= 9998:
            return no_year(f"{month:02d}")
        return dated(periods.month(year, month), year_basis(hit, frame))
    if hit.has("rel"):
        return _near_month(hit, frame, month, hit.word("rel"))
    if (year := year_behind(hit, month)) is not None:
        return dated(periods.month(year, month), "explicit")
    chosen = frame.yearly(hit, lambda year: periods.month(year, month))
    return dated(*chosen) if chosen else no_year(f"{month:02d}")


def _near_month(hit: Hit, frame: Frame, month: int, word: str) -> Reading:
    """Rule: "last August" is the latest before this month, "next" the first after it, "this" is of this year."""
    at = frame.then(hit) if word in {"that", "following", "previous"} else None
    now = (at and (at[0].start, at[1])) or frame.now()
    if now is None:
        return no_year(f"{month:02d}")
    anchor, basis = now
    year = anchor.year
    if word in {"last", "past", "previous"}:
        year -= month >= anchor.month
    elif word in {"next", "coming", "following"}:
        year += month <= anchor.month
    return dated(periods.month(year, month), basis)


def _month_guard(hit: Hit) -> bool:
    """A bare "May", "March" or abbreviation needs a word like "in" before it; names of people follow a title."""
    code = hit.tokens.codes[hit.token("month")]
    alone = hit.last - hit.first == 1
    if hit.has("rel") and hit.tokens.codes[hit.last : hit.last + 1] == CODE["yearno"]:
        return False  # "this September 2010 photo"
    if hit.word("rel") == "that" and code != CODE["monthname"] and hit.after() in _AUXILIARIES:
        return False  # "added that May would honour the result"
    if not alone or code == CODE["monthname"]:
        return not (alone and _is_name(hit))
    if code == CODE["monshort"]:
        return hit.before() in _IN_FRONT and hit.after() == "."
    if hit.before() == "in" or _in_list(hit):
        return True
    if hit.before() in _OWNERS and hit.tokens.raw(hit.last).isalpha() and hit.after() in _MONTHLY:
        return True
    ambiguous = hit.before() not in _IN_FRONT or hit.before() in {"and", "or", "the", "for", "to", "on", "about"}
    return not ambiguous and hit.after() not in _NO_MONTH_AFTER


def _in_list(hit: Hit) -> bool:
    """True for months beside a month: "May or June", "January to March"."""
    joins = {"or", "and", "to", "through", "-", "–"}
    return (hit.after() in joins and hit.after(2) in MONTHS) or (hit.before() in joins and hit.before(2) in MONTHS)


def _is_name(hit: Hit) -> bool:
    """True for "April Jones", "Mr. August" and the like."""
    return hit.before(1) in {"mr", "mrs", "ms", "miss"} or hit.before(2) in {"mr", "mrs", "ms", "miss"}


RULES = (
    Rule("month year", f"{PHASE} month:mon dot? {YEAR}", _month, "mon", None, "explicit"),
    Rule(
        "month",
        f"{PHASE} rel:(last|past|this|next|coming|that|previous|following)? month:mon",
        _month,
        "mon",
        _month_guard,
    ),
)
