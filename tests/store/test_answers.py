from __future__ import annotations

from datetime import UTC, date

import pytest

from dateline.records.query import Filter
from dateline.store import Store
from tests.make import coded, event, full_event, statement
from tests.store.making import run


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [coded(full_event(), event("condemned"), statements=(statement(),))])
    return store


def test_rows_are_flat_with_none_for_nothing(filled: Store) -> None:
    first, second = filled.events(order="text").rows()
    assert (first["type"], first["start"], first["killed_min"], first["killed_max"]) == (
        "ASSAULT",
        date(2024, 7, 29),
        7,
        None,
    )
    assert (first["lat"], first["actor_sectors"], first["run"]) == (16.27, "REB", "r1")
    assert second["actor"] is None and second["lat"] is None


def test_the_same_in_arrow_pandas_and_polars(filled: Store) -> None:
    answer = filled.events(order="text")
    table, pandas, polars = answer.arrow(), answer.pandas(), answer.polars()
    names = [c.name for c in answer.columns]
    assert table.column_names == list(pandas.columns) == polars.columns == names
    assert table.num_rows == len(pandas) == len(polars) == 2
    assert table["start"].to_pylist() == polars["start"].to_list() == [date(2024, 7, 29), None]
    assert pandas["start"][0].date() == date(2024, 7, 29)
    assert (str(pandas["killed_min"].dtype), str(pandas["trigger_start"].dtype)) == ("float64", "Int64")
    assert table["recorded"][0].as_py().tzinfo is not None
    assert pandas["recorded"][0].to_pydatetime().astimezone(UTC) == table["recorded"][0].as_py()


def test_nothing_found_keeps_its_columns(store: Store) -> None:
    for answer in (store.events(), store.statements(), store.actors()):
        names = [c.name for c in answer.columns]
        assert answer.arrow().column_names == list(answer.pandas().columns) == answer.polars().columns == names
        assert answer.first() is None


def test_statements_and_parties_have_rows(filled: Store) -> None:
    (said,) = filled.statements().rows()
    assert (said["source"], said["source_country"], said["quoted"]) == ("defence ministry", "MLI", False)
    parties = list(filled.actors(Filter(party="MLI")).rows())
    assert {(p["name"], p["as_actor"], p["as_recipient"]) for p in parties} >= {("Rebels", 1, 0), ("army post", 0, 1)}


def test_an_answer_is_read_anew_each_time(filled: Store) -> None:
    answer = filled.events(Filter(statuses=["planned"]))
    assert list(answer) == []
    filled.edit("e-attacked", "status", "planned", by="ana", reason="test")
    assert [s.event.id for s in answer] == ["e-attacked"]
