"""News agencies and others whose reports and pictures papers print, with the forms of their names (`agencies.csv`).

The columns are what a form is known by: in the opening of a report without a dash or date around it ("opens"), on a
line that credits words or pictures ("credit"), as whose report a paper copied ("copied"). Forms are patterns.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Use = Literal["opens", "credit", "copied"]


@cache
def forms(use: Use) -> Mapping[str, str]:
    """The pattern of the forms that a use knows, by agency, in the order of the table."""
    text = (files("dateline.vocabulary") / "agencies.csv").read_text(encoding="utf-8")
    return {row["agency"]: row[use] for row in csv.DictReader(text.splitlines()) if row[use]}


def any_of(use: Use) -> str:
    """One pattern for all forms that a use knows."""
    return f"(?:{'|'.join(forms(use).values())})"
