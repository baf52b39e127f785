from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.copies import (
    Fingerprint,
    MemoryFingerprints,
    Overlap,
    fingerprint,
    origins,
    overlap,
    overlaps,
    window,
)
from dateline.records.article import Article
from dateline.records.incident import Origin

WORDS = [
    "rebels",
    "army",
    "post",
    "market",
    "river",
    "convoy",
    "bridge",
    "governor",
    "patrol",
    "village",
    "drone",
    "soldiers",
    "council",
    "elders",
    "harvest",
    "road",
    "border",
    "clinic",
    "teachers",
    "water",
    "shots",
    "night",
    "smoke",
    "radio",
    "guard",
    "camp",
    "truck",
    "school",
    "fuel",
    "police",
]


def sentences(seed: int, number: int = 20) -> list[str]:
    rng = Random(seed)
    return [" ".join(rng.choice(WORDS) for _ in range(14)).capitalize() + "." for _ in range(number)]


def article(id: str, lines: list[str], published: str | None = "2024-05-03") -> Article:
    return Article(id, " ".join(lines), published=published)


WIRE = sentences(1)
WHOLE = article("a", WIRE)


def found(*articles: Article) -> tuple[Origin, ...]:
    known, prints, all_ = MemoryFingerprints(), {}, []
    for one in articles:
        print_ = fingerprint(one)
        all_ += overlaps(print_, known)
        known.add(print_)
        prints[one.id] = print_
    return origins(prints, all_)


@pytest.mark.parametrize(
    "lines",
    [
        ["Another headline over it", *WIRE],
        WIRE[:11],
        [*WIRE[:8], *sentences(2, 3), *WIRE[8:]],
        [line for i, line in enumerate(WIRE) if i % 5],
        [line.replace("river", "12 rivers") for line in WIRE],
    ],
    ids=["another headline", "cut tail", "added paragraph", "dropped sentences", "changed words"],
)
def test_an_edited_text_is_a_copy(lines: list[str]) -> None:
    (origin,) = found(WHOLE, article("b", lines, "2024-05-04"))
    assert origin.id == "a" and [c.article for c in origin.copies] == ["b"]
    assert 0.5 < origin.copies[0].share <= 1


def test_another_report_is_its_own_origin() -> None:
    assert [o.id for o in found(WHOLE, article("b", sentences(3)))] == ["a", "b"]


def test_a_round_up_is_no_copy_of_its_items() -> None:
    items = [article(f"b{i}", sentences(10 + i, 5), "2024-05-02") for i in range(7)]
    round_up = article("z", [line for i in range(7) for line in sentences(10 + i, 5)])
    assert len(found(*items, round_up)) == 8


def test_the_same_words_a_year_later_are_a_new_report() -> None:
    assert len(found(WHOLE, article("b", WIRE, "2025-05-03"))) == 2
    assert len(found(WHOLE, article("b", WIRE, None))) == 1


def test_one_agency_in_both_needs_less_in_common() -> None:
    half = [*WIRE[:8], *sentences(4, 12)]
    assert len(found(WHOLE, article("b", half))) == 2
    credited = [article(i, ["BAMAKO (AP) —", *lines]) for i, lines in (("a", WIRE), ("b", half))]
    (origin,) = found(*credited)
    assert origin.agency == "AP" and "AP" in origin.copies[0].basis


def test_a_copy_of_a_copy_goes_to_the_same_origin() -> None:
    second = [*WIRE[:12], *sentences(5, 8)]
    third = [*second[6:], *sentences(6, 6)]
    made = found(WHOLE, article("b", second, "2024-05-04"), article("c", third, "2024-05-05"))
    assert [(o.id, [c.article for c in o.copies]) for o in made] == [("a", ["b", "c"])]


def test_short_texts_are_never_copies() -> None:
    line = "Rebels attacked an army post near Gao on Monday."
    assert len(found(Article("a", line), Article("b", line))) == 2


@settings(deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    articles = [
        WHOLE,
        article("b", WIRE[:11], "2024-05-04"),
        article("c", [*WIRE[5:], *sentences(7, 4)], "2024-05-02"),
        article("d", sentences(8)),
        article("e", [*sentences(8)[:12], *WIRE[:3]], "2024-05-09"),
    ]
    assert set(found(*(articles[i] for i in order))) == set(found(*articles))


def test_an_overlap_names_the_later_and_the_earlier() -> None:
    one, two = (
        Fingerprint(p.article, p.published, None, p.runs, p.keys) for p in map(fingerprint, (WHOLE, article("b", WIRE)))
    )
    assert overlap(two, one) == overlap(one, two) == Overlap("b", "a", 1.0, "same words")


@pytest.mark.parametrize("days", [-31, -30, -1, 0, 1, 30, 31])
def test_copies_are_printed_within_their_window(days: int) -> None:
    first, last = window(fingerprint(WHOLE)) or (date.max, date.min)
    day = date(2024, 5, 3) + timedelta(days)
    copy = fingerprint(article("b", WIRE, f"{day}T12:00:00Z"))
    assert (first <= day <= last) == (overlap(fingerprint(WHOLE), copy) is not None) == (abs(days) <= 30)


def test_the_window_ends_with_the_calendar_and_without_a_date_there_is_none() -> None:
    assert window(fingerprint(article("a", WIRE, "0001-01-02"))) == (date.min, date(1, 2, 1))
    assert window(fingerprint(article("a", WIRE, "9999-12-30"))) == (date(9999, 11, 30), date.max)
    assert window(fingerprint(article("a", WIRE, None))) is None
