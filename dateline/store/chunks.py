"""Values in pieces that fit one IN list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MANY = 500
"""Values in one IN list (SQLite takes 32,766, older ones 999)."""


def chunks(values: Sequence[Any]) -> list[Sequence[Any]]:
    """The values in pieces of at most `MANY`."""
    return [values[i : i + MANY] for i in range(0, len(values), MANY)]
