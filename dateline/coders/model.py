"""The coder that follows the model, within the rules of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebooks.codebook import Codebook
from dateline.coders.alone import done_alone
from dateline.coders.captives import counted
from dateline.coders.demands import demander
from dateline.coders.doers import doers
from dateline.coders.hedging import governs
from dateline.coders.listed import Lists
from dateline.coders.no_deed import is_no_deed
from dateline.coders.nobody import somebody
from dateline.coders.phrases import Phrases, Settled
from dateline.coders.status import status_by_words
from dateline.coders.victim import one_person
from dateline.coders.voices import voices
from dateline.coders.vouching import LIKELY
from dateline.coders.whose import to_whom, whose
from dateline.coders.within import without_those_within
from dateline.fixed import replace
from dateline.records.annotation import Annotation, Argument, Mention, Said, Scores, Trigger
from dateline.records.draft import Draft
from dateline.records.span import Span
from dateline.remembered import remembered

FUNCTION_WORDS = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "but", "as",
    "is", "was", "were", "be", "been", "that", "which", "who", "whose",
})  # fmt: skip
"""Words that stand for no party, place, time or number: a mention of nothing else is a slip of the model."""
MENTIONS = 10_000
"""Mentions that are kept with whether they say something."""


@remembered(MENTIONS)
def says_something(words: str) -> bool:
    """True where a mention holds a letter or digit outside of function words."""
    for word in words.split():
        bare = word.strip(PUNCTUATION)
        if bare and bare.casefold() not in FUNCTION_WORDS:
            return True
    return False


PUNCTUATION = "\"'“”‘’.,;:()[]-–—"


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


PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they", "us", "them", "him", "her"})


def stands_for(text: str, speaker: Argument, trigger: Trigger, said: Sequence[Said]) -> bool:
    """True where a pronoun inside the reported words is an actor of the event in place of the speaker."""
    return any(
        a.role == "actor" and a.span.of(text).casefold() in PRONOUNS and s.content.holds(a.span)
        for s in said
        if s.source is not None and s.source.overlaps(speaker.span) and s.content.holds(trigger.span)
        for a in trigger.arguments
    )


def with_shared_hedges(drafts: Sequence[Draft]) -> list[Draft]:
    """A hedge on one telling of an act holds for another in the same sentence: "killed in an attack reportedly by …".

    Two tellings are of one type and share a party.
    """
    hedged = [d for d in drafts if d.hedge]
    out = []
    for draft in drafts:
        beside = [] if draft.hedge else [d for d in hedged if d.sentence == draft.sentence and d.type == draft.type]
        parties = {*draft.actors, *draft.recipients} if beside else set()
        near = next((d.hedge for d in beside if parties & {*d.actors, *d.recipients}), None)
        out.append(replace(draft, hedge=near) if near else draft)
    return out


PARTIES = ("actor", "recipient")


def _taking_part(
    text: str,
    sentence: Span,
    trigger: Trigger,
    annotation: Annotation,
    actors: Sequence[Span],
    recipients: Sequence[Span],
    lists: Lists,
) -> tuple[list[Span], list[Span]]:
    """Actors and recipients of an act, with all of their lists: as the model reads them, or else as the words tell."""
    actors = actors or doers(text, sentence, trigger, recipients, annotation.triggers)
    actors = actors or whose(text, sentence, trigger, [m.span for m in annotation.mentions if m.kind == "part"])
    recipients = recipients or to_whom(text, sentence, trigger)
    act = trigger.span
    return lists.whole(sentence, act, actors, recipients), lists.whole(sentence, act, recipients, actors)


class ModelCoder:
    """Codes each trigger that the model scores at `least` or more, or that a phrase of the codebook settles."""

    def __init__(
        self,
        codebook: Codebook,
        *,
        phrases: Phrases | None = None,
        least: float = 0.0,
    ) -> None:
        self._codebook = codebook
        self._phrases = phrases or Phrases({})
        self._least = least

    def code(self, text: str, annotation: Annotation) -> Sequence[Draft]:
        """The drafts of one article in text order; their confidence is the model's score, not weighed yet."""
        by_index = {s.index: s for s in annotation.sentences}
        mentions = {(m.kind, m.span): m for m in annotation.mentions}
        lists = Lists(text, annotation.mentions, annotation.triggers)
        drafts = []
        for trigger in annotation.triggers:
            sentence = by_index[trigger.sentence]
            whole = Span(sentence.start, sentence.end)
            settled = self._phrases.settled(text, whole, trigger)
            names_one = says_something(trigger.span.of(text)) and not is_no_deed(text, whole, trigger.span)
            if (trigger.score >= self._least or settled) and names_one:
                drafts.append(self._draft(text, trigger, whole, annotation, mentions, lists, settled))
        return with_shared_hedges(sorted(drafts, key=lambda d: d.trigger))

    def _draft(
        self,
        text: str,
        trigger: Trigger,
        sentence: Span,
        annotation: Annotation,
        mentions: dict[tuple[str, Span], Mention],
        lists: Lists,
        settled: Settled | None,
    ) -> Draft:
        status = status_by_words(text, sentence, trigger.span, trigger.status[0][0])
        scores = self._as_told(trigger.types, status)
        type_, rule = self._type(trigger.types, scores, status, settled)
        entry = self._codebook.types[type_]
        alone = entry.alone
        parties = [a.span for a in trigger.arguments if a.role in PARTIES]
        told_modes = [m for m, _ in trigger.modes]
        if settled and settled.mode and settled.mode not in told_modes:
            told_modes = [settled.mode]
        modes = tuple(m for m in told_modes if m in entry.modes)
        if alone and done_alone(text, sentence, trigger.span, parties, alone):
            rule = f"a {type_} of one party is {alone.type} (codebook: alone)"
            type_, entry, modes = alone.type, self._codebook.types[alone.type], alone.modes
        brought = {c for m in modes if (c := entry.modes[m].context)}
        spans: dict[str, list[Span]] = {}
        speakers = outside_speakers(trigger, annotation.said)
        telling = tuple([a for a in trigger.arguments if says_something(a.span.of(text))])
        told = trigger if len(telling) == len(trigger.arguments) else replace(trigger, arguments=telling)
        for argument in sorted(telling, key=lambda a: (-a.score if a.role == "time" else 0.0, a.span)):
            if not (argument in speakers and stands_for(text, argument, trigger, annotation.said)):
                spans.setdefault(argument.role, []).append(argument.span)
        if type_ == "REQUEST" and not spans.get("actor") and (speaker := demander(text, trigger.span, annotation.said)):
            spans["actor"] = [speaker]
        own = {role: somebody(text, without_those_within(text, spans.get(role, [])), status) for role in PARTIES}
        actors, recipients = _taking_part(text, sentence, trigger, annotation, own["actor"], own["recipient"], lists)
        hedges = spans.get("hedge", [])
        if hedges:
            acts = [t.span for t in annotation.triggers if t.sentence == trigger.sentence and t.score >= LIKELY]
            hedges = [h for h in hedges if governs(text, h, trigger.span, acts)]
        return Draft(
            trigger=trigger.span,
            sentence=trigger.sentence,
            type=type_,
            modes=modes,
            contexts=tuple(c for c in self._codebook.contexts if c in brought) if brought else (),
            status=status,
            confidence=round(trigger.score * scores[0][1], 3),
            scores=scores,
            word=trigger.span.of(text).casefold(),
            score=trigger.score,
            settled=settled is not None,
            actors=tuple(actors),
            recipients=tuple(recipients),
            places=tuple(spans.get("place", [])),
            times=tuple(spans.get("time", [])),
            counts=tuple(
                (s, counted(entry, modes, mentions[("count", s)].labels))
                for s in spans.get("count", [])
                if ("count", s) in mentions
            )
            or (tuple(one_person(text, trigger.span, recipients)) if status == "happened" else ()),
            hedge=hedges[0] if hedges else None,
            sources=voices(text, told, annotation.said, annotation.triggers),
            rule=rule,
        )

    def _as_told(self, types: Scores, status: str) -> Scores:
        """The scores of the types, likeliest first: of what is planned those whose promise is of one type together.

        Whether a coming meeting is a CONSULT or an AGREE is one question less: both are AGREE.
        """
        if status != "planned":
            return types
        pooled: dict[str, float] = {}
        for type_, score in types:
            told = self._codebook.types[type_].future or type_
            pooled[told] = pooled.get(told, 0.0) + score
        return tuple(sorted(((t, round(s, 4)) for t, s in pooled.items()), key=lambda x: (-x[1], x[0])))

    def _type(self, types: Scores, scores: Scores, status: str, settled: Settled | None) -> tuple[str, str | None]:
        """The type after the boundary rules of the codebook, and the rule that decided in words."""
        rule = None
        if settled:
            type_ = settled.type
            if type_ != types[0][0]:
                rule = f"“{settled.words}” is {type_} (codebook: phrases)"
        else:
            told = scores[0][0]
            type_ = next(t for t, _ in types if status != "planned" or (self._codebook.types[t].future or t) == told)
        future = self._codebook.types[type_].future
        if status == "planned" and future:
            return future, f"a planned {type_} is {future} (codebook: future)"
        return type_, rule
