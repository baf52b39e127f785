"""How many units the words of a match tell, and the TimeML value of such a length."""

from __future__ import annotations

import re

from dateline.resolve.numerals import tidy
from dateline.resolve.when.hit import Hit


def amount_of(hit: Hit) -> int | float | None:
    """How many units the words tell: None where they do not ("few", "several"), one where there is no number."""
    if hit.has("vague"):
        return None
    if hit.has("pair"):
        return 2
    value = hit.value("n")
    if isinstance(value, str):
        base: float = int(re.match(r"\d+", value).group()) + 0.5  # type: ignore[union-attr]
    else:
        base = 0.5 if hit.has("half") else 1 if value is None else value
    return tidy(base + (0.5 if hit.has("plus") else 0))


def duration(amount: int | float | None, unit: str) -> str:
    """The TimeML value of a length of time; "X" where the number is not told."""
    time = unit in "HMS"
    letter = {"m": "M", "X": "DE", "C": "CE", "F": "W", "N": "D", "E": "D", "Q": "Q"}.get(unit, unit)
    if amount is None:
        return f"PT{'X'}{letter}" if time else f"PX{letter}"
    if unit in "XC":
        amount, letter = amount * (10 if unit == "X" else 100), "Y"
    if unit in "FE":
        amount *= 2
    if amount != int(amount):
        return _broken(float(amount), unit, letter)
    return f"P{'T' if time else ''}{int(amount)}{letter}"


def _broken(amount: float, unit: str, letter: str) -> str:
    """Halves are told in the next smaller unit, as TimeBank does ("2 1/2 years" is P2Y6M)."""
    smaller = {
        "Y": (12, "M", ""),
        "D": (24, "H", "T"),
        "H": (60, "M", ""),
        "M": (60, "S", ""),
        "m": (30, "D", ""),
        "W": (7, "D", ""),
    }
    whole = int(amount)
    if unit not in smaller:
        return f"P{'T' if unit in 'HMS' else ''}{amount:g}{letter}"
    times, small, mark = smaller[unit]
    head = "PT" if unit in "HM" else "P"
    first = f"{whole}{letter}" if whole else ""
    return f"{head}{first}{mark}{round((amount - whole) * times)}{small}"
