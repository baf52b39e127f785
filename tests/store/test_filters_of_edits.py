"""Filters find events by what people set of them, now and as of a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.records.query import Box, Filter, Near
from dateline.store import Store
from dateline.store.desk import Desk, Who
from dateline.store.views import Views
from tests.make import coded, full_event
from tests.store.making import run

NIAMEY = {"name": "Niamey", "country": "NER", "lat": 13.51, "lon": 2.11}
POLICE = {"name": "Police", "country": "NER", "sectors": ["COP"]}
CASES: dict[str, tuple[str, object, dict[str, Any]]] = {
    "type": ("type", "PROTEST", {"types": ("PROTEST",)}),
    "modes that go with the type": ("type", "PROTEST", {"modes": ()}),
    "quad of the type": ("type", "CONSULT", {"quads": ("verbal_cooperation",)}),
    "modes": ("modes", ["beat"], {"modes": ("beat",)}),
    "contexts": ("contexts", ["election"], {"contexts": ("election",)}),
    "status": ("status", "planned", {"statuses": ("planned",)}),
    "country": ("where", [NIAMEY], {"countries": ("NER",)}),
    "region": ("where", [NIAMEY | {"admin1": "Niamey Region"}], {"regions": ("niamey",)}),
    "radius": ("where", [NIAMEY], {"near": Near(13.5, 2.1, 20)}),
    "box": ("where", [NIAMEY], {"box": Box(2, 13, 3, 14)}),
    "dates": ("when", "2023-05-05", {"until": date(2023, 12, 31)}),
    "actor": ("actors", [POLICE], {"actor": "NER:COP"}),
    "recipient": ("recipients", [POLICE], {"recipient": "police"}),
    "party": ("according_to", [POLICE], {"party": ":COP"}),
    "dyad": ("recipients", [POLICE], {"dyad": "MLI:REB>NER:COP"}),
    "text": ("where", [NIAMEY], {"text": "niamey"}),
    "confidence": ("confidence", 1.0, {"confidence": 0.95}),
    "edited": ("status", "planned", {"edited": True}),
    "reviewed": ("status", "planned", {"reviewed": True}),
}


def found(store: Store, asked: Filter) -> bool:
    paged, _ = Views(store).event_page(asked, "day", limit=5, after=None)
    assert [s.passage for s in paged] == [s.passage for s in store.events(asked)]
    return bool(paged)


@pytest.mark.parametrize("name", CASES)
def test_what_is_set_is_found_from_then_on(store: Store, name: str) -> None:
    field, value, asked = CASES[name]
    store.begin(run())
    store.add(run(), [coded(full_event())])
    before = datetime.now(UTC)
    plain = not any(asked.values())
    assert found(store, Filter(**asked)) == plain
    edit = store.edit("e-attacked", field, value, by="ana", reason="read it")
    then = datetime.now(UTC)
    assert found(store, Filter(**asked))
    store.undo(edit.id, by="bo", reason="no")
    assert found(store, Filter(**asked)) == plain
    assert found(store, Filter(**asked, as_of=then)) and found(store, Filter(**asked, as_of=before)) == plain


def test_what_an_edit_took_away_is_not_found(store: Store) -> None:
    store.begin(run())
    store.add(run(), [coded(full_event())])
    store.edit("e-attacked", "type", "PROTEST", by="ana", reason="")
    store.edit("e-attacked", "actors", [POLICE], by="ana", reason="")
    store.edit("e-attacked", "where", [NIAMEY], by="ana", reason="")
    for asked in ({"types": ("ASSAULT",)}, {"modes": ("firearms",)}, {"actor": ":REB"}, {"countries": ("MLI",)}):
        assert not found(store, Filter(**asked))  # type: ignore[arg-type]
        assert store.count(Filter(**asked, run="r1")) == 1  # type: ignore[arg-type]
    assert "Police" in [p.name for p in store.actors(Filter(actor=":COP"))]


def test_what_was_reviewed_at_a_moment(store: Store) -> None:
    store.begin(run())
    store.add(run(), [coded(full_event())])
    desk, ana = Desk(store), Who("ana")
    before = datetime.now(UTC)
    (etag,) = desk.seen(["e-attacked"])[0].values()
    made = desk.review("e-attacked", "accept", etag=etag, who=ana)
    then = datetime.now(UTC)
    desk.undo(made.id, who=ana)
    assert [found(store, Filter(reviewed=True, as_of=at)) for at in (before, then, None)] == [False, True, False]
