from __future__ import annotations

from typing import Any

import pytest

from dateline.merge.naming import DESCRIBED, NAMED, VAGUE, called, naming, uncounted


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


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        *(("five people", "people"), ("at least 14 herders", "herders"), ("Some 8,000 people", "people")),
        *(
            ("Twenty-four pupils", "pupils"),
            ("dozens of heavily armed men", "heavily armed men"),
            ("Scores of Chadians", "Chadians"),
        ),
        *(("a dozen miners", "miners"), ("two hundred thousand people", "people"), ("One soldier", "soldier")),
        *(
            ("14", "14"),
            ("the soldiers", "the soldiers"),
            ("Eleven Front", "Eleven Front"),
            ("onerous men", "onerous men"),
        ),
    ],
)
def test_the_number_before_a_party(name: str, rest: str) -> None:
    assert uncounted(name) == rest
