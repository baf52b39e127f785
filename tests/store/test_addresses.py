from __future__ import annotations

import csv
import io
import json

from dateline.exporters import rows
from dateline.exporters.shapes import INCIDENTS
from dateline.records.incident import Incident, Shown, Version
from dateline.store import Store
from tests.store.making import article, code_one, run


def told(*articles: str) -> Shown:
    """A type that these articles tell."""
    return Shown(
        "type", "ASSAULT", "", tuple(Version("ASSAULT", a, a, a, None, None, (), "told", None) for a in articles)
    )


def test_the_addresses_of_the_articles_stand_in_their_order(store: Store) -> None:
    urls = {"a": "https://paper.example/a", "b": None, "c": "https://post.example/c"}
    store.begin(run())
    store.add(run(), [code_one(article(n, id=id_, url=urls[id_])) for n, id_ in enumerate(urls)])
    first = Incident("e1", ("e1",), (told("c", "b", "a"),), ("a",), ())
    store.put_merged(new=[first, Incident("e2", ("e2",), (told("b"),), ("b",), ())])
    ours = [one for one in store.incidents() if one.id in ("e1", "e2")]
    assert all(one.urls == () for one in store.incidents(urls=False))
    assert store.incident("e1").urls == ("https://post.example/c", None, "https://paper.example/a")
    out = io.StringIO()
    rows.write_csv(ours, INCIDENTS, out)
    out.seek(0)
    flat = {line["incident_id"]: (line["articles"], line["urls"]) for line in csv.DictReader(out)}
    assert flat == {"e1": ("c; b; a", "https://post.example/c; ; https://paper.example/a"), "e2": ("b", "")}
    whole = io.StringIO()
    rows.write_jsonl(ours, INCIDENTS, whole)
    lines = {line["id"]: line for line in map(json.loads, whole.getvalue().splitlines())}
    assert (lines["e1"]["articles"], lines["e1"]["urls"][1]) == (["c", "b", "a"], None)
