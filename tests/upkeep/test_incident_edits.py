from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO

import pytest

from dateline.errors import InputError, MissingError
from dateline.exporters import geojson, listing, rows
from dateline.exporters.dossier import write
from dateline.exporters.shapes import INCIDENTS
from dateline.records.dossier import dossier_line
from dateline.records.incident import Shown
from dateline.store import Store
from dateline.store import open_store as bare_store
from dateline.store.desk import Desk, Who
from dateline.upkeep import open_store
from tests.merge.barracks import ALL, BACKGROUND, FIRST, SECOND
from tests.store.conftest import NewStore
from tests.upkeep.making import brought, incidents, merged

HOSPITAL = "the hospital's list"
BER = {"name": "Ber", "country": "MLI", "lat": 16.8, "lon": -2.5}


def shown(store: Store, id: str, field: str = "counts.killed", **when: datetime) -> Shown:
    (found,) = [s for s in store.incident(id, **when).shown if s.field == field]
    return found


def edit(store: Store, id: str = "ea00", field: str = "counts.killed", value: object = 12) -> str:
    return store.edit_incident(id, field, value, by="ana", reason=HOSPITAL).id


def text(store: Store, id: str) -> str:
    stream = StringIO()
    write(store.dossier(id), stream)
    return stream.getvalue()


def test_what_is_set_counts_whatever_reports_say_and_they_stand_beneath(store: Store) -> None:
    brought(store, FIRST, SECOND)
    before = shown(store, "ea00")
    id_ = edit(store)
    now = shown(store, "ea00")
    assert (now.value, now.low, now.high, now.rule) == (12, 12.0, 12.0, f"set by ana: {HOSPITAL}")
    assert now.set_by is not None and (now.set_by.edit, now.set_by.by, now.set_by.reason) == (id_, "ana", HOSPITAL)
    assert now.versions == before.versions
    assert ": 12 killed; 2 independent reports." in str(shown(store, "ea00", "summary").value)
    assert [e.event.counts[0].max for e in store.dossier("ea00").events] == [7, 9]


def test_undone_the_reports_count_again_and_both_stay_on_record(store: Store) -> None:
    brought(store, *ALL)
    before = incidents(store)
    first, second = edit(store), edit(store, value=13)
    assert shown(store, "ea00").value == 13
    store.undo(second, by="bo", reason="another list")
    assert shown(store, "ea00").value == 12
    store.undo(first, by="bo", reason="another attack")
    assert incidents(store) == before and store.touched() == []
    assert store.incident_edits() == []
    withdrawn = [(e.value, e.withdrawn.reason) for e in store.incident_edits(withdrawn=True) if e.withdrawn]
    assert withdrawn == [(12, "another attack"), (13, "another list")]
    with pytest.raises(InputError, match="undone already"):
        store.undo(first, by="bo", reason="")


def test_it_holds_when_a_report_joins_and_when_articles_are_coded_again(store: Store) -> None:
    brought(store, FIRST)
    edit(store)
    brought(store, SECOND, BACKGROUND, id="r2")
    assert len(store.incident("ea00").origins) > 1 and shown(store, "ea00").value == 12
    brought(store, FIRST, SECOND, id="r3", model="m2")
    assert shown(store, "ea00").value == 12


def test_it_goes_where_its_incident_goes_and_comes_back(store: Store) -> None:
    brought(store, SECOND)
    edit(store, "eb00", value=40)
    brought(store, FIRST, id="r2", model="m2")
    assert store.incident("eb00").id == "ea00" and shown(store, "ea00").value == 40
    apart = store.judge("different", "ea00", "eb00", by="bo", reason="two posts")
    assert (shown(store, "ea00").value, shown(store, "eb00").value) == (7, 40)
    assert [e.incident for e in store.dossier("eb00").edits] == ["eb00"] and store.dossier("ea00").edits == ()
    store.undo(apart.id, by="bo", reason="one post")
    assert shown(store, "ea00").value == 40


def test_split_it_stays_with_the_id_that_remains(store: Store) -> None:
    brought(store, FIRST, SECOND)
    edit(store)
    store.judge("different", "ea00", "eb00", by="bo", reason="two posts")
    assert (shown(store, "ea00").value, shown(store, "eb00").value) == (12, 9)
    assert shown(store, "eb00").set_by is None


def test_where_its_first_passage_is_no_event_it_holds_for_the_rest(store: Store) -> None:
    brought(store, FIRST, SECOND)
    edit(store)
    rejected = store.edit("ea00", "rejected", True, by="bo", reason="a drill")
    assert store.incident("ea00").id == "eb00" and shown(store, "eb00").value == 12
    store.undo(rejected.id, by="bo", reason="no drill")
    assert shown(store, "ea00").value == 12


def test_earlier_states_and_the_history_have_it(store: Store) -> None:
    brought(store, FIRST, SECOND)
    before = datetime.now(UTC)
    id_ = edit(store)
    then = datetime.now(UTC)
    store.undo(id_, by="bo", reason="no")
    assert shown(store, "ea00", as_of=before).set_by is None
    assert shown(store, "ea00", as_of=then).value == 12
    assert [e.id for e in store.dossier("ea00", as_of=then).edits] == [id_]
    assert store.dossier("ea00").edits == store.dossier("ea00", as_of=before).edits == ()
    told = [c.words for c in store.changes("ea00") if c.cause == id_ and c.at <= then]
    assert told == [
        f"ana: counts.killed of incident ea00 is 12: {HOSPITAL}",
        "counts.killed: 9 (7 to 9) → 12, set by ana",
    ]
    assert any(c.words == "bo took back that counts.killed of incident ea00 is 12: no" for c in store.changes("ea00"))


def test_the_history_tells_values_in_words(store: Store) -> None:
    brought(store, FIRST)
    store.edit_incident("ea00", "where", BER, by="ana", reason="the map")
    store.edit("ea00", "actors", [{"name": "Men"}, {"name": "Boys"}], by="ana", reason="")
    told = [c.words for c in store.changes("ea00") if c.kind == "edited"]
    assert "ana: where of incident ea00 is Ber: the map" in told and "ana: actors of ea00 is Men; Boys" in told


def test_the_history_tells_of_a_value_that_stays(store: Store) -> None:
    brought(store, FIRST)
    id_ = edit(store, value=7)
    assert [c.words for c in store.changes("ea00") if c.cause == id_][1:] == ["counts.killed: 7 as before, set by ana"]


SET: list[tuple[str, object, Callable[[dict[str, object]], bool]]] = [
    ("type", "PROTEST", lambda r: (r["type"], r["quad"]) == ("PROTEST", "material_conflict")),
    ("type", "CONSULT", lambda r: (r["type"], r["quad"], r["modes"]) == ("CONSULT", "verbal_cooperation", None)),
    ("status", "negated", lambda r: r["status"] == "negated"),
    ("when", "2024-07-20/2024-07-21", lambda r: [str(r["start"]), str(r["end"])] == ["2024-07-20", "2024-07-21"]),
    ("where", BER, lambda r: (r["place_name"], r["lat"]) == ("Ber", 16.8)),
    ("actors", "Fighters", lambda r: r["actor_name"] == "Fighters"),
    ("recipients", {"name": "the army", "sectors": ["MIL"]}, lambda r: r["recipient_sectors"] == "MIL"),
    ("counts.killed", "10-14", lambda r: (r["killed_low"], r["killed_best"], r["killed_high"]) == (10, 10, 14)),
    ("counts.killed", None, lambda r: r["killed_best"] is None),
    ("when", None, lambda r: r["start"] is None),
    ("actors", None, lambda r: r["actor_name"] is None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "holds"), SET)
def test_each_field_can_be_set(store: Store, field: str, value: object, holds: Callable[..., bool]) -> None:
    brought(store, FIRST, SECOND)
    edit(store, field=field, value=value)
    (row,) = [r for r in store.incidents().rows() if r["incident_id"] == "ea00"]
    assert holds(row)
    assert f"{field} set by ana: {HOSPITAL}" in str(row["set_by_people"])
    assert f"[set by ana: {HOSPITAL}]" in text(store, "ea00")


def test_a_field_that_no_report_has_can_be_set(store: Store) -> None:
    brought(store, FIRST)
    edit(store, field="counts.injured", value=30)
    assert shown(store, "ea00", "counts.injured").versions == ()
    assert "counts.injured: 30  [set by ana" in text(store, "ea00")


def test_every_form_tells_who_set_it_and_why(store: Store) -> None:
    brought(store, FIRST, SECOND)
    edit(store)
    whose = f"counts.killed set by ana: {HOSPITAL}"
    for form in (rows.write_csv, geojson.write, listing.write):
        out = StringIO()
        form(store.incidents(), INCIDENTS, out)
        assert whose in out.getvalue()
    out = StringIO()
    rows.write_csv(store.incidents(), INCIDENTS, out)
    (line,) = [r for r in csv.DictReader(StringIO(out.getvalue())) if r["incident_id"] == "ea00"]
    assert (line["killed_best"], line["set_by_people"]) == ("12", whose)
    whole = json.loads(json.dumps(dossier_line(store.dossier("ea00"))))
    (killed,) = [s for s in whole["shown"] if s["field"] == "counts.killed"]
    assert (killed["value"], killed["set_by"]["by"], killed["set_by"]["reason"]) == (12, "ana", HOSPITAL)
    assert [v["value"] for v in killed["versions"]] == [7, 9]
    assert [(e["record"], e["value"]) for e in whole["edits"]] == [("incident_edit", 12)]


def test_the_text_has_the_reports_beneath(store: Store) -> None:
    brought(store, FIRST, SECOND)
    id_ = edit(store)
    told = text(store, "ea00")
    assert f"counts.killed: 12  [set by ana: {HOSPITAL}]\n" in told
    assert "7: told (The Paper, 2024-07-30)" in told and "9: told (Another Paper, 2024-07-31)" in told
    assert f"{id_}  ana: counts.killed is 12: {HOSPITAL}" in told


def test_what_is_set_without_merging_shows_when_it_is_caught_up_with(new_url: NewStore) -> None:
    url = new_url()
    with open_store(url, create=True) as store:
        brought(store, FIRST, SECOND)
    with bare_store(url) as store:
        edit(store)
        assert shown(store, "ea00").value == 9
    with open_store(url) as store:
        assert store.catch_up() == 1
        assert shown(store, "ea00").value == 12
        before = merged(store)
        store.look_again()
        store.catch_up()
        assert merged(store) == before


def test_the_workbench_sets_and_undoes(store: Store) -> None:
    brought(store, FIRST, SECOND)
    before, desk, ana = incidents(store), Desk(store), Who("ana")
    made = desk.edit_incident("eb00", "counts.killed", 12, who=ana, reason=HOSPITAL)
    assert shown(store, "ea00").value == 12 and made.detail["incident"] == "ea00"
    desk.undo(made.id, who=ana)
    assert incidents(store) == before
    bare = edit(store)
    desk.undo(bare, who=ana)
    assert incidents(store) == before


def test_what_is_not_there_cannot_be_set(store: Store) -> None:
    brought(store, FIRST)
    with pytest.raises(MissingError, match="no incident"):
        edit(store, "nowhere")
    with pytest.raises(InputError, match="no field 'hedge' of incidents"):
        edit(store, field="hedge", value="x")
    assert store.incident_edits(withdrawn=True) == []
