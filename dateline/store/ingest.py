"""The loop that brings articles into a store: read, leave out what is there, code, write batch by batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from dateline.errors import ArticleError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.run import Run
from dateline.records.undated import Undated
from dateline.store.store import Store

Code = Callable[[Iterator[Article]], Iterable[Coded | ArticleError]]
"""Articles into what came of them, in order."""

HERE = 200
"""Known articles whose ids are kept."""
BATCH = 64
"""Articles in one transaction; a killed run loses no more coding work than this (and `SECONDS`)."""
SECONDS = 2.0


@dataclass(slots=True)
class Report:
    """What a run did: `known` articles were in the store already, coded by the same coder."""

    added: int = 0
    events: int = 0
    statements: int = 0
    known: int = 0
    undated: Undated = field(default_factory=Undated)
    skipped: list[ArticleError] = field(default_factory=list)
    here: list[str] = field(default_factory=list)
    """The ids of the first of those that are known."""
    dated: list[str] = field(default_factory=list)
    """The ids of the first of those that are known and tell a date of publication now."""
    late: int = 0
    """How many of these the store holds without one: a date is not added to an article that is there."""
    on_skip: Callable[[ArticleError], None] = lambda error: None
    """Told of each that is skipped, as it is."""

    def know(self, article: Article) -> None:
        """Count an article that is in the store already."""
        self.known += 1
        if len(self.here) < HERE:
            self.here.append(article.id)
        if article.published and len(self.dated) < HERE:
            self.dated.append(article.id)

    def skip(self, error: ArticleError) -> None:
        """Keep which article failed and why, but not its traceback, which holds the whole article."""
        kept = ArticleError(error.source, error.reason)
        self.skipped.append(kept)
        self.on_skip(kept)


def ingest(
    store: Store,
    run: Run,
    articles: Iterable[Article],
    code: Code,
    *,
    report: Report,
    on_step: Callable[[], None] = lambda: None,
    keep_input: bool = False,
    back: bool = False,
    size: int = BATCH,
) -> None:
    """Code the articles that the store does not have yet and write them; `report` is kept up to date all along.

    With `back` also those that this coder coded, but another one after it. `on_step` is called for each article, `size`
    articles go into one transaction. Can be stopped at any point and begun again with the same articles: what is
    written is written whole, the rest is done then. What an earlier run wrote without merging is merged first.
    """

    def known(article: Article) -> None:
        report.know(article)
        on_step()

    def withdrawn(error: ArticleError) -> None:
        report.skip(error)
        on_step()

    write = partial(_write, store, run, report=report, keep_input=keep_input, back=back)
    store.catch_up()
    store.begin(run)
    fresh = store.unknown(articles, run.coder, on_known=known, on_withdrawn=withdrawn, back=back)

    def coded() -> Iterator[Coded]:
        for one in code(fresh):
            on_step()
            if isinstance(one, ArticleError):
                report.skip(one)
            else:
                yield one

    _write_batches(coded(), write, size)
    store.finish(run, grown=report.added > 0)
    report.late = sum(article.published is None for article in store.articles(report.dated)) if report.dated else 0


def _write_batches(coded: Iterator[Coded], write: Callable[[list[Coded]], None], size: int) -> None:
    """Write what comes, so many at a time or what some seconds brought; who interrupts it loses nothing that came."""
    batch: list[Coded] = []
    since = time.monotonic()
    try:
        for one in coded:
            batch.append(one)
            if len(batch) >= size or time.monotonic() - since > SECONDS:
                write(batch)
                batch, since = [], time.monotonic()
    except KeyboardInterrupt:
        write(batch)
        raise
    write(batch)


def _write(store: Store, run: Run, batch: list[Coded], *, report: Report, keep_input: bool, back: bool) -> None:
    if not batch:
        return
    added = store.add(run, batch, keep_input=keep_input, back=back)
    report.added += added.articles
    report.events += added.events
    report.statements += added.statements
    report.known += added.known
    for error in added.failed:
        report.skip(error)
    for one in batch:
        report.undated.count(one.article)
