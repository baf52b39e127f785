"""What merging wrote, to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from dateline.merge.folder import merge
from dateline.records.coded import Coded
from dateline.records.incident import Incident
from dateline.resolve.countries import names_by_code
from dateline.store import Store
from dateline.store import tables as t
from tests.merge.barracks import FIRST
from tests.store.making import rows, run

COPY = replace(FIRST.article, id="k", published="2024-07-31", publisher="Copying Paper")
"""The first report as another paper copies it."""


def brought(store: Store, *coded: Coded, id: str = "r1", model: str = "m1", at_once: int = 1) -> None:
    """Write coded reports, so many in one transaction."""
    one = run(id, model)
    store.begin(one)
    for i in range(0, len(coded), at_once):
        store.add(one, coded[i : i + at_once])


def incidents(store: Store) -> list[Incident]:
    """What is known, by id."""
    return sorted(store.incidents(), key=lambda i: i.id)


def passages(store: Store) -> Sequence[tuple[str, ...]]:
    """The passages of each incident."""
    return sorted(tuple(sorted(i.events)) for i in store.incidents())


def merged(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that merging wrote and that holds, and the whole history, without keys and times."""
    article, mark = t.articles.c, t.article_marks.c
    of_article = t.articles.join(t.article_marks, mark.article == article.key)
    live = {
        name: rows(
            store,
            sa.select(*(c for c in table.c if c.name not in ("key", "recorded", "superseded")))
            .where(table.c.superseded.is_(None))
            .order_by(*(table.c[k] for k in order)),
        )
        for name, table, order in (
            ("links", t.links, ("left", "right")),
            ("origins", t.origins, ("article",)),
            ("incidents", t.incidents, ("id",)),
            ("incident_events", t.incident_events, ("passage",)),
            ("redirects", t.redirects, ("id",)),
        )
    }
    held = t.changes.c
    history = sa.select(held.incident, held.kind, held.cause, held.words, held.field, held.old, held.new)
    return live | {
        "history": rows(store, history.order_by(held.key)),
        "marks": rows(
            store, sa.select(article.id, mark.topic, mark.agency, mark.share).select_from(of_article).order_by("id")
        ),
        "blocks": rows(
            store,
            sa.select(t.events.c.passage, t.block_keys.c.block)
            .join(t.block_keys, t.block_keys.c.event == t.events.c.key)
            .order_by(t.events.c.passage, t.block_keys.c.block),
        ),
        "touched": rows(store, sa.select(t.touched.c.id)),
    }


def expected(*coded: Coded) -> list[object]:
    """The incidents of reports as they are made in memory, by id."""
    return sorted(merge(coded, countries=names_by_code()).incidents, key=lambda i: i.id)
