from __future__ import annotations

from dataclasses import replace

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
        ({"voice": REBELS, "hedge": "claimed"}, "claimed"),
        ({"voice": ("Army", "MLI", "MIL"), "hedge": "claimed"}, "alleged"),
        ({"voice": REBELS, "status": "negated"}, "denied"),
    ],
)
def test_stances(values: dict[str, object], expected: str) -> None:
    tell = Tell("Rebels reportedly attacked Gao, Army and Rebels said, claimed.", "attacked", actor=REBELS, **values)  # type: ignore[arg-type]
    assert stance(report("a", "2024-07-29", tell).events[0]) == expected


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (("fighters", None, "REB"), "claimed"),
        (("its fighters", "MLI", "REB"), "claimed"),
        (("fighters", "NER", "REB"), "alleged"),
        (("soldiers", None, "MIL"), "alleged"),
        (("gunmen", None, "REB"), "alleged"),
    ],
)
def test_a_group_that_tells_what_its_own_did_claims_it(actor: tuple[str, str | None, str], expected: str) -> None:
    words = "The Rebels claimed that its fighters, its soldiers and some gunmen had raided Gao."
    (event,) = report("a", "2024-07-29", Tell(words, "raided", actor=actor, voice=REBELS)).events
    assert stance(event) == expected


def test_voices_by_name() -> None:
    tell = Tell("Rebels attacked Gao, the Army said.", "attacked", voice=("Army", "MLI", "MIL"))
    assert said_by(report("a", "2024-07-29", tell).events[0]) == ("Army",)


@pytest.mark.parametrize(
    ("actor", "field", "expected"),
    [
        (REBELS, "actors", "denied"),
        (REBELS, "where", "alleged"),
        (("Army", "MLI", "MIL"), "where", "denied"),
        (None, "", "denied"),
    ],
)
def test_a_party_that_denies_its_part_does_not_deny_the_act(
    actor: tuple[str, str, str] | None, field: str, expected: str
) -> None:
    tell = Tell("Rebels denied that they attacked Gao, Army.", "attacked", actor=actor, voice=REBELS)
    (event,) = report("a", "2024-07-29", tell).events
    (voice,) = event.according_to
    cue = replace(event.trigger, text="denied")
    assert stance(replace(event, according_to=(replace(voice, cue=cue),)), field) == expected
