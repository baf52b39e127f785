"""The conditions of a search, each in the forms in which it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import and_, eq
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from dateline.store.keysets import Keys, Mask

Order = tuple[str, ...]
"""Columns; "-" before a name goes down. Of them days and numbers may be missing: those come last."""
Condition = sa.ColumnElement[bool]

ALL = 2**62
"""More rows than there are."""


class Piece(NamedTuple):
    """Some of the keys that are found, and whether they are the last."""

    keys: Keys
    last: bool


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One condition in the two forms in which it is asked for.

    `keys` are those of the rows it finds, whether or not they hold now; `holds` looks at one row, and for what is no
    column of it at the rows beside it. `own` is what an index of the table itself finds it by, `gathered` what else
    does, where that is sooner done than to look for the keys. `sized` are rows that are about as many as `keys`, where
    those are sooner counted; `told` is one number, about how many there are, where that is known without counting.
    """

    keys: sa.Select[Any]
    holds: Condition
    own: Condition | None = None
    gathered: Condition | None = None
    sized: sa.Select[Any] | None = None
    told: sa.Select[Any] | None = None
    known: bool = False
    """Whether `keys` are those of rows in the state that is searched alone."""
    others: sa.Select[Any] | None = None
    """The keys of the rows that it does not find, where those are probably fewer."""
    whole: Callable[[], Mask] | None = None
    """Makes the set of `keys`, where that is not done by gathering them."""
    at_once: bool = False
    """Whether to look at one row takes about as long as to gather all keys."""
    within: Callable[[Keys], Keys] | None = None
    """Finds those of some keys that fit, where that is sooner done than by the set of `keys`."""
    some: Callable[[int], Iterator[Piece]] | None = None
    """Gives `keys`, each once, in pieces of which the first hold about so many, without making the set of all."""
    by_day: bool = False
    """Whether the indexes that give the order of days hold what it looks at."""
    scanned: bool = False
    """Whether to count `keys` takes as long as to gather them."""
    implied: bool = False
    """Whether the other conditions of its search imply it: it only tells sooner of some rows that they do not fit."""


def ordered(of: Any, order: Order) -> list[sa.ColumnElement[Any]]:
    """An order over columns of a table or a subquery."""
    return [_down(of[name[1:]]) if name.startswith("-") else of[name] for name in order]


def _down(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return column.desc().nulls_last() if column.name in ("day", "killed_best") else column.desc()


def equal(one: Condition) -> bool:
    """Whether it is that a column has a value."""
    return isinstance(one, sa.BinaryExpression) and one.operator is eq and isinstance(one.left, sa.Column)


def by_no_index(one: Condition) -> Condition:
    """The same condition, but nothing to find rows by where it is one on columns."""
    if isinstance(one, sa.BooleanClauseList):
        parts: Any = one.clauses
        together = sa.and_ if one.operator is and_ else sa.or_
        return together(*map(by_no_index, parts))
    if isinstance(one, sa.sql.elements.Grouping):
        inner: Any = one.element
        return by_no_index(inner).self_group()
    if not isinstance(one, sa.BinaryExpression) or not isinstance(one.left, sa.Column):
        return one
    return sa.BinaryExpression(
        unindexed(one.left), one.right, one.operator, type_=one.type, negate=one.negate, modifiers=one.modifiers
    )


class unindexed(FunctionElement[Any]):
    """A column, so written that SQLite looks for no index over it; PostgreSQL counts better what an index is worth."""

    inherit_cache = True

    def __init__(self, column: sa.ColumnElement[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(unindexed)
def _marked(element: unindexed, compiler: Any, **options: Any) -> str:
    return "+" + _plain(element, compiler, **options)


@compiles(unindexed, "postgresql")
def _plain(element: unindexed, compiler: Any, **options: Any) -> str:
    (column,) = element.clauses
    text: str = compiler.process(column, **options)
    return text
