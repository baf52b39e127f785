"""Values of fields in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.records.bounds import in_words, number


def value(given: Any) -> str:
    """The value of a field in words: a party, place, time, number, piece of text or code, or a list of them."""
    if given is None:
        return "nothing"
    if isinstance(given, list | tuple):
        return "; ".join(map(value, given)) or "nothing"
    if isinstance(given, bool):
        return "true" if given else "false"
    if not isinstance(given, Mapping):
        return number(given) if isinstance(given, int | float) else str(given)
    if "lat" in given:
        return _place(given)
    if "name" in given:
        return _party(given)
    if "start" in given:
        first, last = given["start"], given["end"]
        return str(first) if first == last else f"{first or '…'} to {last or '…'}"
    if "min" in given or "max" in given:
        return in_words(given.get("min"), given.get("max"))
    return f"“{given['text']}”"


def _place(given: Mapping[str, Any]) -> str:
    parts = (given["name"] or given.get("text"), given.get("country"), given.get("precision"))
    return ", ".join(str(part) for part in parts if part)


def _party(given: Mapping[str, Any]) -> str:
    codes = ":".join(x for x in (given.get("country"), "+".join(given.get("sectors") or ())) if x)
    name = str(given["name"] or given.get("text"))
    return f"{name} [{codes}]" if codes else name


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number of things: "1 copy", "1,200 events"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
