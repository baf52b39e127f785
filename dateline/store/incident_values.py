"""What people set of incidents, brought into the form in which incidents show it. Pure functions.

An incident shows one value of each field: a code, one party, one place, one time, a number or its bounds. No words of
an article stand behind a value that a person sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.errors import InputError
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident, Version
from dateline.records.resolved import COUNTED
from dateline.store import edits

Json = dict[str, Any]

CODES = ("type", "quad", "modes", "contexts", "status")
NAMED = ("actors", "recipients", "where")
FIELDS = (*CODES, *NAMED, "when")
WORDS = ("text", "span", "basis")
"""Keys of the event line that belong to the words of an article."""


def fields() -> tuple[str, ...]:
    """The fields that can be set."""
    return (*FIELDS, *(f"counts.{what}" for what in COUNTED))


def normal(field: str, value: Any, one: Incident, record: Json) -> Any:
    """The value in the form that the incident shows; `record` is that of one of its events, which names the codebook.

    A name stands for the party or place of this name that a report tells of, if there is one. Nothing (None) is a value
    too, except of codes. Raises InputError with what the field takes.
    """
    if field not in fields():
        raise InputError(f"no field {field!r} of incidents to set; there are {', '.join(fields())}")
    if value is None and field not in CODES:
        return None
    shown = {s.field: s for s in one.shown}
    if field in NAMED:
        return _named(field, value, shown[field].versions if field in shown else (), record)
    if field in ("modes", "contexts"):
        of_type = record | {"type": shown["type"].value} if "type" in shown else record
        return _only(field, edits.normal(field, value, of_type))
    checked = edits.normal(field, value, record)
    if field == "when":
        return _bare(checked)
    if field.startswith("counts."):
        return checked["min"] if checked["min"] == checked["max"] else {"min": checked["min"], "max": checked["max"]}
    return checked


def implied(made: Sequence[IncidentEdit], record: Json) -> list[IncidentEdit]:
    """The edits, with the class that goes with the type that they set, unless they set the class themselves."""
    if any(edit.field == "quad" for edit in made):
        return list(made)
    quads = (replace(e, field="quad", value=edits.quad(e.value, record)) for e in made if e.field == "type")
    return [*made, *(e for e in quads if e.value is not None)]


def _named(field: str, value: Any, versions: Sequence[Version], record: Json) -> Json:
    """A party or place, from its object or its name."""
    entry = _only(field, value if isinstance(value, list) else [value])
    if isinstance(entry, str):
        told = [v.value for v in versions if str(v.value.get("name") or "").casefold() == entry.strip().casefold()]
        entry = max(told, key=_filled, default={"name": entry.strip()})
    if not isinstance(entry, Mapping) or not str(entry.get("name") or "").strip():
        raise InputError(f"{field} takes a name, or an object with a name as the incident shows it")
    (checked,) = edits.normal(field, [_bare(entry)], record)
    return _bare(checked)


def _only(field: str, values: Sequence[Any]) -> Any:
    if len(values) != 1:
        raise InputError(f"{field}: an incident shows one value; give one")
    return values[0]


def _bare(entry: Mapping[str, Any]) -> Json:
    return {key: value for key, value in entry.items() if key not in WORDS}


def _filled(value: Mapping[str, Any]) -> tuple[int, str]:
    return sum(v not in (None, [], ()) for v in value.values()), repr(sorted(value.items(), key=lambda item: item[0]))
