from __future__ import annotations

from dateline.store.tables import pairs
from tests.make import actor, event
from tests.store.steps.older import filled_again, stored

TOGETHER = (actor("Rebels", "MLI", "REB"), actor("army post", "FRA", "MIL"), actor("seven soldiers", None, "MIL"))


def test_pairs_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    struck = event("killing", "ASSAULT", actors=TOGETHER, recipients=(actor("post", None, "MIL"), *TOGETHER[:1]))
    engine = stored(url, met, struck)
    (before,) = filled_again(engine, 7, pairs)
    assert {(a, r) for a, r, _ in before} >= {("MLI", "FRA"), ("FRA", "MLI"), ("MLI", "MLI")}
    assert all(a and r for a, r, _ in before)
    engine.dispose()
