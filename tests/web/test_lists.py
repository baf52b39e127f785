from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pyarrow.parquet
import pytest

from dateline.records.query import Box, Filter, Near
from tests.web.conftest import Client, Shared

ASKED: dict[str, tuple[str, Filter]] = {
    "nothing": ("", Filter()),
    "type": ("type=ASSAULT&type=PROTEST", Filter(types=("ASSAULT", "PROTEST"))),
    "quad": ("quad=verbal_cooperation", Filter(quads=("verbal_cooperation",))),
    "country": ("country=NER", Filter(countries=("NER",))),
    "part of the world": ("country=sahel", Filter(countries=("BFA", "MLI", "MRT", "NER", "NGA", "SDN", "SEN", "TCD"))),
    "region": ("region=gao", Filter(regions=("Gao",))),
    "near": ("near=16.5,0.5,80", Filter(near=Near(16.5, 0.5, 80))),
    "bbox": ("bbox=-1,16,1,17", Filter(box=Box(-1, 16, 1, 17))),
    "party": ("party=NER", Filter(party="NER")),
    "dyad": ("dyad=NER:REB>NER:CVL", Filter(dyad="NER:REB>NER:CVL")),
    "text": ("text=rebel gao", Filter(text="rebel gao")),
    "source": ("source=Paper 1", Filter(sources=("Paper 1",))),
    "confidence": ("confidence=0.8", Filter(confidence=0.8)),
    "min_origins": ("min_origins=2", Filter(min_origins=2)),
    "reviewed": ("reviewed=yes", Filter(reviewed=True)),
    "not reviewed": ("reviewed=no", Filter(reviewed=False)),
    "edited": ("edited=true", Filter(edited=True)),
    "without a place": ("without=place", Filter(without=("place",))),
    "without anything": ("without=place&without=date", Filter(without=("place", "date"))),
    "new": ("recorded_since=2001-01-01", Filter(recorded_since=datetime(2001, 1, 1, tzinfo=UTC))),
    "nothing new": ("recorded_since=2200-01-01T12:00", Filter(recorded_since=datetime(2200, 1, 1, 12, tzinfo=UTC))),
}


def all_of(client: Client, path: str, query: str = "", limit: int = 7) -> list[Any]:
    """A list page by page."""
    out: list[Any] = []
    cursor = ""
    while True:
        page = client.get(f"{path}?limit={limit}&{query}" + (f"&cursor={cursor}" if cursor else "")).json()
        assert (page["total"] is None) == bool(cursor) or "actors" in path or page["total"] is None
        out += page["items"]
        cursor = page["next"]
        if cursor is None:
            return out


@pytest.mark.parametrize("name", ASKED)
def test_events_under_every_filter(shared: Shared, name: str) -> None:
    query, asked = ASKED[name]
    expected = [s.event.id for s in shared.store.events(asked)]
    assert [e["id"] for e in all_of(shared.client, "/api/events", query)] == expected
    first = shared.client.get(f"/api/events?{query}").json()
    assert first["total"] == {"count": len(expected), "at_least": False}
    assert shared.client.get(f"/api/events/facets?{query}").json()["total"] == len(expected)
    bars = shared.client.get(f"/api/events/timeline?unit=month&{query}").json()
    assert sum(b["total"] for b in bars["bars"]) + bars["undated"] == len(expected)


@pytest.mark.parametrize("kind", ["events", "incidents"])
def test_what_is_chosen_of_a_field_leaves_its_other_values_to_choose(shared: Shared, kind: str) -> None:
    def counts(query: str) -> dict[str, list[Any]]:
        return {f["field"]: f["values"] for f in shared.client.get(f"/api/{kind}/facets?{query}").json()["facets"]}

    everything = counts("")
    one, *others = (value["value"] for value in everything["type"])
    chosen = counts(f"type={one}")
    assert others and chosen["type"] == everything["type"]
    assert sum(v["count"] for v in chosen["quad"]) < sum(v["count"] for v in everything["quad"])
    both = counts(f"type={one}&quad={everything['quad'][0]['value']}")
    assert both["quad"] == chosen["quad"]


@pytest.mark.parametrize("name", ASKED)
def test_incidents_under_every_filter(shared: Shared, name: str) -> None:
    query, asked = ASKED[name]
    expected = [i.id for i in shared.store.incidents(asked)]
    assert [i["id"] for i in all_of(shared.client, "/api/incidents", query)] == expected


@pytest.mark.parametrize("order", ["day", "sure", "unsure", "recorded"])
def test_orders_reach_everything_once(shared: Shared, order: str) -> None:
    ids = [e["id"] for e in all_of(shared.client, "/api/events", f"order={order}")]
    assert len(ids) == len(set(ids)) == shared.store.count()


def test_statements_and_articles_page_by_page(shared: Shared) -> None:
    expected = [s.statement.id for s in shared.store.statements()]
    assert [s["id"] for s in all_of(shared.client, "/api/statements")] == expected
    ids = [a["id"] for a in all_of(shared.client, "/api/articles")]
    assert ids == [f"a{n}" for n in reversed(range(20))]
    narrowed = shared.client.get("/api/articles?text=gao&source=Paper 1&since=2024-07-02&until=2024-07-12").json()
    assert {a["id"] for a in narrowed["items"]} == {"a9"}
    assert narrowed["total"] == {"count": 1, "at_least": False}
    (item,) = narrowed["items"]
    assert (item["events"], item["statements"], item["words"]) == (1, 1, 11)
    actor = shared.client.get("/api/statements?limit=1").json()["items"][0]["source"]["actor"]
    said = shared.client.get(f"/api/statements?actor={actor}").json()
    assert said["total"]["count"] == len(expected)


def test_incidents_say_since_when_they_are_known(shared: Shared) -> None:
    client = shared.client
    first = client.get("/api/incidents?limit=1").json()["items"][0]
    assert first["found"] == first["changed"] == client.get(f"/api/incidents/{first['id']}").json()["incident"]["found"]


def test_actors_by_their_events(shared: Shared) -> None:
    found = all_of(shared.client, "/api/actors", limit=2)
    assert sum(a["as_actor"] for a in found) == sum(len(one.event.actors) for one in shared.store.events())
    totals = [a["as_actor"] + a["as_recipient"] + a["as_voice"] for a in found]
    assert totals == sorted(totals, reverse=True)
    assert {a["name"] for a in all_of(shared.client, "/api/actors", "q=kidal")} == {"Kidal"}
    within = all_of(shared.client, "/api/actors", "country=NER&q=:REB")
    assert [(a["name"], a["country"]) for a in within] == [("Rebels", "NER")]
    assert within[0]["as_actor"] == shared.store.count(Filter(countries=("NER",)))


@pytest.mark.parametrize("order", ["title", "publisher", "events", "statements", "day", "added"])
@pytest.mark.parametrize("reverse", [False, True])
def test_articles_by_any_column(shared: Shared, order: str, reverse: bool) -> None:
    found = all_of(shared.client, "/api/articles", f"order={order}&reverse={str(reverse).lower()}")
    assert {a["id"] for a in found} == {f"a{n}" for n in range(20)} and len(found) == 20
    column = {"day": "published"}.get(order, order)
    values = [a[column].lower() if isinstance(a[column], str) else a[column] for a in found if a[column] is not None]
    assert values == sorted(values, reverse=reverse == (order in ("title", "publisher")))


@pytest.mark.parametrize("order", ["name", "country", "as_actor", "as_recipient", "as_voice", "total"])
@pytest.mark.parametrize("narrowed", ["", "country=NER"])
def test_actors_by_any_column(shared: Shared, order: str, narrowed: str) -> None:
    query = f"order={order}&{narrowed}"
    down, up = (all_of(shared.client, "/api/actors", f"{query}&reverse={way}", limit=2) for way in ("false", "true"))
    assert (
        {a["id"] for a in down}
        == {a["id"] for a in up}
        == {a["id"] for a in all_of(shared.client, "/api/actors", narrowed)}
    )
    assert shared.client.get(f"/api/actors?limit=1&{narrowed}").json()["total"]["count"] == len(down) > 1
    if order != "total":
        values = [
            str(a[order]).lower() if order in ("name", "country") else -a[order] for a in down if a[order] is not None
        ]
        assert values == sorted(values)


def test_an_actor_is_sorted_by_the_name_that_people_gave_it(client: Client) -> None:
    last = all_of(client, "/api/actors", "order=name")[-1]
    client.post(f"/api/actors/{last['id']}/rename", json={"name": "Aardvarks"})
    assert all_of(client, "/api/actors", "order=name")[0]["id"] == last["id"]


def test_a_file_of_actors_holds_those_that_are_searched_for(shared: Shared) -> None:
    rows = csv.DictReader(io.StringIO(shared.client.get("/api/actors?format=csv&q=kidal").text))
    assert {row["name"] for row in rows} == {"Kidal"}


def test_a_map_is_not_narrowed_by_what_is_seen(shared: Shared) -> None:
    whole = shared.client.get("/api/events/map?zoom=8").json()
    seen = shared.client.get("/api/events/map?zoom=8&bbox=-1,16,1,17").json()
    assert len(whole["points"]) == 3 and len(seen["points"]) == 1
    assert seen["unplaced"] == whole["unplaced"] > 0
    single = shared.client.get("/api/events/map?zoom=8&article=a3").json()["points"]
    assert [p["label"] for p in single] == ["Kidal"] and single[0]["count"] == 1
    assert single[0]["id"] == next(iter(shared.store.events(Filter(articles=("a3",))))).event.id


def test_places_that_are_drawn_together_are_not_called_by_one_alone(shared: Shared) -> None:
    near, far = (shared.client.get(f"/api/events/map?zoom={zoom}").json()["points"] for zoom in (8, 0))
    assert len(far) < len(near)
    together = [p for p in far if p["bounds"][0] < p["bounds"][2]]
    assert together and all(p["label"] and p["others"] for p in together)
    assert not any(p["others"] for p in near)


@pytest.mark.parametrize("path", ["events", "incidents", "statements", "actors", "articles"])
def test_whole_lists_as_files(shared: Shared, path: str) -> None:
    number = len(all_of(shared.client, f"/api/{path}", limit=50))
    rows = shared.client.get(f"/api/{path}?format=csv")
    assert rows.headers["content-disposition"] == f'attachment; filename="{path}.csv"'
    assert len(list(csv.DictReader(io.StringIO(rows.text)))) >= number
    lines = shared.client.get(f"/api/{path}?format=jsonl").text.splitlines()
    assert len(lines) >= number and all(json.loads(line)["record"] for line in lines)
    table = pyarrow.parquet.read_table(io.BytesIO(shared.client.get(f"/api/{path}?format=parquet").content))
    assert table.num_rows == len(lines)
    book = shared.client.get(f"/api/{path}?format=xlsx")
    assert book.headers["content-disposition"] == f'attachment; filename="{path}.xlsx"'
    with zipfile.ZipFile(io.BytesIO(book.content)) as opened:
        assert opened.read("xl/worksheets/sheet1.xml").count(b"<row ") == len(lines) + 1
    excel = shared.client.get(f"/api/{path}?format=excel")
    assert excel.headers["content-disposition"] == rows.headers["content-disposition"]
    assert excel.content == "\ufeff".encode() + rows.content


def test_articles_of_a_file_are_those_that_the_filter_finds(shared: Shared) -> None:
    rows = list(csv.DictReader(io.StringIO(shared.client.get("/api/articles?format=csv&order=day&text=Gao").text)))
    told = all_of(shared.client, "/api/articles", "order=day&text=Gao")
    assert [r["id"] for r in rows] == [a["id"] for a in told] and len(told) > 0
    assert [int(r["events"]) for r in rows] == [a["events"] for a in told]


def test_geojson_of_what_has_places(shared: Shared) -> None:
    for path in ("events", "incidents"):
        told = shared.client.get(f"/api/{path}?format=geojson&country=MLI").json()
        assert told["type"] == "FeatureCollection" and all(f["geometry"] for f in told["features"])
        assert len(told["features"]) == shared.client.get(f"/api/{path}?country=MLI").json()["total"]["count"]
    for path in ("statements", "actors"):
        assert shared.client.get(f"/api/{path}?format=geojson").status_code == 422


def test_geopackage_of_what_has_places(shared: Shared) -> None:
    for path, names in (("events", ["events"]), ("incidents", ["incidents", "events"])):
        told = shared.client.get(f"/api/{path}?format=gpkg&country=MLI")
        assert told.headers["content-disposition"] == f'attachment; filename="{path}.gpkg"'
        with closing(sqlite3.connect(":memory:")) as file:
            file.deserialize(told.content)
            assert [name for (name,) in file.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid")] == names
            (number,) = file.execute(f"SELECT count(geom) FROM {path}").fetchone()
        assert number == shared.client.get(f"/api/{path}?country=MLI").json()["total"]["count"]
    assert shared.client.get("/api/statements?format=gpkg").status_code == 422


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("type=NONE", "type"),
        ("mode=none", "mode"),
        ("quad=x", "quad"),
        ("status=x", "status"),
        ("country=Mali", "country"),
        ("near=x", "near"),
        ("near=99,0,1", "near"),
        ("bbox=1,2,3", "bbox"),
        ("bbox=nan,0,1,1", "bbox"),
        ("since=yesterday", "since"),
        ("confidence=2", "confidence"),
        ("min_origins=-1", "min_origins"),
        ("as_of=then", "as_of"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("cursor=x", "cursor"),
        ("cursor=WzEsMSwxXQ", "cursor"),
        ("reviewed=maybe", "reviewed"),
        ("order=size", "order"),
        ("format=xml", "format"),
        ("text=" + "x" * 201, "text"),
        ("text=%EF%BF%BD", None),
        ("dyad=MLI", None),
    ],
)
def test_what_cannot_be_asked_is_named(shared: Shared, query: str, field: str | None) -> None:
    answer = shared.client.get(f"/api/events?{query}")
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "invalid" and error["message"]
    assert field is None or (error["field"] == field and field in error["message"])


def test_statements_name_what_they_do_not_have(shared: Shared) -> None:
    for query in ("type=AID", "bbox=0,0,1,1", "reviewed=no", "dyad=MLI>NER"):
        assert shared.client.get(f"/api/statements?{query}").status_code == 422


def test_a_file_that_cannot_be_made_is_an_error(shared: Shared) -> None:
    for query in ("statements?format=csv&type=AID", "events?format=jsonl&dyad=MLI", "events?format=csv&text=the"):
        assert shared.client.get(f"/api/{query}").status_code == 422
