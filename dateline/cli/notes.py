"""Notes on articles that are kept but were changed or read in a way to know about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.exporters.values import plural
from dateline.records.undated import Undated

ALIKE = 3
"""Notes of one kind that are shown: a table of a thousand dates in one unclear form has a thousand."""
MOST = 40
"""Notes that are shown in all."""
_OWN = re.compile(r"'[^']*'|\"[^\"]*\"|\b[0-9a-f]{8,}\b")
"""What notes of one kind differ in: words of the article, and its id."""


def told(notes: Sequence[str]) -> Iterator[str]:
    """The notes, a line each; of many of one kind the first ones and how many more there are, and so of very many."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        kinds[_kind(note)].append(note)
    lines: list[tuple[str, int]] = []
    for same in kinds.values():
        shown = same if len(same) <= ALIKE + 1 else same[:ALIKE]
        lines += [(note, 1) for note in shown]
        if more := len(same) - len(shown):
            lines.append((f"and {more:,} more like this", more))
    yield from (f"note: {line}" for line, _ in lines[:MOST])
    if rest := sum(number for _, number in lines[MOST:]):
        yield f"note: and {plural(rest, 'more note')}"


def without_date(undated: Undated) -> str:
    """What to say of the articles of a run without a date of publication, of which there are some."""
    named = ", ".join(undated.first) + (", …" if undated.number > len(undated.first) else "")
    return (
        f"{plural(undated.number, 'article has', 'articles have')} no date, so “Monday” gets no day there: {named} "
        "(give --published DATE, --dated-by-name where the names of files have it (2026-03-11), or --field "
        "published=NAME where a column or field of another name has it)"
    )


def _kind(note: str) -> str:
    """A note without its place and what it has of the article."""
    return _OWN.sub("", note.partition(": ")[2] or note)
