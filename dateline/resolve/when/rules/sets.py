"""Times that come again: "every Friday", "daily", "twice a week", "each year"."""

from __future__ import annotations

from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, repeated
from dateline.resolve.when.rules.amounts import amount_of, duration
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

_NAMES = word_set("mail telegraph mirror express star news times post sun beast herald standard caller show")
_FIGURES = frozenset(CODE[name] for name in ("num", "numword", "dayno", "times", "once", "twice"))


def _every(hit: Hit, _: Frame) -> Reading | None:
    if hit.has("part"):
        value = str(hit.value("part"))
        return repeated(f"XXXX-XX-XX{'TNI' if value == 'N' else value}")
    amount = 2 if hit.has("other") else 1 if hit.has("of") else amount_of(hit)
    return repeated(duration(amount, str(hit.value("unit"))))


def _every_month(hit: Hit, _: Frame) -> Reading | None:
    day = f"-{hit.number('day'):02d}" if hit.has("day") else ""
    return repeated(f"XXXX-{hit.number('month'):02d}{day}")


def _every_season(hit: Hit, _: Frame) -> Reading | None:
    return repeated(f"XXXX-{hit.value('season')}")


def _weekends_guard(hit: Hit) -> bool:
    """Rule: "On weekends" is a set, "the last weekends" is not."""
    return hit.before() in {"on", "at", "and"}


def _daily(hit: Hit, _: Frame) -> Reading | None:
    return repeated(str(hit.value("word")))


def _daily_guard(hit: Hit) -> bool:
    """Not the names of newspapers ("Daily Mail", "the Weekly Standard", "Defence Weekly")."""
    beside = hit.tokens.raw(hit.last)[:1].isupper() or (
        hit.tokens.raw(hit.first - 1)[:1].isupper() and hit.before().isalpha()
    )
    name = hit.tokens.raw(hit.first)[0].isupper() and beside
    return not name and hit.after() not in _NAMES


def _per(hit: Hit, _: Frame) -> Reading | None:
    return repeated(duration(1, str(hit.value("unit"))))


def _rate_guard(hit: Hit) -> bool:
    """Rule: "A year" is a rate after a sum, a number or "times" ("$3 million a year", "five flights a week")."""
    if hit.word("how") in {"per", "each", "once", "twice"}:
        return True
    tokens = hit.tokens
    window = range(max(hit.first - 3, 0), hit.first)
    counted = any(tokens.codes[i] in _FIGURES or tokens.word(i) in {"%", "percent", "million"} for i in window)
    return counted and tokens.word(hit.first - 1) not in {"in", "for", "within", "after", "than", "over", "of", "half"}


RULES = (
    Rule(
        "every",
        "(every|each) (other:alternate|single)? (n:number | vague:few)? (part:(part|night) | unit:(unit|units))",
        _every,
        "every each",
        lambda hit: hit.value("unit") not in {"S", "N"} or hit.has("part"),
    ),
    Rule("every July", "(every|each) month:mon day:(dayno|ordno)?", _every_month, "every each"),
    Rule("every summer", "(every|each) season:(season|fall)", _every_season, "every each"),
    Rule("each of the years", "(each|every) of:of the (last|past|next) n:number unit:units", _every, "every each"),
    Rule("weekends", "weekends_", lambda *_: repeated("XXXX-WXX-WE"), "weekends_", _weekends_guard),
    Rule("daily", "word:daily", _daily, "daily", _daily_guard),
    Rule(
        "twice a week",
        "(how:(once|twice) (a|every|each|per) | (n:number) times (a|every|each|per)) unit:unit".replace(
            "(n:number)", "number"
        ),
        _per,
        "unit",
    ),
    Rule("a week", "how:(a|per) unit:(day|week|month|year|quarter|hour|night)", _per, "unit", _rate_guard),
)
