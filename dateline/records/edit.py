"""Corrections of single fields by people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.fixed import fixed
from dateline.records.withdrawal import Withdrawal


@fixed()
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


@fixed()
class IncidentEdit:
    """A field of an incident as a person wants it, whatever the reports say; it is withdrawn, never erased.

    `incident` is the incident that the person saw: the edit holds for the one that this id leads to later. `field` is a
    field that incidents show ("type", "where", "counts.killed", ...); `value` has the form it has there.
    """

    id: str
    incident: str
    field: str
    value: Any
    by: str
    at: datetime
    reason: str
    withdrawn: Withdrawal | None = None
