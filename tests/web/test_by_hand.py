from __future__ import annotations

import pytest

from dateline.records.query import Filter
from dateline.store import Store
from tests.store.making import article
from tests.web.conftest import Client

PATH = "/api/articles/a2"
SPAN = [article(2).text.index("officials"), article(2).text.index("officials") + len("officials said")]
GIVEN = {"trigger": SPAN, "type": "THREATEN", "status": "planned", "reason": "a warning"}


def test_an_event_is_added_shown_with_who_did_and_undone(client: Client, store: Store) -> None:
    before = store.count(Filter(articles=["a2"]))
    answer = client.post(f"{PATH}/events", json=GIVEN)
    made = answer.json()
    assert (made["kind"], made["words"]) == ("addition", "THREATEN “officials said” added"), made
    assert made["event"]["added_by"] == "ann" and made["event"]["status"] == "planned"
    page = client.get(PATH).json()
    (own,) = [e for e in page["events"] if e["added_by"]]
    assert own["trigger"] == {"text": "officials said", "span": SPAN} and len(page["events"]) == before + 1
    assert any(m["role"] == "trigger" and m["event"] == own["id"] for m in page["marks"])
    assert client.get(f"/api/events/{own['id']}").json()["event"]["added_by"] == "ann"
    (listed,) = client.get("/api/decisions?limit=1").json()["items"]
    assert (listed["kind"], listed["events"], listed["article"]) == ("addition", [own["id"]], "a2")
    again = client.post(f"{PATH}/events", json=GIVEN)
    assert again.status_code == 422 and "is there already" in again.json()["error"]["message"]
    undone = client.post("/api/undo", json={"id": made["id"], "reason": "a mix-up"}).json()
    assert undone["kind"] == "addition" and store.count(Filter(articles=["a2"])) == before


def test_it_can_be_edited_and_reviewed_at_once(client: Client) -> None:
    event = client.post(f"{PATH}/events", json=GIVEN).json()["event"]
    body = {"verdict": "fix", "etag": event["etag"], "edits": [{"field": "type", "value": "AID"}]}
    now = client.post(f"/api/events/{event['id']}/review", json=body).json()["event"]
    assert (now["type"], now["added_by"], now["edited"]) == ("AID", "ann", ["type"])


def test_an_article_is_withdrawn_and_brought_back(client: Client, store: Store) -> None:
    before = client.get(PATH).json()
    made = client.post(f"{PATH}/withdraw", json={"reason": "taken back by the paper"}).json()
    assert (made["kind"], made["words"]) == ("withdrawal", "article a2 withdrawn"), made
    page = client.get(PATH).json()
    assert page["events"] == page["statements"] == page["marks"] == [] and page["text"] == before["text"]
    gone = page["article"]["withdrawn"]
    assert (gone["by"], gone["reason"]) == ("ann", "taken back by the paper")
    (listed,) = [a for a in client.get("/api/articles?limit=100").json()["items"] if a["id"] == "a2"]
    assert listed["withdrawn"] == gone and (listed["events"], listed["statements"]) == (0, 0)
    assert gone["at"] in client.get("/api/articles?format=csv").text
    assert client.get("/api/events?article=a2").json()["total"]["count"] == 0
    assert client.post(f"{PATH}/withdraw", json={"reason": "again"}).status_code == 422
    assert client.post(f"{PATH}/events", json=GIVEN).status_code == 422
    assert client.post("/api/undo", json={"id": gone["id"], "reason": "a mix-up"}).status_code == 200
    now = client.get(PATH).json()
    assert now["article"]["withdrawn"] is None
    assert [e["id"] for e in now["events"]] == [e["id"] for e in before["events"]]
    assert client.get("/api/decisions?limit=1").json()["items"][0]["undone"]["reason"] == "a mix-up"


@pytest.mark.parametrize(
    ("path", "body", "code", "said"),
    [
        ("/events", {**GIVEN, "type": "RAID"}, 422, "none of ASSAULT"),
        ("/events", {**GIVEN, "trigger": [3]}, 422, "trigger"),
        ("/events", {**GIVEN, "colour": "red"}, 422, "colour"),
        ("/events", {**GIVEN, "counts": [{"what": "killed", "span": [0, 3]}] * 2}, 422, "each kind of number once"),
        ("/withdraw", {"reason": ""}, 422, "reason"),
        ("/withdraw", {}, 422, "reason"),
    ],
)
def test_what_cannot_be_right_is_refused(client: Client, path: str, body: object, code: int, said: str) -> None:
    answer = client.post(PATH + path, json=body)
    error = answer.json()["error"]
    assert answer.status_code == code and said in f"{error['message']} {error.get('field')}", error
    assert client.post(f"/api/articles/nowhere{path}", json=body).status_code in (404, 422)


def test_the_log_leads_to_the_article(client: Client) -> None:
    client.post(f"{PATH}/withdraw", json={"reason": "read by mistake"})
    lines = client.get("/api/audit?action=withdrawal").json()["items"]
    assert [one["about"] for one in lines] == [[{"kind": "article", "id": "a2"}]]
