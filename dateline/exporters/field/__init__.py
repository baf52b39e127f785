"""Formats of the field, for tools and series that are there: POLECAT, ICEWS, GDELT, ACLED, UCDP GED.

One file each (`events` has two), on `base`; `incidents` is what several of them ask of an incident.
"""

from __future__ import annotations

from dateline.exporters.field.acled import ACLED
from dateline.exporters.field.base import FieldFormat, Given, Written, write
from dateline.exporters.field.events import ICEWS, POLECAT
from dateline.exporters.field.gdelt import GDELT
from dateline.exporters.field.ged import GED

__all__ = ["FIELD_FORMATS", "FieldFormat", "Given", "Written", "write"]

FIELD_FORMATS: dict[str, FieldFormat] = {form.name: form for form in (POLECAT, ICEWS, GDELT, ACLED, GED)}
"""All of them by name."""
