"""The states of America as newspapers shorten them (`american_states.csv`): "Athens, Ga."."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def american() -> frozenset[str]:
    """The short names that are written as one word, in small letters and without their full stops."""
    text = (files("dateline.vocabulary") / "american_states.csv").read_text(encoding="utf-8")
    return frozenset(row["short"] for row in csv.DictReader(text.splitlines()))
