from __future__ import annotations

from tests.web.conftest import Shared


def test_a_series_counts_what_lies_between(shared: Shared) -> None:
    told = shared.client.get("/api/relations/series?a=NER&b=NER&unit=month").json()
    within = shared.client.get("/api/events?actor=NER&recipient=NER").json()["total"]["count"]
    undated = shared.client.get("/api/events/timeline?actor=NER&recipient=NER").json()["undated"]
    assert sum(p["cooperation"]["count"] + p["conflict"]["count"] for p in told["points"]) == within - undated
    anybody = shared.client.get("/api/relations/series?a=NER&direction=out&unit=year").json()
    assert anybody["b"] == [] and [p["start"] for p in anybody["points"]] == ["2024-01-01"]
    several = shared.client.get("/api/relations/series?a=NER,MLI&direction=in").json()
    assert several["a"] == ["NER", "MLI"]


def test_sides_that_cannot_be(shared: Shared) -> None:
    for query in ("a=", "a=,", "a=" + ",".join(["MLI"] * 13), "a=MLI&unit=day", "a=..."):
        assert shared.client.get(f"/api/relations/series?{query}").status_code == 422, query


def test_a_network_and_a_matrix(shared: Shared) -> None:
    network = shared.client.get("/api/relations/network?level=sector").json()
    assert {n["id"] for n in network["nodes"]} == {"MLI:REB", "MLI:CVL", "NER:REB", "NER:CVL"}
    assert network["months"] == {"first": "2024-05", "last": "2024-07"}
    later = shared.client.get("/api/relations/network?since=2024-07-01").json()
    assert later["months"] == network["months"]
    assert sum(e["events"] for e in later["edges"]) < sum(e["events"] for e in network["edges"])
    matrix = shared.client.get("/api/relations/matrix?limit=2").json()
    assert [p["label"] for p in matrix["parties"]] == ["Mali", "Niger"]
    cells = {(c["from"], c["to"]): c for c in matrix["cells"]}
    assert cells["NER", "NER"]["cooperation"] == cells["NER", "NER"]["events"]
    assert cells["MLI", "MLI"]["conflict"] == cells["MLI", "MLI"]["events"]
