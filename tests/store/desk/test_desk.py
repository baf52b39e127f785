from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dateline.errors import ConflictError, InputError, MissingError
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store.actor_lists import listed
from dateline.store.actors import actor
from dateline.store.desk import Desk, Who
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents

ANN, BOB = Who("ann", "10.0.0.1"), Who("bob")


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(6)])
    store.put_merged(new=incidents(store))
    return store


@pytest.fixture
def desk(filled: Store) -> Desk:
    return Desk(filled)


def first(store: Store) -> tuple[str, str, str]:
    """Id, passage and etag of an event."""
    stored = next(iter(store.events(order="text")))
    tags, _ = Desk(store).seen([stored.passage])
    return stored.event.id, stored.passage, tags[stored.passage]


def test_a_review_is_kept_and_seen(desk: Desk, filled: Store) -> None:
    event, passage, etag = first(filled)
    made = desk.review(event, "accept", etag=etag, who=ANN, reason="clear", sample="s1")
    tags, reviews = desk.seen([passage])
    assert tags[passage] != etag
    assert [(r.id, r.verdict, r.by, r.sample, r.withdrawn) for r in reviews[passage]] == [
        (made.id, "accept", "ann", "s1", None)
    ]
    assert filled.count(Filter(reviewed=True)) == 1
    assert desk.decisions() == [made] == desk.decisions(by="ann") and desk.decisions(by="bob") == []


def test_a_fix_sets_fields_and_is_undone_whole(desk: Desk, filled: Store) -> None:
    event, passage, etag = first(filled)
    made = desk.review(event, "fix", etag=etag, who=ANN, edits=[("type", "AID"), ("counts.killed", None)])
    (now,) = filled.passages([passage])
    assert (now.event.type, now.event.counts, now.edited) == ("AID", (), ("counts.killed", "type"))
    assert made.fields == ("type", "counts.killed") and len(made.parts) == 2
    desk.undo(None, who=ANN)
    (now,) = filled.passages([passage])
    assert now.event.type != "AID" and now.event.counts and now.edited == ()
    _tags, reviews = desk.seen([passage])
    assert reviews == {} and filled.count(Filter(reviewed=True)) == 0
    assert filled.edits() == [] and len(filled.edits(withdrawn=True)) == 2


def test_a_rejected_event_is_gone_until_it_is_undone(desk: Desk, filled: Store) -> None:
    event, _passage, etag = first(filled)
    before = filled.count()
    made = desk.review(event, "reject", etag=etag, who=ANN)
    assert filled.count() == before - 1
    desk.undo(made.id, who=BOB, reason="it is one")
    assert filled.count() == before
    (undone,) = desk.decisions()
    assert undone.withdrawn and (undone.withdrawn.by, undone.withdrawn.reason) == ("bob", "it is one")
    with pytest.raises(InputError, match="undone already"):
        desk.undo(made.id, who=ANN)


def test_the_second_of_two_who_saw_the_same_is_refused(desk: Desk, filled: Store) -> None:
    event, _, etag = first(filled)

    def act(who: Who) -> str:
        try:
            return desk.review(event, "fix", etag=etag, who=who, edits=[("status", "planned")]).by
        except ConflictError:
            return "refused"

    with ThreadPoolExecutor(2) as pool:
        results = sorted(pool.map(act, [ANN, BOB]))
    assert results in (["ann", "refused"], ["bob", "refused"])
    assert len(filled.edits()) == 1


def test_coding_again_makes_the_seen_state_old(desk: Desk, filled: Store) -> None:
    event, _, etag = first(filled)
    filled.begin(run("r2", "m2"))
    filled.add(run("r2", "m2"), [code_one(article(n), shift=1) for n in range(6)])
    with pytest.raises(ConflictError):
        desk.review(event, "accept", etag=etag, who=ANN)


@pytest.mark.parametrize(
    "values",
    [
        {"verdict": "maybe"},
        {"verdict": "fix"},
        {"verdict": "accept", "edits": [("type", "AID")]},
        {"verdict": "fix", "edits": [("type", "AID"), ("type", "AID")]},
        {"verdict": "fix", "edits": [("type", "NONE")]},
        {"verdict": "fix", "edits": [("nothing", 1)]},
        {"verdict": "accept", "reason": "x" * 2001},
    ],
)
def test_what_cannot_be_decided_changes_nothing(desk: Desk, filled: Store, values: dict[str, Any]) -> None:
    event, passage, etag = first(filled)
    with pytest.raises(InputError):
        desk.review(event, etag=etag, who=ANN, **values)
    assert desk.decisions() == [] and filled.edits() == [] and desk.audit(limit=5) == []
    assert desk.seen([passage])[0][passage] == etag


def test_edits_and_judgements_by_themselves(desk: Desk, filled: Store) -> None:
    event, _passage, etag = first(filled)
    edit = desk.edit(event, "status", "planned", etag=etag, who=ANN)
    with pytest.raises(ConflictError):
        desk.edit(event, "status", "happened", etag=etag, who=BOB)
    other = list(filled.events(order="text"))[1].event.id
    judged = desk.judge("same", event, other, who=BOB)
    assert [d.kind for d in desk.decisions()] == ["judgement", "edit"]
    desk.undo(edit.parts[0], who=ANN)  # by the edit itself: the decision goes with it
    desk.undo(judged.id, who=ANN)
    assert filled.edits() == [] and filled.judgements() == []
    assert all(d.withdrawn for d in desk.decisions())


def test_what_the_command_line_decided_is_undone_too(desk: Desk, filled: Store) -> None:
    event, _, _ = first(filled)
    edit = filled.edit(event, "status", "planned", by="cli", reason="")
    desk.undo(edit.id, who=ANN)
    assert filled.edits() == []
    with pytest.raises(InputError, match="undone already"):
        desk.undo(edit.id, who=ANN)
    with pytest.raises(MissingError):
        desk.undo("d0000", who=ANN)
    with pytest.raises(MissingError, match="nothing"):
        desk.undo(None, who=ANN)


def test_an_incident_is_split_and_joined_by_judgements(desk: Desk, filled: Store) -> None:
    whole = next(i for i in filled.incidents() if len(i.events) > 1)
    other = next(i for i in filled.incidents() if i.id != whole.id)
    split = desk.split(whole.id, [whole.events[0]], who=ANN)
    assert {j.verdict for j in filled.judgements()} == {"different"}
    assert len(split.parts) == len(whole.events) - 1
    desk.undo(split.id, who=ANN)
    desk.join([whole.id, other.id], who=ANN)
    first, *rest = (*whole.events, *other.events)
    assert {(j.verdict, frozenset((j.left, j.right))) for j in filled.judgements()} == {
        ("same", frozenset((first, passage))) for passage in rest
    }
    for leaving in ([], list(whole.events), list(other.events)):
        with pytest.raises(InputError):
            desk.split(whole.id, leaving, who=ANN)
    with pytest.raises(InputError):
        desk.join([whole.id, whole.id], who=ANN)


def test_actors_are_put_together_renamed_and_parted(desk: Desk, filled: Store) -> None:
    def known() -> list[tuple[str | None, int]]:
        with filled.engine.connect() as connection:
            return [(a.name, a.total) for a in listed(connection, Filter(), q=None, limit=50, offset=0)]

    def ids() -> dict[str | None, str]:
        with filled.engine.connect() as connection:
            return {f"{a.name} {a.country}": a.id for a in listed(connection, Filter(), q=None, limit=50, offset=0)}

    before = known()
    one, two = ids()["Rebels NER"], ids()["Rebels MLI"]
    merged = desk.merge_actors(one, two, who=ANN)
    assert len(known()) == len(before) - 1
    with filled.engine.connect() as connection:
        whole, forms = actor(connection, one)
        assert (whole.id, len(forms)) == (two, 2)
    assert filled.count(Filter(party=two)) == filled.count(Filter(party=":REB"))
    renamed = desk.rename_actor(one, " The  Front ", who=ANN)
    assert known()[0][0] == "The Front"
    with pytest.raises(InputError, match="already"):
        desk.merge_actors(two, one, who=ANN)
    filled.begin(run("r2", "m2"))
    filled.add(run("r2", "m2"), [code_one(article(n), shift=1) for n in range(6, 12)])
    assert len([n for n, _ in known() if n == "Rebels"]) == 0  # what comes later goes there as well
    desk.undo(renamed.id, who=ANN)
    desk.undo(merged.id, who=ANN)
    assert [n for n, _ in known()].count("Rebels") == 2
    assert [d.detail["kind"] for d in desk.actor_decisions(one)] == ["merge"]
    assert [d.detail["kind"] for d in desk.actor_decisions(two)] == ["rename", "merge"]


def test_every_decision_is_in_the_log(desk: Desk, filled: Store) -> None:
    event, _, etag = first(filled)
    made = desk.review(event, "accept", etag=etag, who=ANN)
    desk.undo(made.id, who=BOB)
    undone, reviewed = desk.audit(limit=5)
    assert (reviewed.action, reviewed.by, reviewed.address, reviewed.object) == ("review", "ann", "10.0.0.1", event)
    assert (undone.action, undone.by, undone.object) == ("undone", "bob", made.id)
