from __future__ import annotations

import pytest

from dateline.merge.voices import said_by, stance
from tests.merge.reports import Tell, report

REBELS = ("Rebels", "MLI", "REB")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "told"),
        ({"hedge": "reportedly"}, "alleged"),
        ({"voice": ("Army", "MLI", "MIL")}, "alleged"),
        ({"voice": REBELS}, "claimed"),
        ({"voice": REBELS, "hedge": "reportedly"}, "alleged"),
        ({"voice": REBELS, "status": "negated"}, "denied"),
    ],
)
def test_stances(values: dict[str, object], expected: str) -> None:
    tell = Tell("Rebels reportedly attacked Gao, Army and Rebels said.", "attacked", actor=REBELS, **values)  # type: ignore[arg-type]
    assert stance(report("a", "2024-07-29", tell).events[0]) == expected


def test_voices_by_name() -> None:
    tell = Tell("Rebels attacked Gao, the Army said.", "attacked", voice=("Army", "MLI", "MIL"))
    assert said_by(report("a", "2024-07-29", tell).events[0]) == ("Army",)
