from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import Store, tallies
from tests.store.making import acting, article, code_one, run

EVENTS = [(article(n), e) for n in range(15) for e in code_one(article(n)).events]


@pytest.fixture(params=[0, 30_000], ids=["by the values of all", "those that are found"])
def filled(store: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(tallies, "FEW", request.param)
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(15)])
    return store


def month(e: object) -> str:
    when = e.when  # type: ignore[attr-defined]
    return when.start.isoformat()[:7] if when else ""


@pytest.mark.parametrize(
    "asked", [Filter(), Filter(confidence=0.0), Filter(types=["ASSAULT"]), Filter(quads=["material_conflict"])]
)
def test_counts_by_month_type_and_country(filled: Store, asked: Filter) -> None:
    chosen = [e for _, e in EVENTS if e.type in (asked.types or [e.type]) and e.quad in (asked.quads or [e.quad])]
    expected = Counter((month(e), e.type, (e.where[0].country or "") if e.where else "") for e in chosen)
    found = {tuple(c.values())[:3]: c["events"] for c in filled.counts("month", "type", "country", where=asked)}
    assert found == expected


def test_whole_months_and_parts_of_them_count_alike(filled: Store) -> None:
    whole = filled.counts("type", where=Filter(since=date(2024, 5, 1), until=date(2024, 6, 30)))
    counted = filled.counts("type", where=Filter(since=date(2024, 5, 1), until=date(2024, 6, 30), confidence=0))
    assert whole == counted
    part = filled.counts("type", where=Filter(since=date(2024, 5, 2), until=date(2024, 6, 30)))
    expected = Counter(e.type for _, e in EVENTS if e.when and date(2024, 5, 2) <= e.when.start <= date(2024, 6, 30))
    assert {c["type"]: c["events"] for c in part} == expected


def test_counts_by_what_is_not_rolled_up(filled: Store) -> None:
    expected = Counter(a.publisher for a, _ in EVENTS)
    assert {c["publisher"]: c["events"] for c in filled.counts("publisher")} == expected
    with pytest.raises(InputError, match="not by colour"):
        filled.counts("colour")
    with pytest.raises(InputError, match="not by nothing"):
        filled.counts()


def test_counts_of_what_was_known_and_of_a_run(filled: Store) -> None:
    then = datetime.now(UTC)
    filled.begin(run("r2", "m2"))
    filled.add(run("r2", "m2"), [code_one(article(n), shift=3) for n in range(4)])
    for asked in (Filter(as_of=then), Filter(run="r1"), Filter(run="r2", confidence=0.5)):
        told = list(filled.events(asked))
        assert told
        expected = Counter((s.event.status, s.article.publisher, month(s.event)) for s in told)
        found = {tuple(c.values())[:3]: c["events"] for c in filled.counts("status", "publisher", "month", where=asked)}
        assert found == expected
    assert filled.counts("status", where=Filter(countries=("TCD",), confidence=2.0)) == []


def test_dyads(filled: Store) -> None:
    pairs = Counter(pair for _, e in EVENTS for pair in {(a.country, b.country) for a, b in acting(e)})
    assert pairs["FRA", "NER"] and pairs["NER", "FRA"]
    found = filled.dyads()
    assert {(d["actor_country"], d["recipient_country"]): d["events"] for d in found} == pairs
    assert [d["events"] for d in found] == sorted(pairs.values(), reverse=True)
    assert set(filled.dyads(sectors=True, limit=1)[0]) == {
        "actor_country", "actor_sector", "recipient_country", "recipient_sector", "events",
    }  # fmt: skip
    june = filled.dyads(Filter(since=date(2024, 6, 1), until=date(2024, 6, 30), quads=["material_conflict"]))
    assert 0 < sum(d["events"] for d in june) < sum(pairs.values())
    with pytest.raises(InputError, match="by month"):
        filled.dyads(Filter(since=date(2024, 6, 2)))
    with pytest.raises(InputError, match="narrowed by"):
        filled.dyads(Filter(types=["ASSAULT"]))


@pytest.mark.parametrize(
    "asked", [Filter(), Filter(types=["ASSAULT"]), Filter(party="MLI"), Filter(party="MLI", confidence=0.6)]
)
def test_parties_with_their_numbers(filled: Store, asked: Filter) -> None:
    expected: Counter[tuple[str, str | None, str]] = Counter()
    for _, e in EVENTS:
        if (asked.types and e.type not in asked.types) or e.confidence < (asked.confidence or 0):
            continue
        for role, actors in (("actor", e.actors), ("recipient", e.recipients)):
            for a in actors:
                if asked.party is None or a.country == asked.party:
                    expected[a.name or a.piece.text, a.country, role] += 1
    found = list(filled.actors(asked))
    assert {(p.name, p.country, "actor"): p.as_actor for p in found if p.as_actor} | {
        (p.name, p.country, "recipient"): p.as_recipient for p in found if p.as_recipient
    } == expected
    totals = [p.as_actor + p.as_recipient + p.as_voice for p in found]
    assert totals == sorted(totals, reverse=True)
    assert list(filled.actors(asked, limit=2)) == found[:2]


def test_an_empty_store_counts_nothing(store: Store) -> None:
    assert (store.count(), store.counts("month"), store.dyads(), list(store.actors())) == (0, [], [], [])
