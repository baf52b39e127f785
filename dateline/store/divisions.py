"""First divisions of countries, as the places of a store name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from dateline.records.query import Filter, several
from dateline.store.rows import folded_words
from dateline.store.tables import event_places

APOSTROPHE = re.compile("['\u2018\u2019\u02bc`]")


def spelled(connection: sa.Connection, asked: Filter) -> Filter:
    """The filter with regions as the store names them: by the whole name, else all that have the words of it.

    Accents, capitals, apostrophes and hyphens do not count. A region that the store does not have stays as it is.
    """
    if not asked.regions:
        return asked
    known = [(name, _words(name)) for name in names(connection)]
    found = (name for one in several(asked.regions) for name in _found(one, known) or [one])
    return replace(asked, regions=tuple(dict.fromkeys(found)))


def strange(connection: sa.Connection, asked: Filter) -> tuple[str, ...]:
    """The regions of a filter that no place of the store lies in."""
    known = [(name, _words(name)) for name in names(connection)]
    return tuple(one for one in several(asked.regions) if not _found(one, known))


def _found(one: str, known: Sequence[tuple[str, frozenset[str]]]) -> list[str]:
    words = _words(one)
    return [name for name, own in known if own == words] or [name for name, own in known if words and words <= own]


def _words(name: str) -> frozenset[str]:
    return frozenset(folded_words(APOSTROPHE.sub("", name)))


def names(connection: sa.Connection) -> Sequence[str]:
    """Each division once, looked up behind the one before: an index over a million places holds few thousand."""
    column = event_places.c.admin1
    found = sa.select(sa.func.min(column).label("name")).cte(recursive=True)
    behind = sa.select(sa.func.min(column)).where(column > found.c.name).scalar_subquery()
    every = found.union_all(sa.select(behind).where(found.c.name.is_not(None)))
    return connection.scalars(sa.select(every.c.name).where(every.c.name.is_not(None))).all()
