"""Which rows are searched by when they held: each state has indexes of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from dateline.store.parts import Condition, Part, by_no_index


@dataclass(frozen=True, slots=True)
class State:
    """Rows that hold now or ended (`indexed`: there are indexes over these alone), maybe not all of them (`whole`)."""

    indexed: Condition
    whole: Part
    live: bool
    """Whether they hold now."""
    every: bool
    """Whether all that are indexed belong to it."""

    def part(self, table: sa.Table, condition: Condition) -> Part:
        """A condition on columns, found by the indexes of this state."""
        keys = sa.select(table.c.key).where(condition, self.indexed)
        return Part(keys, condition, condition, known=self.every)


def states(table: sa.Table, as_of: datetime | None) -> list[tuple[State, list[Part]]]:
    """What holds now; or what held at a moment and still does, and what ended since. With each what is to be found by
    another index.
    """
    if as_of is None:
        return [(live(table), [])]
    ended, then = table.c.superseded, table.c.recorded <= as_of
    later = sa.select(table.c.key).where(ended.is_(None), table.c.recorded > as_of)
    others = sa.select(_ended(table).whole.keys.union_all(later).subquery().c.key)
    there, gone, since = ended.is_(None) & then, ended.is_not(None) & then & (ended > as_of), ended > as_of
    of_these = Part(sa.select(table.c.key).where(since), since, since)
    holds = ended.is_(None) & by_no_index(then)  # nearly all were recorded before: other conditions lead to fewer
    held = Part(sa.select(table.c.key).where(there), holds, known=True, others=others)
    lost = Part(sa.select(table.c.key).where(gone), gone, known=True)
    return [
        (State(ended.is_(None), held, live=True, every=False), []),
        (State(ended.is_not(None), lost, live=False, every=False), [of_these]),
    ]


def of_a_run(table: sa.Table) -> list[tuple[State, list[Part]]]:
    """What holds now and what ended: runs are asked for both."""
    return [(live(table), []), (_ended(table), [])]


def live(table: sa.Table) -> State:
    """What holds now."""
    now = table.c.superseded.is_(None)
    whole = Part(sa.select(table.c.key).where(now), now, known=True, others=_ended(table).whole.keys)
    return State(now, whole, live=True, every=True)


def _ended(table: sa.Table) -> State:
    gone = table.c.superseded.is_not(None)
    return State(gone, Part(sa.select(table.c.key).where(gone), gone, known=True), live=False, every=True)
