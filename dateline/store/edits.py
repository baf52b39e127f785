"""What people set in events: checked (`edit_forms`), and laid over the record. Pure functions.

The basis of a value says who set it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.errors import CodebookError, InputError
from dateline.records import parse
from dateline.records.edit import Edit
from dateline.records.resolved import COUNTED
from dateline.store.edit_forms import FIELDS, Json, codebook_of, count

REJECTED = "rejected"
"""The field that says an event is none: it is not shown then."""


def given(text: str) -> Any:
    """A value as typed on the command line: JSON where it is some, else the words themselves."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def fields() -> tuple[str, ...]:
    """The fields that can be edited."""
    return (*FIELDS, *(f"counts.{what}" for what in COUNTED), REJECTED)


def normal(field: str, value: Any, record: Json) -> Any:
    """The value in the form of the record; InputError says what the field takes."""
    if field == REJECTED:
        if value is not True:
            raise InputError("rejected takes true; to take a rejection back, undo it")
        return True
    if field.startswith("counts.") and field.removeprefix("counts.") in COUNTED:
        return None if value is None else count(field.removeprefix("counts."), value, record)
    if field not in FIELDS:
        raise InputError(f"no field {field!r} to edit; there are {', '.join(fields())}")
    checked = FIELDS[field](field, value, record)
    try:
        parse.event(record | {field: checked})
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{field}: {value!r} has another form than the record ({error})") from error
    return checked


def applied(record: Json, edits: Sequence[Edit]) -> tuple[Json, tuple[str, ...]]:
    """The record with the edits over it, oldest first, and the fields they set; what hangs on the type follows it."""
    out = dict(record)
    for edit in edits:
        if edit.field.startswith("counts."):
            what = edit.field.removeprefix("counts.")
            out["counts"] = [c for c in out["counts"] if c["what"] != what] + ([edit.value] if edit.value else [])
        elif edit.field != REJECTED:
            out[edit.field] = _signed(edit)
    names = {edit.field for edit in edits if edit.field != REJECTED}
    if names & {"type", "modes"}:
        out |= {k: v for k, v in _implied(out, keep_modes="modes" in names).items() if k not in names}
    return out, tuple(sorted(names))


def rejected(edits: Sequence[Edit]) -> bool:
    """True where a person said that the event is none."""
    return any(edit.field == REJECTED for edit in edits)


def quad(type_: str, record: Json) -> str | None:
    """The class of a type by the codebook of the record; None where that codebook is not here."""
    try:
        return codebook_of(record).quad(type_)
    except (CodebookError, KeyError):
        return None


def _signed(edit: Edit) -> Any:
    """The value with its author as the basis."""
    basis = f"person: {edit.by}"
    if edit.field in ("actors", "recipients", "where"):
        return [entry | {"basis": basis} for entry in edit.value]
    if edit.field == "when" and edit.value:
        return edit.value | {"basis": basis}
    return edit.value


def _implied(record: Json, *, keep_modes: bool) -> Json:
    """Modes, quad class, intensity and CAMEO code of the type, by the codebook of the record."""
    try:
        book = codebook_of(record)
        modes = [m for m in record["modes"] if keep_modes or m in book.types[record["type"]].modes]
        return {
            "modes": modes,
            "quad": book.quad(record["type"]),
            "intensity": book.intensity(record["type"], modes),
            "cameo": book.cameo(record["type"], modes),
        }
    except (CodebookError, KeyError):
        return {}  # coded by a codebook that is not here: what a person set still holds
