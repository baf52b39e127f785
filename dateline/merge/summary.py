"""What is known of an incident, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.merge.voices import ALLEGED, CLAIMED, DENIED, TOLD
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
STATES = {
    "planned": "planned",
    "hypothetical": "possible",
    "negated": "denied",
    "ongoing": "ongoing",
}


def summary(fields: Sequence[Shown], reports: int) -> str:
    """One sentence of the values shown; `reports` is how many independent reports tell of it."""
    by = {f.field: f for f in fields}
    act = ACTS.get(_value(by, "type"), str(_value(by, "type") or "event").lower())
    state = STATES.get(_value(by, "status"), "")
    modes = _value(by, "modes")
    parts = [" ".join(x for x in (state, act) if x), f"({modes})" if modes else ""]
    parts += [_actor(by.get("actors")), _recipient(by), _place(_value(by, "where")), _time(_value(by, "when"))]
    text = " ".join(p for p in parts if p)
    numbers = [_number(f) for f in fields if f.field.startswith("counts.") and f.field != "counts.other"]
    if numbers:
        text += f": {', '.join(numbers)}"
    told = "one report" if reports == 1 else f"{reports} independent reports"
    return f"{text[:1].upper()}{text[1:]}; {told}."


def _value(by: Mapping[str, Shown], field: str) -> Any:
    return by[field].value if field in by else None


def _actor(field: Shown | None) -> str:
    if field is None:
        return ""
    name = field.value.get("name")
    said = {v.stance for v in field.versions if v.value.get("name") == name}
    words = {TOLD: "by", CLAIMED: "claimed by", ALLEGED: "allegedly by", DENIED: "denied to be by"}
    firmest = next((s for s in (TOLD, CLAIMED, ALLEGED, DENIED) if s in said), TOLD)
    denied = " (also denied)" if DENIED in said and firmest != DENIED else ""
    return f"{words[firmest]} {name}{denied}"


def _recipient(by: Mapping[str, Shown]) -> str:
    value = _value(by, "recipients")
    return (
        f"against {value['name']}"
        if value and _value(by, "quad") in ("material_conflict", "verbal_conflict")
        else (f"with or towards {value['name']}" if value else "")
    )


def _place(value: Mapping[str, Any] | None) -> str:
    if not value or not value.get("name"):
        return ""
    country = value.get("country")
    return f"in {value['name']}" + (f" ({country})" if country and value.get("precision") != "country" else "")


def _time(value: Mapping[str, Any] | None) -> str:
    if not value:
        return ""
    start, end = value.get("start"), value.get("end")
    if start and start == end:
        return f"on {start}"
    if start and end:
        return f"between {start} and {end}"
    return f"since {start}" if start else f"until {end}"


def _number(field: Shown) -> str:
    what = field.field.removeprefix("counts.")
    best = field.value
    if isinstance(best, Mapping):
        low, high = best["min"], best["max"]
        best = (
            f"at least {_plain(low)}"
            if high is None
            else (f"up to {_plain(high)}" if low is None else f"{_plain(low)} to {_plain(high)}")
        )
    else:
        best = _plain(best)
    bounds = f" ({_plain(field.low)} to {_plain(field.high)})" if field.low != field.high else ""
    return f"{best} {what}{bounds}"


def _plain(value: float | None) -> str:
    return f"{value:,.0f}" if value is not None else "?"
