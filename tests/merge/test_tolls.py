from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.merge.incident import incident
from dateline.merge.tolls import tolls
from dateline.records.coded import Coded
from dateline.records.incident import Shown
from dateline.records.resolved import Count
from dateline.records.span import Piece, Span
from tests.merge.reports import ANSONGO, GAO, Tell, passages, report

Spot = tuple[str, tuple[float, float], str]
REGION = ("Gao region", (16.4, 0.3), "region")
TOWN = ("Ansongo", ANSONGO, "settlement")


def counting(id: str, published: str, *told: tuple[str, str, int, Spot | None]) -> Coded:
    """A report of sentences, each with the words of its number, the number of those killed and a place."""
    tells = [Tell(words, "killed", place=place, killed=(many, many)) for words, _, many, place in told]
    coded = report(id, published, *tells)
    events = []
    for event, (words, number, many, _) in zip(coded.events, told, strict=True):
        start = event.evidence.span.start + words.index(number)
        piece = Piece(number, Span(start, start + len(number)))
        events.append(replace(event, counts=(Count(piece, "killed", many, many),)))
    return replace(coded, events=tuple(events))


def shown(*reports: Coded) -> dict[str, Shown]:
    return {s.field: s for s in incident(passages(*reports), {}).shown}


def early(id: str, day: str = "2024-07-29") -> Coded:
    return counting(id, day, ("Raiders killed nine at the ford.", "nine", 9, None))


@pytest.mark.parametrize(
    "words, number",
    [
        ("The number of those killed has risen to 13.", "13"),
        ("The toll of people killed rose overnight to at least 13.", "13"),
        ("The count of those killed now stands at 13.", "13"),
        ("Medics revised the number of people killed to 13.", "13"),
        ("Raiders killed 13 herders, up from nine.", "13"),
    ],
)
def test_a_toll_that_is_told_as_revised_stands_before_older_ones_that_more_reports_give(
    words: str, number: str
) -> None:
    risen = counting("c", "2024-07-30", (words, number, 13, None))
    assert tolls(passages(risen)).revised == {"killed": {"ec00"}}
    toll = shown(early("a"), early("b"), early("d", "2024-07-30"), risen)["counts.killed"]
    assert (toll.value, toll.low, toll.high) == (13, 9, 13)
    later = [counting(x, "2024-07-31", ("Raiders killed 15.", "15", 15, None)) for x in ("e", "f")]
    assert shown(early("a"), risen, *later)["counts.killed"].value == 15


@pytest.mark.parametrize("words", ["The price rose to a peak after raiders killed 13.", "Raiders killed 13 in all."])
def test_a_number_beside_other_words_is_not_revised(words: str) -> None:
    other = counting("c", "2024-07-30", (words, "13", 13, None))
    assert tolls(passages(other)).revised == {}
    assert shown(early("a"), early("b"), other)["counts.killed"].value == 9


def test_what_a_party_claims_of_its_own_act_is_no_revision() -> None:
    risen = counting("c", "2024-07-30", ("Those killed have risen to 13.", "13", 13, None))
    rebels = replace(report("x", "2024-07-30", Tell("Rebels struck.", "struck", actor=("Rebels", "MLI", "REB"))))
    (actor,) = rebels.events[0].actors
    told = report("y", "2024-07-30", Tell("Rebels said so.", "said", voice=("Rebels", "MLI", "REB"))).events[0]
    own = replace(risen.events[0], actors=(actor,), according_to=told.according_to)
    assert shown(early("a"), early("b"), replace(risen, events=(own,)))["counts.killed"].value == 9


def test_the_number_of_a_closer_place_beside_that_of_the_region_is_a_part_wherever_it_is_told() -> None:
    whole = counting("a", "2024-07-29", ("Raiders killed 40 in Gao region.", "40", 40, REGION))
    both = counting(
        "b",
        "2024-07-29",
        ("Raiders killed 40 in Gao region.", "40", 40, REGION),
        ("Twelve were killed in Ansongo.", "Twelve", 12, TOWN),
    )
    part = counting("c", "2024-07-30", ("Raiders killed twelve in Ansongo.", "twelve", 12, TOWN))
    one = shown(whole, both, part)
    assert tolls(passages(whole, both, part)).parts == {"killed": {"eb01", "ec00"}}
    assert (one["counts.killed"].value, one["counts.killed"].low) == (40, 40)
    assert one["where"].value["name"] == "Gao region"
    assert len(one["counts.killed"].versions) == 4 and len(one["where"].versions) == 4
    assert shown(part)["where"].value["name"] == "Ansongo"


def test_numbers_of_places_that_are_as_close_or_lie_elsewhere_are_no_parts() -> None:
    for other in (("Gao", GAO, "settlement"), ("Sikasso region", (10.7, -7.0), "region")):
        both = counting(
            "b",
            "2024-07-29",
            (f"Raiders killed 40 in {other[0]}.", "40", 40, other),
            ("Twelve were killed in Ansongo.", "Twelve", 12, TOWN),
        )
        assert tolls(passages(both)).parts == {}
