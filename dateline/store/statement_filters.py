"""Which statements a filter finds, in SQL."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import search
from dateline.store.event_filters import AHEAD, FEW, MANY
from dateline.store.filters import article_keys, at, between, party_keys, published
from dateline.store.parts import Order, Part
from dateline.store.searching import Search
from dateline.store.states import State, live, of_a_run, states
from dateline.store.tables import codings, parties, statements

BY_DAY: Order = ("-day", "-key")
"""Latest publication first."""
LACKING = (
    *("types", "modes", "contexts", "quads", "statuses", "near", "recipient", "dyad", "confidence", "min_origins"),
    *("box", "reviewed", "without", "recorded_since"),
)
"""What statements do not have."""


def of_statements(asked: Filter, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `statements`; InputError where something is asked that statements do not have."""
    if asked.run is None:
        yield at(statements, asked.as_of)
    yield from _in_order(asked)
    yield from (
        statements.c.key.in_(part.keys) if part.own is None else part.own
        for part in _parts(asked, dialect, live(statements))
    )


def searches(connection: sa.Connection, asked: Filter, *where: sa.ColumnElement[bool]) -> list[Search]:
    """The searches for the statements of a filter, under further conditions; together they find all."""
    tight = [*_in_order(asked), *where]
    of = states(statements, asked.as_of) if asked.run is None else of_a_run(statements)
    return [
        Search(
            connection,
            statements,
            state,
            tight,
            [*_parts(asked, connection.dialect.name, state), *more],
            AHEAD,
            FEW,
            MANY,
        )
        for state, more in of
    ]


def _in_order(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    for name in LACKING:
        if (value := getattr(asked, name)) or value is False:
            raise InputError(f"statements have no {name}: leave that filter out")
    yield from between(statements.c.day, asked)
    yield from published(statements.c.day, asked)


def _parts(asked: Filter, dialect: str, state: State) -> Iterator[Part]:
    column = statements.c
    wanted: list[sa.ColumnElement[bool]] = []
    if asked.sources:
        wanted.append(column.publisher.in_(asked.sources))
    wanted += [column.party.in_(party_keys(who)) for who in (asked.actor, asked.party) if who is not None]
    if asked.countries:
        wanted.append(column.party.in_(sa.select(parties.c.key).where(parties.c.country.in_(asked.countries))))
    if asked.articles:
        wanted.append(column.article.in_(article_keys(asked.articles)))
    if asked.run is not None:
        wanted.append(column.coding.in_(sa.select(codings.c.key).where(codings.c.run == asked.run)))
    yield from (state.part(statements, one) for one in wanted)
    if asked.text is not None:
        found = search.matching("statements", asked.text, dialect)
        yield Part(found, (column.key + 0).in_(found), at_once=True)
