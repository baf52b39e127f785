"""The Python interface: the same results as the command line, as typed objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline import adding, pipeline, settings
from dateline.adding import Told, Words
from dateline.codebooks.own import chosen
from dateline.errors import ArticleError, InputError
from dateline.readers.assemble import Assembler
from dateline.readers.base import Draft
from dateline.readers.published import option
from dateline.records.annotation import Scores
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.span import Span


class Dateline:
    """Codes articles. Loading takes about a second; keep one and use it for many articles."""

    def __init__(
        self,
        *,
        confidence: float | None = None,
        codebook: str | Path | None = None,
        actor_lists: Sequence[str | Path] = (),
        model: str | Path | None = None,
    ) -> None:
        if confidence is not None and not 0 <= confidence <= 1:
            raise InputError(f"confidence {confidence} is not between 0 and 1")
        self._parts = pipeline.load(
            floor=confidence,
            codebook=chosen(codebook),
            actor_lists=(*map(Path, actor_lists), *settings.actor_lists()),
            gazetteer=settings.gazetteer(),
            model=Path(model) if model is not None else None,
        )

    def code(
        self,
        text: str,
        *,
        published: str | date | None = None,
        title: str | None = None,
        id: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> Coded:
        """The events and statements of one text; spans point into `Coded.article.text`.

        `published` is a date, or an ISO one in words; without it relative dates stay unresolved. A `title` that the
        text does not begin with is coded too, as a first line. A `language` that is stated is believed, else the text
        tells. Raises InputError where `published` is no date, ArticleError where the text is none (a cell of a data
        frame without a value), empty or not in English.
        """
        if not isinstance(text, str):
            raise ArticleError(id or "text", f"the text is {type(text).__name__}, not a string")
        given = Draft(id or "text", text, id=id, title=title, publisher=publisher, url=url, language=language)
        day = None if isinstance(published, str) and not published.strip() else option(published, "published")
        article = Assembler(day, _no_note).article(given)
        return self.code_article(replace(article, source=None))

    def code_article(self, article: Article) -> Coded:
        """The events and statements of an article that was read by `dateline.readers`.

        Raises ArticleError where it cannot be coded.
        """
        try:
            _ = article.published_date
        except ValueError:
            reason = f"published: {article.published!r} is not an ISO date such as 2024-08-02"
            raise ArticleError(article.source or article.id, reason) from None
        return pipeline.code_article(article, self._parts)

    def code_all(
        self, articles: Iterable[Article], *, on_skip: Callable[[ArticleError], None] | None = None
    ) -> Iterator[Coded]:
        """Each article coded, in order, as it comes.

        One that cannot be coded is given to `on_skip`; without it, it raises ArticleError.
        """
        for article in articles:
            try:
                coded = self.code_article(article)
            except ArticleError as error:
                if on_skip is None:
                    raise
                on_skip(error)
            else:
                yield coded

    def event(
        self,
        article: Article,
        trigger: Words,
        type: str,
        *,
        modes: Sequence[str] = (),
        contexts: Sequence[str] = (),
        status: str = "happened",
        actors: Sequence[Words] = (),
        recipients: Sequence[Words] = (),
        places: Sequence[Words] = (),
        time: Words | None = None,
        counts: Mapping[str, Words | tuple[Words, int | str]] | None = None,
        hedge: Words | None = None,
        sources: Sequence[Words] = (),
        others: Sequence[Event] = (),
    ) -> Event:
        """An event that the program missed, its values read from the words that are named; `Store.add_event` keeps it.

        Words are given as they stand in the article, or by their `Span`; where they stand in several places, those in
        the sentence of the trigger are meant, else "soldiers#2" says which. A number may stand beside its words:
        `{"killed": ("the whole crew", 5)}`. `others` are the events known of the article, so that the event is of
        their story where it tells of the same. Raises InputError where words do not stand there or say nothing of the
        kind, and for codes that the codebook does not have.
        """
        numbers = {what: one if isinstance(one, tuple) else (one, None) for what, one in (counts or {}).items()}
        told = Told(trigger, type, modes, contexts, status, actors, recipients, places, time, numbers, hedge, sources)
        return adding.event(article, told, self._parts, others=others)

    def relate(self, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Scores:
        """What the words at `source` do to those at `target`: each type with its probability, best first."""
        spans = [Span(*s) if s else None for s in (source, target)]
        return self._parts.model.relate(text, *spans)


def _no_note(note: str) -> None:
    """Nothing: an article alone has no other of its id before it."""
