"""Years, what is larger, and seasons: "late 2019", "the 1990s", "the 19th century", "last summer"."""

from __future__ import annotations

import re

from dateline.resolve.numerals import TENS
from dateline.resolve.when import periods
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period
from dateline.resolve.when.reading import Reading, dated, reference, span_of_time, spread, unresolved
from dateline.resolve.when.rules.pieces import PART_OF, PHASE, YEAR, year_basis, year_of
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

_COUNTED = word_set(
    "people troops soldiers men women children fighters police officers civilians refugees prisoners homes "
    "houses km kilometers kilometres miles metres meters feet tons tonnes dollars euros pounds votes seats "
    "jobs square migrants workers protesters demonstrators victims deaths others more points percent % "
    "barrels members families students vehicles aircraft tanks missiles rockets employees shares"
)
_COUNTING = word_set(
    "$ £ € # no number about around nearly almost over than least some approximately roughly only another "
    "just flight boeing route highway section resolution article rs us$ page room unit model windows"
)
_BEFORE_YEAR = word_set(
    "in since of by until till from during the and to for after before through early late mid between around "
    "about fiscal - – / , ( 'til"
)
_TENS_DECADES = {f"{word[:-1]}ies": value for word, value in TENS.items()}
_REL = "rel:(last|past|this|next|coming|that|previous|following)"


def _year(hit: Hit, _: Frame) -> Reading | None:
    number = hit.number("year")
    if hit.has("until"):
        until = hit.number("until")
        until += number // 100 * 100 if until < 100 else 0
        return spread(periods.year(number), periods.year(until), "explicit") if until > number else None
    return dated(periods.year(number), "explicit")


def _year_guard(hit: Hit) -> bool:
    """A number of four figures is a year unless it counts something; far years need a word like "in" before."""
    number = hit.number("year")
    if not 1000 <= number <= 2199:
        return False
    if hit.before() in _COUNTING and hit.before() not in {"about", "around"} and hit.before(3) != "since":
        return False
    if hit.before() in {"-", "–", "+", "/", "."} and hit.first and not _plain_before(hit):
        return False
    if hit.after() in _COUNTED or (hit.after() == "," and hit.after(2)[:1].isdigit() and len(hit.after(2)) == 3):
        return False
    if hit.has("phase") or 1900 <= number <= 2050:
        return True
    return hit.before() in _BEFORE_YEAR - {"and", "to", ",", "for", "the", "about", "around"} and number >= 1400


def _plain_before(hit: Hit) -> bool:
    """True where the mark before a year is free-standing or joins two years, not part of a code ("F-1999")."""
    return hit.tokens.ends[hit.first - 1] < hit.start or hit.tokens.codes[hit.first - 2] == CODE["yearno"]


def _year_range_guard(hit: Hit) -> bool:
    return _year_guard(hit) and (hit.number("until") > hit.number("year") or hit.number("until") < 100)


def _fiscal(hit: Hit, frame: Frame) -> Reading | None:
    if hit.has("year"):
        return dated(periods.year(hit.number("year")), "explicit")
    now = frame.now()
    if hit.after() in {"ended", "ending"}:
        return span_of_time("P1Y")
    if now is None:
        return unresolved()
    step = {"last": -1, "previous": -1, "past": -1, "latest": -1, "next": 1, "coming": 1, "following": 1}
    return dated(periods.year(now[0].year + step.get(hit.word("rel"), 0)), now[1])


def _is_year(hit: Hit, words: str) -> bool:
    """Rule: "2010's election" is of that year, "the 1990's" are ten."""
    return bool(re.fullmatch(r"\d{4}['’]s", words)) and hit.last - hit.first == 1 and hit.after()[:1].isalpha()


def _decade(hit: Hit, _: Frame) -> Reading | None:
    words = hit.word("ten")
    if words in _TENS_DECADES:
        first = 1900 + _TENS_DECADES[words]
    else:
        digits = re.sub(r"\D", "", words)
        if _is_year(hit, words):
            return dated(periods.year(int(digits)), "explicit")
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return dated(periods.decade(first), "explicit")


def _decade_guard(hit: Hit) -> bool:
    """Not "in his 80s", "temperatures in the 90s" without a sign of years, or shares "in the mid-20s"."""
    word = hit.word("ten")
    four = bool(re.match(r"\d{4}", word))
    if hit.before() in {"his", "her", "their", "my"} or hit.before(2) in {"his", "her", "their"}:
        return False
    return four or word[0] in "'’" or ("the" in hit.words and (word[:1] not in "12" or word.isalpha()))


def _century(hit: Hit, frame: Frame) -> Reading | None:
    if hit.has("rel"):
        now = frame.now()
        if now is None:
            return unresolved()
        step = {"last": -1, "past": -1, "next": 1}.get(hit.word("rel"), 0)
        return dated(periods.century(now[0].year // 100 + step), now[1])
    number = hit.number("n")
    return dated(periods.century(number - 1), "explicit") if 2 <= number <= 30 else None


def _season(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "last summer" is one that has ended, "next summer" one that has not begun; a bare one is the nearest."""
    code = str(hit.value("name"))
    year = year_of(hit, frame)
    if year is not None and 1 <= year < 9998:
        return dated(periods.season(year, code), year_basis(hit, frame))
    word = hit.word("rel")
    at = frame.then(hit) if word in {"that", "following", "previous"} else None
    now = (at and (at[0].start, at[1])) or frame.now()
    if now is None:
        return unresolved(f"XXXX-{code}")
    if word in {"last", "past", "previous", "next", "coming", "following"}:
        step = -1 if word in {"last", "past", "previous"} else 1
        choices = [periods.season(now[0].year + shift, code) for shift in (-1, 0, 1)]
        beyond = [p for p in choices if (p.end < now[0] if step < 0 else p.start > now[0])]
        return dated(beyond[-1 if step < 0 else 0], now[1]) if beyond else None
    if word in {"this", "that"}:
        return dated(_season_of(now[0].year, code, now[0].month), now[1])
    chosen = frame.yearly(hit, lambda number: periods.season(number, code))
    return dated(*chosen) if chosen else None


def _season_of(year: int, code: str, month: int) -> Period:
    """Rule: "This winter" in January began in December of the year before."""
    return periods.season(year - (code == "WI" and month <= 4), code)


def _season_guard(hit: Hit) -> bool:
    """Seasons in ordinary words need a determiner; "fall" and "spring" are verbs too ("the fall of Mosul")."""
    if hit.after() in {"olympics", "olympic", "games", "paralympics"} or hit.before() == "arab":
        return False
    first = hit.tokens.codes[hit.token("name") - 1 : hit.token("name")] == CODE["yearno"]
    if first and hit.token("name") > hit.first:
        return hit.tokens.raw(hit.token("name")).islower() and hit.word("name") not in {"fall", "spring"}
    if hit.has("rel") or hit.has("year") or hit.has("reldet"):
        return True
    lead = hit.tokens.word(hit.first) if hit.last - hit.first > 1 else ""
    if hit.after() == "of":
        return False
    if hit.word("name") in {"fall", "spring"}:
        phase = any(word in {"early", "late", "mid"} for word in (lead, hit.tokens.word(hit.first + 1)))
        return phase or (hit.before() in {"in", "during", "until", "since", "by"} and hit.after() not in {"in", "from"})
    return bool(lead) or hit.before() in {"in", "during", "over", "since", "until", "by", "throughout"}


def _before_christ(hit: Hit, _: Frame) -> Reading | None:
    return Reading(f"BC{hit.number('n'):04d}", "DATE", basis="explicit")


def _turn(_: Hit, __: Frame) -> Reading | None:
    return reference("PAST_REF")


def _fiscal_short(hit: Hit, _: Frame) -> Reading | None:
    """The year of "FY2023" and "FY 23"."""
    figures = int(str(hit.value("name"))[2:])
    return dated(periods.year(figures if figures > 99 else 2000 + figures), "explicit")


RULES = (
    Rule("FY2023", "name:fyno", _fiscal_short, "fyno", None, "explicit"),
    Rule(
        "year",
        f"(phase:{PART_OF} the?)? ((the? calendar? year)? year:yearno | the year year:numword)",
        _year,
        "yearno numword",
        _year_guard,
        "explicit",
    ),
    Rule(
        "years",
        "year:yearno (dash|slash) until:(yearno|num|dayno)",
        _year,
        "yearno",
        _year_range_guard,
        "explicit",
    ),
    Rule(
        "fiscal year",
        "(the? rel:(last|past|this|next|coming|current|previous|following)? fiscal year? year:yearno)",
        _fiscal,
        "fiscal",
    ),
    Rule(
        "fiscal year, relative",
        "the? rel:(last|past|latest|this|next|coming|current|previous|following)? (fiscal|academic) year",
        _fiscal,
        "fiscal academic",
    ),
    Rule(
        "decade",
        f"{PHASE} the? {PHASE} ten:(decadeno|tens_decade)",
        _decade,
        "decadeno tens_decade",
        _decade_guard,
        "explicit",
    ),
    Rule(
        "century",
        f"{PHASE} the? {PHASE} (n:(ordno|ordword|first) dash? century | rel:(last|this|next) century)",
        _century,
        "century",
    ),
    Rule(
        "season",
        f"{PHASE} the? (this rel:past | {_REL})? year:yearno? name:(season|fall) ((of|comma)? {YEAR})?",
        _season,
        "season fall",
        _season_guard,
    ),
    Rule("before christ", "n:(num|dayno|yearno) bc", _before_christ, "bc"),
    Rule("turn of the century", "the turn of the century", _turn, "turn"),
)
