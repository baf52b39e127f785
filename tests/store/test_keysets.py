"""Sets of keys are those that a query finds, and are gathered anew once anything was written."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from dateline.store import Store, keysets
from dateline.store.engine import reading, writing
from dateline.store.tables import events
from tests.store.making import article, code_one, run

ASSAULTS = sa.select(events.c.key).where(events.c.type == "ASSAULT", events.c.superseded.is_(None))


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(9)])
    return store


def test_a_set_is_true_at_the_keys_that_are_found(filled: Store) -> None:
    with reading(filled.engine) as connection:
        found = keysets.mask(connection, events, ASSAULTS)
        expected = list(connection.scalars(ASSAULTS.order_by(events.c.key)))
        assert expected and found.nonzero()[0].tolist() == expected
        assert len(found) == keysets.size(connection, events)
        assert keysets.mask(connection, events, ASSAULTS) is found
        nothing = keysets.mask(connection, events, ASSAULTS.where(events.c.type == "AID"))
        assert not nothing.any()


def test_keys_come_in_the_order_of_the_query(filled: Store) -> None:
    down = sa.select(events.c.key).order_by(events.c.key.desc())
    with reading(filled.engine) as connection:
        assert keysets.gathered(connection, down.limit(3)).tolist() == list(connection.scalars(down.limit(3)))
        listed = keysets.listed(connection, keysets.gathered(connection, down))
        assert sorted(connection.scalars(sa.select(listed.c.value))) == sorted(connection.scalars(down))


def test_columns_are_those_of_the_rows(filled: Store) -> None:
    both = sa.select(events.c.key, events.c.article).order_by(events.c.key.desc())
    with reading(filled.engine) as connection:
        found = keysets.columns(connection, both.limit(5))
        assert list(zip(*(column.tolist() for column in found), strict=True)) == connection.execute(both.limit(5)).all()
        assert [column.tolist() for column in keysets.columns(connection, both.where(sa.false()))] == [[], []]


def test_what_is_written_by_the_same_connection_or_another_is_seen(filled: Store) -> None:
    def known() -> int:
        with reading(filled.engine) as connection:
            return int(keysets.mask(connection, events, ASSAULTS).sum())

    before = known()
    first = next(s for s in filled.events() if s.event.type == "ASSAULT")
    filled.edit(first.event.id, "type", "PROTEST", by="ann", reason="a march")
    assert known() == before - 1
    with reading(filled.engine) as held:
        assert keysets.mask(held, events, ASSAULTS).sum() == before - 1
        filled.add(run(), [code_one(article(n)) for n in range(9, 18)])
        assert keysets.mask(held, events, ASSAULTS).sum() == before - 1  # one state throughout
    assert known() > before


def test_who_writes_keeps_nothing(filled: Store) -> None:
    with writing(filled.engine) as connection:
        assert keysets.mask(connection, events, ASSAULTS).any()
        connection.execute(events.update().values(type="AID"))
        assert not keysets.mask(connection, events, ASSAULTS).any()
        connection.rollback()


def test_no_more_is_kept_than_may_be(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keysets, "MOST", 60)
    with reading(filled.engine) as connection:
        for type_ in ("ASSAULT", "PROTEST", "CONSULT", "AID"):
            keysets.mask(connection, events, sa.select(events.c.key).where(events.c.type == type_))
        assert sum(one.nbytes for one in keysets.kept(connection).arrays.values()) <= 60
