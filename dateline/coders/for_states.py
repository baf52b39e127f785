"""States that cooperate, as those tell who speak for them: "Togo's envoy said that trade with Chad had grown"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.annotation import Said
from dateline.records.span import Span

_SPEAKS = re.compile(
    r"(?:.*\s)?(?:ministers?|ministry|president|premier|chancellor|king|emir|sultan|government|ambassador|envoy"
    r"|spokes(?:man|woman|person))\b",
    re.IGNORECASE | re.DOTALL,
)
"""Who speaks for a state; an army or a firm works with others by itself."""
_WHOSE = re.compile(r"\b(?P<state>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2})['’]s?\s+\Z")
_NEAR = 40


def of_states(text: str, act: Span, actors: Sequence[Span], said: Sequence[Said]) -> list[Span]:
    """The actors of a cooperation in the same order: for who only speaks of it, the state named right before."""
    return [_state(text, actor) if _only_tells(act, actor, said) else actor for actor in actors]


def _only_tells(act: Span, actor: Span, said: Sequence[Said]) -> bool:
    """True where an actor is the speaker of words that hold the act and not the speaker."""
    return any(
        one.source is not None
        and one.source.overlaps(actor)
        and one.content.holds(act)
        and not one.content.overlaps(actor)
        for one in said
    )


def _state(text: str, speaker: Span) -> Span:
    if not _SPEAKS.match(speaker.of(text)):
        return speaker
    found = _WHOSE.search(text, max(0, speaker.start - _NEAR), speaker.start)
    return Span(*found.span("state")) if found else speaker
