"""A made-up world for measurements: countries, places, parties and words, as frequent as in news."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

TYPES = (
    *("CONSULT", "SUPPORT", "COOPERATE", "ACCUSE", "REQUEST", "ASSAULT", "PROTEST", "COERCE", "AGREE", "AID", "REJECT"),
    *("THREATEN", "SANCTION", "CONCEDE", "MOBILIZE", "RETREAT"),
)
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
SECTORS = ("GOV", "MIL", "REB", "CVL", "COP", "OPP", "MED", "BUS")
START = date(2016, 1, 1)
DAYS = 3650


class World:
    """Countries, places, parties and words, the first ones the most frequent, as in news."""

    def __init__(self) -> None:
        chance = random.Random(1)
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        self.countries = sorted({"".join(chance.choices(letters, k=3)) for _ in range(200)})
        self.words = ["".join(chance.choices("aeioulnrstdkm", k=chance.randint(3, 9))) for _ in range(20_000)]
        self.places = [self._place(chance, i) for i in range(8_000)]
        self.parties = [
            (f"{w.title()} {self.words[-i - 1].title()}", self.some(chance, self.countries), chance.choice(SECTORS))
            for i, w in enumerate(self.words[:6_000])
        ]

    def _place(self, chance: random.Random, number: int) -> tuple[str, str, float, float]:
        name = self.words[number].title()
        return name, self.some(chance, self.countries), chance.uniform(-50, 65), chance.uniform(-180, 180)

    @staticmethod
    def some(chance: random.Random, values: Any) -> Any:
        """One of the values, the early ones more often (nearly Zipf)."""
        return values[int(len(values) ** chance.random()) - 1]
