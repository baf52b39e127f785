"""Which time expressions are told of an act: those the model ties to it, where the words between the two allow it.

"The agency said Friday that it had closed two camps" tells when the agency spoke, "was arrested Friday for inciting a
riot" when somebody was arrested: the day of one act is not that of another in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span

LEAST = 0.7
"""Score of the model from which a time is that of an act. In annotated articles that the model has not seen, one in ten
of the days below was that of the act, half of those up to 0.9, and six in seven above."""
LIKELY, SURE = 0.8, 0.95
"""The same behind an aim ("agreed to leave on Friday"), and where another clause or a telling is nearer to the day."""
BY_WAY_OF = 0.3
"""The same for an act that says how another was done, right behind the day of that ("killed on Friday in a raid")."""
_OWN_STEP = re.compile(
    r"[\s“\"]*(?:that\s+)?(?:I|we|he|she|it|they)(?:[’'](?:s|re|m|ll|d)|\s+(?:is|are|am|will|would))\b", re.IGNORECASE
)
"""How words begin that tell what the speaker is about to do, which is done by telling it: "that it would leave"."""
_FOR_DOING = re.compile(r"[^,;:.]*\bfor\s+(?:\w+ly\s+)?(?:\w+ing\b[^,;:.]*)?$", re.IGNORECASE)
"""What an act before it was for: "arrested Friday for inciting riots", "fined in May for hiding the strike"."""
_ELSEWHERE = re.compile(r"[^;:.]*\w[^;:.]*[\w,]\s+(?:after|before|since|despite|following)\s[^;:.]*$", re.IGNORECASE)
"""Words between the day and a clause of its own that tells the act: "on Monday he left after rebels had seized"."""
_TOPIC = re.compile(r"[’']s?(?:\s+[\w-]+){1,4}\s+(?:into|about|over)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""From a day to what its noun was about: "last week's hearing into the attack"."""
_AIM = re.compile(
    r"(?<!\blinked )(?<!\brelated )(?<!\bclose )(?<!\bresponse )\bto\s+(?!(?:the|an?|be)\b)[a-z]+\s[^,;:]*$"
)
_CLAUSE = re.compile(
    r"\b(?:who|which|whom|whose|where|when)\b(?!\s+(?:is|was)\s+(?:\w+\s*)?$)[^,;:.]*$|,\s+(?:\w+ly\s+)?\w+ing\b[^,;:]*$",
    re.IGNORECASE,
)
_IN_CLAUSE = re.compile(r"\b(?:who|which|whose)\b[^,;:.]*$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*$")
_RANKED = re.compile(
    r"\b(?:first|last|worst|best|deadliest|bloodiest|biggest|largest|heaviest|highest|lowest|fiercest|strongest|greatest"
    r"|longest|only|most\s+\w+)\b[^,;:.]{0,50}$",
    re.IGNORECASE,
)
"""Words before "since" by which it compares ("the worst since 2012") and opens nothing."""
_SINCE = re.compile(r"\bsince\s+(?:at least\s+)?$", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+(?:ed|en)(?=\s+(?!(?:by|in|on|at|and|to|from)\b)[a-z])")
_OF_A_YEAR = re.compile(
    r"[^,;:.“”\"]*\b(?:of|from|to|against|on|about|over|with|under)\s+(?:the|its|his|her|their)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""From an act to the year of what it was about: "criticism of the 2015 accord", "withdrew from the 1987 treaty"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CHARGED = re.compile(r"\s+(?:(?:him|her|them)\s+)?(?:of|for|with|over)\s+\w+ing(?:\s+[^\s,;:.]+){4,}\s+\Z")
"""From an act to the day of what it was for: "convicted of killing a guard during the riots in May 2022"."""
_NEWS = re.compile(r"day\b|morning|night|week", re.IGNORECASE)
"""Times of a report's own news rather than of what that was for."""
_NOUN = re.compile(r"[ -][a-z]")
_MANNER = re.compile(r"\s+(?:in|during|by|with)\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:(?!to\b)[\w-]+\s+){0,3}")
_OCCASION = re.compile(
    r"\b(?:in|at|during|on)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:call|interview|speech|address|statement|letter|tweet|conference|briefing|testimony|post|message|rally|debate)\s+"
    r"(?:(?:on|late|early)\s+)*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat\s+(?:(?:the|its|their|his|her)\s+)?(?:[a-z-]+\s+)?$")
_HAS_DONE = re.compile(
    r"(?:\s+(?:with|between|in|of|by|from|to)\s+(?:[\w’'-]+\s+){1,4}?|\s+)(?:had|has|have)\s+(?:\w+ly\s+)?\w+\s+(?!by\b)\w"
)
"""From the noun of an act to what it has done."""
_FAR = 90
"""How many characters before a day are looked at."""


def times_told(text: str, trigger: Trigger, said: Sequence[Said], *, deed: bool) -> tuple[Span, ...]:
    """The spans of the times told of an act, likeliest first; `deed` is false for what is done by words.

    A time that the model hardly ties to what was said is its own where it stands at the occasion of saying it ("warned
    them in a speech on Friday"); what tells how something was done has the day right in front of it.
    """
    linked = (a for a in trigger.arguments if a.role == "time" and _is_told(text, trigger, a, said, deed))
    return tuple(a.span for a in sorted(linked, key=lambda a: (-a.score, a.span)))


def _is_told(text: str, trigger: Trigger, time: Argument, said: Sequence[Said], deed: bool) -> bool:
    act, at = trigger.span, time.span
    if not deed and act.end <= at.start and _OCCASION.search(text, act.end, at.start):
        return True
    if time.score >= BY_WAY_OF and _MANNER.fullmatch(text, at.end, act.start):
        return True
    if time.score < _least(text, act, at) or _cannot_reach(text, act, at):
        return False
    supposed = bool(trigger.status) and trigger.status[0][0] in ("planned", "hypothetical")
    telling = _telling(text, trigger, at, said) if deed or supposed else None
    return telling is None or (at.end <= telling.start and time.score >= SURE)


def _least(text: str, act: Span, at: Span) -> float:
    """The score that a time needs, by what stands between it and the act."""
    if act.end <= at.start:
        return (
            SURE
            if _CLAUSE.search(text, act.end, at.start)
            else LIKELY
            if _AIM.search(text, act.end, at.start)
            else LEAST
        )
    inside = _IN_CLAUSE.search(text, max(0, at.start - _FAR), at.start) and "," in text[at.end : act.start]
    return SURE if inside else LEAST


def _telling(text: str, trigger: Trigger, at: Span, said: Sequence[Said]) -> Span | None:
    """The word of saying whose day it is: the deed is told in its words, by somebody else than who did it."""
    for one in said:
        cue, content = one.cue, one.content
        if cue is None or not content.holds(trigger.span) or cue.overlaps(trigger.span) or cue.overlaps(content):
            continue
        beside = at.end <= content.start if cue.end <= content.start else at.start >= content.end
        if beside and not _own(text, trigger, one):
            return cue
    return None


def _own(text: str, trigger: Trigger, told: Said) -> bool:
    """True where the speaker is an actor of the deed, or says that they take the step."""
    actors = [a.span for a in trigger.arguments if a.role == "actor"]
    acts = (
        told.source is not None and any(a.overlaps(told.source) for a in actors) and not _spoken_of(text, trigger, told)
    )
    return acts or _OWN_STEP.match(text, told.content.start, trigger.span.start) is not None


def _spoken_of(text: str, trigger: Trigger, told: Said) -> bool:
    """True where the act is what somebody has something to say of: "said that trade with them had made it rich"."""
    cue, act = told.cue, trigger.span
    if cue is None or cue.end > act.start:
        return False
    return bool(_THAT.search(text, cue.end, act.start) and _HAS_DONE.match(text, act.end, told.content.end))


def _cannot_reach(text: str, act: Span, at: Span) -> bool:
    """True where the day belongs to something else for certain.

    In front of the act: to what that was for, to another clause, to a noun that owns it ("killed in an attack on
    Monday" gives its day to both, for there it stands behind them). Anywhere: to what is told in brackets, or is
    compared, and to the year of what the act was about. And an act that only names somebody ("a fired judge") has no
    day of its own.
    """
    if at.end <= act.start and any(p.match(text, at.end, act.start) for p in (_FOR_DOING, _ELSEWHERE, _TOPIC)):
        return True
    if _NAMING.search(text, max(0, act.start - _FAR), act.start) and _PARTICIPLE.match(text, act.start):
        return True
    if (
        _YEAR.fullmatch(text, at.start, at.end)
        and _NOUN.match(text, at.end)
        and _OF_A_YEAR.fullmatch(text, act.end, at.start)
    ):
        return True
    if _CHARGED.match(text, act.end, at.start) and not _NEWS.search(text, at.start, at.end):
        return True
    aside = _ASIDE.search(text, max(0, at.start - _FAR), at.start)
    if aside and aside.start() > act.end and " " in text[aside.start() : at.start].strip():
        return True
    return _is_compared(text, act, at)


def _is_compared(text: str, act: Span, at: Span) -> bool:
    """True for "the worst since 2012", "for the first time since Friday": a day to compare with, not a beginning."""
    since = at.start if at.of(text).casefold().startswith("since") else None
    if since is None and (word := _SINCE.search(text, max(0, at.start - _FAR), at.start)):
        since = word.start()
    return since is not None and act.start < since and bool(_RANKED.search(text, max(0, since - _FAR), since))
