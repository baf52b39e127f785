"""Whichever way rows are found, they are those that all conditions together find."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import Store, event_filters, incident_filters, narrowing, searching, statement_filters
from dateline.store.conditions import Conditions
from dateline.store.engine import reading
from dateline.store.members import incidents_of
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents
from tests.store.views.test_views import FILTERS

WAYS = {
    "as shipped": ((2_000, 20_000), 5_000, 50_000),
    "by the condition that finds fewest": ((), 10**6, 10**6),
    "in order, then by the condition that finds fewest": ((1, 2), 3, 10**6),
    "in order, then by sets": ((1, 2), 0, 0),
    "by sets": ((), 0, 0),
}
MORE = {
    "as of": Filter(as_of=datetime(2100, 1, 1, tzinfo=UTC)),
    "as of, by whom": Filter(as_of=datetime(2100, 1, 1, tzinfo=UTC), actor="MLI", until=date(2024, 7, 1)),
    "as of, before": Filter(as_of=datetime(2000, 1, 1, tzinfo=UTC), types=("ASSAULT",)),
    "a list": Filter(contexts=("military",)),
    "two sides": Filter(actor="NER", recipient="NER:CVL", confidence=0.5),
    "countries": Filter(dyad="NER>NER", types=("ASSAULT", "PROTEST")),
    "words and days": Filter(text="rebel", since=date(2024, 5, 2), published_until=date(2024, 7, 9)),
}
SAID = {
    "all": Filter(),
    "who": Filter(actor="MLI:GOV"),
    "where from": Filter(countries=("MLI",), published_since=date(2024, 7, 3)),
    "words": Filter(text="killing", sources=("Paper 1",)),
    "as of": Filter(as_of=datetime(2100, 1, 1, tzinfo=UTC), party="MLI"),
    "run": Filter(run="r2"),
    "none": Filter(countries=("TCD",)),
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(20)])
    store.begin(run("r2", "m2"))
    store.add(run("r2", "m2"), [code_one(article(n), shift=3) for n in range(4)])
    store.put_merged(new=incidents(store))
    first, second = (s.event.id for s in store.events(order="text", limit=2))
    store.edit(first, "confidence", 0.31, by="ann", reason="")
    store.edit(second, "rejected", True, by="ann", reason="")
    return store


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for module in (event_filters, incident_filters, statement_filters):
        for name, value in zip(("AHEAD", "FEW", "MANY"), WAYS[request.param], strict=True):
            monkeypatch.setattr(module, name, value)
    return str(request.param)


def test_events(filled: Store, way: str) -> None:
    for name, asked in (FILTERS | MORE | {"run": Filter(run="r1"), "run, who": Filter(run="r1", actor="MLI")}).items():
        for order in ("day", "unsure"):
            every = [s.event.id for s in filled.events(asked, order=order)]
            assert [s.event.id for s in filled.events(asked, order=order, limit=3)] == every[:3], name
            assert [s.event.id for s in filled.events(asked, order=order, limit=2, offset=1)] == every[1:3], name
        assert filled.count(asked) == len(every) and filled.count(asked, most=4) == min(4, len(every)), name
        undated = sum(s.event.when is None for s in filled.events(replace(asked, since=None, until=None)))
        assert filled.undated(asked) == undated and filled.undated(asked, most=1) == min(1, undated), name


def test_incidents(filled: Store, way: str) -> None:
    for name, asked in (FILTERS | MORE).items():
        every = [i.id for i in filled.incidents(asked)]
        assert [i.id for i in filled.incidents(asked, limit=3)] == every[:3], name
        assert [i.id for i in filled.incidents(asked, order="origins", limit=2, offset=1)] == [
            i.id for i in filled.incidents(asked, order="origins")
        ][1:3], name
        assert filled.count_incidents(asked) == len(every), name
        assert filled.count_incidents(asked, most=2) == min(2, len(every)), name


def test_statements(filled: Store, way: str) -> None:
    for name, asked in SAID.items():
        every = [s.statement.id for s in filled.statements(asked)]
        assert [s.statement.id for s in filled.statements(asked, limit=3)] == every[:3], name
        assert [s.statement.id for s in filled.statements(asked, limit=2, offset=1)] == every[1:3], name


def test_of_several_values_the_one_that_fewest_rows_have_leads_to_them(filled: Store) -> None:
    """SQLite takes all values of a column to be equally frequent, and went through all that happened."""
    asked = Filter(types=("PROTEST",), statuses=("happened",))
    with reading(filled.engine) as connection:
        (search,) = event_filters.searches(connection, asked)
        by_type, by_status = map(str, search._by_one_index())
    assert "+" not in by_type
    assert ("+" in by_status) == (filled.engine.dialect.name == "sqlite")


def test_what_few_rows_fit_leads_to_them_whatever_else_is_asked(filled: Store) -> None:
    asked = Filter(types=("PROTEST", "ASSAULT"), sources=("Paper 1",), articles=("a3",))
    with reading(filled.engine) as connection:
        (search,) = event_filters.searches(connection, asked)
        by_types, by_article = search._conditions(search.parts, search.parts[1])
    assert "+" in str(by_types) and "+" not in str(by_article)


def test_rows_are_counted_whatever_order_a_condition_finds_them_in_each_time(filled: Store) -> None:
    """PostgreSQL finds two rows by another plan, and in another order, than it finds one."""
    with reading(filled.engine) as connection:
        (search,) = event_filters.searches(connection, Filter(sources=("Paper 1",), confidence=0.5))
        whole = search.count(None)
        parts = [replace(part, keys=part.keys.order_by(sa.func.random()), told=None) for part in search.every_part()]
        shuffled = replace(search, tight=(), parts=parts, few=2, counted={})
        assert whole > 2 and {shuffled.count(whole) for _ in range(10)} == {whole}


def test_an_order_that_no_index_gives_for_a_value_is_gone_through_in_full(filled: Store) -> None:
    """SQLite would sort all that have the value, however many: it takes no value to be frequent."""
    asked, told = Filter(types=("ASSAULT",)), list[str]()
    with reading(filled.engine) as connection:
        sa.event.listen(connection, "before_cursor_execute", lambda *of: told.append(of[2]))
        (search,) = event_filters.searches(connection, asked)
        found = replace(search, few=0).first(("-confidence", "-key"), 2)
    assert len(found) == 2
    through = [one for one in told if "ORDER BY events.confidence" in one]
    assert through and not any("events.type = " in one for one in through)


def test_the_incidents_of_passages_are_found_piece_by_piece_each_once(filled: Store) -> None:
    """What people set and what ended since too."""
    filled.edit_incident(next(iter(filled.incidents())).id, "actors", ["NER:CVL"], by="ann", reason="")
    for name, asked in (FILTERS | MORE).items():
        with reading(filled.engine) as connection:
            for part in incident_filters.searches(connection, asked)[0].parts:
                if part.some is None or part.whole is None:
                    continue
                every = np.flatnonzero(part.whole())
                for number in (1, 2, 3, len(every), len(every) + 1):
                    pieces = list(part.some(number))
                    assert sorted(np.concatenate([piece.keys for piece in pieces])) == sorted(every), name
                    assert [piece.last for piece in pieces].index(True) == len(pieces) - 1, name


def test_incidents_are_counted_by_no_more_events_than_are_needed(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a word that most texts hold all would be hundreds of thousands."""
    looked = list[int]()

    def counted(connection: sa.Connection, found: Any) -> Any:
        looked.append(int(found.sum()))
        return incidents_of(connection, found)

    monkeypatch.setattr(incident_filters, "incidents_of", counted)
    asked = Filter(text="killing", actor="MLI")
    with reading(filled.engine) as connection:
        assert event_filters.searches(connection, asked)[0].count(None) > 8
        (search,) = incident_filters.searches(connection, asked)
        assert search.count(2) == 2
        assert looked and max(looked) <= 8


def test_a_word_is_gone_through_where_to_test_it_takes_a_set_of_all_that_have_it(filled: Store) -> None:
    """But for few rows, which are tested sooner than all of the word are gone through."""
    leads = []
    with reading(filled.engine) as connection:
        for few in (0, 10**6):
            (search,) = event_filters.searches(connection, Filter(text="killing", statuses=("happened",)))
            search = replace(search, few=few, many=4)
            leads.append(search._gone_through(search.every_part()).at_once)
    assert leads == [True, False]


def test_what_few_rows_fit_is_gathered_where_more_than_those_would_be_tested(filled: Store) -> None:
    with reading(filled.engine) as connection:
        (search,) = event_filters.searches(connection, Filter(statuses=("happened",), confidence=0.5))
        search = replace(search, few=1, many=10**6)
        parts = search.every_part()
        search._gather_small(parts, 1)
        assert not search.sets
        search._gather_small(parts, 10**6)
        assert set(search.sets) == set(parts)


def test_what_is_gathered_once_is_not_taken_for_the_time_of_each_row(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All rows would be gathered for one search of words, where few need to be looked at."""
    now, set_of = [0.0], Conditions.set_of

    def slow(*of: Any) -> Any:
        now[0] += 0 if of[1] in known else 1
        known.append(of[1])
        return set_of(*of)

    known = list[Any]()
    monkeypatch.setattr(searching, "time", SimpleNamespace(thread_time=lambda: now[0], perf_counter=lambda: now[0]))
    monkeypatch.setattr(Conditions, "set_of", slow)
    monkeypatch.setattr(narrowing, "fitting", lambda *of: pytest.fail("all were gathered"))
    with reading(filled.engine) as connection:
        (search,) = event_filters.searches(connection, Filter(statuses=("happened",), text="killing"))
        status, text = search.every_part()
        search = replace(search, few=2, tight=(), parts=[status, text], counted={status: (1, 10**6)})
        assert search.count(5) == 5
        assert known and set(known) == {text}


def test_few_incidents_are_tested_before_all_with_a_word_are_found(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Filter(types=("PROTEST",), text="rebel")
    every = filled.count_incidents(asked)
    monkeypatch.setattr(narrowing, "TESTS", 0)
    with reading(filled.engine) as connection:
        (search,) = incident_filters.searches(connection, asked)
        (told,) = search.parts
        by_type = next(part for part in search.every_part() if part is not told)
        told = replace(told, whole=lambda: pytest.fail("all were found"))
        assert int(narrowing.fitting(replace(search, parts=[told]), [told, by_type]).sum()) == every > 0
