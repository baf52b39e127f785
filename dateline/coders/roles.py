"""Which words of an article stand for the parties of an act, and for its places, times, numbers and hedges."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coders.beside_whom import between_whom
from dateline.coders.controls import controllers
from dateline.coders.demands import demander
from dateline.coders.doers import doers
from dateline.coders.hedging import governs
from dateline.coders.listed import Lists
from dateline.coders.nobody import somebody
from dateline.coders.vouching import LIKELY
from dateline.coders.whose import not_pulled_out, to_whom, whose
from dateline.coders.within import without_those_within
from dateline.fixed import replace
from dateline.records.annotation import Annotation, Argument, Said, Trigger
from dateline.records.span import Span
from dateline.remembered import remembered
from dateline.vocabulary.pronouns import is_pronoun

PARTIES = ("actor", "recipient")
FUNCTION_WORDS = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "but", "as",
    "is", "was", "were", "be", "been", "that", "which", "who", "whose",
})  # fmt: skip
"""Words that stand for no party, place, time or number: a mention of nothing else is a slip of the model."""
ACRONYMS = frozenset({"IS", "WHO"})
"""Names that are written like such words in capitals."""
PUNCTUATION = "\"'“”‘’.,;:()[]-–—"
MENTIONS = 10_000
"""Mentions that are kept with whether they say something."""


@remembered(MENTIONS)
def says_something(words: str) -> bool:
    """True where a mention holds a letter or digit outside of function words."""
    for word in words.split():
        bare = word.strip(PUNCTUATION)
        if bare and (bare in ACRONYMS or bare.casefold() not in FUNCTION_WORDS):
            return True
    return False


def without_slips(text: str, trigger: Trigger) -> Trigger:
    """The act without the arguments that say nothing, or are part of an amount ("US$5")."""
    telling = tuple(
        [a for a in trigger.arguments if says_something(a.span.of(text)) and text[a.span.end : a.span.end + 1] != "$"]
    )
    return trigger if len(telling) == len(trigger.arguments) else replace(trigger, arguments=telling)


def spans_by_role(
    text: str, trigger: Trigger, telling: Sequence[Argument], said: Sequence[Said]
) -> dict[str, list[Span]]:
    """Those arguments of an act that say something, by their roles: times likeliest first, all others in text order.

    Who says that it was done is no actor where a pronoun in what they say is.
    """
    speakers = outside_speakers(trigger, said)
    spans: dict[str, list[Span]] = {}
    for argument in sorted(telling, key=lambda a: (-a.score if a.role == "time" else 0.0, a.span)):
        if not (argument in speakers and stands_for(text, argument, trigger, said)):
            spans.setdefault(argument.role, []).append(argument.span)
    return spans


def outside_speakers(trigger: Trigger, said: Sequence[Said]) -> tuple[Argument, ...]:
    """Actors of the event that are the speaker of the words that tell it, where those words have an actor of their own.

    "The army said that it had attacked": the act is of "it", the army is who says so.
    """
    actors = [a for a in trigger.arguments if a.role == "actor"]
    if not actors:
        return ()
    start, end = trigger.span.start, trigger.span.end
    holding = [s for s in said if s.content.start <= start and end <= s.content.end and s.source is not None]
    return tuple(
        a
        for a in actors
        for s in holding
        if s.source is not None and s.source.overlaps(a.span) and any(s.content.holds(b.span) for b in actors)
    )


def stands_for(text: str, speaker: Argument, trigger: Trigger, said: Sequence[Said]) -> bool:
    """True where a pronoun inside the reported words is an actor of the event in place of the speaker.

    Anybody else is too where the speaker stands before a colon: "Chad: Togo has closed the border".
    """
    headed = text[speaker.span.end : speaker.span.end + 1] == ":"
    return any(
        a.role == "actor" and (headed or is_pronoun(a.span.of(text))) and s.content.holds(a.span)
        for s in said
        if s.source is not None and s.source.overlaps(speaker.span) and s.content.holds(trigger.span)
        for a in trigger.arguments
    )


def parties(
    text: str,
    sentence: Span,
    trigger: Trigger,
    annotation: Annotation,
    lists: Lists,
    *,
    read: tuple[Sequence[Span], Sequence[Span]],
    status: str,
) -> tuple[list[Span], list[Span]]:
    """Actors and recipients of an act with all of their lists: those the model `read`, or else as the words tell."""
    actors, recipients = (somebody(text, without_those_within(text, spans), status) for spans in read)
    actors = actors or doers(text, sentence, trigger, recipients, annotation.triggers)
    actors = between_whom(text, trigger.span, actors)
    if not actors:
        told = lists.told
        actors = whose(text, sentence, trigger, told) or controllers(text, sentence, trigger, told, recipients)
    recipients = not_pulled_out(text, trigger, recipients) or to_whom(text, sentence, trigger)
    return lists.whole(sentence, trigger.span, actors, recipients)


def demanding(text: str, trigger: Trigger, said: Sequence[Said]) -> list[Span]:
    """Who demands what the reported words say ought to be done; nobody where it stands in no such words."""
    speaker = demander(text, trigger.span, said)
    return [speaker] if speaker else []


def hedge(text: str, trigger: Trigger, hedges: Sequence[Span], triggers: Sequence[Trigger]) -> Span | None:
    """The first of the hedges that is said of this act rather than of another one of its sentence."""
    if not hedges:
        return None
    acts = [t.span for t in triggers if t.sentence == trigger.sentence and t.score >= LIKELY]
    return next((h for h in hedges if governs(text, h, trigger.span, acts)), None)
