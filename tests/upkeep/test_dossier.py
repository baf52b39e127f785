from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import pytest

from dateline.errors import MissingError
from dateline.exporters.dossier import lines, write
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.dossier import Dossier, dossier_line
from dateline.records.incident import Copy, Incident, Link, Origin, Shown, Version
from dateline.records.lines import dumps
from dateline.records.stored import StoredEvent
from dateline.store import Store
from tests.make import full_event
from tests.merge.barracks import BACKGROUND, FIRST, NOW, SECOND
from tests.upkeep.making import brought


def text(store: Store, id: str) -> str:
    stream = StringIO()
    write(store.dossier(id), stream)
    return stream.getvalue()


def test_a_dossier_holds_all_that_is_known_of_one_incident(store: Store) -> None:
    brought(store, FIRST, SECOND, BACKGROUND)
    judgement = store.judge("same", "ea00", "ef01", by="ana", reason="one attack")
    found = store.dossier("ea00")
    assert found.incident == store.incident("ea00")
    assert [e.passage for e in found.events] == list(found.incident.events) == ["ea00", "eb00", "ef01"]
    assert [o.id for o in found.origins] == ["a", "b", "f"]
    assert {(x.left, x.right) for x in found.links} <= {("ea00", "eb00"), ("ea00", "ef01"), ("eb00", "ef01")}
    assert found.links[0].reasons and found.links[0].score >= found.links[-1].score
    assert found.judgements == (judgement,)
    assert found.changes == tuple(store.changes("ea00"))
    assert found.publishers == {"a": "The Paper", "b": "Another Paper", "f": "The Paper"}


def test_any_event_leads_to_its_incident_and_nothing_is_told(store: Store) -> None:
    brought(store, FIRST, SECOND)
    assert store.dossier("eb00") == store.dossier("ea00")
    with pytest.raises(MissingError, match="no incident"):
        store.dossier("nowhere")


def test_a_dossier_as_it_was_known_then(store: Store) -> None:
    brought(store, FIRST)
    then = datetime.now(UTC)
    brought(store, SECOND, id="r2", model="m2")
    edit = store.edit("ea00", "counts.killed", 30, by="ana", reason="a list")
    before = store.dossier("ea00", as_of=then)
    assert before.incident.events == ("ea00",) and before.events[0].event.counts[0].max == 7
    assert len(before.changes) == 1 and before.links == ()
    assert edit.id in {c.cause for c in store.dossier("ea00").changes}


def test_the_text_puts_versions_side_by_side(store: Store) -> None:
    brought(store, FIRST, SECOND)
    shown = text(store, "ea00")
    assert shown.splitlines()[0].startswith("ea00  Assault")
    assert "7: told (The Paper, 2024-07-30)" in shown and "9: told (Another Paper, 2024-07-31)" in shown
    assert "\n2 passages, 2 independent reports, 2 outlets: The Paper, Another Paper\n" in shown
    assert "counts.killed: best 9, low 7, high 9  [the number most independent reports" in shown
    told_first = "Reports and their copies, first told first"
    for part in ("What is said", "Passages", told_first, "Why they belong together", "History"):
        assert f"\n{part}\n" in shown
    reports = shown.partition(told_first)[2]
    assert 0 < reports.index("The Paper (a), 2024-07-30") < reports.index("Another Paper (b), 2024-07-31")
    assert "\n  ea00 and eb00: " in shown and "2024-07-29 and 2024-07-29 agree" in shown
    assert "Decided by people" not in shown
    store.judge("same", "ea00", "eb00", by="ana", reason="one attack")
    assert "ana: ea00 and eb00 same: one attack" in text(store, "ea00")


def test_the_text_has_the_addresses_of_the_reports(store: Store) -> None:
    url = "https://paper.example/gao"
    brought(store, Coded(replace(FIRST.article, url=url), FIRST.events, ()), SECOND)
    assert f"\n  The Paper (a), 2024-07-30  {url}\n  Another Paper (b), 2024-07-31\n" in text(store, "ea00")


def test_the_text_tells_what_people_set(store: Store) -> None:
    brought(store, FIRST, SECOND)
    store.edit("eb00", "counts.killed", 4000, by="ana", reason="a list")
    shown = text(store, "ea00")
    assert "4,000: told, as people set it (Another Paper, 2024-07-31)" in shown
    assert "7: told (The Paper, 2024-07-30)" in shown
    assert "eb00  ASSAULT, happened (people set counts.killed)  Another Paper" in shown


def test_reasons_have_whole_words_in_every_form(store: Store) -> None:
    brought(store, FIRST, SECOND)
    whole = store.dossier("ea00")
    stems = [r for link in store.links(["ea00"]) for r in link.reasons if r.startswith("the sentences share: ")]
    shared = [r.partition(": ")[2].split(", ") for x in whole.links for r in x.reasons if "sentences share: " in r]
    words = {w for e in whole.events for w in e.event.evidence.text.replace(".", " ").replace(",", " ").split()}
    assert stems and shared and all(set(some) <= words for some in shared)
    assert dossier_line(whole)["links"][0]["reasons"] == whole.links[0].reasons
    assert f"the sentences share: {', '.join(shared[0])}" in text(store, "ea00")


def copied(*articles: str) -> Dossier:
    """A report with three copies that repeat its passage, and another report."""
    events = tuple(
        StoredEvent(
            f"e{a}", full_event(), Article(a, "", published="2024-07-30", publisher=f"Paper {a}"), "r", NOW, None
        )
        for a in articles
    )
    origins = (
        Origin("a", tuple(Copy(x, 1.0, "the same text") for x in articles if x != "z"), "LWA"),
        Origin("z", (Copy("z", 1.0, "itself"),)),
    )
    versions = tuple(
        Version("ASSAULT", e.passage, e.article.id, "z" if e.article.id == "z" else "a", e.article.publisher,
                "2024-07-30", (), "told", None)
        for e in events
    )  # fmt: skip
    one = Incident("ea", tuple(e.passage for e in events), (Shown("type", "ASSAULT", "", versions),), ("a", "z"), ())
    links = (Link("ea", "ez", 0.9, ("both ASSAULT",), "w"), Link("ea", "eb", 1.0, ("a copy",), "w"))
    return Dossier(one, events, origins, {a: f"Paper {a}" for a in articles}, links, (), ())


def test_copies_are_folded_under_their_origin() -> None:
    told = list(lines(copied("a", "b", "c", "d", "e", "z")))
    assert "    ASSAULT: told (Paper a and 4 copies, Paper z, 2024-07-30)" in told
    assert [x for x in told if x.startswith(("  ea  ", "  eb  ", "  ez  "))] == [
        "  ea  ASSAULT, happened  Paper a, 2024-07-30",
        "  ez  ASSAULT, happened  Paper z, 2024-07-30",
    ]
    assert "    and 4 passages in 4 copies" in told
    at = told.index("  Paper a (a), 2024-07-30, by LWA")
    assert told[at + 1 : at + 3] == ["    and 4 copies: Paper b, Paper c, Paper d …", "  Paper z (z), 2024-07-30"]
    assert told[-2:] == ["  ea and ez: 0.90: both ASSAULT", "  and 1 link within one report and its copies"]


def test_copies_are_told_one_by_one_where_that_is_asked() -> None:
    told = list(lines(copied("a", "b", "c", "z"), copies=True))
    assert "    ASSAULT: told (Paper a, Paper b, Paper c, Paper z, 2024-07-30)" in told
    assert sum(" ASSAULT, happened  " in x for x in told) == 4
    assert "    copied by Paper b (b): 100% of it, the same text" in told
    assert not any(" copies" in x for x in told[3:] if "their copies" not in x)


def test_a_copy_stands_for_its_origin_where_that_tells_nothing_of_it() -> None:
    told = list(lines(copied("b", "c", "z")))
    assert "    ASSAULT: told (Paper b and 1 copy, Paper z, 2024-07-30)" in told
    assert "  eb  ASSAULT, happened  Paper b, 2024-07-30" in told and "    and 1 passage in 1 copy" in told


def test_what_was_merged_is_told_by_its_id(store: Store) -> None:
    brought(store, SECOND)
    brought(store, FIRST, id="r2")
    assert "eb00: merged into ea00" in text(store, "eb00")


def test_what_was_not_known_then_is_told_so(store: Store) -> None:
    then = datetime.now(UTC)
    brought(store, FIRST)
    with pytest.raises(MissingError, match=f"was known at {then:%Y-%m-%d %H:%M} UTC"):
        store.dossier("ea00", as_of=then)


def test_places_stand_from_the_closest_on_and_numbers_from_the_least() -> None:
    def version(value: object, day: int) -> Version:
        return Version(value, f"e{day}", f"a{day}", f"a{day}", "The Paper", f"2024-07-{day}", (), "told", None)

    def place(name: str, precision: str) -> dict[str, object]:
        return {"name": name, "country": "MLI", "lat": 16.0, "lon": 0.0, "precision": precision}

    region, town = place("Gao Region", "region"), place("Gao", "settlement")
    shown = (
        Shown("where", town, "the closest", (version(region, 10), version(town, 11))),
        Shown("counts.killed", 12, "the newest", (version({"min": 40, "max": None}, 10), version(12, 11)), 12, 40),
        Shown("quad", "material_conflict", "", (version("material_conflict", 10),)),
        Shown("summary", "Assault.", "", ()),
    )
    one = Incident("e10", ("e10", "e11"), shown, ("a10", "a11"), ())
    told = [line.strip() for line in lines(Dossier(one, (), (), {}, (), (), ()))]
    assert told[1] == "2 passages, 2 independent reports, outlets not known"
    assert told[4:7] == [
        "where: Gao, MLI, settlement  [the closest]",
        "Gao, MLI, settlement: told (The Paper, 2024-07-11)",
        "Gao Region, MLI, region: told (The Paper, 2024-07-10)",
    ]
    assert told[7] == "counts.killed: best 12, low 12, high 40  [the newest]"
    assert told[8].startswith("12: ") and told[9].startswith("at least 40: ")
    assert told[10:] == ["quad: material_conflict"]


def test_the_json_object_is_one_line_with_everything(store: Store) -> None:
    brought(store, FIRST, SECOND)
    line = json.loads(dumps(dossier_line(store.dossier("ea00"))))
    assert (line["record"], line["id"]) == ("incident", "ea00")
    assert [p["passage"] for p in line["passages"]] == line["events"]
    assert line["links"][0]["reasons"] and line["changes"][0]["kind"] == "begun"
    assert line["copies"][0]["copies"][0]["article"] == "a" and line["judgements"] == []
