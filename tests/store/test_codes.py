from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store.codes import settled
from tests.store.making import brought


def test_codes_are_written_as_the_codebook_does() -> None:
    asked = Filter(types=["assault"], quads=["material-conflict"], statuses="Happened", contexts=["human rights"])
    found = settled(asked)
    assert (found.types, found.quads) == (("ASSAULT",), ("material_conflict",))
    assert (found.statuses, found.contexts) == (("happened",), ("human_rights",))
    assert settled(Filter(text="x")) == Filter(text="x")


@pytest.mark.parametrize(
    "ask",
    [
        lambda store, where: store.count(where),
        lambda store, where: store.counts("month", where=where),
        lambda store, where: store.events(where),
        lambda store, where: store.incidents(where),
        lambda store, where: store.count_incidents(where),
        lambda store, where: store.actors(where),
        lambda store, where: store.dyads(where),
    ],
)
def test_a_code_that_is_none_is_refused(store: Store, ask: Callable[[Store, Filter], object]) -> None:
    with pytest.raises(InputError, match="'FOO' is none of the types of plover@"):
        ask(store, Filter(types=["FOO"]))


def test_codes_of_edits_are_taken_in_any_spelling(store: Store) -> None:
    brought(store, 1)
    (first, *_) = store.events()
    for field, given, code in (("type", "assault", "ASSAULT"), ("quad", "Verbal-Conflict", "verbal_conflict")):
        assert store.edit(first.event.id, field, given, by="ana", reason="misread").value == code
    with pytest.raises(InputError, match="'WAR' is none of AGREE"):
        store.edit(first.event.id, "type", "WAR", by="ana", reason="x")


def test_codes_of_another_codebook_are_left_alone() -> None:
    assert settled(Filter(types=["FOO", "assault"]), lambda: ["own@1"]).types == ("FOO", "ASSAULT")
    with pytest.raises(InputError):
        settled(Filter(types=["FOO"]), lambda: ["plover@2.0"])
