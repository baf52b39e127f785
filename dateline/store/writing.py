"""Coded articles into the store: each one whole or not at all, with its row in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

import sqlalchemy as sa

from dateline.errors import ArticleError
from dateline.records import parse
from dateline.records.addition import ArticleWithdrawal
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.edit import Edit
from dateline.records.event import Event
from dateline.records.run import Run
from dateline.store import decision_rows, queue, rows
from dateline.store.batch import Batch, Origin
from dateline.store.chunks import chunks
from dateline.store.edits import applied, rejected
from dateline.store.engine import reading
from dateline.store.filters import holding
from dateline.store.passages import Passage, passages
from dateline.store.tables import articles, codings, edits, event_records, events, runs, statements

AGAIN = "+"
"""Stands between a coder and a run where the coder comes back to an article that another coded after it."""
AHEAD = 64
"""Articles that are looked up together."""


@dataclass(slots=True)
class Added:
    """What one transaction wrote; `known` articles had been coded by the same coder meanwhile."""

    articles: int = 0
    events: int = 0
    statements: int = 0
    known: int = 0
    failed: list[ArticleError] = field(default_factory=list)


def put_run(connection: sa.Connection, run: Run) -> None:
    """Write that a run began."""
    connection.execute(
        runs.insert().values(
            id=run.id,
            coder=run.coder,
            version=run.version,
            model=run.model,
            codebook=run.codebook,
            settings=dict(run.settings),
            started=run.started,
        )
    )


def unknown(
    engine: sa.Engine,
    stream: Iterable[Article],
    coder: str,
    on_known: Callable[[Article], None],
    on_withdrawn: Callable[[ArticleError], None],
    *,
    back: bool = False,
) -> Iterator[Article]:
    """The articles that this coder has not coded yet; another text under a known id gets an id of its own.

    With `back` those are known that it coded last of all coders. What people withdrew is not coded: why is told.
    """
    waiting = iter(stream)
    while some := list(islice(waiting, AHEAD)):
        with reading(engine) as connection:
            named = _named(connection, some)
            done = _coded(connection, [a.id for a in named], coder, back=back)
            gone = decision_rows.withdrawn(connection, [a.id for a in named])
        for article in named:
            if article.id in gone:
                on_withdrawn(_withdrawn(article, gone[article.id]))
            elif article.id in done:
                on_known(article)
            else:
                yield article


def _named(connection: sa.Connection, some: Sequence[Article]) -> list[Article]:
    """The articles under the ids they have in the store: another text has its own, and another date of a withdrawn one.

    So an article that was read under a wrong date can be withdrawn and read again under the right one.
    """
    known = _known(connection, [a.id for a in some])
    out = []
    for article in some:
        digest = rows.digest(article.text)
        text, published = known.get(article.id, (digest, article.published))
        if text != digest:
            article = replace(article, id=f"{article.id}-{digest[:8]}")
        elif published != article.published and decision_rows.withdrawn(connection, [article.id]):
            article = replace(article, id=f"{article.id}-{_dated(article)}")
        out.append(article)
    return out


def _dated(article: Article) -> str:
    """The end of the id of an article that was known under another date."""
    return rows.digest(f"{article.text}\n{article.published}")[:8]


def _withdrawn(article: Article, one: ArticleWithdrawal) -> ArticleError:
    """Why an article is not coded."""
    reason = (
        f"{one.article} was withdrawn by {one.by} on {one.at:%Y-%m-%d}: {one.reason} (undo {one.id} brings it back)"
    )
    return ArticleError(article.source or article.id, reason)


def _known(connection: sa.Connection, ids: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Digest and date of the articles that are in the store."""
    found = sa.select(articles.c.id, articles.c.digest, articles.c.published).where(articles.c.id.in_(ids))
    return {id_: (digest, published) for id_, digest, published in connection.execute(found)}


def _coded(connection: sa.Connection, ids: Sequence[str], coder: str, *, back: bool = False) -> set[str]:
    """Those of the articles that the coder coded; with `back` only where no other coder came after it."""
    mine = codings.c.coder == coder
    if back:
        again = codings.c.coder.startswith(coder + AGAIN, autoescape=True)
        mine = (mine | again) & codings.c.superseded.is_(None)
    found = (
        sa.select(articles.c.id).join(codings, codings.c.article == articles.c.key).where(articles.c.id.in_(ids), mine)
    )
    return set(connection.scalars(found))


def add(connection: sa.Connection, run: Run, coded: Sequence[Coded], now: datetime, *, back: bool = False) -> Added:
    """Write a batch of coded articles in the transaction of `connection`; `back` is that of `unknown`."""
    added, batch = Added(), Batch(connection, now)
    stored = _stored(connection, coded)
    ids = [c.article.id for c in coded]
    done = _coded(connection, ids, run.coder, back=back)
    before = _coded(connection, ids, run.coder) if back else set()
    gone = decision_rows.withdrawn(connection, ids)
    fresh: list[str] = []
    for one in coded:
        id_, digest = one.article.id, rows.digest(one.article.text)
        if id_ in stored and stored[id_][1] != digest:
            reason = f"the id {id_} was given to another text by another run at this moment: ingest it again"
            added.failed.append(ArticleError(one.article.source or id_, reason))
            continue
        if id_ in gone:
            added.failed.append(_withdrawn(one.article, gone[id_]))
            continue
        if id_ in done:
            added.known += 1
            continue
        done.add(id_)
        again = id_ in stored
        key = stored[id_][0] if again else _put_article(batch, one.article)
        coder = f"{run.coder}{AGAIN}{run.id}" if id_ in before else run.coder
        _put_coding(batch, run, one, key, coder, again=again)
        fresh.append(id_)
        added.articles += 1
        added.events += len(one.events)
        added.statements += len(one.statements)
    batch.write()
    for id_ in fresh:
        queue.touch(connection, "article", [id_], id_, now)
    return added


def _stored(connection: sa.Connection, coded: Sequence[Coded]) -> dict[str, tuple[int, str]]:
    """Key and digest of the articles that are in the store."""
    out: dict[str, tuple[int, str]] = {}
    for some in chunks([c.article.id for c in coded]):
        found = sa.select(articles.c.id, articles.c.key, articles.c.digest).where(articles.c.id.in_(some))
        out |= {id_: (key, digest) for id_, key, digest in connection.execute(found)}
    return out


def _put_article(batch: Batch, article: Article) -> int:
    key, row = batch.key(articles), rows.article(article)
    stem, dash, tail = article.id.rpartition("-")
    own = tail in (row["digest"][:8], _dated(article))
    revises = stem if dash and own and _known(batch.connection, [stem]) else None
    batch.connection.execute(articles.insert().values(key=key, added=batch.now, revises=revises, **row))
    batch.words("articles", key, rows.article_words(article))
    return key


def _put_coding(batch: Batch, run: Run, one: Coded, article: int, coder: str, *, again: bool) -> None:
    """Write what a coder made of an article; `again` ends what was known of it before."""
    connection = batch.connection
    if again:
        _end(connection, codings, article, batch.now)
        _end(connection, statements, article, batch.now)
    key = batch.key(codings)
    new = list({e.id: e for e in one.events}.values())
    connection.execute(
        codings.insert().values(
            key=key,
            article=article,
            coder=coder,
            run=run.id,
            recorded=batch.now,
            events=len(new),
            statements=len(one.statements),
        )
    )
    origin = Origin(key, article, one.article.publisher, one.article.published_date)
    if again:
        _replace_events(batch, new, origin)
    else:
        for event in new:
            batch.event(event, origin, event.id)
    for statement in one.statements:
        batch.statement(statement, origin, one.article.published_date)


def _end(connection: sa.Connection, table: sa.Table, article: int, now: datetime) -> None:
    live = (table.c.article == article) & table.c.superseded.is_(None)
    connection.execute(table.update().where(live).values(superseded=now))


def _replace_events(batch: Batch, new: Sequence[Event], origin: Origin) -> None:
    """A new coding in place of the old; what people edited is carried over, or stays where it is not found again.

    What they added is written again beside the new coding, in the story that its words are of now.
    """
    old = _latest(batch.connection, origin.article)
    ids = [o.passage.id for o in old]
    edited, added = _live_edits(batch.connection, ids), decision_rows.added(batch.connection, ids)
    found = passages(new, [o.passage for o in old])
    kept = edited.keys() - added.keys() - set(found)
    batch.retire([o.live for o in old if o.live and o.passage.id not in kept])
    for event, passage in zip(new, found, strict=True):
        made = edited.get(passage, [])
        batch.event(event, origin, passage, live=not made and passage not in added)
        if made and passage not in added and not rejected(made):
            record, names = applied(rows.event_record(event), made)
            batch.event(parse.event(record), origin, passage, version=1, edited=names)
    now = dict(zip(found, new, strict=True))
    for passage, addition in added.items():
        made = edited.get(passage, [])
        if not rejected(made):
            record, names = applied({**addition.event, **_story(passage, old, now)}, made)
            batch.event(parse.event(record), origin, passage, version=1, edited=names, added_by=addition.by)


def _story(passage: str, old: Sequence[_Old], now: Mapping[str, Event]) -> dict[str, str]:
    """The story of an event that was added: that of its words as they are coded now, else of what told its story."""
    live = {o.passage.id: o.live[1].story_event for o in old if o.live}
    same = [passage, *(other for other, story in live.items() if story == live.get(passage))]
    story = next((now[other].story_event for other in same if other in now), None)
    return {} if story is None else {"story_event": story}


@dataclass(slots=True)
class _Old:
    """A passage as it was last coded, with the key and record of what is known of it now, if anything is."""

    passage: Passage
    live: tuple[int, Event] | None = None


def _latest(connection: sa.Connection, article: int) -> list[_Old]:
    """The passages of an article, in the order in which they were found."""
    found = (
        sa.select(events.c.key, events.c.passage, events.c.version, events.c.superseded, event_records.c.record)
        .join(event_records, event_records.c.event == events.c.key)
        .where(events.c.article == article)
        .order_by(events.c.key)
    )
    out: dict[str, _Old] = {}
    for key, passage, version, superseded, record in connection.execute(found):
        event = parse.event(record)
        if version == 0 or passage not in out:  # one that was added was never coded
            span = event.trigger.span
            out[passage] = _Old(Passage(passage, event.type, span.start, span.end))
        if superseded is None:
            out[passage].live = (key, event)
    return list(out.values())


def _live_edits(connection: sa.Connection, wanted: Sequence[str]) -> dict[str, list[Edit]]:
    """The edits that hold, by passage, oldest first."""
    out: dict[str, list[Edit]] = {}
    for some in chunks(wanted):
        for edit in decision_rows.read_edits(connection, edits.c.passage.in_(some), holding(edits)):
            out.setdefault(edit.passage, []).append(edit)
    return out
