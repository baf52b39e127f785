from __future__ import annotations

import re

import pytest

from dateline.records.span import Span
from dateline.split.item_lines import keyed
from dateline.split.items import Entry, entries
from dateline.split.sentences import sentences

PLACES = re.compile(r"Gao|Mopti|Sudan|Kenya|SUDAN|KENYA|Diffa|Agadez|Arbinda|Titao|Homs|Hama|India|NEW DELHI")
DAYS = re.compile(r"\d\d? (?:May|June)(?: 2026)?")


def listed(text: str) -> list[tuple[int, int, str | None, str | None, str]]:
    """List and item of each paragraph, what labels it, and its first two words."""
    return [
        (e.item.run, e.item.number, _words(text, e.day), _words(text, e.place), " ".join(text[e.told :].split()[:2]))
        for e in found(text)
    ]


def found(text: str) -> tuple[Entry, ...]:
    days, places = ([Span(*m.span()) for m in some.finditer(text)] for some in (DAYS, PLACES))
    return entries(text, days, places, sentences(text, text.partition("\n")[0]))


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Timeline\n3 May – Gunmen raided a camp.\n5 May 2026: Troops left.",
            [(1, 1, "3 May", None, "Gunmen raided"), (1, 2, "5 May 2026", None, "Troops left.")],
        ),
        (
            "Round-up\nSUDAN: Drones hit a camp.\nIt burned.\nDR CONGO: Rebels fled.\nKENYA: Police fired.",
            [
                (1, 1, None, "SUDAN", "Drones hit"),
                (1, 1, None, "SUDAN", "It burned."),
                (1, 2, None, None, "Rebels fled."),
                (1, 3, None, "KENYA", "Police fired."),
            ],
        ),
        (
            "Table\n1 May | Diffa | Gunmen fled\n2 May | Agadez | Migrants marched",
            [(1, 1, "1 May", "Diffa", "Gunmen fled"), (1, 2, "2 May", "Agadez", "Migrants marched")],
        ),
        (
            "Digest\nGao region\n- Gunmen raided a camp.\n- A bomb went off.\nMopti region\n- Traders marched.",
            [
                (1, 1, None, "Gao", "Gunmen raided"),
                (1, 2, None, "Gao", "A bomb"),
                (1, 3, None, "Mopti", "Traders marched."),
            ],
        ),
        (
            "List\nDate: 1 May\nPlace: Arbinda\nGunmen came.\nDate: 2 May\nPlace: Titao\nGunmen left.",
            [(1, 1, "1 May", "Arbinda", "Gunmen came."), (1, 2, "2 May", "Titao", "Gunmen left.")],
        ),
        (
            "Week\n4 May\nGunmen came.\nIn Gao, a bus burned.\n3 May\nTroops left.",
            [
                (1, 1, "4 May", None, "Gunmen came."),
                (1, 2, "4 May", None, "In Gao,"),
                (1, 3, "3 May", None, "Troops left."),
            ],
        ),
        (
            "In brief\nMayor shot\nGunmen shot a mayor.\nFerry protest\nIslanders marched.\nJudge shot\nA judge died.",
            [
                (1, 1, None, None, "Gunmen shot"),
                (1, 2, None, None, "Islanders marched."),
                (1, 3, None, None, "A judge"),
            ],
        ),
        (
            "Two bombs\nBombs killed ten.\nIn Homs, a bomb killed six.\nIn Hama, a bomb killed four.",
            [(1, 1, None, None, "In Homs,"), (1, 2, None, None, "In Hama,")],
        ),
    ],
    ids=["days", "places", "rows", "headings", "keys", "paragraphs of a day", "headlines", "paragraphs"],
)
def test_items_and_what_labels_them(text: str, expected: list[tuple[int, int, str | None, str | None, str]]) -> None:
    assert listed(text) == expected


def test_what_sums_up_is_a_list_of_its_own() -> None:
    text = "Report\nHighlights\n- Bombs killed ten.\n- Talks began.\nGao\nA bomb killed six.\nMopti\nEnvoys met."
    runs = [e.item.run for e in found(text)]
    assert runs[0] == runs[1] != runs[2] == runs[3]


def test_entries_of_a_live_report_are_told_apart() -> None:
    (first, second) = found("Live\n18:40 Drones hit a port.\n17:55 Envoys met in a hotel.")
    assert first.item.live and first.item.apart(second.item)


@pytest.mark.parametrize(
    "text",
    [
        "Troops leave\nNEW DELHI — Troops left.\nIndia—the largest buyer—was glad.\nNobody spoke.",
        "Troops leave\nPhoto\nTroops left on 3 May.\nVideo\nNobody spoke.\nThey were glad.\nRelated stories",
        "Troops leave\nTroops left.\nMeanwhile, envoys met.\nNobody spoke.",
        "Troops leave\nOn Monday, troops left.\nOn Tuesday, envoys met.",
    ],
    ids=["opening", "words of the page", "meanwhile", "weekdays"],
)
def test_a_report_is_no_list(text: str) -> None:
    assert not found(text)


def test_words_that_a_line_calls_a_place() -> None:
    text = "Date: 1 May\nPlace: Arbinda\nThe place: nobody knows."
    assert [s.of(text) for s in keyed(text)] == ["Arbinda"]
