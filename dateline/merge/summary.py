"""What is known of an incident, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dateline.merge.naming import called, uncounted
from dateline.merge.voices import ALLEGED, CLAIMED, DENIED, TOLD
from dateline.records.bounds import in_words, number
from dateline.records.incident import Shown

ACTS = {
    "AGREE": "agreement or promise",
    "CONSULT": "meeting",
    "SUPPORT": "show of support",
    "CONCEDE": "concession in words",
    "COOPERATE": "material cooperation",
    "AID": "aid",
    "RETREAT": "concession in deed",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "rejection",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "assault",
}
TOWARDS = {
    "AGREE": "with",
    "CONSULT": "with",
    "SUPPORT": "for",
    "CONCEDE": "to",
    "COOPERATE": "with",
    "AID": "for",
    "RETREAT": "towards",
    "REQUEST": "to",
    "ACCUSE": "against",
    "REJECT": "towards",
}
"""What leads from the act to whom it is done to; "against" where none is named."""
MOST_NAMES = 3
"""Parties of a side that are named; of more there is the number."""
Say = Callable[[Mapping[str, Any]], str]
"""How a party is called."""
STATES = {
    "planned": "planned",
    "hypothetical": "possible",
    "negated": "denied",
    "ongoing": "ongoing",
}


def summary(fields: Sequence[Shown], reports: int, countries: Mapping[str, str] | None = None) -> str:
    """One sentence of the values shown; `reports` is how many independent reports tell of it.

    Countries go by their names in `countries`; a code that has none there stands as it is.
    """
    by = {f.field: f for f in fields}
    act = ACTS.get(_value(by, "type"), str(_value(by, "type") or "event").lower())
    state = STATES.get(_value(by, "status"), "")
    modes = _value(by, "modes")
    parts = [" ".join(x for x in (state, act) if x), f"({modes})" if modes else ""]
    counts = (f for f in fields if f.field.startswith("counts.") and f.field != "counts.other")
    numbers = [_number(f) for f in counts if f.value is not None]
    name, names = _uncounted if numbers else called, countries or {}

    def say(party: Mapping[str, Any]) -> str:
        return name(_spelled(party, names))

    where = _value(by, "where")
    parts += [_actor(by, say), _recipient(by, say), _place(where and _spelled(where, names)), _time(_value(by, "when"))]
    text = " ".join(p for p in parts if p)
    if numbers:
        text += f": {', '.join(numbers)}"
    told = "one report" if reports == 1 else f"{reports} independent reports"
    return f"{text[:1].upper()}{text[1:]}; {told}."


def _value(by: Mapping[str, Shown], field: str) -> Any:
    return by[field].value if field in by else None


def _spelled(value: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, Any]:
    """A party or place with the name of its country in place of the code, where it is known."""
    name = names.get(value.get("country") or "")
    return {**value, "country": name} if name else value


def _actor(by: Mapping[str, Shown], say: Say) -> str:
    field = by.get("actors")
    if field is None or field.value is None:
        return ""
    name_told = _named(map(say, field.parties))
    if not name_told:
        return ""
    if field.set_by is not None or _value(by, "status") == "negated":  # what is denied on the whole is so of everybody
        return f"by {name_told}"
    said = {v.stance for v in field.versions if v.value.get("name") == field.value.get("name")}
    words = {TOLD: "by", CLAIMED: "claimed by", ALLEGED: "allegedly by", DENIED: "denied to be by"}
    firmest = next((s for s in (TOLD, CLAIMED, ALLEGED, DENIED) if s in said), TOLD)
    denied = any(v.stance == DENIED and _one_side(v.value, field.value) for v in field.versions)
    return f"{words[firmest]} {name_told}{' (also denied)' if denied and firmest != DENIED else ''}"


def _one_side(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """True for one name, and for words for one force or office of a country: "our soldiers", "the army"."""
    if one.get("name") == two.get("name"):
        return True
    first, second = ((party.get("country"), (party.get("sectors") or [None])[0]) for party in (one, two))
    return first == second and None not in first


def _uncounted(value: Mapping[str, Any]) -> str:
    """What a party is called where the numbers stand beside it, with their bounds."""
    return uncounted(called(value))


def _named(called: Iterable[str]) -> str:
    """The parties of a side by their names, the first ones where they are many; empty where none is called by any."""
    names = list(dict.fromkeys(name for name in called if name))
    if len(names) > MOST_NAMES:
        more = len(names) - MOST_NAMES
        return f"{', '.join(names[:MOST_NAMES])} and {more} other{'s' if more > 1 else ''}"
    return " and ".join(x for x in (", ".join(names[:-1]), *names[-1:]) if x)


def _recipient(by: Mapping[str, Shown], say: Say) -> str:
    actors = [say(party) for party in by["actors"].parties] if "actors" in by else []
    names = [say(party) for party in by["recipients"].parties] if "recipients" in by else []
    where = _value(by, "where") or {}
    known = {*actors, where.get("name") if where.get("precision") != "country" else None}
    name = _named(
        name for name in names if name not in known
    )  # two who meet, and the town that is visited, are named once
    if not name:
        return ""
    return f"{TOWARDS.get(_value(by, 'type'), 'against')} {name}"


def _place(value: Mapping[str, Any] | None) -> str:
    if not value or not value.get("name"):
        return ""
    country = value.get("country")
    if not country and value["name"][:1].islower():  # "village": of some place, nobody knows which
        return ""
    return f"in {value['name']}" + (f" ({country})" if country and value.get("precision") != "country" else "")


def _time(value: Mapping[str, Any] | None) -> str:
    if not value:
        return ""
    start, end = value.get("start"), value.get("end")
    if start and start == end:
        return f"on {start}"
    if start and end:
        return f"between {start} and {end}"
    if start:  # "since 2012" is from its first day on
        return f"since {start[:4] if start.endswith('-01-01') else start}"
    return f"until {end}"


def _number(field: Shown) -> str:
    what = field.field.removeprefix("counts.")
    own = field.value if isinstance(field.value, Mapping) else {"min": field.value, "max": field.value}
    best, bounds = in_words(own["min"], own["max"]), _bounds(field, own)
    return f"{best} {'in money' if what == 'money' else what}" + (f" ({bounds})" if bounds not in ("", best) else "")


def _bounds(field: Shown, own: Mapping[str, Any]) -> str:
    """The least and greatest total; the greatest is left open where it is the least that the number shown can be."""
    if field.low == field.high:
        return ""
    if own["max"] is None and field.high == own["min"]:
        return f"{number(field.low or 0)} or more"
    if own["min"] is None and not field.low:
        return "" if field.high == own["max"] else f"up to {number(field.high or 0)}"
    return in_words(field.low, field.high)
