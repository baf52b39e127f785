from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from dateline.store import Store
from dateline.store.desk import Desk, Who
from tests.store.making import article, code_one, run

ANN = Who("ann", "10.0.0.1")


def asked_of(store: Store) -> int:
    """How many statements the database gets for all corrections."""
    told: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        told.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    try:
        Desk(store).corrections()
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", note)
    return len(told)


def test_each_decision_stands_beside_the_event_as_it_was_seen(store: Store) -> None:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(3)])
    desk, (one, other, *_) = Desk(store), [stored.event.id for stored in store.events(order="text")]
    was = {id_: store.event(id_)[0].event.type for id_ in (one, other)}
    types = "AID", "RETREAT"
    for type_ in types:
        desk.edit(one, "type", type_, etag=None, who=ANN)
    desk.review(other, "accept", etag=None, who=ANN)
    accepted, second, first = desk.corrections()
    assert (first.before, first.after, second.before, second.after) == (was[one], "AID", "AID", "RETREAT")
    assert [made.seen.event.type for made in (first, second, accepted) if made.seen] == [was[one], "AID", was[other]]
    assert (accepted.field, accepted.verdict) == (None, "accept")


def test_many_decisions_are_read_together(store: Store) -> None:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(3)])
    desk = Desk(store)
    asked = list[int]()
    for stored in list(store.events(order="text"))[:4]:
        desk.review(stored.event.id, "accept", etag=None, who=ANN)
        asked.append(asked_of(store))
    assert len(set(asked)) == 1
