"""Regions and several states of one are of no one country."""

from __future__ import annotations

import pytest

from dateline.resolve.regions import region_at
from dateline.resolve.who import ActorList
from tests.resolve.who.marked import last


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("America spoke in Washington. Aid to [[Latin America]] fell.", None),
        ("America spoke in Washington. Aid to three [[Central American states]] fell.", None),
        ("America spoke in Washington. [[South American leaders]] met in Lima.", None),
        ("America spoke in Washington. It warned the [[Gulf monarchies]].", None),
        ("America spoke in Washington. [[Africa]] listened.", None),
        ("America spoke in Washington. It sent home [[12 Central American migrants]].", None),
        ("The [[American government]] spoke in Washington.", "USA"),
        ("Pretoria spoke. The [[South African governments]] of old had not.", "ZAF"),
        ("Seoul waited. Then [[the South]] agreed and South Korea withdrew.", "KOR"),
        ("Israel voted. [[Arab voters]] in Israel stayed at home.", "ISR"),
    ],
)
def test_a_region_is_of_no_state(actors: ActorList, text: str, country: str | None) -> None:
    assert last(actors, text).country == country


@pytest.mark.parametrize(
    ("words", "index", "told"),
    [
        ("two latin americans fled", 2, range(1, 3)),
        ("the south american leaders", 1, range(1, 3)),
        ("the american leaders", 1, None),
        ("africa listened", 0, range(1)),
    ],
)
def test_where_a_region_is_named(words: str, index: int, told: range | None) -> None:
    assert region_at(words.split(), index) == told
