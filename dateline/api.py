"""The Python interface: the same results as the command line, as typed objects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline import pipeline, settings
from dateline.records.annotation import Scores
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.span import Span


class Dateline:
    """Codes articles. Loading takes about a second; keep one and use it for many articles."""

    def __init__(
        self, *, confidence: float | None = None, codebook: str = "plover", actor_lists: Sequence[Path] = ()
    ) -> None:
        self._parts = pipeline.load(
            floor=confidence,
            codebook=codebook,
            actor_lists=(*actor_lists, *settings.actor_lists()),
            gazetteer=settings.gazetteer(),
        )

    def code(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        id: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Coded:
        """The events and statements of one text; spans point into `Coded.article.text`.

        `published` is an ISO date; without it relative dates stay unresolved. A `title` that the text does not begin
        with is coded too, as a first line. Raises ArticleError where the text is empty.
        """
        if title and not text.startswith(title):
            text = f"{title}\n{text}"
        id = id or hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:16]
        article = Article(id, text, title=title, published=published, publisher=publisher, url=url)
        return pipeline.code_article(article, self._parts)

    def code_article(self, article: Article) -> Coded:
        """The events and statements of an article that was read by `dateline.readers`."""
        return pipeline.code_article(article, self._parts)

    def code_all(self, articles: Iterator[Article]) -> Iterator[Coded]:
        """Each article coded, in order; raises ArticleError at one that cannot be coded."""
        for article in articles:
            yield pipeline.code_article(article, self._parts)

    def relate(self, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Scores:
        """What the words at `source` do to those at `target`: each type with its probability, best first."""
        spans = [Span(*s) if s else None for s in (source, target)]
        return self._parts.model.relate(text, *spans)
