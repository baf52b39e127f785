"""What a party is called: by its name, by a description, or by a word that does not say whom it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.vocabulary.numbers import ONES, TENS
from dateline.vocabulary.pronouns import POSSESSIVES, PRONOUNS

UNTELLING = PRONOUNS | {
    *("you", "who", "whom", "which", "that", "this", "those", "these"),
    *("some", "others", "one", "someone", "anyone", "people"),
}
"""Words that do not say whom they mean where they stand alone."""
NUMBER = re.compile(
    r"[\d.,\s]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands", re.IGNORECASE
)
"""A number that stands alone ("killing 14") does not say whom it means either."""
_ONES, _TENS = "|".join(ONES[1:]), "|".join(TENS)
_COUNTED = re.compile(
    r"(?:(?:at least|more than|as many as|up to|an estimated|over|about|around|nearly|almost|some|the|another|other) )*"
    rf"(?:\d[\d.,]*|(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES}|(?:a )?dozen|dozens|scores|hundreds|thousands)"
    r"(?: (?:hundred|thousand|million))*(?: of)? (?=\S)",
    re.IGNORECASE,
)
"""A number before what it counts, with the words that bound it."""
ARTICLES = frozenset(("the", "a", "an", "some", "several", "many", "more"))
GROUPS = {
    "GOV": "government",
    "MIL": "army",
    "COP": "police",
    "REB": "rebels",
    "OPP": "opposition",
    "PTY": "party",
    "CVL": "civilians",
    "UAF": "armed persons",
}
VAGUE, DESCRIBED, NAMED = 0, 1, 2


def naming(value: Mapping[str, Any]) -> int:
    """How a party goes: VAGUE ("they", "our soldiers", "14"), DESCRIBED ("the soldiers") or NAMED."""
    if _is_vague(str(value.get("name") or "")):
        return VAGUE
    words = [w for w in str(value.get("name")).split() if w.lower() not in ARTICLES]
    return NAMED if value.get("id") or any(w[:1].isupper() for w in words) else DESCRIBED


def called(value: Mapping[str, Any]) -> str:
    """The name of a party; of a pronoun or a number the group it was read as, empty where that is not known either."""
    name = str(value.get("name") or "")
    if name and not _is_vague(name):
        return name
    rest = "" if NUMBER.fullmatch(name) else name.partition(" ")[2]
    country = f" ({value['country']})" if value.get("country") else ""
    group = rest or next((GROUPS[s] for s in value.get("sectors") or () if s in GROUPS), "")
    return f"{group}{country}" if group else ""


def uncounted(name: str) -> str:
    """The name of a party without the number before it: "people" of "at least five people"; "Eleven Front" stays."""
    number = _COUNTED.match(name)
    if number is None:
        return name
    rest = name[number.end() :]
    return rest if number.group().endswith("of ") or any(word[0].islower() for word in rest.split()) else name


def _is_vague(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return not name or first.lower() in (POSSESSIVES if rest else UNTELLING) or NUMBER.fullmatch(name) is not None
