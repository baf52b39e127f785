"""One piece of evidence."""

from __future__ import annotations

from typing import NamedTuple


class Signal(NamedTuple):
    """A named finding about two passages: how strong it is (mostly 0 to 1) and what was found, in words for people.

    What has no words is weighed and not told: how much is known at all, and finer measures of what is told already.
    """

    name: str
    value: float
    words: str = ""
