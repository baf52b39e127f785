"""The coder that follows the model, within the rules of the codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.codebooks.codebook import Codebook
from dateline.coders.alone import done_alone
from dateline.coders.beside_whom import not_near, with_whom
from dateline.coders.captives import counted
from dateline.coders.captors import by_captors
from dateline.coders.counts import is_of, is_of_doers, own_counts
from dateline.coders.crowds import by_crowd
from dateline.coders.for_states import of_states
from dateline.coders.listed import Lists
from dateline.coders.mines import by_mines
from dateline.coders.no_deed import is_no_deed
from dateline.coders.on_foot import by_land
from dateline.coders.phrases import Phrases, Settled
from dateline.coders.roles import PARTIES, demanding, hedge, parties, says_something, spans_by_role, without_slips
from dateline.coders.several import each_of, last_words
from dateline.coders.status import status_by_words
from dateline.coders.victim import one_person
from dateline.coders.voices import voices
from dateline.fixed import fixed, replace
from dateline.records.annotation import Annotation, Scores, Trigger
from dateline.records.draft import Draft
from dateline.records.span import Span

MOST_MODES = 2
"""Modes that an act has: annotated acts have more in 16 of 95,000 cases."""


@fixed(eq=False)
class _Article:
    """What is read of an article once for all of its acts.

    `counts` has the scores of what each number counts, `names` the last words of its parties.
    """

    text: str
    annotation: Annotation
    lists: Lists
    counts: Mapping[Span, Scores]
    names: frozenset[str]


@fixed(eq=False)
class _Act:
    """A trigger where it stands: in this sentence of this article."""

    article: _Article
    sentence: Span
    trigger: Trigger


@fixed()
class _Kind:
    """What an act is by the codebook, and in words the rule that decided, where one did."""

    type: str
    modes: tuple[str, ...]
    rule: str | None

    def as_done_by(self, whom: str, other: str) -> _Kind:
        """The type and mode that it is when others do it."""
        type_, *modes = other.split()
        return _Kind(type_, tuple(modes), f"{self.type} by {whom} is {other} (codebook: modes)")


class ModelCoder:
    """Codes each trigger; of a faint one, which no phrase of the codebook settles, nothing more is read."""

    def __init__(self, codebook: Codebook, *, phrases: Phrases | None = None) -> None:
        self._codebook = codebook
        self._phrases = phrases or Phrases({})

    def code(self, text: str, annotation: Annotation) -> Sequence[Draft]:
        """The drafts of one article in text order; their confidence is the model's score, not weighed yet."""
        by_index = {s.index: s for s in annotation.sentences}
        counts = {m.span: m.labels for m in annotation.mentions if m.kind == "count"}
        lists = Lists(text, annotation.mentions, annotation.triggers)
        article = _Article(text, annotation, lists, counts, last_words(text, annotation.mentions))
        drafts = []
        for trigger in annotation.triggers:
            sentence = by_index[trigger.sentence]
            whole = Span(sentence.start, sentence.end)
            if says_something(trigger.span.of(text)) and not is_no_deed(text, whole, trigger.span):
                drafts.append(_faint(text, trigger) if trigger.faint else self._draft(_Act(article, whole, trigger)))
        return with_shared_hedges(sorted(drafts, key=lambda d: d.trigger))

    def _draft(self, act: _Act) -> Draft:
        """An act as coded: what it is, whether it happened, and who, where, when, how many and who says so in words."""
        text, annotation, trigger = act.article.text, act.article.annotation, act.trigger
        settled = self._phrases.settled(text, act.sentence, trigger.span, [t for t, _ in trigger.types[:2]])
        status = status_by_words(text, act.sentence, trigger.span, trigger.status[0][0], trigger.types[0][0])
        scores = self._as_told(trigger.types, status)
        kind = self._kind(act, scores, status, settled)
        told = without_slips(text, trigger)
        spans = spans_by_role(text, trigger, told.arguments, annotation.said)
        actors, recipients = _parties(act, kind, spans, status)
        kind = self._done_by(act, kind, actors)
        actors, recipients = _of_type(act, kind, actors, recipients)
        if kind.type == "ASSAULT":
            kind = replace(kind, modes=by_land(text, act.sentence, trigger.span, actors, kind.modes))
        return Draft(
            trigger=trigger.span,
            sentence=trigger.sentence,
            type=kind.type,
            modes=kind.modes,
            contexts=self._contexts(kind),
            status=status,
            confidence=round(trigger.score * scores[0][1], 3),
            scores=scores,
            word=trigger.span.of(text).casefold(),
            score=trigger.score,
            settled=settled.span if settled else None,
            actors=tuple(actors),
            recipients=tuple(recipients),
            places=tuple(spans.get("place", [])),
            times=tuple(spans.get("time", [])),
            counts=self._counts(act, kind, spans.get("count", []), status, (actors, recipients)),
            hedge=hedge(text, trigger, spans.get("hedge", []), annotation.triggers),
            sources=_sources(act, told),
            rule=kind.rule,
        )

    def _kind(self, act: _Act, scores: Scores, status: str, settled: Settled | None) -> _Kind:
        """The type and modes of an act after all boundary rules of the codebook but the one for ground troops."""
        trigger = act.trigger
        type_, rule = self._type(trigger.types, scores, status, settled)
        entry = self._codebook.types[type_]
        taking_part = [a.span for a in trigger.arguments if a.role in PARTIES]
        if entry.alone and done_alone(act.article.text, act.sentence, trigger.span, taking_part, entry.alone):
            other = entry.alone
            return _Kind(other.type, other.modes, f"a {type_} of one party is {other.type} (codebook: alone)")
        modes = [m for m, _ in trigger.modes]
        if settled and settled.mode and settled.mode not in modes:
            modes = [settled.mode]
        return _Kind(type_, tuple(m for m in modes if m in entry.modes)[:MOST_MODES], rule)

    def _done_by(self, act: _Act, kind: _Kind, actors: Sequence[Span]) -> _Kind:
        """What it is where an armed group or a crowd did it."""
        text, span = act.article.text, act.trigger.span
        for mode in [self._codebook.types[kind.type].modes[m] for m in kind.modes]:
            if mode.by_captors and by_captors(text, span, actors):
                return kind.as_done_by("an armed group", mode.by_captors)
            if mode.by_crowd and by_crowd(text, span, actors):
                return kind.as_done_by("a crowd", mode.by_crowd)
        return kind

    def _contexts(self, kind: _Kind) -> tuple[str, ...]:
        """The contexts that the modes bring with them, in the order of the codebook."""
        entry = self._codebook.types[kind.type]
        brought = {c for m in kind.modes if (c := entry.modes[m].context)}
        return tuple(c for c in self._codebook.contexts if c in brought) if brought else ()

    def _counts(
        self,
        act: _Act,
        kind: _Kind,
        spans: Sequence[Span],
        status: str,
        took_part: tuple[Sequence[Span], Sequence[Span]],
    ) -> tuple[tuple[Span, Scores], ...]:
        """The numbers told of an act, each with the scores of what it counts; else the one person that it befell."""
        text, trigger, labels = act.article.text, act.trigger, act.article.counts
        own = own_counts(text, trigger, spans, act.article.annotation.triggers)
        entry = self._codebook.types[kind.type]
        actors, recipients = took_part
        told = tuple(
            (
                s,
                ((entry.crowd, 1.0),)
                if entry.crowd and is_of(text, s, actors)
                else counted(entry, kind.modes, labels[s]),
            )
            for s in own
            if s in labels
        )
        told = tuple((s, what) for s, what in told if not is_of_doers(text, s, what, actors, recipients))
        if not told and status == "happened":
            return tuple(one_person(text, trigger.span, recipients))
        return told

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
            rule = f"“{settled.words}” is {type_} (codebook: phrases)"
        else:
            told = scores[0][0]
            type_ = next(t for t, _ in types if status != "planned" or (self._codebook.types[t].future or t) == told)
        future = self._codebook.types[type_].future
        if status == "planned" and future:
            told = f"a planned {type_} is {future} (codebook: future)"
            return future, f"{rule}; {told}" if rule else told
        return type_, rule


def _parties(act: _Act, kind: _Kind, spans: Mapping[str, list[Span]], status: str) -> tuple[list[Span], list[Span]]:
    """Who did it and to whom, each party by its words."""
    text, sentence, trigger, annotation = act.article.text, act.sentence, act.trigger, act.article.annotation
    actors = spans.get("actor") or []
    if not actors and kind.type == "REQUEST":
        actors = demanding(text, trigger, annotation.said)
    read = actors, spans.get("recipient", [])
    return parties(text, sentence, trigger, annotation, act.article.lists, read=read, status=status)


def _of_type(act: _Act, kind: _Kind, actors: list[Span], recipients: list[Span]) -> tuple[list[Span], list[Span]]:
    """Who did it and to whom, after the rules for its type."""
    text, sentence, trigger, annotation = act.article.text, act.sentence, act.trigger, act.article.annotation
    if kind.type == "COOPERATE":
        actors = of_states(text, trigger.span, actors, annotation.said)
    if kind.type == "ACCUSE":
        actors, recipients = with_whom(text, trigger.span, actors, recipients)
    if kind.type == "ASSAULT":
        if "suicide-attack" not in kind.modes:
            recipients = not_near(text, sentence, recipients)
        actors, recipients = by_mines(text, sentence, trigger.span, actors, recipients)
    return actors, recipients


def _sources(act: _Act, told: Trigger) -> tuple[tuple[Span, Span | None], ...]:
    """Who says so, each with the word of saying; of several named together each by itself."""
    text, annotation = act.article.text, act.article.annotation
    return tuple(
        (each, cue)
        for source, cue in voices(text, told, annotation.said, annotation.triggers)
        for each in each_of(text, source, act.article.names)
    )


def _faint(text: str, trigger: Trigger) -> Draft:
    """The draft of a trigger that hardly names an event: nothing but what counts for other events beside it."""
    return Draft(
        trigger=trigger.span,
        sentence=trigger.sentence,
        type=trigger.types[0][0],
        modes=(),
        contexts=(),
        status=trigger.status[0][0],
        confidence=round(trigger.score * trigger.types[0][1], 3),
        scores=trigger.types,
        word=trigger.span.of(text).casefold(),
        score=trigger.score,
        faint=True,
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
