"""What articles without a title are called, and how the number killed is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.records.incident import Change, Incident, Shown
from dateline.web import shapes
from tests.web.conftest import Shared


def test_lists_and_passages_say_how_an_article_without_a_title_begins(shared: Shared) -> None:
    items = shared.client.get("/api/articles").json()["items"]
    assert all(one["title"] is None and one["opening"].startswith("Rebels ") for one in items)
    incident = shared.client.get("/api/incidents?limit=1").json()["items"][0]["id"]
    page = shared.client.get(f"/api/incidents/{incident}").json()
    assert page["passages"] and all(p["article"]["opening"].startswith("Rebels ") for p in page["passages"])


def test_a_history_calls_an_article_by_its_first_words() -> None:
    at = datetime(2024, 7, 29, tzinfo=UTC)
    change = Change("i1", at, "joined", "5f0c", "a passage of 5f0c (Paper 1, 2024-07-29)")
    assert (
        shapes.change(change, {"5f0c": "Rebels came…"})["words"] == "a passage of “Rebels came…” (Paper 1, 2024-07-29)"
    )
    assert shapes.change(change, {})["words"] == change.words


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (17, {"best": 17, "min": 17, "max": 17}),
        ({"min": 2000, "max": None}, {"best": 2000, "min": 2000, "max": None}),
        ({"min": None, "max": 20}, {"best": 20, "min": None, "max": 20}),
    ],
)
def test_the_number_killed_keeps_its_open_end(value: Any, told: dict[str, Any]) -> None:
    one = Incident("i1", (), (Shown("counts.killed", value, "a rule", (), 14.0, 40.0),), (), ())
    assert shapes.incident(one, None)["killed"] == told | {"low": 14.0, "high": 40.0}
