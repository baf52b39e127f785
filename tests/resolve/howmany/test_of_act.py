"""What is counted for one act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.span import Span
from dateline.resolve.howmany import counts_of_act
from dateline.resolve.howmany.of_act import kind_of


def _counts(text: str, act: str, *numbers: str) -> list[tuple[str, str, float | None, float | None]]:
    told = [(Span(text.index(n), text.index(n) + len(n)), (("killed", 0.99),)) for n in numbers]
    start = text.index(act)
    found = counts_of_act(text, told, Span(0, len(text)), Span(start, start + len(act)))
    return [(c.piece.text, c.what, c.min, c.max) for counts in found.values() for c in counts]


@pytest.mark.parametrize(
    ("text", "act", "numbers", "counts"),
    [
        (
            "The raid killed ten people, including four children.",
            "killed",
            ("ten", "four"),
            [("ten", "killed", 10, 10)],
        ),
        (
            "The storm killed 14 people and at least 60 are missing.",
            "killed",
            ("14", "60"),
            [("14", "killed", 14, 14), ("at least 60", "other", 60, None)],
        ),
        (
            "Gunmen raided a mill, killing two, two days after a blast killed four.",
            "raided",
            ("two", "four"),
            [("two", "killed", 2, 2)],
        ),
        (
            "Gunmen raided a mill two days after Eid, killing two.",
            "raided",
            ("two.",),
            [("two", "killed", 2, 2)],
        ),
        (
            "The raid killed 300 sheep and 40 tents were burnt with 90 pounds of rice.",
            "killed",
            ("40", "90"),
            [("40", "other", 40, 40), ("90", "other", 90, 90)],
        ),
        (
            "The shelling caused no casualties.",
            "shelling",
            ("no",),
            [("no", "killed", 0, 0), ("no", "injured", 0, 0)],
        ),
        (
            "Monday 06:15 Nine Farmers Killed In Raid",
            "Killed",
            ("15", "Nine"),
            [("Nine", "killed", 9, 9)],
        ),
        (
            "The blast killed 23, after an earlier toll of 17.",
            "killed",
            ("23", "17"),
            [("23", "killed", 23, 23)],
        ),
        ("It killed more than 20 people.", "killed", ("more than 20", "20"), [("more than 20", "killed", 21, None)]),
        (
            "The blast kills 30 injures 90",
            "blast",
            ("30", "90"),
            [("30", "killed", 30, 30), ("90", "injured", 90, 90)],
        ),
        ("Some 69 people were killed, 17 of them women.", "killed", ("69", "17"), [("Some 69", "killed", 63, 75)]),
        (
            "Two nurses were among at least 31 drivers killed.",
            "killed",
            ("Two", "at least 31"),
            [("at least 31", "killed", 31, None)],
        ),
        (
            "The death toll from the shelling rose to 8 more casualties were reported.",
            "shelling",
            ("8",),
            [("8", "killed", 8, 8)],
        ),
        (
            "The number of dead rose from 45 to 62 after the raid.",
            "raid",
            ("45",),
            [("62", "killed", 62, 62)],
        ),
        (
            "The death toll climbed to 62 from 45 after the raid.",
            "raid",
            ("62", "45"),
            [("62", "killed", 62, 62)],
        ),
        (
            "A rider killed 30 guests injured 90 at a feast.",
            "killed",
            ("30", "90"),
            [("30", "killed", 30, 30), ("90", "injured", 90, 90)],
        ),
        (
            "Two attackers killed 21 people.",
            "killed",
            ("Two", "21"),
            [("Two", "other", 2, 2), ("21", "killed", 21, 21)],
        ),
        (
            "The blast killed 18 of 31 guards.",
            "blast",
            ("18", "31"),
            [("18", "killed", 18, 18)],
        ),
        (
            "Shells killed 16 and wounded 27 with most casualties at a mill.",
            "Shells",
            ("16", "27"),
            [("16", "killed", 16, 16), ("27", "injured", 27, 27)],
        ),
        (
            "Twelve were killed including at least three drivers and five farmers.",
            "killed",
            ("Twelve", "five"),
            [("Twelve", "killed", 12, 12)],
        ),
        (
            "Planes killed six people including a nurse and her four sons.",
            "killed",
            ("six", "four"),
            [("six", "killed", 6, 6)],
        ),
        ("Two guards killed, third injured, in a raid", "raid", ("Two", "third"), [("Two", "killed", 2, 2)]),
        ("The war killed 5,400 people.", "killed", (",400",), [("5,400", "killed", 5400, 5400)]),
        (
            "Rebels forced 200 families out of the port.",
            "forced",
            ("200",),
            [("200", "displaced", 200, 200)],
        ),
        ("6. 15 people died in the raid.", "raid", ("6", "15"), [("15", "killed", 15, 15)]),
        (
            "The ministry says 34 guards were killed in the month, the group that counts them said, including 19 boys.",
            "killed",
            ("34", "19"),
            [("34", "killed", 34, 34)],
        ),
    ],
)
def test_the_counts_of_an_act(
    text: str, act: str, numbers: tuple[str, ...], counts: list[tuple[str, str, float | None, float | None]]
) -> None:
    assert _counts(text, act, *numbers) == counts


@pytest.mark.parametrize(
    ("scores", "near", "kind"),
    [
        ((), "other", "other"),
        ((), "killed", "killed"),
        ((("injured", 0.99),), "killed", "injured"),
        ((("injured", 0.9),), "killed", "killed"),
        ((("injured", 0.9),), "other", "injured"),
        ((("injured", 0.99),), "displaced", "displaced"),
    ],
)
def test_the_words_near_decide_where_the_model_is_unsure(
    scores: tuple[tuple[str, float], ...], near: str, kind: str
) -> None:
    assert kind_of(scores, near) == kind


def _kinds(text: str, act: str, number: str, label: str) -> list[str]:
    at, start = text.index(number), text.index(act)
    told = [(Span(at, at + len(number)), ((label, 0.99),))]
    found = counts_of_act(text, told, Span(0, len(text)), Span(start, start + len(act)))
    return [c.what for counts in found.values() for c in counts]


def test_the_same_sum_in_another_currency_is_told_once() -> None:
    for text, sums, counted in (
        ("They asked for a $2m (£1.5m) ransom and £9m in aid.", ("$2m", "£1.5m", "£9m"), ["$2m", "£9m"]),
        ("They asked for 1 million euros (about $1.2 million).", ("1 million", "1.2 million"), ["1 million"]),
    ):
        told = [(Span(text.index(n), text.index(n) + len(n)), (("money", 0.99),)) for n in sums]
        found = counts_of_act(text, told, Span(0, len(text)), Span(5, 10))
        assert [c.piece.text for counts in found.values() for c in counts] == counted


@pytest.mark.parametrize(
    ("text", "act", "number", "label", "kinds"),
    [
        ("A march of 500 migrants reached the town.", "march", "500", "participants", ["participants"]),
        ("The fighting drove out 500 migrants, who fled north.", "fighting", "500", "other", ["displaced"]),
        ("The five farmers were captured and gunned down.", "gunned down", "five", "abducted", ["killed"]),
        ("Raid: 3 killed 38 injured", "Raid", "38", "injured", ["injured"]),
        ("He stabbed several guards at the mill, then fled.", "stabbed", "several", "injured", ["injured"]),
    ],
)
def test_what_is_counted_where_model_and_words_differ(
    text: str, act: str, number: str, label: str, kinds: list[str]
) -> None:
    assert _kinds(text, act, number, label) == kinds


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=4))
def test_any_numbers_of_any_text(text: str, places: list[tuple[int, int]]) -> None:
    told = [(Span(at, min(at + n, len(text))), ()) for at, n in places if at < len(text)]
    for counts in counts_of_act(text, told, Span(0, len(text)), Span(0, len(text))).values():
        assert all(c.piece.span.of(text) == c.piece.text for c in counts)
