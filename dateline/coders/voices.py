"""According to whom: which voices stand behind an event."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from dateline.coders.vouching import LIKELY, odds
from dateline.records.annotation import Said, Trigger
from dateline.records.span import Span

Voices = tuple[tuple[Span, Span | None], ...]
"""(source, cue) spans, outermost voice first."""
ENOUGH = -1.2
"""Log-odds from which a speaker vouches for an act told in their words: the model's and those of the words, added."""
ALONE = 0.65
"""Least score of a source whose reported words do not hold the act."""
BESIDE = 0.95
"""The same where another voice stands already: most acts have one voice."""
MOVED_ON = re.compile(
    r"[;:]|\.\s|, (?:and|but)\b"
    r"|\b(?:who|which|whom|whose|that|after|since|when|where|while|because|before|during|if|as|despite|amid|until)\b"
)
"""Words after which an accusation is no longer what is told."""
CHARGE = 90
"""How many characters may stand between "accused" and what somebody is accused of."""
DENIAL = re.compile(r"\bden(?:y|ies|ied|ying)\b[^.;:]{0,60}$", re.IGNORECASE)


def voices(text: str, trigger: Trigger, said: Sequence[Said], triggers: Sequence[Trigger]) -> Voices:
    """The chain of voices of an event: speakers of reported content that holds it, widest first, then other sources.

    That an event is told inside reported words does not make the speaker vouch for it: they may presuppose it ("the war
    must end"), name it in passing, or speak of an act of their own. Whether they do, the model's score for speaker and
    act says together with the words (`vouching`). A statement whose speech act is the event itself ("condemned",
    "promised") does not vouch for it. `triggers` are all acts of the article.
    """
    sources = [a for a in trigger.arguments if a.role == "source"]
    chain: list[tuple[Span, Span | None]] = []
    speakers: list[Span] = []
    widest = sorted(holding(trigger, said), key=lambda s: (s[0].content.start - s[0].content.end, s[0].content.start))
    for statement, speaker in widest:
        if any(speaker.overlaps(s) for s in speakers):
            continue
        speakers.append(speaker)
        score = max((a.score for a in sources if speaker.overlaps(a.span)), default=0.0)
        if score and log_odds(score) + odds(text, trigger, statement, triggers) >= ENOUGH:
            _add(chain, speaker, statement.cue)
    others = [a for a in sources if not any(a.span.overlaps(s) for s in speakers)]
    for argument in sorted(others, key=lambda a: -a.score):
        if argument.score >= (BESIDE if chain else ALONE):
            _add(chain, argument.span, _cue_of(argument.span, said))
    for span in (*_accusers(text, trigger, triggers), *_deniers(text, trigger)):
        _add(chain, span, _cue_of(span, said))
    return tuple(chain)


def log_odds(score: float) -> float:
    """The log-odds of a probability."""
    score = min(max(score, 1e-3), 1 - 1e-3)
    return math.log(score / (1 - score))


def holding(trigger: Trigger, said: Sequence[Said]) -> Iterator[tuple[Said, Span]]:
    """Statements whose content holds the act, and whose word of saying is not the act itself, with who speaks."""
    for statement in said:
        itself = statement.cue is not None and statement.cue.overlaps(trigger.span)
        if statement.source is not None and statement.content.holds(trigger.span) and not itself:
            yield statement, statement.source


def _accusers(text: str, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Span]:
    """Who accuses somebody of the act: "India accuses Pakistan of arming rebels" has India for its voice."""
    others = [t for t in triggers if t.sentence == trigger.sentence and t.score >= LIKELY and t.types[0][0] == "ACCUSE"]
    for other in others:
        between = text[other.span.end : trigger.span.start]
        charged = other.span.end < trigger.span.start and other.span.of(text).casefold().startswith("accus")
        first = not any(
            other.span.end <= t.span.start < trigger.span.start and t.score >= LIKELY
            for t in triggers
            if t.sentence == trigger.sentence
        )
        if charged and first and len(between) <= CHARGE and " of " in between and not MOVED_ON.search(between):
            yield from [a.span for a in other.arguments if a.role == "actor"][:1]


def _deniers(text: str, trigger: Trigger) -> Iterator[Span]:
    """Who denies an act of their own: that it did not happen is so according to them."""
    if trigger.status and trigger.status[0][0] == "negated":
        actors = [a.span for a in trigger.arguments if a.role == "actor" and a.span.end <= trigger.span.start]
        yield from [s for s in actors if DENIAL.search(text, s.end, trigger.span.start)][-1:]


def _cue_of(source: Span, said: Sequence[Said]) -> Span | None:
    """The word by which the source is said to speak, where it is told."""
    return next((s.cue for s in said if s.source is not None and s.source.overlaps(source)), None)


def _add(chain: list[tuple[Span, Span | None]], source: Span, cue: Span | None) -> None:
    if not any(source.overlaps(old) for old, _ in chain):
        chain.append((source, cue))
