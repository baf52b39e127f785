"""One piece of evidence."""

from __future__ import annotations

from typing import NamedTuple


class Signal(NamedTuple):
    """A named finding about two passages: how strong it is (0 to 1) and what was found, in words for people."""

    name: str
    value: float
    words: str
