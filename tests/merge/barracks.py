"""Reports on attacks on barracks: one told twice, another day, another town, and one that only looks back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.merge.reports import ANSONGO, GAO, KIDAL, Tell, report

REBELS = ("Rebels", "MLI", "REB")
NOW = datetime(2024, 8, 3, tzinfo=UTC)


def attack(
    words: str, trigger: str, day: date | None, place: tuple[str, tuple[float, float]] | None, killed: int | None
) -> Tell:
    """Passage on an attack, by the rebels where they are named."""
    return Tell(
        words,
        trigger,
        actor=REBELS if "Rebels" in words else None,
        place=(*place, "settlement") if place else None,
        day=day,
        killed=(killed, killed) if killed is not None else None,
    )


FIRST = report(
    "a",
    "2024-07-30",
    attack(
        "Rebels attacked the barracks at Gao on Monday and killed seven soldiers.",
        "attacked",
        date(2024, 7, 29),
        ("Gao", GAO),
        7,
    ),
)
SECOND = report(
    "b",
    "2024-07-31",
    attack(
        "Rebels raided the barracks in Gao on Monday; nine soldiers died.", "raided", date(2024, 7, 29), ("Gao", GAO), 9
    ),
    Tell(
        "The governor of Gao condemned the raid on the barracks.",
        "condemned",
        "ACCUSE",
        place=("Gao", GAO, "settlement"),
    ),
    publisher="Another Paper",
)
OTHER_DAY = report(
    "c",
    "2024-08-02",
    attack(
        "Rebels attacked the barracks at Gao on Thursday and killed two soldiers.",
        "attacked",
        date(2024, 8, 1),
        ("Gao", GAO),
        2,
    ),
)
OTHER_TOWN = report(
    "d",
    "2024-07-30",
    attack(
        "Rebels attacked the barracks at Kidal on Monday and killed three soldiers.",
        "attacked",
        date(2024, 7, 29),
        ("Kidal", KIDAL),
        3,
    ),
)
BACKGROUND = report(
    "f",
    "2024-08-28",
    Tell(
        "The president visited Ansongo to open a bridge.",
        "visited",
        "CONSULT",
        place=("Ansongo", ANSONGO, "settlement"),
    ),
    attack(
        "Rebels attacked the barracks at Gao on 29 July, killing nine soldiers.",
        "attacked",
        date(2024, 7, 29),
        ("Gao", GAO),
        9,
    ),
)
ALL = (FIRST, SECOND, OTHER_DAY, OTHER_TOWN, BACKGROUND)
