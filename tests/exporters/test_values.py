from __future__ import annotations

import pytest

from dateline.exporters.values import value


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "nothing"),
        ([], "nothing"),
        (True, "true"),
        ("PROTEST", "PROTEST"),
        (15_000_000, "15,000,000"),
        (2.5, "2.5"),
        (17.0, "17"),
        ({"what": "killed", "min": 18, "max": 20}, "18 to 20"),
        ({"min": 9001, "max": None}, "over 9,000"),
        ({"min": None, "max": 7}, "up to 7"),
        ({"min": 3, "max": 3}, "3"),
        ({"start": "2024-07-29", "end": "2024-07-29"}, "2024-07-29"),
        ({"start": "2024-07-29", "end": None}, "2024-07-29 to …"),
        ({"text": "reportedly", "span": [3, 13]}, "“reportedly”"),
        ({"name": "Gao", "country": "MLI", "lat": 16.3, "lon": 0.0, "precision": "settlement"}, "Gao, MLI, settlement"),
        ({"name": None, "text": "the north", "lat": None, "lon": None}, "the north"),
        (
            [{"name": "Rebels", "country": "MLI", "sectors": ["REB", "UAF"]}, {"name": None, "text": "gunmen"}],
            "Rebels [MLI:REB+UAF]; gunmen",
        ),
    ],
)
def test_values_in_words(given: object, words: str) -> None:
    assert value(given) == words
