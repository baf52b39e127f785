"""Notes on articles that are kept but were changed or read in a way to know about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.exporters.values import plural

MOST = 40
"""Notes that are shown: a table of a thousand dates in one unclear form has a thousand of one kind."""


def told(notes: Sequence[str]) -> Iterator[str]:
    """The notes, a line each; of very many the first ones and how many more there are."""
    for note in notes[:MOST]:
        yield f"note: {note}"
    if len(notes) > MOST:
        yield f"note: and {plural(len(notes) - MOST, 'more note')}"
