from __future__ import annotations

from dateline.store import Store
from tests.make import coded, event
from tests.store.making import article, brought, code_one, run


def test_what_was_coded_or_decided_is_to_be_looked_at_until_it_was(store: Store) -> None:
    brought(store, 1, 2)
    assert [(t.kind, t.id, t.cause) for t in store.touched()] == [("article", "a1", "a1"), ("article", "a2", "a2")]
    first = store.touched(1)
    edit = store.edit("ea1-0-0", "status", "planned", by="ana", reason="")
    judgement = store.judge("same", "ea1-0-0", "ea2-0-0", by="ana", reason="")
    store.put_merged(done=first)
    assert [(t.id, t.cause) for t in store.touched()] == [
        ("a2", "a2"), ("ea1-0-0", edit.id), ("ea1-0-0", judgement.id), ("ea2-0-0", judgement.id),
    ]  # fmt: skip
    store.put_merged(done=store.touched())
    store.undo(edit.id, by="ana", reason="")
    store.undo(judgement.id, by="ana", reason="")
    brought(store, 1, id="r2")
    assert [(t.id, t.cause) for t in store.touched()] == [
        ("ea1-0-0", edit.id), ("ea1-0-0", judgement.id), ("ea2-0-0", judgement.id),
    ]  # fmt: skip


def test_stories_are_looked_up_by_their_keys(store: Store) -> None:
    brought(store, 1, 2)
    one, two = "ea1-0-0", "ea2-0-0"
    store.put_merged(keys={one: [11, 2**62], two: [2**62, 2**62]})
    assert store.stories_with([2**62, 5]) == [one, two]
    store.put_merged(keys={one: [], two: [13]})
    assert (store.stories_with([11, 2**62]), store.stories_with([13])) == ([], [two])
    store.put_merged(keys={"nowhere": [13]})
    assert store.stories_with([13]) == [two]


def test_a_story_is_the_passages_of_one_article_that_tell_of_one_event(store: Store) -> None:
    store.begin(run())
    again = event("killing", story_event="e-attacked")
    store.add(run(), [coded(event("attacked"), again, event("condemned")), code_one(article(2))])
    assert [s.passage for s in store.stories(["e-killing"])] == ["e-attacked", "e-killing"]
    assert [s.passage for s in store.stories(["e-condemned", "ea2-1-0"])] == [
        "e-condemned",
        "ea2-0-0",
        "ea2-1-0",
        "ea2-2-0",
    ]
    assert store.stories(["nowhere"]) == []


def test_all_passages_of_an_article_also_those_that_are_no_more(store: Store) -> None:
    brought(store, 2)
    one = run("r2", "m2")
    store.begin(one)
    whole = code_one(article(2), shift=3)
    store.add(one, [type(whole)(whole.article, whole.events[:1], ())])
    assert store.passages_of(["a2", "nowhere"]) == {"a2": ("ea2-0-0", "ea2-1-0", "ea2-2-0"), "nowhere": ()}
    assert len(store.stories(["ea2-0-0"])) == 1


def test_judgements_about_some_passages(store: Store) -> None:
    brought(store, 1, 2)
    one = store.judge("same", "ea1-0-0", "ea2-0-0", by="ana", reason="")
    two = store.judge("different", "ea1-0-0", "ea2-1-0", by="ana", reason="")
    assert store.judgements(["ea1-0-0", "ea2-0-0"]) == [one, two]
    assert store.judgements(["ea2-1-0"]) == [two]
    assert store.judgements(["nowhere"]) == []
