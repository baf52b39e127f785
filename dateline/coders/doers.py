"""Who does an act where the model reads nobody: a pronoun right before it, or who did the act that it is joined to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.annotation import Trigger
from dateline.records.span import Span

_ADVERB = (
    r"(?:(?!(?:cost|dai|dead|elder|fami|friend|hour|like|month|order|unlike|week|year)ly\b)\w+ly|also|yet|still|soon|even|now|then|again|either|instead|ever|both|all|once|later|first|already|today|yesterday"
    r"|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\s+\d{4}|last\s+\w+|earlier|this\s+\w+)"
)
"""Words that may stand before a verb; "deadly" and its like stand before a noun ("calls and deadly protests")."""
_HELPING = (
    r"(?:has|have|had|will|would|can|could|should|may|might|must|did|does|do|is|are|was|were|am|be|been|being|not|never"
    r"|[a-z]+n[’']t)"
)
_SUBJECT = re.compile(
    rf"(?<![\w’'-])(?P<who>he|she|they|we|I|it)(?:[’'](?:s|re|ve|d|ll|m))?(?P<helping>(?:\s+(?:{_HELPING}|{_ADVERB}))*)\s+\Z",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|am|be|been|being)\b|[’'](?:s|re|m)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:ready|willing|prepared|open|determined|committed|\w+ing)\b", re.IGNORECASE)
"""Acts that one is or is doing, not what is done to one."""
_JOINED = re.compile(rf"\b(?:and|but)\b(?:\s+(?:{_ADVERB}|has|have|had|will|would))*\s+\Z", re.IGNORECASE)
_DOING = re.compile(r",\s+\Z")
_UNDER = re.compile(
    r"\b(?:since|after|before|during|following|amid|despite|until|of|in|on|over|by|to|for|from|with|against|about|at)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
"""Before an act that only tells when or of what another was: "met after the rebels' raid and agreed"."""
_NEAR = 80
LIKELY = 0.4
"""Score from which the act before is one."""


def doers(
    text: str, sentence: Span, trigger: Trigger, done_to: Sequence[Span], triggers: Sequence[Trigger]
) -> list[Span]:
    """The actors of an act without any; `done_to` are its recipients, `triggers` the acts of the article."""
    pronoun = _pronoun(text, sentence, trigger.span)
    if pronoun is not None and not any(pronoun.overlaps(d) for d in done_to):
        return [pronoun]
    return [d for d in _of_the_act_before(text, sentence, trigger, triggers) if not any(d.overlaps(x) for x in done_to)]


def _pronoun(text: str, sentence: Span, act: Span) -> Span | None:
    """The pronoun that is the subject of an active verb."""
    found = _SUBJECT.search(text, max(sentence.start, act.start - _NEAR), act.start)
    if found is None or (_BE.search(found[0]) and not _ACTIVE.match(act.of(text))):
        return None
    return Span(*found.span("who"))


def _of_the_act_before(text: str, sentence: Span, trigger: Trigger, triggers: Sequence[Trigger]) -> list[Span]:
    """The actors of the act before, where both are joined: "Chad recalled its envoy and closed the border"."""
    act = trigger.span
    joined = _JOINED.search(text, max(sentence.start, act.start - _NEAR), act.start)
    if joined is None and act.of(text).split()[0].endswith("ing"):
        joined = _DOING.search(text, max(sentence.start, act.start - _NEAR), act.start)
    if joined is None:
        return []
    done_to = {a.span for a in trigger.arguments if a.role == "recipient"}
    same = [t for t in triggers if t.sentence == trigger.sentence and t.score >= LIKELY]
    for before in sorted((t for t in same if t.span.end <= joined.start()), key=lambda t: t.span, reverse=True):
        found = [a.span for a in before.arguments if a.role == "actor" and a.span.end <= before.span.start]
        first = min([before.span, *found])
        if not _UNDER.search(text, max(sentence.start, first.start - _NEAR), first.start):
            return found if not done_to & {a.span for a in before.arguments} else []
    return []
