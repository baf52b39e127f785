from __future__ import annotations

import json
from datetime import UTC, datetime

import sqlalchemy as sa

from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.rows import Party
from dateline.store.tables import incidents, parties
from tests.store.steps.older import make_older


def test_actors_and_precisions_are_filled(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    make_older(engine, 1)
    party = Party("Jüan Peréz", "MEX", ("GOV",), None)
    row = {name: value for name, value in party.row(1).items() if name != "actor"}
    shown = [{"field": "type", "value": "AID"}, {"field": "where", "value": {"precision": "region"}}]
    with writing(engine) as connection:
        connection.execute(parties.insert(), [row])
        connection.execute(
            sa.text(
                "INSERT INTO incidents (key, id, recorded, origins, outlets, events, record)"
                " VALUES (1, 'i', :now, 1, 1, 1, :record)"
            ),
            {"now": datetime.now(UTC).replace(tzinfo=None), "record": json.dumps({"shown": shown})},
        )
    prepare(engine)
    with engine.connect() as connection:
        assert connection.scalar(sa.select(parties.c.actor)) == party.actor
        assert connection.scalar(sa.select(incidents.c.place_precision)) == "region"
    engine.dispose()
