"""The whole system on one page: an article goes in, events and statements come out.

    read → split → annotate → code → resolve → weigh → assemble → join passages → contexts

Each step knows the records and not the other steps; this module alone knows them all. `code_article` needs one article
and nothing else: it is pure, so many can run side by side. `code_articles` gives the same of each, a few at a time.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from dateline import assemble
from dateline.annotate.model import SHIPPED, Model
from dateline.codebooks.codebook import Codebook
from dateline.codebooks.own import usable
from dateline.coders.base import Coder
from dateline.coders.continued import halved
from dateline.coders.headed import headed
from dateline.coders.introduced import introduced
from dateline.coders.model import ModelCoder
from dateline.coders.nested import nested
from dateline.coders.no_opening import without_opening
from dateline.coders.papers import speakers
from dateline.coders.phrases import Phrases
from dateline.coders.signed import signed
from dateline.coders.subject import subjects
from dateline.coders.whole import whole
from dateline.contexts import Contexts
from dateline.errors import ArticleError, DatelineError, fault
from dateline.fixed import replace
from dateline.merge.story import story_events
from dateline.records.annotation import Annotation
from dateline.records.article import Article, Sentence
from dateline.records.coded import Coded
from dateline.records.draft import Draft
from dateline.resolve.where import Gazetteer
from dateline.resolve.who import ActorList
from dateline.resolving import SplitArticle, parties, resolve, with_own_times
from dateline.split.opening import opening
from dateline.split.sentences import sentences
from dateline.weigh import Weights

TOGETHER = 4
"""Articles that take each step together: of 2, 4, 6, 8 and 16, four took least time."""

T = TypeVar("T")
Steps = Generator[None, None, T]
"""What is coming into being step by step, with a rest after each."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that the steps need: loaded once, used for every article."""

    codebook: Codebook
    model: Model
    coder: Coder
    weights: Weights
    gazetteer: Gazetteer
    actors: ActorList
    contexts: Contexts


@dataclass(frozen=True, slots=True)
class Trace:
    """What an article was coded from: its sentences, what the model saw, the drafts (for `explain`)."""

    sentences: tuple[Sentence, ...]
    annotation: Annotation
    drafts: tuple[Draft, ...]


def load(
    *,
    model: Path | None = None,
    codebook: str | Path = "plover",
    actor_lists: Sequence[Path] = (),
    gazetteer: Path | None = None,
    floor: float | None = None,
) -> Parts:
    """Load the parts; DataError or CodebookError says what is missing. `floor` is the least confidence of an event.

    Faint acts are hardly ever sure enough for the floors of the model's card (5 of the 5,963 events of 300 articles):
    there no more is read of them than what they say of the acts beside them, but where a phrase of the codebook
    settles what they are.
    """
    book = usable(codebook)
    phrases = Phrases(book.phrases)
    reader = Model(model or SHIPPED, thorough=floor is not None, settles=phrases.settled)
    coder = ModelCoder(book, phrases=phrases)
    contexts = Contexts(book.contexts, book.settings, book.names)
    floors = reader.card.floors if floor is None else dict.fromkeys(book.types, floor)
    weights = Weights(reader.card.bias, reader.card.weights, floors)
    return Parts(book, reader, coder, weights, Gazetteer.open(gazetteer), ActorList.load(actor_lists), contexts)


def code_article(article: Article, parts: Parts) -> Coded:
    """Everything in one article that can be said without looking at another; ArticleError where it cannot be coded.

    A fault of the program is such an error too, so that one article out of a hundred thousand does not end the run.
    """
    return _finished(_coding(article, parts))


def code_articles(articles: Iterable[Article], parts: Parts) -> Iterator[Coded | ArticleError]:
    """Each article as `code_article` codes it, or why it cannot be coded, in their order.

    A few articles take each step together: the model and the tables and rules of every step are more than a processor
    keeps at hand, and so they are fetched once for all of these.
    """
    stream = iter(articles)
    while some := list(islice(stream, TOGETHER)):
        under_way = {number: _coding(article, parts) for number, article in enumerate(some)}
        done: dict[int, Coded | ArticleError] = {}
        while under_way:
            for number, steps in list(under_way.items()):
                try:
                    next(steps)
                    continue
                except StopIteration as end:
                    done[number] = end.value
                except ArticleError as error:
                    done[number] = error
                del under_way[number]
        yield from (done[number] for number in range(len(some)))


def _finished(steps: Steps[T]) -> T:
    """What comes of all steps without a rest."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


def _coding(article: Article, parts: Parts) -> Steps[Coded]:
    """An article on its way to what `code_article` gives."""
    try:
        return (yield from _traced(article, parts))[0]
    except DatelineError:
        raise
    except Exception as error:
        raise ArticleError(article.source or article.id, fault(error)) from error


def traced(article: Article, parts: Parts) -> tuple[Coded, Trace]:
    """The article coded, together with what each value was read from."""
    return _finished(_traced(article, parts))


def _traced(article: Article, parts: Parts) -> Steps[tuple[Coded, Trace]]:
    """An article on its way through all steps; ArticleError where it has no text."""
    text = article.text
    if not text.strip():
        raise ArticleError(article.source or article.id, "the text is empty: nothing to code")
    pieces = sentences(text, article.title)
    head = opening(text)
    split = SplitArticle(article, pieces, head)
    encoded = parts.model.encoded(text, pieces)
    yield
    annotation = parts.model.annotation(encoded)
    del encoded  # several megabytes
    yield
    annotation = without_opening(annotation, head.span) if head else annotation
    annotation = _with_speakers(text, pieces, annotation)
    drafts = tuple(parts.coder.code(text, annotation))
    annotation = _with_whole_statements(text, pieces, annotation)
    told = replace(annotation, said=nested(text, annotation.said, annotation.mentions, pieces))
    yield
    who = parties(split, told, drafts, parts.actors)
    yield
    kept = parts.weights.keep(text, drafts, who.actors, annotation.said, len(pieces))
    kept = with_own_times(text, kept, annotation, parts.codebook)
    sources = [s.source for s in told.said if s.source] + [source for d in kept for source, _ in d.sources]
    found = resolve(split, who, drafts, kept, gazetteer=parts.gazetteer, codebook=parts.codebook)
    found = replace(found, speakers=speakers(text, sources, found.actors))
    yield
    by_index, senses = split.spans(), annotation.senses
    events = story_events(
        [assemble.event(article, d, by_index[d.sentence], found, parts.codebook, senses.get(d.trigger)) for d in kept],
        article,
    )
    yield
    events = parts.contexts.set_in(text, pieces, events)
    statements = tuple(assemble.statement(article, s, found.speakers, events) for s in told.said)
    return Coded(article, events, statements), Trace(tuple(pieces), told, kept)


def _with_speakers(text: str, pieces: Sequence[Sentence], annotation: Annotation) -> Annotation:
    """The annotation with the speakers that the form of a text tells: headlines, introduced and signed lines."""
    said = headed(text, annotation.said, annotation.mentions)
    said = halved(text, introduced(text, said, annotation.mentions, pieces), pieces)
    return signed(text, replace(annotation, said=said))


def _with_whole_statements(text: str, pieces: Sequence[Sentence], annotation: Annotation) -> Annotation:
    """The annotation with statements in one piece each, a word of saying without a speaker with its subject."""
    said = whole(text, annotation.said, pieces)
    return replace(annotation, said=subjects(text, said, annotation.mentions, pieces))
