from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.records.article import Article
from dateline.records.incident import Change, Copy, Link, Origin
from dateline.records.query import Filter
from dateline.store import Store
from tests.store.making import article, code_one, run
from tests.web.conftest import Client

UNSEEN = Filter(reviewed=False)
HOSTILE = (
    "<script>alert(1)</script> \u202eevil\u202c \U0001f4a5\U0001f4a5 =cmd|' /C calc'!A0 & \x07\x1b[31m" + "x" * 100_000
)


def units(text: str, start: int, end: int) -> str:
    """The part of a text as a browser slices it."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_an_event_with_the_words_around_it(client: Client, store: Store) -> None:
    stored = next(s for s in store.events(UNSEEN) if s.event.where and s.event.recipients)
    told = client.get(f"/api/events/{stored.event.id}").json()
    event, passage = told["event"], told["passage"]
    assert event["passage"] == stored.passage and event["rejected"] is False and event["reviews"] == []
    assert event["incident"] == store.incidents_of([stored.passage])[stored.passage]
    roles = {m["role"]: units(passage["text"], m["start"], m["end"]) for m in passage["marks"]}
    assert roles["trigger"] == "attacked" and roles["actor"] == "Rebels"
    assert roles["evidence"] == event["evidence"]["text"]
    assert [v["id"] for v in told["versions"]] == [stored.event.id]


def test_an_event_through_its_changes(client: Client, store: Store) -> None:
    event = next(iter(store.events(UNSEEN))).event
    first = store.edit(event.id, "status", "planned", by="ann", reason="so")
    store.undo(first.id, by="ann", reason="not so")
    store.edit(event.id, "rejected", True, by="bob", reason="none")
    told = client.get(f"/api/events/{event.id}").json()
    assert told["event"]["rejected"] is True
    assert [(e["field"], e["withdrawn"] is None) for e in told["edits"]] == [("status", False), ("rejected", True)]
    assert len(told["versions"]) == 3


def test_why_an_event_was_coded(client: Client, store: Store) -> None:
    event = next(s.event for s in store.events() if s.event.where and s.event.when)
    told = client.get(f"/api/events/{event.id}/explain").json()
    assert told["found"] and told["scores"] == [{"type": "ASSAULT", "probability": 0.9}] and told["rule"] == "a rule"
    assert {f["field"] for f in told["found_by"]} >= {"actors", "where", "when"}
    marks = {m["role"]: units(told["sentence"]["text"], m["start"], m["end"]) for m in told["marks"]}
    assert marks["trigger"] == "attacked"


def test_an_event_that_the_coder_no_longer_finds(client: Client, store: Store) -> None:
    store.begin(run("r2", "m2"))
    store.add(run("r2", "m2"), [code_one(article(n), shift=1) for n in range(3)])
    told = client.get("/api/events/ea0-0-0/explain").json()
    assert told["found"] is False and "present model" in told["reason"]


def test_an_article_with_its_marks(client: Client, store: Store) -> None:
    text = "\U0001f4a5 Rebels 7 attacked Gao on day 0, killing 7, officials said."
    store.begin(run("r3", "m3"))
    store.add(run("r3", "m3"), [code_one(Article("wide", text, published="2024-07-02"))])
    told = client.get("/api/articles/wide").json()
    assert told["text"] == text
    marked = {(m["role"], units(text, m["start"], m["end"])) for m in told["marks"]}
    assert {("trigger", "attacked"), ("actor", "Rebels"), ("speaker", "officials")} <= marked
    assert all((m["event"] is None) != (m["statement"] is None) for m in told["marks"])


def test_hostile_text_comes_back_as_text(client: Client, store: Store) -> None:
    text = f"Rebels 7 attacked Gao {HOSTILE}, officials said."
    store.begin(run("r3", "m3"))
    coded = code_one(Article("bad", text, title=HOSTILE[:300], publisher="<img src=x onerror=alert(1)>"))
    store.add(run("r3", "m3"), [coded])
    answer = client.get("/api/articles/bad")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["text"] == text and answer.json()["article"]["title"] == HOSTILE[:300]
    listed = client.get("/api/events?article=bad").json()["items"]
    assert len(listed) == len(coded.events)
    passage = client.get(f"/api/events/{listed[0]['id']}").json()["passage"]
    assert len(passage["text"]) < 6000
    rows = client.get("/api/events?article=bad&format=csv").text
    assert "\n=cmd" not in rows and ",=cmd" not in rows


def test_an_incident_whole(client: Client, store: Store) -> None:
    whole = next(i for i in store.incidents() if 1 < len(i.events) == len(store.passages(i.events)))
    one, two = whole.events[:2]
    (told,) = store.passages([one])
    origin = Origin(told.article.id, (Copy(told.article.id, 1.0, "itself"), Copy("a0", 0.9, "words")), "AP")
    change = Change(whole.id, datetime(2024, 8, 2, tzinfo=UTC), "joined", "a3", "a third report", "events", None, [two])
    link = Link(*sorted((one, two)), 0.9, ("same place", "same day"), "test")
    outside = Link(*sorted((one, "of another incident")), 0.95, ("like sentences",), "test")
    store.put_merged(origins=[origin], history=[change], links=[link, outside])
    store.judge("same", one, two, by="ann", reason="")
    page = client.get(f"/api/incidents/{whole.id}").json()
    assert {e["passage"] for e in page["events"]} == set(whole.events)
    assert [p["passage"] for p in page["passages"]] == [e["passage"] for e in page["events"]]
    assert {p for x in page["links"] for p in (x["left"], x["right"])} <= set(whole.events)
    assert page["links"][0]["reasons"] == ["same place", "same day"] and page["changes"][0]["kind"] == "joined"
    assert page["judgements"][0]["verdict"] == "same" and page["moved"] is None
    (shown,) = page["origins"]
    assert (shown["agency"], [c["article"]["id"] for c in shown["copies"]]) == ("AP", ["a0"])


def test_an_incident_under_the_id_of_one_that_was_merged_into_it(client: Client, store: Store) -> None:
    one, two, *_ = store.incidents()
    store.put_merged(new=[replace(one, events=(*one.events, *two.events))], ended={two.id: one.id})
    page = client.get(f"/api/incidents/{two.id}").json()
    assert (page["incident"]["id"], page["moved"]) == (one.id, two.id)


def test_an_actor_page(client: Client, store: Store) -> None:
    found = client.get("/api/actors?q=Gao").json()["items"][0]
    page = client.get(f"/api/actors/{found['id']}").json()
    assert page["actor"] == found and page["forms"][0]["name"] == "Gao"
    assert sum(r["count"] for r in page["roles"] if r["role"] == "recipient") == found["as_recipient"]
    assert sum(q["as_recipient"] for q in page["quads"]) == found["as_recipient"]
    assert page["opponents"][0]["actor"]["name"] == "Rebels" and page["opponents"][0]["conflict"] > 0
    assert client.get(f"/api/actors/{page['forms'][0]['id']}").json()["actor"] == found


def test_what_is_not_there(client: Client) -> None:
    for path in ("events/x", "events/x/explain", "incidents/x", "articles/x", "actors/x", "jobs/x", "nothing", "x/y"):
        answer = client.get(f"/api/{path}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found"), path
    assert client.put("/api/events").status_code in (404, 405)


def test_the_codebook_and_the_state_of_the_server(client: Client, store: Store) -> None:
    book = client.get("/api/codebook").json()
    assert len(book["types"]) == 16 and {"code": "MLI", "name": "Mali"} in book["countries"]
    assert "counts.killed" in book["fields"]
    status = client.get("/api/status").json()
    assert (status["events"], status["articles"], status["statements"]) == (store.count(), 20, 39)
    assert status["samples"] is True and status["first_day"] <= status["last_day"]


def test_places_by_name(client: Client) -> None:
    found = client.get("/api/places?q=gao&country=MLI").json()["items"]
    assert {p["country"] for p in found} == {"MLI"} and "settlement" in {p["precision"] for p in found}
    begun = client.get("/api/places?q=Timbu").json()["items"]
    assert begun[0]["name"] == "Timbuktu" and all(p["lat"] is not None for p in begun)
    assert client.get("/api/places?q=Nowhereatall").json()["items"] == []


def test_two_or_three_letters_give_the_most_populous_places_that_begin_so(client: Client) -> None:
    for letters, among in (
        ("pa", {"Pakistan", "Paris"}),
        ("san", {"Santiago", "San"}),
        ("ba", {"Bangladesh", "Baghdad"}),
    ):
        found = client.get("/api/places", params={"q": letters}).json()["items"]
        assert among <= {p["name"] for p in found}, letters
