"""What merging still has to look at, and under what it looks stories up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from dateline.records.stored import Touched
from dateline.store.chunks import chunks
from dateline.store.tables import articles, block_keys, events, touched

ONE = events.alias()
"""The same table a second time, made once: to make it takes longer than to ask it."""


def touch(connection: sa.Connection, kind: str, ids: Collection[str], cause: str, now: datetime) -> None:
    """Note that merging has to look at articles or passages."""
    largest = connection.scalar(sa.select(sa.func.max(touched.c.key))) or 0
    new = [
        {"key": largest + n, "kind": kind, "id": id_, "cause": cause, "at": now} for n, id_ in enumerate(sorted(ids), 1)
    ]
    if new:
        connection.execute(touched.insert(), new)


def touch_all(connection: sa.Connection, now: datetime) -> None:
    """Note that merging has to look at every article, in the order in which they came, and at each but once."""
    connection.execute(touched.delete().where(touched.c.kind == "article"))
    largest = connection.scalar(sa.select(sa.func.max(touched.c.key))) or 0
    some = sa.select(
        articles.c.key + largest,
        sa.literal("article"),
        articles.c.id,
        articles.c.id,
        sa.literal(now, touched.c.at.type),
    )
    connection.execute(touched.insert().from_select(["key", "kind", "id", "cause", "at"], some))


def read_touched(connection: sa.Connection, limit: int | None, causes: Collection[str] | None = None) -> list[Touched]:
    """What is to be looked at (with `causes`, only for these), oldest first."""
    asked = sa.select(touched).order_by(touched.c.key).limit(limit)
    if causes is not None:
        asked = asked.where(touched.c.cause.in_(sorted(causes)))
    return [Touched(r.key, r.kind, r.id, r.cause, r.at) for r in connection.execute(asked)]


def forget(connection: sa.Connection, done: Sequence[int]) -> None:
    """Note that merging has looked at it."""
    for some in chunks(done):
        connection.execute(touched.delete().where(touched.c.key.in_(some)))


def put_keys(connection: sa.Connection, keys: Mapping[str, Collection[int]]) -> None:
    """Look stories up under these keys alone (none: not any more); a story goes by the id of its first passage."""
    live: dict[str, int] = {}
    for some in chunks(sorted(keys)):
        found = connection.execute(
            sa.select(events.c.key, events.c.passage, events.c.superseded).where(events.c.passage.in_(some))
        ).all()
        live |= {passage: key for key, passage, superseded in found if superseded is None}
        for old in chunks([key for key, _, _ in found]):
            connection.execute(block_keys.delete().where(block_keys.c.event.in_(old)))
    new = [
        {"block": block, "event": live[story]}
        for story, blocks in sorted(keys.items())
        if story in live
        for block in sorted(set(blocks))
    ]
    if new:
        connection.execute(block_keys.insert(), new)


def stories_with(connection: sa.Connection, keys: Collection[int]) -> list[str]:
    """The first passages of the stories that are looked up under any of the keys."""
    found: set[str] = set()
    for some in chunks(sorted(keys)):
        of = sa.select(events.c.passage).join(block_keys, block_keys.c.event == events.c.key)
        found |= set(connection.scalars(of.where(block_keys.c.block.in_(some)).distinct()))
    return sorted(found)


def passages_of(connection: sa.Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """All passages that articles ever had, whether or not they hold now."""
    out: dict[str, dict[str, None]] = {id_: {} for id_ in ids}
    for some in chunks(ids):
        found = sa.select(articles.c.id, events.c.passage).join(events, events.c.article == articles.c.key)
        for id_, passage in connection.execute(found.where(articles.c.id.in_(some)).order_by(events.c.key)):
            out[id_][passage] = None
    return {id_: tuple(passages) for id_, passages in out.items()}


def same_story(passages: Sequence[str]) -> sa.ColumnElement[bool]:
    """True for events that hold now and are of the same article and story as one of the passages."""
    of = sa.select(ONE.c.article, ONE.c.story_event).where(ONE.c.passage.in_(passages), ONE.c.superseded.is_(None))
    return sa.tuple_(events.c.article, events.c.story_event).in_(of) & events.c.superseded.is_(None)
