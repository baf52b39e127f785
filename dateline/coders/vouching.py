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
from dateline.vocabulary.pronouns import SUBJECTS

BIAS = 0.46
WEIGHTS: Mapping[str, float] = {
    "act of speech": -0.505,
    "another act after": -0.323,
    "another act before": -0.535,
    "claimed or confirmed": 0.265,
    "condition": -1.582,
    "dates another act": -0.852,
    "deed of a pronoun": 1.203,
    "definite": -0.701,
    "has": 0.519,
    "hedge": 0.625,
    "in quotation marks": 0.650,
    "movement of forces": 1.125,
    "named": -0.926,
    "no actor": -0.656,
    "no preposition": 0.700,
    "number": 0.915,
    "our deed": -0.969,
    "our words": -2.885,
    "own deed": -0.971,
    "own words": -3.378,
    "past": 0.458,
    "planned": 0.788,
    "possessive": -2.227,
    "recipient in the words": 0.547,
    "relative clause": -0.744,
    "sanctions": -0.706,
    "speaker after the words": 0.553,
    "was": 0.699,
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
WORDS = SPEECH | {"AGREE", "CONCEDE", "REJECT"}
"""Types that a speaker does in saying so: "we will retaliate" is the threat, it does not tell of one."""
STANCE = SPEECH | {"REJECT"}
"""Of these, the types that "we" do in saying so; what we agreed to or gave in to is told more often."""
KNOWN = {"MOBILIZE": "movement of forces", "SANCTION": "sanctions"}
"""Types that say by themselves how the act is told: movements of forces are news, sanctions are mostly known."""
NAMING = re.compile(r"call(?:s|ed|ing)?$|describ|characteri|brand|label|portray|dismiss|hail|object")
"""Words of saying that give a known act a name ("called the strike a crime")."""
RELATIVE = frozenset({"who", "which", "that", "whose", "where"})
BEEN = frozenset({"was", "were", "been", "being"})
HAVE = frozenset({"has", "have", "had"})
DATING = re.compile(
    r"\b(?:after|before|during|since|following|prior to|ahead of|until|amid|in the wake of|leading up to|run-up to"
    r"|(?:days|weeks|months|years) into)\s+"
    r"(?:the|this|that|his|her|their|its|our|last|[\w.]+[’']s|\w+day|[A-Z][\w.]+(?: \d+)?)\s+(?:[\w’'.-]+,?\s+){0,3}$"
)
SCENE = re.compile(
    r"[“\"]?(?:in|as|during|at|on)\s+(?:the|this|that|his|her|their)\s+(?:[\w’'.-]+\s+){0,3}$", re.IGNORECASE
)
"""What comes before an act that only says when another was: "before Libya attack", "In the phone call, he urged"."""
WORD = re.compile(r"[\w’'-]+|[^\w\s]")
NEAR, REACH = 4, 8
"""How many words before an act are looked at for "was", and for what governs it."""


def odds(text: str, trigger: Trigger, statement: Said, triggers: Sequence[Trigger]) -> float:
    """Log-odds, by the words alone, that the speaker of a statement that holds the act vouches for it."""
    return BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in signs(text, trigger, statement, triggers))


def signs(text: str, trigger: Trigger, statement: Said, triggers: Sequence[Trigger]) -> Iterator[tuple[str, float]]:
    """The signs that hold, each with its value; `triggers` are the acts of the article."""
    cue = statement.cue.of(text).casefold() if statement.cue is not None else ""
    type_ = trigger.types[0][0] if trigger.types else ""
    yield from _of_actors(text, trigger, statement, type_, stands=cue.startswith(STANDING_BY))
    yield from _of_parties(trigger, statement)
    yield from _of_words(text, trigger, statement.content)
    yield from _of_others(trigger, statement.content, triggers)
    if NAMING.match(cue):
        yield "named", 1.0
    if type_ in SPEECH:
        yield "act of speech", 1.0
    if type_ in KNOWN:
        yield KNOWN[type_], 1.0
    if trigger.status and trigger.status[0][0] == "planned":
        yield "planned", 1.0


def _of_actors(
    text: str, trigger: Trigger, statement: Said, type_: str, *, stands: bool
) -> Iterator[tuple[str, float]]:
    """Whether the act is one of the speaker's own, by name or by pronoun.

    In "The army said rebels had attacked" it is the rebels' act, even where the army too is read as an actor.
    """
    actors = [a.span for a in trigger.arguments if a.role == "actor"]
    words = {a.of(text).casefold() for a in actors}
    content = statement.content
    others = any(content.start <= a.start < trigger.span.start for a in actors if content.holds(a))
    if stands:
        yield "claimed or confirmed", 1.0
    elif statement.source is not None and not others and any(a.overlaps(statement.source) for a in actors):
        yield ("own words" if type_ in WORDS else "own deed"), 1.0
    if not actors:
        yield "no actor", 1.0
    if words & {"i", "we"}:
        yield ("our words" if type_ in STANCE else "our deed"), 1.0
    if type_ not in WORDS and any(a.of(text).casefold() in SUBJECTS and content.holds(a) for a in actors):
        yield "deed of a pronoun", 1.0


def _of_others(trigger: Trigger, content: Span, triggers: Sequence[Trigger]) -> Iterator[tuple[str, float]]:
    """Which other acts the same words tell."""
    likely = [t.span for t in triggers if t.score >= LIKELY]
    before = sum(content.start <= s.start < trigger.span.start for s in likely)
    if before:
        yield "another act before", float(min(2, before))
    if any(trigger.span.end <= s.start < content.end for s in likely):
        yield "another act after", 1.0


def _of_parties(trigger: Trigger, statement: Said) -> Iterator[tuple[str, float]]:
    """Who is acted on and what else is told of the act, and where the speaker stands."""
    spans: dict[str, list[Span]] = {}
    for argument in trigger.arguments:
        spans.setdefault(argument.role, []).append(argument.span)
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
    upto = text[content.start : trigger.span.start]
    words = WORD.findall(upto.casefold())
    yield from _of_naming(upto, words)
    if BEEN & set(words[-NEAR:]):
        yield "was", 1.0
    if HAVE & set(words[-NEAR:]):
        yield "has", 1.0
    if CONDITION & set(words[-REACH:]):
        yield "condition", 1.0
    if RELATIVE & set(words):
        yield "relative clause", 1.0
    if not any(w in PREPOSITIONS or w in ',;:"“”' for w in words[-REACH:]):
        yield "no preposition", 1.0
    if any(w.endswith("ed") for w in trigger.span.of(text).casefold().split()[:1]):
        yield "past", 1.0


def _of_naming(upto: str, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Whether the act is named as one that is known, by the words up to it."""
    if DETERMINERS & set(words[-2:]):
        yield "definite", 1.0
    if words and words[-1].endswith(("'s", "’s", "s'", "s’")):
        yield "possessive", 1.0
    if DATING.search(upto) or SCENE.match(upto):
        yield "dates another act", 1.0
