from __future__ import annotations

import pytest
import sqlalchemy as sa

from dateline.store.engine import connect
from dateline.store.migrations import prepare
from dateline.store.tables import VERSION
from tests.store.steps.older import make_older

Shape = dict[str, tuple[set[tuple[str, str, bool]], dict[str | None, list[str | None]]]]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_store_of_each_older_version_becomes_like_a_new_one(url: str, version: int) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = _shape(engine)
    make_older(engine, version + 1)
    newer = _shape(engine)
    make_older(engine, version)
    assert _shape(engine) != newer
    prepare(engine)
    assert _shape(engine) == new
    engine.dispose()


def _shape(engine: sa.Engine) -> Shape:
    """The tables with their columns and indexes."""
    look = sa.inspect(engine)
    return {
        name: (
            {(c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(name)},
            {i["name"]: i["column_names"] for i in look.get_indexes(name)},
        )
        for name in look.get_table_names()
    }
