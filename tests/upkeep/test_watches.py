"""What is new for a question that is kept: from what merging writes into the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import InputError, MissingError
from dateline.records.coded import Coded
from dateline.records.query import Filter, Near
from dateline.records.watch import Fresh, News, news_line
from dateline.store import Store
from dateline.upkeep import open_store
from tests.merge.barracks import ALL, FIRST, OTHER_DAY, OTHER_TOWN, REBELS, SECOND
from tests.merge.reports import GAO, Tell, report
from tests.store.conftest import NewStore
from tests.store.making import article, code_one
from tests.upkeep.making import brought

ATTACKS = Filter(types=("ASSAULT",))
TWICE = replace(ATTACKS, min_origins=2)


def told(store: Store, name: str = "attacks") -> list[tuple[str, tuple[str, ...], str]]:
    """What a run tells: the kind, what changed, the incident; it counts as told."""
    fresh = looked(store, name)
    store.watches.seen(fresh, by="ana")
    return [(one.kind, one.what, one.incident.id) for one in fresh.news]


def one(store: Store, name: str = "attacks") -> News:
    (news,) = looked(store, name).news
    return news


def looked(store: Store, name: str) -> Fresh:
    """What is new, the same whether one begins with what changed or with what the filter finds."""
    fresh = store.watches.news(name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateline.store.news.MANY", 0)
        assert store.watches.news(name).news == fresh.news
    return fresh


def test_new_incidents_are_told_once_and_what_was_there_before_is_not(store: Store) -> None:
    brought(store, FIRST)
    store.watches.add("attacks", ATTACKS, by="ana")
    assert told(store) == []
    brought(store, OTHER_DAY, OTHER_TOWN, id="r2")
    assert told(store) == [("new", (), "ec00"), ("new", (), "ed00")]  # the latest day first
    assert told(store) == []


def test_a_second_report_and_its_figure(store: Store) -> None:
    brought(store, FIRST)
    store.watches.add("attacks", ATTACKS, by="ana")
    brought(store, SECOND, id="r2")
    news = one(store)
    assert (news.kind, news.what) == ("changed", ("new report", "figure"))
    assert (news.origins_before, len(news.incident.origins)) == (1, 2)
    assert any(change.kind == "joined" and change.cause == "b" for change in news.changes)
    line = news_line(news)
    assert (line["watch"], line["was"], line["changes"][0]["record"]) == ("attacks", ["ea00"], "change")


def test_a_copy_is_no_new_report(store: Store) -> None:
    origin = code_one(article(2))
    printed = replace(origin.article, id="k2", published="2024-07-04", publisher="Copying Paper")
    copied = [replace(e, id=f"k{e.id}", story_event=f"k{e.story_event}") for e in origin.events]
    brought(store, origin)
    store.watches.add("attacks", Filter(), by="ana")
    brought(store, Coded(printed, tuple(copied), ()), id="r2")
    fresh = store.watches.news("attacks").news
    assert fresh and all(n.kind == "changed" and n.what == ("another passage",) for n in fresh)
    assert all(n.origins_before == len(n.incident.origins) == 1 for n in fresh)


def test_what_a_second_report_makes_fit_is_told(store: Store) -> None:
    brought(store, FIRST, OTHER_TOWN)
    store.watches.add("attacks", TWICE, by="ana")
    brought(store, SECOND, id="r2")
    assert told(store) == [("fits now", ("new report", "figure"), "ea00")]


def test_what_fits_no_more_is_told_and_an_undoing_too(store: Store) -> None:
    brought(store, FIRST, OTHER_TOWN)
    store.watches.add("attacks", ATTACKS, by="ana")
    edit = store.edit("ea00", "type", "PROTEST", by="ana", reason="a march")
    assert told(store) == [("fits no more", ("set by people",), "ea00")]
    store.undo(edit.id, by="ana", reason="misread")
    assert [(kind, id_) for kind, _, id_ in told(store)] == [("fits now", "ea00")]
    store.edit("ea00", "rejected", True, by="ana", reason="a drill")
    news = one(store)
    assert (news.kind, news.incident.id) == ("fits no more", "ea00") and news.as_of is not None
    assert store.dossier("ea00", as_of=news.as_of).incident == news.incident


def test_joined_and_parted_by_people(store: Store) -> None:
    brought(store, FIRST, OTHER_TOWN)
    store.watches.add("attacks", ATTACKS, by="ana")
    judged = store.judge("same", "ea00", "ed00", by="ana", reason="one attack")
    news = one(store)
    assert news.kind == "changed" and {"merged", "decided by people"} <= set(news.what)
    assert {before.id for before in news.before} == {"ea00", "ed00"}
    told(store)
    store.undo(judged.id, by="ana", reason="two towns")
    kinds = {id_: (kind, "split" in what) for kind, what, id_ in told(store)}
    assert kinds["ea00"] == ("changed", True) and kinds["ed00"][0] == "new"


def test_a_hedge_that_is_gone_and_a_denial(store: Store) -> None:
    def raid(id: str, published: str, words: str, **values: object) -> Coded:
        tell = Tell(words, "raided", actor=REBELS, place=("Gao", GAO, "settlement"), day=date(2024, 7, 29))
        return report(id, published, replace(tell, **values), publisher=f"Paper {id}")  # type: ignore[arg-type]

    said = raid("a", "2024-07-30", "Rebels reportedly raided the barracks in Gao on Monday.", hedge="reportedly")
    brought(store, said)
    store.watches.add("attacks", ATTACKS, by="ana")
    brought(store, raid("b", "2024-07-31", "Rebels raided the barracks in Gao on Monday, taking weapons."), id="r2")
    assert "hedge gone" in one(store).what
    told(store)
    denial = "Rebels never raided the barracks in Gao on Monday, their speaker said."
    brought(store, raid("c", "2024-08-01", denial, status="negated"), id="r3")
    assert "denied" in one(store).what


def test_looking_back_marks_nothing(store: Store) -> None:
    brought(store, FIRST)
    store.watches.add("attacks", ATTACKS, by="ana")
    since = datetime(2020, 1, 1, tzinfo=UTC)
    fresh = store.watches.news("attacks", since=since)
    assert [n.kind for n in fresh.news] == ["new"] and fresh.since == since
    assert store.watches.news("attacks", since=datetime.now(UTC) + timedelta(days=1)).news == []
    between = datetime.now(UTC)
    brought(store, OTHER_DAY, id="r2")
    found = [[n.incident.id for n in store.watches.news("attacks", since=at).news] for at in (since, between)]
    assert found == [["ec00", "ea00"], ["ec00"]]
    assert told(store) == [("new", (), "ec00")]


def test_what_was_not_marked_is_told_again_and_an_undone_run_too(store: Store) -> None:
    store.watches.add("attacks", ATTACKS, by="ana")
    brought(store, FIRST)
    assert store.watches.news("attacks").news == store.watches.news("attacks").news != []
    first = told(store)
    brought(store, OTHER_DAY, id="r2")
    assert told(store) == [("new", (), "ec00")]
    store.watches.undo("attacks", by="ana", reason="the mail bounced")
    assert told(store) == [("new", (), "ec00")]
    store.watches.undo("attacks", by="ana")
    store.watches.undo("attacks", by="ana")
    assert {id_ for *_, id_ in told(store)} == {"ec00", *(id_ for *_, id_ in first)}
    store.watches.undo("attacks", by="ana")
    with pytest.raises(InputError, match="nothing was told"):
        store.watches.undo("attacks", by="ana")


def test_two_runs_at_once_never_put_the_mark_back(store: Store) -> None:
    store.watches.add("attacks", ATTACKS, by="ana")
    brought(store, FIRST)
    early = store.watches.news("attacks")
    brought(store, OTHER_DAY, id="r2")
    late = store.watches.news("attacks")
    store.watches.seen(late, by="ana")
    store.watches.seen(early, by="ben")
    assert told(store) == []


def test_a_removed_question_comes_back_with_its_mark(store: Store) -> None:
    store.watches.add("attacks", ATTACKS, by="ana")
    brought(store, FIRST)
    told(store)
    brought(store, OTHER_DAY, id="r2")
    store.watches.remove("attacks", by="ben", reason="not needed")
    assert store.watches.all() == []
    for ask in (store.watches.news, store.watches.get):
        with pytest.raises(MissingError, match="no watch 'attacks'"):
            ask("attacks")
    assert store.watches.undo("attacks", by="ana").by == "ana"
    assert told(store) == [("new", (), "ec00")]
    with pytest.raises(MissingError):
        store.watches.undo("others", by="ana")


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(ALL),
    asked=st.sampled_from((Filter(), ATTACKS, TWICE, Filter(text="barracks"), Filter(since=date(2024, 7, 30)))),
    data=st.data(),
)
def test_who_follows_the_news_knows_what_fits(
    new_url: NewStore, order: list[Coded], asked: Filter, data: st.DataObject
) -> None:
    with open_store(new_url(), create=True) as store:
        store.watches.add("q", asked, by="ana")
        known: set[str] = set()
        judged: list[str] = []
        for number, report_ in enumerate(order):
            brought(store, report_, id=f"r{number}")
            passages = sorted(e for i in store.incidents() for e in i.events)
            if len(passages) > 1 and data.draw(st.booleans()):
                one, two = data.draw(st.permutations(passages))[:2]
                verdict = data.draw(st.sampled_from(("same", "different")))
                judged.append(store.judge(verdict, one, two, by="ana", reason="x").id)  # type: ignore[arg-type]
            if judged and data.draw(st.booleans()):
                store.undo(judged.pop(), by="ana", reason="x")
            if data.draw(st.booleans()) or number == len(order) - 1:
                fresh = store.watches.news("q")
                store.watches.seen(fresh, by="ana")
                for news in fresh.news:
                    known -= {before.id for before in news.before}
                    known |= {news.incident.id} if news.kind != "fits no more" else set()
        assert known == {incident.id for incident in store.incidents(asked)}


def test_names_and_questions_that_are_refused(store: Store) -> None:
    store.watches.add("attacks", ATTACKS, by="ana")
    for name in ("attacks", "", " ", "a\nb", "x" * 101):
        with pytest.raises(InputError):
            store.watches.add(name, ATTACKS, by="ana")
    for asked in (
        Filter(types=("NOTHING",)), Filter(as_of=datetime(2024, 1, 1, tzinfo=UTC)), Filter(run="r1"),
        Filter(recorded_since=datetime(2024, 1, 1, tzinfo=UTC)), Filter(text='"'),
    ):  # fmt: skip
        with pytest.raises(InputError):
            store.watches.add("others", asked, by="ana")


def test_every_kind_of_filter_is_kept_and_asked(store: Store) -> None:
    brought(store, FIRST)
    asked = Filter(
        types=("ASSAULT",), countries=("MLI",), near=Near(16.27, -0.04, 50), party="MLI:REB", since=date(2024, 7, 1),
        until=date(2024, 7, 31), text="barracks", min_origins=1, published_since=date(2024, 7, 1), confidence=0.5,
    )  # fmt: skip
    store.watches.add("gao", asked, by="ana")
    assert store.watches.get("gao").asked == asked
    assert [n.incident.id for n in store.watches.news("gao", since=datetime(2020, 1, 1, tzinfo=UTC)).news] == ["ea00"]
