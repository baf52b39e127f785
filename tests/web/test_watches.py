from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest

from dateline.records.incident import Change, Incident, Shown
from dateline.store import Store
from tests.web.conftest import Client

AT = datetime(2024, 8, 2, tzinfo=UTC)


def kept(client: Client, query: str = "", name: str = "q") -> dict[str, Any]:
    made: dict[str, Any] = client.post(f"/api/watches?{query}", json={"name": name}).json()
    return made


def more(store: Store) -> tuple[Incident, Incident]:
    """One incident changes, one is no assault any more."""
    one, two, *_ = (i for i in store.incidents() if i.value("type") == "ASSAULT" and i.value("where"))
    three = replace(one, origins=("a1", "a7", "a8", "a9"))
    protest = tuple(replace(s, value="PROTEST") if s.field == "type" else s for s in two.shown)
    history = [
        Change(one.id, AT, "joined", "a7", "a passage of “X” (Paper)", "events", None, ["e"]),
        Change(one.id, AT, "revised", "a7", "counts.killed: nothing → 9", "counts.killed", None, 9),
        Change(two.id, AT, "revised", "a7", "type: ASSAULT → PROTEST", "type", "ASSAULT", "PROTEST"),
    ]
    killed = Shown("counts.killed", 9, "", ())
    store.put_merged(
        new=[replace(three, shown=(*one.shown, killed)), replace(two, shown=protest)],
        history=[replace(change, at=datetime.now(UTC)) for change in history],
    )
    return one, two


@pytest.fixture
def begun(store: Store) -> Store:
    """A store whose history has begun."""
    known = list(store.incidents())
    at = datetime.now(UTC)
    store.put_merged(history=[Change(i.id, at, "begun", "a0", "“X”", "events", None, []) for i in known])
    return store


def test_what_is_new_until_it_is_seen(client: Client, begun: Store) -> None:
    watch = kept(client, "type=ASSAULT&near=16,0,5000&since=2024-01-01")
    assert watch["query"] == {"type": ["ASSAULT"], "near": "16,0,5000", "since": "2024-01-01"}
    assert "type ASSAULT" in watch["words"] and watch["by"] == "ann"
    assert client.get("/api/watches").json()["items"] == [watch]
    path = f"/api/watches/{watch['id']}"
    assert client.get(f"{path}/news").json()["items"] == []
    one, two = more(begun)
    fresh = client.get(f"{path}/news").json()
    told = {n["incident"]["id"]: n for n in fresh["items"]}
    assert told[one.id]["kind"] == "changed" and told[one.id]["what"] == ["new report", "figure"]
    assert [c["words"] for c in told[one.id]["changes"]][-1] == "counts.killed: nothing → 9"
    assert told[two.id]["kind"] == "fits no more" and not told[two.id]["gone"]
    assert client.get(f"{path}/news").json() == fresh
    seen = {"upto": fresh["upto"], "total": fresh["total"]}
    assert client.post(f"{path}/seen", json=seen).json()["told"] > watch["told"]
    assert client.get(f"{path}/news").json()["items"] == []
    whole = client.get("/api/incidents?type=ASSAULT&near=16,0,5000&since=2024-01-01").json()["total"]["count"]
    assert client.get(f"{path}/news?since=2000-01-01").json()["total"] == whole
    client.post(f"{path}/undo", json={"reason": "read too fast"})
    assert client.get(f"{path}/news").json()["items"] == fresh["items"]


def test_what_is_new_for_a_question_that_nobody_keeps(client: Client, begun: Store) -> None:
    since = datetime.now(UTC).isoformat()
    one, two = more(begun)
    path = f"/api/watches/news?from={quote(since)}"
    fresh = client.get(path).json()
    assert {n["incident"]["id"] for n in fresh["items"]} == {one.id, two.id} and fresh["all"] == fresh["total"] == 2
    assert fresh["kinds"] == [{"value": "changed", "count": 2}]
    assert {w["value"]: w["count"] for w in fresh["whats"]} == {"new report": 1, "figure": 1, "revised": 1}
    figures = client.get(f"{path}&what=figure").json()
    assert [n["incident"]["id"] for n in figures["items"]] == [one.id] and figures["all"] == 2
    assert client.get(f"{path}&type=PROTEST").json()["kinds"] == [{"value": "fits now", "count": 1}]
    assert client.get(f"{path}&kind=new").json()["items"] == []
    assert client.get("/api/watches").json()["items"] == []
    rows = client.get(f"{path}&what=figure&format=csv").text.splitlines()
    assert len(rows) == 2 and "counts.killed: nothing → 9" in rows[1]
    assert client.get("/api/watches/news").status_code == 422
    assert client.get("/api/watches/news?from=soon").json()["error"]["field"] == "from"
    assert client.get(f"{path}&as_of=2024-01-01").status_code == 422


def test_a_mark_beyond_the_history_hides_nothing(client: Client, begun: Store) -> None:
    path = f"/api/watches/{kept(client)['id']}"
    assert client.post(f"{path}/seen", json={"upto": 2**60, "total": 1}).status_code == 200
    more(begun)
    assert client.get(f"{path}/news").json()["total"] == 2


def test_removed_and_kept_again(client: Client, store: Store) -> None:
    watch = kept(client, name="with / and ?")
    path = f"/api/watches/{watch['id']}"
    assert client.post("/api/watches", json={"name": "with / and ?"}).status_code == 422
    assert client.delete(path).json()["name"] == watch["name"]
    assert client.get(f"{path}/news").status_code == 404 and client.delete(path).status_code == 404
    again = client.post(f"{path}/undo", json={}).json()
    assert again["name"] == watch["name"] and client.get("/api/watches").json()["items"] == [again]
    log = [(entry["action"], entry["words"]) for entry in client.get("/api/audit").json()["items"]]
    assert log[:2] == [("question removed", watch["name"]), ("question kept", watch["name"])]


@pytest.mark.parametrize(
    ("path", "status"),
    [("?type=NOTHING", 422), ("?recorded_since=2024-01-01", 422), ("?as_of=2024-01-01", 422), ('?text="', 422)],
)
def test_questions_that_are_refused(client: Client, path: str, status: int) -> None:
    assert client.post(f"/api/watches{path}", json={"name": "q"}).status_code == status
    assert client.get("/api/watches/w1/news").status_code == 404
