from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.merge.weights import Weights
from dateline.records.coded import Coded
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store import open_store as bare_store
from dateline.store.ingest import Report, ingest
from dateline.upkeep import open_store
from tests.merge.barracks import ALL, BACKGROUND, FIRST, OTHER_DAY, SECOND, attack
from tests.merge.reports import Tell, report
from tests.store.conftest import NewStore
from tests.store.making import article, code, contents, run
from tests.upkeep.making import brought, expected, incidents, merged, passages

KILLS = {"sqlite": 5, "postgresql": 3}


@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(ALL), at_once=st.integers(1, 5))
def test_neither_order_nor_batches_change_the_incidents(new_url: NewStore, order: list[Coded], at_once: int) -> None:
    with open_store(new_url(), create=True) as store:
        brought(store, *order, at_once=at_once)
        assert incidents(store) == expected(*ALL)
        assert store.touched() == []


def test_a_second_run_changes_nothing(store: Store) -> None:
    brought(store, *ALL)
    before = merged(store)
    brought(store, *ALL, id="r2")
    assert store.catch_up() == 0
    assert merged(store) == before


def test_coded_again_as_before_the_incidents_stay(store: Store) -> None:
    brought(store, *ALL)
    before = merged(store)
    brought(store, *ALL, id="r2", model="m2")
    assert merged(store) == before


def test_what_waits_is_merged_by_the_next_run(new_url: NewStore) -> None:
    url = new_url()
    with bare_store(url, create=True) as store:
        brought(store, *ALL)
        store.judge("different", "ea00", "eb00", by="ana", reason="two posts")
        assert list(store.incidents()) == []
    with open_store(url) as store:
        assert store.catch_up() == len(ALL) + 2
        assert not any({"ea00", "eb00"} <= set(p) for p in passages(store))
        (judgement,) = store.judgements()
        store.undo(judgement.id, by="ana", reason="one post")
        assert incidents(store) == expected(*ALL)


def test_with_other_weights_all_is_linked_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(store, *ALL)
    before = merged(store)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.merge.score.weights", lambda one, two: Weights(-90.0, {}))
        with open_store(store.engine.url.render_as_string(hide_password=False)) as other:
            other.look_again()
            assert other.catch_up() == len(ALL)
            assert not any({"ea00", "eb00"} <= set(p) for p in passages(other))
            assert len(merged(other)["links"]) < len(before["links"])
    with open_store(store.engine.url.render_as_string(hide_password=False)) as again:
        again.look_again()
        again.catch_up()
        assert incidents(again) == expected(*ALL)
        assert merged(again)["links"] == before["links"]


def test_people_outrank_the_program_and_undoing_restores(store: Store) -> None:
    brought(store, *ALL)
    before = incidents(store)
    apart = store.judge("different", "ea00", "eb00", by="ana", reason="two posts")
    assert not any({"ea00", "eb00"} <= set(p) for p in passages(store))
    joined = store.judge("same", "ed00", "ec00", by="bo", reason="one column")
    assert ("ec00", "ed00") in passages(store)
    then = datetime.now(UTC)
    store.undo(joined.id, by="bo", reason="misread")
    store.undo(apart.id, by="ana", reason="misread")
    assert incidents(store) == before
    assert not any({"ea00", "eb00"} <= set(i.events) for i in store.incidents(Filter(as_of=then)))
    told = [c for c in store.changes("ea00") if c.kind == "judged"]
    assert {c.cause for c in told} == {apart.id} and "two posts" in told[0].words


def test_an_edit_reaches_the_incident_and_undoing_restores(store: Store) -> None:
    brought(store, *ALL)
    before = incidents(store)
    edit = store.edit("eb00", "counts.killed", 21, by="ana", reason="the hospital's list")
    (killed,) = [s for s in store.incident("ea00").shown if s.field == "counts.killed"]
    assert killed.high == 21
    assert ("edited", "counts.killed") in [(c.kind, c.field) for c in store.changes("ea00") if c.cause == edit.id]
    store.undo(edit.id, by="ana", reason="another list")
    assert incidents(store) == before
    rejected = store.edit("eb00", "rejected", True, by="ana", reason="a drill")
    assert "eb00" not in {p for group in passages(store) for p in group}
    store.undo(rejected.id, by="ana", reason="no drill")
    assert incidents(store) == before


def test_an_earlier_report_takes_over_and_the_old_id_leads_on(store: Store) -> None:
    brought(store, SECOND)
    known = store.incident("eb00")
    brought(store, FIRST, id="r2", model="m2")
    now = store.incident("eb00")
    assert (known.id, now.id) == ("eb00", "ea00") and set(now.events) == {"ea00", "eb00"}
    assert [c.kind for c in store.changes("ea00")][:2] == ["begun", "merged"]


def test_changes_tell_what_each_report_brought(store: Store) -> None:
    brought(store, FIRST, SECOND, BACKGROUND)
    told = [(c.kind, c.cause, c.field) for c in store.changes("ea00")]
    assert told[0] == ("begun", "a", "events")
    assert ("joined", "b", "events") in told and ("joined", "f", "events") in told
    assert ("revised", "b", "counts.killed") in told


def test_copies_count_once_whichever_comes_first(new_url: NewStore) -> None:
    long = report(
        "o",
        "2024-07-30",
        attack(
            "Rebels attacked the barracks at Gao on Monday and killed seven soldiers, the army said in the capital.",
            "attacked", date(2024, 7, 29), ("Gao", (16.27, -0.04)), 7,
        ),
        Tell("Residents of the old town heard shots until dawn and stayed at home with closed shutters.", "heard"),
    )  # fmt: skip
    again = replace(
        long,
        article=replace(long.article, id="p", published="2024-07-31", publisher="Copying Paper"),
        events=tuple(replace(e, id=f"ep{i:02}", story_event=f"ep{i:02}") for i, e in enumerate(long.events)),
    )
    for order in ((long, again), (again, long)):
        with open_store(new_url(), create=True) as store:
            brought(store, *order)
            (origin,) = store.origins(["p"])
            assert origin.id == "o" and [(c.article, c.share) for c in origin.copies] == [("o", 1.0), ("p", 1.0)]
            one = store.incident("eo00")
            assert set(one.events) >= {"eo00", "ep00"} and one.origins == ("o",)
            assert one.outlets == ("The Paper", "Copying Paper")
            assert incidents(store) == expected(long, again)


def test_a_fault_in_the_middle_leaves_the_store_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(store, FIRST)
    before = (contents(store), merged(store))
    with monkeypatch.context() as patch:
        patch.setattr("dateline.upkeep.worker.incident", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            brought(store, SECOND, id="r2", model="m2")
    assert (contents(store), merged(store)) == before
    brought(store, SECOND, OTHER_DAY, id="r3", model="m2")
    assert incidents(store) == expected(FIRST, SECOND, OTHER_DAY)


def test_killed_at_any_point_the_incidents_and_their_history_are_those_of_an_undisturbed_run(
    kind: str, new_url: NewStore
) -> None:
    url, count, chance, at_work = new_url(), 120, random.Random(7), 0
    with open_store(url, create=True):
        pass
    for kill in range(KILLS[kind]):
        command = [sys.executable, "-m", "tests.upkeep.ingesting", url, str(count), f"r{kill}"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdin is not None and program.stdout is not None
            assert program.stdout.readline() == "ready\n"
            program.stdin.write("go\n")
            program.stdin.flush()
            least = chance.randrange(20 * (kill + 1))
            while (line := program.stdout.readline()) and int(line) < least:
                pass
            time.sleep(chance.uniform(0, 0.03))
            at_work += program.poll() is None
            program.send_signal(signal.SIGKILL)
    with open_store(url) as store, open_store(new_url(), create=True) as undisturbed:
        for one in (store, undisturbed):
            ingest(one, run("last"), map(article, range(count)), code, report=Report())
        assert at_work > 0
        assert contents(store) == contents(undisturbed)
        assert merged(store) == merged(undisturbed)
