from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables import acts, parties
from tests.make import actor, event
from tests.store.steps.older import filled_again, stored

REBELS, POST, SEVEN = TOGETHER = (
    actor("Rebels", "MLI", "REB"),
    actor("army post", "FRA", "MIL"),
    actor("seven soldiers", None, "MIL"),
)


def test_acts_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    struck = event("killing", "ASSAULT", actors=(REBELS, POST), recipients=(SEVEN, REBELS, SEVEN))
    engine = stored(url, met, struck)
    filled_again(engine, 10, acts)
    named = [(one, two) for event, one, two in _named(engine) if event == 1]
    rebels, post, seven = ("Rebels", "army post", "seven soldiers")
    mutual = [(a, b) for a in (rebels, post, seven) for b in (rebels, post, seven) if a != b]
    assert sorted(named) == sorted(mutual)
    told = sorted((one, two) for event, one, two in _named(engine) if event == 2)
    assert told == sorted([(rebels, seven), (rebels, rebels), (post, seven), (post, rebels)])
    engine.dispose()


def _named(engine: sa.Engine) -> list[tuple[int, str, str]]:
    one, two = parties.alias("one"), parties.alias("two")
    found = sa.select(acts.c.event, one.c.name, two.c.name)
    found = found.join(one, one.c.key == acts.c.actor).join(two, two.c.key == acts.c.recipient)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(found)]
