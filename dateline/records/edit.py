"""Corrections of single fields by people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.records.withdrawal import Withdrawal


@dataclass(frozen=True, slots=True)
class Edit:
    """A field of an event as a person wants it; it outranks the program and is withdrawn, never erased.

    `record` is the event that the person saw, `passage` the words it stands for: the edit holds for whatever is coded
    from these words later. `field` is a field of the event line ("type", "actors", "when", ...) or "rejected"; `value`
    has the JSON form of that field.
    """

    id: str
    record: str
    passage: str
    field: str
    value: Any
    by: str
    at: datetime
    reason: str
    withdrawn: Withdrawal | None = None
