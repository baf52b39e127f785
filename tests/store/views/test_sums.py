"""What incidents add up to, and that each of their records is read once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.records.query import Filter
from dateline.store import Store, shown
from dateline.store.views import Views
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(12)])
    store.put_merged(new=incidents(store))
    return store


def test_each_record_is_read_once_and_those_of_new_states_after(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read, plain = list[int](), shown.told_by_keys

    def reading(connection: object, keys: list[int]) -> dict[int, shown.Told]:
        read.extend(keys)
        return plain(connection, keys)  # type: ignore[arg-type]

    monkeypatch.setattr(shown, "told_by_keys", reading)
    views, some = Views(filled), Filter(quads=("material_conflict",))
    views.sums(views.incidents(some), "place")
    few = len(read)
    assert 0 < few == filled.count_incidents(some)
    before = views.sums(views.incidents(Filter()), "place")
    assert len(read) == len(set(read)) == filled.count_incidents()
    assert views.sums(views.incidents(Filter()), "place") == before
    filled.put_merged(new=[replace(next(iter(filled.incidents())), origins=("a1", "a70"))])
    views.changed()
    again = views.sums(views.incidents(Filter()), "place")[1]
    assert len(read) == len(set(read)) == filled.count_incidents() + 1
    assert (again.incidents, again.reports) == (before[1].incidents, before[1].reports + 1)


def test_nothing_adds_up_to_nothing(store: Store) -> None:
    views = Views(store)
    views.load()
    rows, whole = views.sums(views.incidents(Filter()), "place")
    assert rows == [] and (whole.incidents, whole.reports, whole.quads, whole.figures) == (0, 0, {}, {})
