"""Whether a speaker vouches for an act that their words tell: what shows it in the words themselves.

"Troops killed two men, the army said" has the army for its voice, "the killings must end, the army said" has not. The
model scores the tie of speaker and act; these signs are weighed beside it. The weights are a logistic regression on
statements and acts as annotated in articles (`python -m train.vouching`): no score of the model has a part in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.records.annotation import Said, Trigger
from dateline.records.span import Span

BIAS = 0.48
WEIGHTS: Mapping[str, float] = {
    "act of speech": -0.782,
    "another act before": -0.531,
    "claimed or confirmed": 0.341,
    "condition": -1.644,
    "definite": -0.803,
    "first person": -1.728,
    "hedge": 0.543,
    "in quotation marks": 0.629,
    "no actor": -0.864,
    "no preposition": 0.732,
    "number": 1.074,
    "own act": -2.864,
    "past": 0.589,
    "planned": 0.848,
    "possessive": -2.225,
    "recipient in the words": 0.439,
    "relative clause": -0.676,
    "speaker after the words": 0.517,
    "was": 0.858,
}
"""Log-odds of each sign."""

LIKELY = 0.5
"""Score from which another act counts as told before this one."""
DETERMINERS = frozenset({
    "the", "this", "that", "these", "those", "such", "any", "his", "her", "their", "its", "our", "my", "your",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "after", "before", "during", "in", "for", "of", "over", "against", "on", "about", "to", "from", "with", "by", "at",
    "since", "despite", "amid", "following", "as", "until", "into", "between",
})  # fmt: skip
STANDING_BY = ("acknowledg", "admi", "claim", "confirm", "den")
"""How words begin by which speakers stand for what they say, even of an act of their own."""
CONDITION = frozenset({"if", "unless", "until", "whether"})
SPEECH = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts done by words: reported words often are such an act, or answer one."""
RELATIVE = frozenset({"who", "which", "that", "whose", "where"})
BEEN = frozenset({"was", "were", "been", "being"})
WORD = re.compile(r"[\w’'-]+|[^\w\s]")
NEAR, REACH = 4, 8
"""How many words before an act are looked at for "was", and for what governs it."""


def odds(text: str, trigger: Trigger, statement: Said, triggers: Sequence[Trigger]) -> float:
    """Log-odds, by the words alone, that the speaker of a statement that holds the act vouches for it."""
    return BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in signs(text, trigger, statement, triggers))


def signs(text: str, trigger: Trigger, statement: Said, triggers: Sequence[Trigger]) -> Iterator[tuple[str, float]]:
    """The signs that hold, each with its value; `triggers` are the acts of the article."""
    stands = statement.cue is not None and statement.cue.of(text).casefold().startswith(STANDING_BY)
    if stands:
        yield "claimed or confirmed", 1.0
    elif statement.source is not None and _acts(trigger, statement.source):
        yield "own act", 1.0
    yield from _of_parties(text, trigger, statement)
    yield from _of_words(text, trigger, statement.content)
    before = [t for t in triggers if t.score >= LIKELY and statement.content.start <= t.span.start < trigger.span.start]
    if before:
        yield "another act before", float(min(2, len(before)))
    if trigger.types and trigger.types[0][0] in SPEECH:
        yield "act of speech", 1.0
    if trigger.status and trigger.status[0][0] == "planned":
        yield "planned", 1.0


def _acts(trigger: Trigger, speaker: Span) -> bool:
    """True where the speaker is an actor of the act."""
    return any(a.role == "actor" and a.span.overlaps(speaker) for a in trigger.arguments)


def _of_parties(text: str, trigger: Trigger, statement: Said) -> Iterator[tuple[str, float]]:
    """Who acts and is acted on, and where they and the speaker stand."""
    spans: dict[str, list[Span]] = {}
    for argument in trigger.arguments:
        spans.setdefault(argument.role, []).append(argument.span)
    actors = spans.get("actor", [])
    if not actors:
        yield "no actor", 1.0
    if any(a.of(text).casefold() in ("i", "we") for a in actors):
        yield "first person", 1.0
    content = statement.content
    if any(content.start <= r.start < content.end for r in spans.get("recipient", [])):
        yield "recipient in the words", 1.0
    if "count" in spans:
        yield "number", 1.0
    if "hedge" in spans:
        yield "hedge", 1.0
    if statement.source is not None and statement.source.start >= content.end:
        yield "speaker after the words", 1.0


def _of_words(text: str, trigger: Trigger, content: Span) -> Iterator[tuple[str, float]]:
    """How the words lead up to the act."""
    opening = text[max(0, content.start - 1) : trigger.span.start]
    if opening.count("“") > opening.count("”") or opening.count('"') % 2:
        yield "in quotation marks", 1.0
    words = WORD.findall(text[content.start : trigger.span.start].casefold())
    last = words[-1] if words else ""
    if last in DETERMINERS:
        yield "definite", 1.0
    if last.endswith(("'s", "’s")):
        yield "possessive", 1.0
    if BEEN & set(words[-NEAR:]):
        yield "was", 1.0
    if CONDITION & set(words[-REACH:]):
        yield "condition", 1.0
    if RELATIVE & set(words):
        yield "relative clause", 1.0
    if not any(w in PREPOSITIONS or w in ',;:"“”' for w in words[-REACH:]):
        yield "no preposition", 1.0
    if any(w.endswith("ed") for w in trigger.span.of(text).casefold().split()[:1]):
        yield "past", 1.0
