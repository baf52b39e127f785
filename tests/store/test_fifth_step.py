from __future__ import annotations

import sqlalchemy as sa

from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import versions
from tests.store.test_sixth_step import made_fifth


def made_fourth(engine: sa.Engine) -> None:
    """Take away what version 5 brought, and what came after it."""
    made_fifth(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE incident_edits")
        connection.execute(versions.update().values(version=4))


def test_a_store_of_the_fourth_version_can_keep_edits_of_incidents(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = _columns(engine)
    made_fourth(engine)
    prepare(engine)
    assert _columns(engine) == new
    assert {i["name"] for i in sa.inspect(engine).get_indexes("incident_edits")} == {"incident_edits_incident"}
    engine.dispose()


def _columns(engine: sa.Engine) -> list[tuple[str, str, bool]]:
    return sorted((c["name"], str(c["type"]), c["nullable"]) for c in sa.inspect(engine).get_columns("incident_edits"))
