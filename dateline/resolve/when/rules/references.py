"""Vague references: "now", "recently", "in the past", "at the time", "soon"."""

from __future__ import annotations

from dateline.resolve.when.direction import PAST
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Build, Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, reference

_FUTURE_AFTER = frozenset(("in", "for", "into", "about"))


def _ref(timex: str) -> Build:
    def build(_: Hit, __: Frame) -> Reading | None:
        return reference(timex)

    return build


def _the_past(hit: Hit) -> bool:
    """Rule: "The past" as a noun, not "the past minister"."""
    return (hit.before() in {"in", "of", "from", "with", "than"} and not hit.after()[:1].isalpha()) or (
        hit.before() in {"in", "than"} and hit.after() not in {"few", "several", "couple"}
    )


def _soon(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Soon" in a tale of the past places nothing."""
    return None if frame.direction(hit) == PAST else reference("FUTURE_REF")


def _the_future(hit: Hit) -> bool:
    """Rule: "In the near future" as a time, not "the future of the region"."""
    return hit.last - hit.first > 1 and hit.before() in _FUTURE_AFTER and hit.after() != "of"


def _now_guard(hit: Hit) -> bool:
    return hit.after() != "defunct"


RULES = (
    Rule("now", "(right|just)? now", _ref("PRESENT_REF"), "now", _now_guard),
    Rule("then current", "then dash? current", _ref("PAST_REF"), "then"),
    Rule("currently", "currently | current", _ref("PRESENT_REF"), "currently current"),
    Rule(
        "these days",
        "these days_ | this time | at (the|this) (present) | at present",
        _ref("PRESENT_REF"),
        "days_ time present",
        lambda hit: hit.tokens.word(hit.first) != "this" or (hit.before() in {"at", "by"} and hit.after() != "of"),
    ),
    Rule("recently", "(more|most)? recently | (more|most)? recent", _ref("PAST_REF"), "recently recent"),
    Rule("the past", "the past", _ref("PAST_REF"), "past", _the_past),
    Rule(
        "at the time",
        "the time | that time",
        _ref("PAST_REF"),
        "time",
        lambda hit: hit.before() == "at" and hit.after() not in {"of", "when", "the"},
    ),
    Rule(
        "soon", "soon", _soon, "soon", lambda hit: hit.after() not in {"after", "as", "before"} and hit.before() != "as"
    ),
    Rule(
        "at a later date",
        "a later date_word",
        _ref("FUTURE_REF"),
        "date_word",
        lambda hit: hit.before() in {"at", "on"},
    ),
    Rule(
        "in the short term",
        "the (short|near|long|longer) dash? term",
        _ref("FUTURE_REF"),
        "term",
        lambda hit: hit.before() in {"in", "over", "for"},
    ),
    Rule("the future", "the? near? future", _ref("FUTURE_REF"), "future", _the_future),
)
