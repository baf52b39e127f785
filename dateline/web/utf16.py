"""Places in a text counted as browsers count: in UTF-16 units, of which characters beyond U+FFFF take two."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """Counts the units of a text before a character."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]

    def before(self, index: int) -> int:
        """The units before the character at `index`."""
        return index + bisect_left(self._wide, index)
