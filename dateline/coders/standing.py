"""Who stands by an act in words that are no statement: who accuses, blames, claims or denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coders.status import DENIABLE, DENIED
from dateline.coders.vouching import LIKELY, PREPOSITIONS, WORD
from dateline.records.annotation import Trigger
from dateline.records.span import Span

MOVED_ON = re.compile(
    r"[;:]|\.\s|, (?:and|but)\b"
    r"|\b(?:who|which|whom|whose|that|after|since|when|where|while|because|before|during|if|as|despite|amid|until)\b"
)
"""Words after which an accusation is no longer what is told."""
CHARGE = 90
"""How many characters may stand between "accused" and what somebody is accused of."""
BLAME = re.compile(r"^ (?!(?:each|the) other\b|one another\b)[^,.;:]+ for [^,.;:]{0,50}$")
CHARGES = {"accus": re.compile(r" of "), "blamed": BLAME, "blames": BLAME, "blaming": BLAME}
"""How a word of accusing begins, and what leads from it to the act."""
BESIDE_CHARGE = re.compile(r"\bof (?:\w+ly )?\w+ing\b.*\b(?:in|at|by)\b")
"""Somebody is accused of another deed, and the act is where that was done ("of stirring unrest in the protests")."""
DENIAL = re.compile(r"\bden(?:y|ies|ied|ying)\b[^.;:]{0,60}$", re.IGNORECASE)
DENIES, NOT_DONE = re.compile(r"den(?:y|ies|ied|ying)", re.IGNORECASE), re.compile(DENIED)
RESPONSIBILITY = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|tak(?:e|es|en|ing)|took) responsibility for\b[^.;:]{0,80}$", re.IGNORECASE
)
CLAIM = re.compile(
    r"\s(?:(?:has|have|had|also|later|then|\w+ly)\s)*claim(?:s|ed|ing)?\s+(?P<what>[^.,;:]{0,30})$", re.I
)
NOBODY = re.compile(r"\b(?:no|not|nobody|none|never|without|yet to)\b|n[’']t\b", re.IGNORECASE)


def standing(text: str, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Span]:
    """The sources that stand by the act: who accuses or blames somebody for it, claims it, denies to have done it."""
    yield from _accusers(text, trigger, [t for t in triggers if t.sentence == trigger.sentence and t.score >= LIKELY])
    yield from _claimants(text, trigger)
    yield from _deniers(text, trigger, triggers)


def _accusers(text: str, trigger: Trigger, acts: Sequence[Trigger]) -> Iterator[Span]:
    """Who accuses somebody of the act: "India accuses Pakistan of arming rebels" has India for its voice."""
    for other in acts:
        word = other.span.of(text).casefold()
        leads = next((leads for beginning, leads in CHARGES.items() if word.startswith(beginning)), None)
        between = text[other.span.end : trigger.span.start]
        if leads is None or other.types[0][0] != "ACCUSE" or not leads.search(between) or len(between) > CHARGE:
            continue
        first = not any(other.span.end <= t.span.start < trigger.span.start for t in acts)
        accusers = [a.span for a in other.arguments if a.role == "actor"][:1]
        own = any(a.role == "actor" and a.span.overlaps(s) for a in trigger.arguments for s in accusers)
        if first and not own and not MOVED_ON.search(between) and not BESIDE_CHARGE.search(between):
            yield from accusers


def _claimants(text: str, trigger: Trigger) -> Iterator[Span]:
    """Who claims the act: "the group claimed responsibility for the attack", "Rebels claim attack on base"."""
    for source in _before(trigger):
        found = RESPONSIBILITY.search(text, source.end, trigger.span.start)
        found = found or (_claimed(text, source, trigger) if trigger.types[0][0] == "ASSAULT" else None)
        if found and not NOBODY.search(text, max(0, source.start - 4), found.start()):
            yield source
            return


def _claimed(text: str, source: Span, trigger: Trigger) -> re.Match[str] | None:
    """The word of claiming that has the act for its object."""
    found = CLAIM.match(text, source.end, trigger.span.start)
    words = WORD.findall(found["what"].casefold()) if found else []
    return None if {"that", "it", "responsibility"} & set(words) or PREPOSITIONS & set(words) else found


def _deniers(text: str, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Span]:
    """Who denies an act, of their own or of nobody that is told: that it did not happen is so according to them."""
    actors = [a.span for a in trigger.arguments if a.role == "actor"]
    if trigger.status and trigger.status[0][0] == "negated":
        before = [s for s in actors if s.end <= trigger.span.start]
        yield from [s for s in before if DENIAL.search(text, s.end, trigger.span.start)][-1:]
    if not actors and DENIABLE.fullmatch(text, trigger.span.start, trigger.span.end):
        denials = [t for t in triggers if t.sentence == trigger.sentence and DENIES.fullmatch(t.span.of(text))]
        near = [t for t in denials if NOT_DONE.fullmatch(text, t.span.end, trigger.span.start)]
        yield from [a.span for t in near for a in t.arguments if a.role == "actor"][-1:]


def _before(trigger: Trigger) -> list[Span]:
    """Actors and sources of the act before it, nearest first."""
    spans = {a.span for a in trigger.arguments if a.role in ("actor", "source") and a.span.end <= trigger.span.start}
    return sorted(spans, key=lambda s: -s.end)
