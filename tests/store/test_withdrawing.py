from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.errors import InputError, MissingError
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store.ingest import Report, ingest
from tests.store.making import ADDED, article, brought, code, code_one, contents, recounted, run

ROLLED = ("months", "dyads", "parties")


@pytest.fixture
def filled(store: Store) -> Store:
    brought(store, 1, 2)
    return store


def withdraw(store: Store, id: str = "a2") -> str:
    return store.withdraw(id, by="ana", reason="taken back by the paper").id


def live(store: Store) -> list[object]:
    """What is known now, without keys and times."""
    held = contents(store)
    now = {"events": [e for e in held["events"] if e[3]], "statements": [s for s in held["statements"] if s[1]]}
    return [now, {name: held[name] for name in ROLLED}]


def test_a_withdrawn_article_counts_nowhere_and_is_known_as_it_was(filled: Store, store: Store) -> None:
    both, before = live(filled), datetime.now(UTC)
    asked = Filter(articles=["a2"])
    had = [(s.event, s.recorded) for s in filled.events(asked)]
    made = filled.withdraw("a2", by="ana", reason="taken back by the paper")
    assert filled.count(asked) == 0 and list(filled.statements(asked)) == []
    assert filled.count() == len(code_one(article(1)).events)
    assert {name: contents(filled)[name] for name in ROLLED} == recounted(filled)
    then = replace(asked, as_of=before)
    assert [(s.event, s.recorded) for s in filled.events(then)] == had
    assert len(list(filled.statements(then))) == len(code_one(article(2)).statements)
    assert filled.withdrawals() == filled.withdrawals(["a1", "a2"]) == [made] and filled.withdrawals(["a1"]) == []
    assert filled.article("a2") == article(2), "the report itself stays"
    assert live(filled) != both


def test_undoing_brings_back_what_was(filled: Store) -> None:
    filled.edit(code_one(article(2)).events[1].id, "status", "negated", by="bo", reason="denied")
    filled.edit(code_one(article(2)).events[2].id, "rejected", True, by="bo", reason="a drill")
    filled.add_event("a2", replace(ADDED, type="THREATEN"), by="bo", reason="missed")
    before = live(filled)
    for _ in range(2):
        made = withdraw(filled)
        filled.undo(made, by="ana", reason="another article was meant")
        assert live(filled) == before
    assert [w.withdrawn.by for w in filled.withdrawals(withdrawn=True) if w.withdrawn] == ["ana", "ana"]


def test_what_is_decided_meanwhile_holds_when_it_comes_back(filled: Store) -> None:
    made = withdraw(filled)
    event = code_one(article(2)).events[1].id
    edit = filled.edit(event, "status", "planned", by="bo", reason="read again")
    assert filled.count(Filter(articles=["a2"])) == 0
    filled.undo(made, by="ana", reason="a mix-up")
    assert filled.count(Filter(articles=["a2"], statuses=["planned"])) == 1
    filled.undo(edit.id, by="bo", reason="no")
    assert filled.count(Filter(articles=["a2"], statuses=["planned"])) == 0


def bring(store: Store, model: str = "m1", *, back: bool = False, published: str | None = None) -> Report:
    report = Report()
    articles = [replace(article(n), published=published or article(n).published) for n in (1, 2)]
    ingest(store, run(f"r{len(store.runs()) + 1}", model), articles, code, report=report, back=back)
    return report


def test_ingesting_it_again_does_not_bring_it_back_and_says_so(filled: Store) -> None:
    made = withdraw(filled)
    before = live(filled)
    report = bring(filled)
    assert (report.added, report.known) == (0, 1) and live(filled) == before
    (error,) = report.skipped
    assert f"a2 was withdrawn by ana on {datetime.now(UTC):%Y-%m-%d}: taken back by the paper (undo {made}" in str(
        error
    )


def test_it_is_not_coded_again_before_it_is_brought_back(filled: Store) -> None:
    made = withdraw(filled)
    report = bring(filled, "m2", back=True)
    assert report.added == 1 and len(report.skipped) == 1 and filled.count(Filter(articles=["a2"])) == 0
    late = run("r9", "m9")
    filled.begin(late)
    added = filled.add(late, [code_one(article(2))])
    assert added.articles == 0 and "withdrawn by ana" in str(added.failed[0]), "withdrawn while it was coded"
    filled.undo(made, by="ana", reason="a mix-up")
    assert {s.run for s in filled.events(Filter(articles=["a2"]))} == {"r1"}
    assert bring(filled, "m2", back=True).added == 1


def test_under_another_date_it_is_an_article_of_its_own(filled: Store) -> None:
    withdraw(filled)
    report = bring(filled, published="2024-03-05")
    assert (report.added, report.known, report.skipped) == (1, 1, [])
    (new,) = [a for a in filled.articles() if a.id not in ("a1", "a2")]
    assert (new.text, new.published) == (article(2).text, "2024-03-05") and new.id.startswith("a2-")
    assert filled.count(Filter(articles=[new.id])) == 3
    assert bring(filled, published="2024-03-05").known == 2


def test_what_cannot_be_withdrawn(filled: Store) -> None:
    with pytest.raises(MissingError, match="no article 'nowhere'"):
        withdraw(filled, "nowhere")
    made = withdraw(filled)
    with pytest.raises(InputError, match=f"a2 is withdrawn, by ana: taken back by the paper .undo {made}"):
        withdraw(filled)
    with pytest.raises(InputError, match="a2 is withdrawn"):
        filled.add_event("a2", replace(ADDED, type="THREATEN"), by="ana", reason="")
    filled.undo(made, by="ana", reason="a mix-up")
    with pytest.raises(InputError, match="was undone already"):
        filled.undo(made, by="ana", reason="")
