from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from dateline.records.incident import SetBy, Shown
from dateline.records.query import Filter
from dateline.store import Store
from tests.web.conftest import Client, HandCoder, NewClient

UNSEEN = Filter(reviewed=False)


def unseen(client: Client, number: int = 0) -> dict[str, Any]:
    event: dict[str, Any] = client.get("/api/events?reviewed=no&order=recorded").json()["items"][number]
    return event


def test_a_round_of_review_with_undo(client: Client, store: Store) -> None:
    event = unseen(client)
    before = store.count(UNSEEN)
    path = f"/api/events/{event['id']}"
    made = client.post(f"{path}/review", json={"verdict": "accept", "etag": event["etag"], "sample": "s"}).json()
    assert made["event"]["reviews"][0]["verdict"] == "accept" and made["event"]["etag"] != event["etag"]
    assert store.count(UNSEEN) == before - 1
    undone = client.post("/api/undo", json={"reason": "too quick"}).json()
    assert undone["id"] == made["id"] and undone["event"]["reviews"] == []
    assert undone["event"]["etag"] == event["etag"] and store.count(UNSEEN) == before


def test_a_fix_changes_the_record_everywhere(client: Client, store: Store) -> None:
    event = unseen(client)
    edits = [
        {"field": "type", "value": "AID"},
        {"field": "when", "value": "2024-01-02"},
        {"field": "actors", "value": [{"name": "The Front", "country": "MLI", "sectors": ["REB"], "text": "Rebels"}]},
        {"field": "where", "value": [{"name": "Ber", "country": "MLI", "lat": 16.8, "lon": -2.5}]},
        {"field": "counts.killed", "value": "10-14"},
        {"field": "status", "value": "planned"},
    ]  # fmt: skip
    body = {"verdict": "fix", "etag": event["etag"], "edits": edits}
    now = client.post(f"/api/events/{event['id']}/review", json=body).json()["event"]
    assert (now["type"], now["quad"], now["status"]) == ("AID", "material_cooperation", "planned")
    assert now["actors"][0]["name"] == "The Front" and now["actors"][0]["basis"] == "person: ann"
    assert now["counts"][0] | {"text": "", "span": []} == {
        "what": "killed",
        "min": 10,
        "max": 14,
        "text": "",
        "span": [],
    }
    found = client.get("/api/events?type=AID&since=2024-01-02&until=2024-01-02&bbox=-3,16,-2,17").json()["items"]
    assert [e["id"] for e in found] == [event["id"]]
    assert {e["field"] for e in client.get(f"/api/edits?event={event['id']}").json()["items"]} == {
        e["field"] for e in edits
    }


def test_a_rejected_event_is_in_no_list(client: Client, store: Store) -> None:
    event = unseen(client)
    total = client.get("/api/events").json()["total"]["count"]
    made = client.post(f"/api/events/{event['id']}/review", json={"verdict": "reject", "etag": event["etag"]}).json()
    assert made["event"] is None
    assert client.get("/api/events").json()["total"]["count"] == total - 1
    assert client.get(f"/api/events/{event['id']}").json()["event"]["rejected"] is True
    client.post("/api/undo", json={"id": made["id"]})
    assert client.get("/api/events").json()["total"]["count"] == total


def test_the_slower_of_two_reviewers_is_told(new_client: NewClient, store: Store) -> None:
    ann, bob = new_client(author="ann").enter(), new_client(author="bob").enter()
    event = unseen(ann)
    path = f"/api/events/{event['id']}/review"
    ann.post(path, json={"verdict": "fix", "etag": event["etag"], "edits": [{"field": "type", "value": "AID"}]})
    late = bob.post(path, json={"verdict": "reject", "etag": event["etag"]})
    assert late.status_code == 409
    error = late.json()["error"]
    assert (error["code"], error["current"]["type"]) == ("conflict", "AID")
    assert error["current"]["reviews"][0]["by"] == "ann"
    again = {"verdict": "accept", "etag": error["current"]["etag"]}
    assert bob.post(path, json=again).status_code == 200
    edit = {"field": "type", "value": "AID", "etag": event["etag"]}
    assert bob.post(f"/api/events/{event['id']}/edits", json=edit).status_code == 409


def test_edits_judgements_splits_and_joins(client: Client, store: Store) -> None:
    one, two = unseen(client, 0), unseen(client, 1)
    edit = {"field": "status", "value": "planned", "etag": one["etag"], "reason": "it says so"}
    assert client.post(f"/api/events/{one['id']}/edits", json=edit).json()["event"]["status"] == "planned"
    judgement = {"verdict": "same", "left": one["id"], "right": two["id"]}
    judged = client.post("/api/judgements", json=judgement).json()
    assert judged["kind"] == "judgement" and judged["event"] is None and judged["incidents"]
    assert client.get(f"/api/judgements?event={two['id']}").json()["total"]["count"] == 1
    whole = next(i for i in store.incidents() if 1 < len(i.events) == len(store.passages(i.events)))
    split = client.post(f"/api/incidents/{whole.id}/split", json={"events": [whole.events[0]]}).json()
    other = next(i for i in store.incidents() if i.id != whole.id)
    join = client.post("/api/incidents/join", json={"incidents": [whole.id, other.id]}).json()
    kinds = [d["kind"] for d in client.get("/api/decisions?mine=true").json()["items"]]
    assert kinds == ["join", "split", "judgement", "edit"]
    for made in (join, split, judged):
        assert client.post("/api/undo", json={"id": made["id"]}).status_code == 200
    assert store.judgements() == []
    assert client.post("/api/undo", json={"id": join["id"]}).status_code == 422


def test_decisions_as_a_file_tell_what_stood_there_before(client: Client, store: Store) -> None:
    one = unseen(client, 0)
    fix = [{"field": "type", "value": "AID"}, {"field": "counts", "value": [{"what": "killed", "min": 3, "max": None}]}]
    path = f"/api/events/{one['id']}/review"
    first = client.post(path, json={"verdict": "fix", "etag": one["etag"], "edits": fix, "reason": "=a bus"}).json()
    client.post(path, json={"verdict": "reject", "etag": first["event"]["etag"]})
    client.post("/api/undo", json={})
    whole = next(iter(store.incidents()))
    client.post(f"/api/incidents/{whole.id}/edits", json={"field": "counts.killed", "value": 12})
    rows = list(csv.DictReader(io.StringIO(client.get("/api/decisions?mine=true&format=csv").text)))
    told = [(r["kind"], r["verdict"], r["field"], r["before"], r["after"]) for r in rows]
    counted = "; ".join(f"{c['what']} {c['min']}" for c in one["counts"]) or "nothing"
    assert told == [
        ("edit", "", "counts.killed", "", "12"),
        ("review", "reject", "rejected", "false", "true"),
        ("review", "fix", "type", one["type"], "AID"),
        ("review", "fix", "counts", counted, "killed at least 3"),
    ]
    assert rows[1]["taken_back_by"] == "ann" and not rows[2]["taken_back_by"]
    assert rows[2]["event"] == one["id"] and rows[2]["sentence"] == " ".join(one["evidence"]["text"].split())
    assert rows[1]["type"] == "AID" and rows[2]["type"] == one["type"]
    lines = [json.loads(line) for line in client.get("/api/decisions?mine=true&format=jsonl").text.splitlines()]
    assert [line["after"] for line in lines][:2] == [12, True] and lines[3]["after"][0]["min"] == 3


def test_what_is_set_of_an_incident_is_shown_and_undone(client: Client, store: Store) -> None:
    whole = next(i for i in store.incidents() if len(i.events) > 1)
    body = {"field": "counts.killed", "value": "10-14", "reason": "a list"}
    made = client.post(f"/api/incidents/{whole.id}/edits", json=body).json()
    assert made["kind"] == "edit" and made["incidents"] == [whole.id]
    (edit,) = client.get(f"/api/incidents/{whole.id}").json()["edits"]
    assert (edit["value"], edit["reason"]) == ({"min": 10, "max": 14}, "a list")
    at, bounds = datetime.fromisoformat(edit["at"]), {"min": 10, "max": 14}
    killed = Shown("counts.killed", bounds, "set", (), 10, 14, SetBy(edit["id"], edit["by"], at, "a list"))
    store.put_merged(new=[replace(whole, shown=(*whole.shown, killed))])  # as merging writes it
    page = client.get(f"/api/incidents/{whole.id}").json()
    found, changed = page["incident"]["found"], page["incident"]["changed"]
    news = client.get("/api/incidents", params={"recorded_since": changed}).json()["items"]
    assert found < changed and [i["id"] for i in news] == [whole.id]
    (told,) = [s for s in page["shown"] if s["field"] == "counts.killed"]
    assert told["set_by"] == {"edit": edit["id"], "by": edit["by"], "at": edit["at"], "reason": "a list"}
    assert page["incident"]["edited"] == ["counts.killed"] and page["incident"]["killed"]["high"] == 14
    assert client.post("/api/undo", json={"id": made["id"]}).status_code == 200
    assert client.get(f"/api/incidents/{whole.id}").json()["edits"] == []
    assert client.post(f"/api/incidents/{whole.id}/edits", json=body | {"field": "hedge"}).status_code == 422


def test_decisions_page_by_page(client: Client) -> None:
    for number in range(5):
        event = unseen(client)
        body = {"verdict": "accept", "etag": event["etag"], "reason": str(number)}
        client.post(f"/api/events/{event['id']}/review", json=body)
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get("/api/decisions?limit=2" + (f"&cursor={cursor}" if cursor else "")).json()
        seen += [d["reason"] for d in page["items"] if d["by"] == "ann"]
        cursor = page["next"]
    assert seen == ["4", "3", "2", "1", "0"]
    audit = client.get("/api/audit?limit=3").json()
    assert [e["action"] for e in audit["items"]] == ["review"] * 3 and audit["items"][0]["address"] == "testclient"
    assert client.get(f"/api/audit?cursor={audit['next']}").json()["items"][0]["id"] == audit["items"][-1]["id"] - 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/events/{id}/review", {"verdict": "fix", "edits": []}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "type", "value": "NONE"}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "nothing", "value": 1}]}),
        (
            "/api/events/{id}/review",
            {"verdict": "fix", "edits": [{"field": "where", "value": [{"lat": "x", "lon": 1}]}]},
        ),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "actors", "value": [{"sectors": 3}]}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "actors", "value": [{"text": 3}]}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "modes", "value": [[]]}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "counts.killed", "value": {"min": "x"}}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "counts", "value": [{"what": []}]}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "confidence", "value": 10**400}]}),
        ("/api/events/{id}/review", {"verdict": "fix", "edits": [{"field": "when", "value": {"start": 5}}]}),
        ("/api/judgements", {"verdict": "same", "left": "{id}", "right": "{id}"}),
        ("/api/incidents/join", {"incidents": ["{id}", "{id}"]}),
    ],
)
def test_what_cannot_be_decided(client: Client, path: str, body: dict[str, Any]) -> None:
    event = unseen(client)
    full = {k: event["id"] if v == "{id}" else v for k, v in body.items()}
    if "review" in path:
        full["etag"] = event["etag"]
    answer = client.post(path.replace("{id}", event["id"]), json=full)
    assert answer.status_code in (404, 422), answer.text
    assert client.get(f"/api/events/{event['id']}").json()["event"]["etag"] == event["etag"]


def test_the_queue_and_what_comes_of_it(client: Client, store: Store) -> None:
    queue = client.get("/api/review/queue?limit=5").json()
    assert queue["total"]["count"] == store.count(UNSEEN)
    priorities = [i["priority"] for i in queue["items"]]
    assert priorities == sorted(priorities, reverse=True) and all(i["why"] is not None for i in queue["items"])
    unsure = [i["event"]["confidence"] for i in client.get("/api/review/queue?order=unsure").json()["items"]]
    assert unsure == sorted(unsure)
    drawn = [i["event"]["id"] for i in client.get("/api/review/queue?round=sample&sample=one").json()["items"]]
    again = [i["event"]["id"] for i in client.get("/api/review/queue?round=sample&sample=one").json()["items"]]
    other = [i["event"]["id"] for i in client.get("/api/review/queue?round=sample&sample=two").json()["items"]]
    assert drawn == again != other and sorted(drawn) == sorted(other)
    for number, verdict in enumerate(("accept", "accept", "reject", "fix")):
        item = client.get("/api/review/queue?round=sample&sample=one&limit=1").json()["items"][0]["event"]
        assert item["id"] == drawn[number]
        body = {"verdict": verdict, "etag": item["etag"], "sample": "one"}
        body |= {"edits": [{"field": "status", "value": "planned"}]} if verdict == "fix" else {}
        assert client.post(f"/api/events/{item['id']}/review", json=body).status_code == 200
    progress = client.get("/api/review/progress").json()
    assert progress["reviewers"][0] == {"name": "ann", "accept": 2, "fix": 1, "reject": 1}
    assert (progress["reviewed"], progress["today"]) == (5, 5)
    table = client.get("/api/review/precision?sample=one").json()
    assert (table["total"]["n"], table["total"]["right"]) == (4, 3)
    assert 0 < table["total"]["low"] < 0.75 < table["total"]["high"] < 1
    assert {f["field"]: (f["n"], f["right"]) for f in table["fields"]}["status"] == (3, 2)


def test_a_second_look_at_what_others_reviewed(new_client: NewClient) -> None:
    ann, zoe = new_client(author="ann").enter(), new_client(author="zoe").enter()
    (item,) = ann.get("/api/review/queue?round=second").json()["items"]
    assert item["event"]["reviews"][0]["by"] == "zoe"
    assert zoe.get("/api/review/queue?round=second").json()["items"] == []
    body = {"verdict": "accept", "etag": item["event"]["etag"]}
    assert ann.post(f"/api/events/{item['event']['id']}/review", json=body).status_code == 200
    assert ann.get("/api/review/progress").json()["agreement"]["share"] == 1
    assert ann.get("/api/review/queue?round=second").json()["items"] == []


def test_actors_are_put_together_renamed_and_listed(client: Client, coder: HandCoder) -> None:
    one, two = client.get("/api/actors?q=:REB").json()["items"]
    merged = client.post(f"/api/actors/{two['id']}/merge", json={"into": one["id"], "reason": "the same"}).json()
    assert merged["kind"] == "actor"
    (whole,) = client.get("/api/actors?q=:REB").json()["items"]
    assert whole["as_actor"] == one["as_actor"] + two["as_actor"]
    assert client.get(f"/api/events?actor={one['id']}").json()["total"]["count"] == whole["as_actor"]
    client.post(f"/api/actors/{one['id']}/rename", json={"name": "The Front"})
    page = client.get(f"/api/actors/{two['id']}").json()
    assert page["actor"]["name"] == "The Front" and [d["kind"] for d in page["decisions"]] == ["rename", "merge"]
    entry = {"name": "The Front", "country": "MLI", "sectors": ["REB"], "aliases": ["TF"]}
    listed = client.post(f"/api/actors/{one['id']}/list", json=entry).json()
    assert listed["key"] == "the-front" and coder.renewed == 1
    for wrong in (entry | {"sectors": ["XXX"]}, entry | {"country": "Mali"}):
        assert client.post(f"/api/actors/{one['id']}/list", json=wrong).status_code == 422, wrong
    client.post("/api/undo", json={})
    client.post("/api/undo", json={})
    assert len(client.get("/api/actors?q=:REB").json()["items"]) == 2


def test_decisions_of_a_colleague_are_taken_over_as_a_file(client: Client, new_client: NewClient, store: Store) -> None:
    event = unseen(client)
    edits = [{"field": "status", "value": "planned"}]
    body = {"verdict": "fix", "etag": event["etag"], "edits": edits, "reason": "a plan"}
    made = client.post(f"/api/events/{event['id']}/review", json=body).json()
    answer = client.get("/api/decisions/lines")
    assert answer.headers["content-disposition"] == 'attachment; filename="decisions.jsonl"'
    *_, line = known = answer.text.splitlines()
    assert json.loads(line)["reason"] == "a plan"
    file = [("file", ("ben.jsonl", answer.content, "application/x-ndjson"))]
    assert client.post("/api/decisions/lines", files=file).json() == {"made": 0, "known": len(known), "refused": []}
    client.post("/api/undo", json={"id": made["id"]})
    theirs = json.dumps(json.loads(line) | {"by": "ben"})
    file = [("file", ("ben.jsonl", theirs.encode(), "application/x-ndjson"))]
    assert client.post("/api/decisions/lines", files=file).json() == {"made": 1, "known": 0, "refused": []}
    told = store.edits()[-1]
    assert (told.by, told.value, told.reason) == ("ben", "planned", "a plan")
    other = json.dumps(json.loads(line) | {"by": "cleo", "value": "ongoing"})
    file = [("file", ("cleo.jsonl", other.encode(), "application/x-ndjson"))]
    (refused,) = client.post("/api/decisions/lines", files=file).json()["refused"]
    assert refused == {"id": json.loads(line)["id"], "reason": "ben set status to planned: a plan"}
    assert client.post("/api/decisions/lines", files=file, data={"replace": "true"}).json()["made"] == 1
    assert store.edits()[-1].by == "cleo"


@pytest.mark.parametrize("content", [b"{}", b"no json", b"[1]", b"\xff\xfe\x00"])
def test_files_that_hold_no_decisions_are_refused(client: Client, content: bytes) -> None:
    answer = client.post("/api/decisions/lines", files=[("file", ("x.jsonl", content, "text/plain"))])
    assert answer.status_code == 422 and "dateline decisions" in answer.json()["error"]["message"]


def test_decisions_made_elsewhere_stand_in_the_list_and_are_taken_back(client: Client, store: Store) -> None:
    one, two, three = (unseen(client, number) for number in (0, 1, 2))
    at_desk = client.post(f"/api/events/{one['id']}/review", json={"verdict": "accept", "etag": one["etag"]}).json()
    edit = store.edit(two["passage"], "status", "planned", by="ben", reason="a plan")
    judged = store.judge("different", two["passage"], three["passage"], by="cleo", reason="two towns")
    gone = store.withdraw(three["article"]["id"], by="ben", reason="taken back")
    latest = client.get("/api/decisions?limit=4").json()["items"]
    assert [d["id"] for d in latest] == [gone.id, judged.id, edit.id, at_desk["id"]]
    assert [d["kind"] for d in latest] == ["withdrawal", "judgement", "edit", "review"]
    assert latest[2]["words"] == f"status of {edit.record}" and latest[2]["events"] == [edit.record]
    assert latest[0]["article"] == three["article"]["id"] and latest[0]["undone"] is None
    listed, cursor = [], ""
    while cursor is not None:  # page by page, each once
        page = client.get(f"/api/decisions?limit=2{f'&cursor={cursor}' if cursor else ''}").json()
        listed += [d["id"] for d in page["items"]]
        cursor = page["next"]
    assert listed[:4] == [d["id"] for d in latest] and len(set(listed)) == len(listed)
    rows = list(csv.DictReader(io.StringIO(client.get("/api/decisions?format=csv").text)))
    assert any((r["by"], r["field"], r["after"]) == ("ben", "status", "planned") for r in rows)
    client.post("/api/undo", json={"id": edit.id, "reason": "it happened"})
    assert client.get("/api/decisions?limit=3").json()["items"][2]["undone"]["reason"] == "it happened"
    assert client.get("/api/decisions?cursor=WzAsLTFd").status_code in (200, 422)
