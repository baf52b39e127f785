"""Given names, by which people are told from places and towns (`given_names.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from dateline.resolve.word_lists import data_text


@cache
def given_names() -> Mapping[str, str]:
    """The gender, "f" or "m", of each folded name, "" where it tells none. Raises OSError where the file is missing."""
    return {row[0]: row[1] for row in csv.reader(data_text("given_names.csv").splitlines()[1:])}


@cache
def gendered_names() -> Mapping[str, str]:
    """Those of them that tell a gender."""
    return {name: gender for name, gender in given_names().items() if gender}
