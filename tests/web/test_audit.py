from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dateline.store import Store
from tests.web.conftest import Client


def lines(client: Client, **asked: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/audit", params=asked).json()["items"]
    return found


@pytest.fixture
def done(client: Client, store: Store) -> dict[str, str]:
    """Ids of what was reviewed, split and renamed."""
    event = client.get("/api/events?limit=1").json()["items"][0]
    client.post(f"/api/events/{event['id']}/review", json={"verdict": "accept", "etag": event["etag"]})
    incident = next(i for i in client.get("/api/incidents").json()["items"] if i["events"] > 1)
    whole = client.get(f"/api/incidents/{incident['id']}").json()
    leaving = whole["events"][0]["id"]
    client.post(f"/api/incidents/{incident['id']}/split", json={"events": [leaving]})
    client.post("/api/undo", json={})
    actor = client.get("/api/actors?limit=1").json()["items"][0]["id"]
    client.post(f"/api/actors/{actor}/rename", json={"name": "Forces of “Été”"})
    return {"event": event["id"], "incident": incident["id"], "actor": actor}


def test_lines_lead_to_what_they_are_about(client: Client, done: dict[str, str]) -> None:
    renamed, undone, split, review = lines(client)[:4]
    assert [e["action"] for e in (renamed, undone, split, review)] == ["actor", "undone", "split", "review"]
    assert review["about"] == [{"kind": "event", "id": done["event"]}] and review["words"].startswith("accept ")
    assert split["about"] == undone["about"] == [{"kind": "incident", "id": done["incident"]}]
    assert renamed["about"] == [{"kind": "actor", "id": done["actor"]}]
    assert client.get(f"/api/events/{done['event']}").status_code == 200


def test_lines_are_found_by_person_day_action_and_thing(client: Client, done: dict[str, str]) -> None:
    everything = lines(client)
    assert lines(client, by="zoe") == [e for e in everything if e["by"] == "zoe"] != []
    assert [e["action"] for e in lines(client, action="split")] == ["split"]
    today = datetime.now(UTC).date()
    assert lines(client, since=str(today), until=str(today + timedelta(days=1))) == everything
    assert lines(client, since=str(today + timedelta(days=2))) == [] == lines(client, until="2001-01-01")
    assert [e["action"] for e in lines(client, about=done["event"], by="ann")] == ["review"]
    assert [e["action"] for e in lines(client, about=done["incident"])] == ["undone", "split"]
    assert [e["action"] for e in lines(client, about="“Été”")] == ["actor"]
    assert lines(client, about="100%_") == []


def test_names_of_the_log(client: Client, done: dict[str, str]) -> None:
    names = client.get("/api/audit/names").json()
    assert names["people"] == ["ann", "zoe"] and set(names["actions"]) == {"review", "split", "undone", "actor"}


def test_the_log_comes_as_a_file_by_the_same_filters(
    client: Client, done: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.web.routes.audit.MOST", 2)  # more than one page is read
    answer = client.get("/api/audit", params={"format": "csv"})
    assert answer.headers["content-disposition"] == 'attachment; filename="audit.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [int(r["id"]) for r in rows] == [e["id"] for e in lines(client)] and len(rows) > 2
    (split,) = csv.DictReader(io.StringIO(client.get("/api/audit?format=csv&action=split").text))
    assert split["about"] == f"incident {done['incident']}" and split["by"] == "ann"
    assert json.loads(split["detail"])["incident"] == done["incident"]
    told = client.get("/api/audit", params={"format": "jsonl", "about": done["event"]}).text.splitlines()
    assert [json.loads(line) for line in told] == lines(client, about=done["event"])
    assert client.get("/api/audit?format=parquet").status_code == 422
