"""Days and nights next to the day of writing: "today", "the day before yesterday", "last night"."""

from __future__ import annotations

from datetime import timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.cues import OF_CLAUSE, OF_THE_TALE, STEPS
from dateline.resolve.when.direction import PAST
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, dated, unresolved
from dateline.resolve.when.rules.pieces import LEAD
from dateline.resolve.when.rules.titles import is_title
from dateline.resolve.when.rules.weekdays import BEFORE, PART, part_of

_DAYS = {"tonight": 0} | {
    word + s: n for word, n in (("today", 0), ("yesterday", -1), ("tomorrow", 1)) for s in ("", "s")
}
"""With those that lost their apostrophe ("yesterdays attack")."""


def _day(hit: Hit, frame: Frame) -> Reading | None:
    word, now = hit.word("day"), frame.now()
    suffix = "TNI" if word == "tonight" else part_of(hit)
    if now is None or (frame.narrative and frame.today is not None):
        now = None if frame.today is None else (frame.today, frame.basis)
    if now is None:
        return unresolved(f"XXXX-XX-XX{suffix}", "TIME" if suffix else "DATE")
    step = 2 * _DAYS[word] if hit.has("beyond") else _DAYS[word]
    return dated(periods.day(now[0] + timedelta(days=step)), now[1], suffix)


def _night(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "This morning", "last night", "that evening": a part of a day told by its place."""
    word, suffix = hit.word("rel"), part_of(hit)
    now = frame.now()
    told = word in OF_THE_TALE or word == "the" or (word == "next" and hit.words[0] == "the" and _is_told(hit, frame))
    if told and (at := frame.then(hit)) is not None:
        if at[0].grain == "day":
            now = (at[0].start, at[1])
        elif word != "the":
            now = None
    if now is None:
        return unresolved(f"XXXX-XX-XX{suffix}", "TIME")
    return dated(periods.day(now[0] + timedelta(days=STEPS.get(word, 0))), now[1], suffix)


def _is_told(hit: Hit, frame: Frame) -> bool:
    """Rule: "They met the mayor the next morning" counts from the day told of."""
    return frame.direction(hit) == PAST


def _night_before_last(_: Hit, frame: Frame) -> Reading | None:
    now = frame.now()
    return dated(periods.day(now[0] - timedelta(days=2)), now[1], "TNI") if now else None


RULES = (
    Rule(
        "today",
        f"({BEFORE} | {LEAD}) day:(today|yesterday|tomorrow|tonight) {PART}",
        _day,
        "today yesterday tomorrow tonight",
        lambda hit: not is_title(hit),
        "deictic",
    ),
    Rule(
        "day before yesterday",
        "the? day beyond:(before|after) day:(yesterday|tomorrow)",
        _day,
        "yesterday tomorrow",
        None,
        "deictic",
    ),
    Rule("night before last", "the night before last", _night_before_last, "night", None, "deictic"),
    Rule(
        "this morning",
        f"{LEAD} (the? rel:(same|next|following|previous) | rel:(this|last|that|the)) {PART.rstrip('?')}",
        _night,
        "part night",
        lambda hit: hit.word("rel") != "the" or hit.after() not in OF_CLAUSE,
    ),
)
