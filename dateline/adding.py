"""An event that the program missed, made of the words of an article that a person names.

The person says what was done and which words say who, where, when and how many; the resolvers read the words as they
read those that the model finds, and contexts and story are found as for any other event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline import assemble, pipeline
from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.merge.story import story_events
from dateline.records.article import Article, Sentence
from dateline.records.draft import Draft
from dateline.records.event import Event
from dateline.records.resolved import COUNTED, Count, Place
from dateline.records.span import Piece, Span
from dateline.resolve.howmany.ranges import read_count
from dateline.resolving import SplitArticle, parties, resolve
from dateline.split.opening import opening
from dateline.split.sentences import sentences
from dateline.store.codes import folded_code
from dateline.store.edit_forms import bounds

Words = str | Span
"""Words of an article: where they stand, or the words themselves, with "#2" behind them for the second place."""
NTH = re.compile(r"(.+)#(\d{1,4})", re.DOTALL)
AROUND = 25
"""Characters that are told before and after words that stand in several places."""
MOST = 5
"""Places that are told of words that stand in many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of an event, each value by the words that say it.

    `counts` gives for each kind of number (killed, injured, ...) its words, and the number where they do not say it.
    """

    trigger: Words
    type: str
    modes: Sequence[str] = ()
    contexts: Sequence[str] = ()
    status: str = "happened"
    actors: Sequence[Words] = ()
    recipients: Sequence[Words] = ()
    places: Sequence[Words] = ()
    time: Words | None = None
    counts: Mapping[str, tuple[Words, Any]] = field(default_factory=dict)
    hedge: Words | None = None
    sources: Sequence[Words] = ()


def event(article: Article, told: Told, parts: pipeline.Parts, *, others: Sequence[Event] = ()) -> Event:
    """The event with its values resolved; `others` are those known of the article: it may be of the story of one.

    Raises InputError where words do not stand in the article, stand there more than once, or say nothing of the kind,
    and for codes that the codebook does not have.
    """
    pieces = sentences(article.text, article.title)
    act = found(article, told.trigger)
    sentence = _sentence(article, pieces, act)
    draft = _draft(article, told, act, sentence, parts.codebook)
    made = _resolved(article, pieces, draft, sentence, _counts(article, told, sentence), parts)
    _refuse_empty(article, told, draft, made)
    given = made.contexts
    (made,) = parts.contexts.set_in(article.text, pieces, [made])
    if told.contexts:  # what a person says of it is all
        made = replace(made, contexts=given)
    return replace(made, story_event=_story(article, made, others))


def found(article: Article, words: Words, near: Span | None = None) -> Span:
    """Where words stand in an article: in the sentence `near` it, where they stand there once, else anywhere.

    InputError where they do not stand there, or in several places and none is named.
    """
    text = article.text
    if isinstance(words, Span):
        if not (0 <= words.start < words.end <= len(text)) or not words.of(text).strip():
            raise InputError(f"there are no words from {words.start} to {words.end} in article {article.id}")
        return words
    spans = list(_places(text, words))
    nth = NTH.fullmatch(words)
    if not spans and nth:
        spans = list(_places(text, nth.group(1)))
        if 0 < int(nth.group(2)) <= len(spans):
            return spans[int(nth.group(2)) - 1]
        if spans:
            raise InputError(f"“{nth.group(1)}” stands {len(spans)} times in article {article.id}, not {nth.group(2)}")
    if not spans:
        raise InputError(f"“{words}” does not stand in article {article.id}: give the words as they stand there")
    inside = [s for s in spans if near is not None and near.holds(s)]
    if len(inside) == 1 or len(spans) == 1:
        return (inside or spans)[0]
    where = "; ".join(f"#{n} “{_around(text, s)}”" for n, s in list(enumerate(spans, 1))[:MOST])
    more = ", …" if len(spans) > MOST else ""
    raise InputError(
        f"“{words}” stands {len(spans)} times in article {article.id}: say which, such as “{words}#2” ({where}{more})"
    )


def _places(text: str, words: str) -> Iterator[Span]:
    """Where words stand, as whole words and with any spaces between them."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    if spaced:
        for match in re.finditer(rf"(?<!\w){spaced}(?!\w)", text):
            yield Span(*match.span())


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - AROUND) : span.end + AROUND].split())


def _sentence(article: Article, pieces: Sequence[Sentence], act: Span) -> Sentence:
    for one in pieces:
        if one.start <= act.start and act.end <= one.end:
            return one
    raise InputError(f"“{act.of(article.text)}” does not stand in one sentence of article {article.id}")


def _draft(article: Article, told: Told, act: Span, sentence: Sentence, book: Codebook) -> Draft:
    """The act as a coder would have drafted it, by the words that say each value; InputError where they do not."""
    type_ = _code("type", told.type, tuple(book.types))
    entry = book.types[type_]
    modes = tuple(_code(f"mode of {type_}", mode, tuple(entry.modes)) for mode in told.modes)
    named = {_code("context", name, tuple(book.contexts)) for name in told.contexts}
    named |= {context for mode in modes if (context := entry.modes[mode].context)}
    near = Span(sentence.start, sentence.end)

    def spans(words: Sequence[Words]) -> tuple[Span, ...]:
        return tuple(found(article, one, near) for one in words)

    return Draft(
        trigger=act,
        sentence=sentence.index,
        type=type_,
        modes=modes,
        contexts=tuple(name for name in book.contexts if name in named),
        status=_code("status", told.status, tuple(book.status)),
        confidence=1.0,
        scores=((type_, 1.0),),
        actors=spans(told.actors),
        recipients=spans(told.recipients),
        places=spans(told.places),
        times=spans([told.time] if told.time is not None else []),
        hedge=found(article, told.hedge, near) if told.hedge is not None else None,
        sources=tuple((span, None) for span in spans(told.sources)),
        word=act.of(article.text).casefold(),
    )


def _code(what: str, code: str, known: Sequence[str]) -> str:
    """A code as the codebook writes it: "assault" stands for ASSAULT."""
    of = {folded_code(one): one for one in known}
    if folded_code(code) not in of:
        raise InputError(f"{what}: {code!r} is none of {', '.join(known) or '(there are none)'}")
    return of[folded_code(code)]


def _counts(article: Article, told: Told, sentence: Sentence) -> dict[Span, tuple[Count, ...]]:
    """The numbers by their words: as they are given, else as they are read."""
    out: dict[Span, tuple[Count, ...]] = {}
    for kind, (words, number) in told.counts.items():
        what = _code("count", kind, COUNTED)
        span = found(article, words, Span(sentence.start, sentence.end))
        read = read_count(article.text, span)
        if number is not None:
            least, most = bounds(what, number)
        elif read is not None:
            span, least, most = read
        else:
            said = span.of(article.text)
            raise InputError(f"“{said}” says no number: give it as well, such as {what}=12:“{said}”")
        out[span] = (*out.get(span, ()), Count(Piece.cut(article.text, span), what, least, most))
    return out


def _resolved(
    article: Article,
    pieces: Sequence[Sentence],
    draft: Draft,
    sentence: Sentence,
    counts: Mapping[Span, tuple[Count, ...]],
    parts: pipeline.Parts,
) -> Event:
    """The event with what its words stand for, read beside all that the model finds in the article."""
    annotation = parts.model.annotate(article.text, pieces)
    drafts = [*parts.coder.code(article.text, annotation), draft]
    split = SplitArticle(article, pieces, opening(article.text))
    who = parties(split, annotation, drafts, parts.actors)
    read = resolve(split, who, drafts, [draft], gazetteer=parts.gazetteer, codebook=parts.codebook)
    places = read.places.get(draft.trigger, ())
    unread = [s for s in draft.places if not any(s.overlaps(p.piece.span) for p in places)]
    places = tuple(sorted([*places, *(_unknown(article, s) for s in unread)], key=lambda p: p.piece.span))
    whole = replace(
        read,
        places={draft.trigger: places},
        counts={(draft.trigger, span): values for span, values in counts.items()},
    )
    counted = replace(draft, counts=tuple((span, ()) for span in counts))
    sense = annotation.senses.get(draft.trigger)
    return assemble.event(article, counted, Span(sentence.start, sentence.end), whole, parts.codebook, sense)


def _unknown(article: Article, span: Span) -> Place:
    """A place that the gazetteer does not have."""
    piece = Piece.cut(article.text, span)
    return Place(piece, " ".join(piece.text.split()), None, None, None, None, None, None, "words alone")


def _refuse_empty(article: Article, told: Told, draft: Draft, made: Event) -> None:
    """InputError where words that are named say nothing of the kind."""
    if not made.trigger.text.strip():
        raise InputError(f"“{draft.trigger.of(article.text)}” names no act")
    if told.time is not None and made.when is None:
        raise InputError(
            f"“{draft.times[0].of(article.text)}” says no time: leave it out, and set the day of the event afterwards"
        )


def _story(article: Article, made: Event, others: Sequence[Event]) -> str:
    """The story that an event is of: that of an event which tells of the same, else its own."""
    joined = {e.id: e.story_event for e in story_events([*others, made], article)}
    same = (e.story_event for e in others if joined[e.id] == joined[made.id])
    return next(same, made.id)
