from __future__ import annotations

from itertools import permutations

from dateline.merge.folder import merge
from tests.merge.barracks import ALL


def test_a_folder_adds_up_to_incidents_with_all_their_passages() -> None:
    merged = merge(ALL)
    assert sorted(p for i in merged.incidents for p in i.events) == sorted(e.id for c in ALL for e in c.events)
    assert len(merged.origins) == len(ALL)


def test_the_order_of_files_does_not_matter() -> None:
    first = merge(ALL)
    for order in list(permutations(ALL))[::31]:
        other = merge(order)
        assert other.incidents == first.incidents
        assert set(other.origins) == set(first.origins)
