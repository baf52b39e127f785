from __future__ import annotations

from typing import Any

import pytest

from dateline.merge.naming import DESCRIBED, NAMED, VAGUE, called, naming


def party(name: str, country: str | None = "TCD", *sectors: str) -> dict[str, Any]:
    return {"name": name, "country": country, "sectors": list(sectors), "id": None}


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *(("14", VAGUE), ("2 000", VAGUE), ("Dozens", VAGUE), ("it", VAGUE), ("our soldiers", VAGUE)),
        *(("14 people", DESCRIBED), ("the gunmen", DESCRIBED), ("Lake Front", NAMED), ("the Eleven Front", NAMED)),
    ],
)
def test_how_a_party_goes(name: str, how: int) -> None:
    assert naming(party(name)) == how


def test_a_number_is_called_by_what_it_counts() -> None:
    assert called(party("14", "TCD", "CVL")) == called(party("2 000", "TCD", "CVL")) == "civilians (TCD)"
    assert called(party("14", None)) == ""
    assert called(party("14 people", "TCD", "CVL")) == "14 people"
