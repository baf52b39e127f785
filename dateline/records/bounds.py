"""A number between its bounds, in words."""

from __future__ import annotations


def in_words(least: float | None, most: float | None) -> str:
    """As in "40", "24 to 36", "at least 14", "over 9,000" (kept as 9,001), "up to 20"; "?" where neither is known."""
    if least is not None and most is not None:
        return number(least) if least == most else f"{number(least)} to {number(most)}"
    if least is not None:
        return f"over {number(least - 1)}" if least > 10 and least % 10 == 1 else f"at least {number(least)}"
    return f"up to {number(most)}" if most is not None else "?"


def number(given: float) -> str:
    """A number with commas between thousands, without a fraction where there is none."""
    return f"{int(given):,}" if given == int(given) else f"{given:,}"
