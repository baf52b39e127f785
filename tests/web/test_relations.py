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


def test_a_party_that_is_nowhere_in_the_store_is_told(shared: Shared) -> None:
    def unknown(query: str) -> list[str]:
        told: list[str] = shared.client.get(f"/api/relations/series?{query}").json()["unknown"]
        return told

    assert unknown("a=Atlantis&b=NER") == ["Atlantis"]
    assert unknown("a=NER&b=NER") == [] and unknown("a=NER&b=NER&since=1990-01-01&until=1990-01-02") == []


def test_sides_that_cannot_be(shared: Shared) -> None:
    for query in ("a=", "a=,", "a=" + ",".join(["MLI"] * 13), "a=MLI&unit=day", "a=..."):
        assert shared.client.get(f"/api/relations/series?{query}").status_code == 422, query


def test_a_network_and_a_matrix(shared: Shared) -> None:
    network = shared.client.get("/api/relations/network?level=sector").json()
    assert {n["id"] for n in network["nodes"]} == {"MLI:REB", "MLI:CVL", "NER:REB", "NER:CVL", "FRA:GOV"}
    assert network["months"] == {"first": "2024-05", "last": "2024-07"}
    later = shared.client.get("/api/relations/network?since=2024-07-01").json()
    assert later["months"] == network["months"]
    assert sum(e["events"] for e in later["edges"]) < sum(e["events"] for e in network["edges"])
    matrix = shared.client.get("/api/relations/matrix?limit=2").json()
    assert sorted(p["label"] for p in matrix["parties"]) == ["Mali", "Niger"]
    cells = {(c["from"], c["to"]): c for c in matrix["cells"]}
    assert cells["NER", "NER"]["cooperation"] == cells["NER", "NER"]["events"]
    assert cells["MLI", "MLI"]["conflict"] == cells["MLI", "MLI"]["events"]


def test_those_who_meet_act_on_one_another(shared: Shared) -> None:
    network = shared.client.get("/api/relations/network").json()
    ties = {(e["from"], e["to"]): e["events"] for e in network["edges"]}
    assert ties["FRA", "NER"] == ties["NER", "FRA"] > 0 and ("FRA", "FRA") not in ties
    found = shared.client.get("/api/events?dyad=FRA>NER").json()["total"]["count"]
    assert found == ties["FRA", "NER"] == shared.client.get("/api/events?dyad=NER>FRA").json()["total"]["count"]
    for direction, least in (("out", found), ("in", found)):
        told = shared.client.get(f"/api/relations/series?a=FRA&b=NER&direction={direction}&unit=year").json()
        assert sum(p["cooperation"]["count"] for p in told["points"]) + told["undated"] == least
    anybody = shared.client.get("/api/relations/series?a=FRA&direction=in&unit=year").json()
    assert sum(p["cooperation"]["count"] for p in anybody["points"]) + anybody["undated"] == found


def test_the_day_of_publication_bounds_events_and_incidents(shared: Shared) -> None:
    span = "published_since=2024-07-03&published_until=2024-07-09"
    events = shared.client.get(f"/api/events?{span}&limit=100").json()["items"]
    assert {e["article"]["published"] for e in events} and all(
        "2024-07-03" <= e["article"]["published"] <= "2024-07-09" for e in events
    )
    told = {e["incident"] for e in events if e["incident"]}
    assert {i["id"] for i in shared.client.get(f"/api/incidents?{span}&limit=100").json()["items"]} == told
