"""According to whom: which voices stand behind an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coders.standing import standing
from dateline.coders.vouching import LIKELY, odds
from dateline.fixed import fixed
from dateline.records.annotation import Said, Trigger
from dateline.records.odds import logit
from dateline.records.span import Span

Voices = tuple[tuple[Span, Span | None], ...]
"""(source, cue) spans, outermost voice first."""
ENOUGH = -0.65
"""Log-odds from which a speaker vouches for an act told in their words: the model's and those of the words, added."""
ALONE = 0.65
"""Least score of a source whose reported words do not hold the act."""
BESIDE = 0.9
"""The same where another voice is surer: most acts have one voice."""
FIRST = -2.0
"""Log-odds by the words from which who signs a line vouches for its first act; for another it takes even odds."""


def voices(text: str, trigger: Trigger, said: Sequence[Said], triggers: Sequence[Trigger]) -> Voices:
    """The voices of an event: speakers of reported content that holds it, widest first, then other sources.

    That an event is told inside reported words does not make the speaker vouch for it: they may presuppose it ("the war
    must end"), name it in passing, or speak of an act of their own. Whether they do, the model's score for speaker and
    act says together with the words (`vouching`). A statement whose speech act is the event itself ("condemned",
    "promised") does not vouch for it. Of several voices the surest stands, others only where they are sure as well;
    who accuses, blames, claims or denies (`standing`) is the voice where there is no other. `triggers` are all acts of
    the article.
    """
    sources = [a for a in trigger.arguments if a.role == "source"]
    found: list[_Voice] = []
    speakers: list[Span] = []
    widest = sorted(holding(trigger, said), key=lambda s: (s[0].content.start - s[0].content.end, s[0].content.start))
    for statement, speaker in widest:
        if any(speaker.overlaps(s) for s in speakers):
            continue
        speakers.append(speaker)
        score = max((a.score for a in sources if speaker.overlaps(a.span)), default=0.0)
        if score and logit(score, within=1e-3) + odds(text, trigger, statement, triggers) >= ENOUGH:
            found.append(_Voice(speaker, statement.cue, score))
        elif _signs(statement, speaker) and odds(text, trigger, statement, triggers) >= _doubt(trigger, triggers):
            found.append(_Voice(speaker, None, max(score, ALONE)))
    for other in sorted(sources, key=lambda a: -a.score):
        if other.score >= ALONE and not any(
            _same(text, other.span, s) for s in (*speakers, *(v.source for v in found))
        ):
            found.append(_Voice(other.span, _cue_of(other.span, said), other.score))
    surest = max(found, key=lambda v: v.score, default=None)
    chain = [(v.source, v.cue) for v in found if v is surest or v.score >= BESIDE]
    return tuple(chain or [(s, _cue_of(s, said)) for s in standing(text, trigger, triggers)][:1])


@fixed()
class _Voice:
    """A source that may stand behind an act, with the model's score for the two."""

    source: Span
    cue: Span | None
    score: float


def _signs(statement: Said, speaker: Span) -> bool:
    """True where a line is signed by its speaker: no word of saying, and the name behind what is told."""
    return statement.cue is None and speaker.start >= statement.content.end


def _doubt(trigger: Trigger, triggers: Sequence[Trigger]) -> float:
    """The log-odds by the words that an act of a signed line needs: who signs vouches for the first act above all."""
    before = [t for t in triggers if t.sentence == trigger.sentence and t.score >= LIKELY and t.span < trigger.span]
    return 0.0 if before else FIRST


def holding(trigger: Trigger, said: Sequence[Said]) -> Iterator[tuple[Said, Span]]:
    """Statements whose content holds the act, and whose word of saying is not the act itself, with who speaks."""
    start, end = trigger.span.start, trigger.span.end
    holding = [s for s in said if s.content.start <= start and end <= s.content.end]
    for statement in holding:
        if statement.source is not None and (statement.cue is None or not statement.cue.overlaps(trigger.span)):
            yield statement, statement.source


def _cue_of(source: Span, said: Sequence[Said]) -> Span | None:
    """The word by which the source is said to speak, where it is told."""
    return next((s.cue for s in said if s.source is not None and s.source.overlaps(source)), None)


def _same(text: str, one: Span, other: Span) -> bool:
    """True where two mentions name one party: they overlap, or stand side by side ("spokesman" "John Doe")."""
    first, second = sorted((one, other))
    return one.overlaps(other) or text[first.end : second.start].isspace()
