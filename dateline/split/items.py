"""Items of a list: digests, round-ups, timelines and live reports tell of many happenings, one to an item.

An item begins where a line has a bullet, a number or a time of day before it, a label of nothing but days and places
("3 May – …", "SUDAN: …", "1 May | Diffa | …"), or where a heading stands above it ("Gao region", "Mayor shot"); without
any of these, where paragraphs begin with another place or date or with "Elsewhere". What a label says, and a heading
above, holds for the item: its day and its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from dateline.fixed import fixed
from dateline.records.article import Sentence
from dateline.records.item import Item
from dateline.records.span import Span
from dateline.split.item_lines import BREAK, BULLETED, CLOCK, HEADING, LABEL, NUMBERED, Line, lines, named

FEWEST = 2
"""Items that make a list."""
MOST_PLAIN = 4
"""Paragraphs of an item behind the one with its mark."""
LOOSE = frozenset({BULLETED, NUMBERED})
"""Marks behind the last of which a paragraph is of no item."""
_BRIEF = re.compile(r"(?:h\.{1,3}){3,}")
_SUMMARY = re.compile(
    r"\W*(?:(?:the )?(?:highlights?|headlines)|key (?:points|developments|messages|events|figures|facts)"
    r"|(?:executive )?summary|in brief|overview|at a glance|main (?:points|developments|events)|top stories|contents"
    r"|in this (?:issue|report|edition))\W*",
    re.IGNORECASE,
)
"""Headings of what tells beforehand what the items tell."""


@fixed()
class Entry:
    """A paragraph of a list: which item of which list it is of, the day and place that hold for it.

    `told` is where its own words begin, behind its label.
    """

    start: int
    end: int
    item: Item
    day: Span | None
    place: Span | None
    told: int


def entries(
    text: str, days: Sequence[Span], places: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[Entry, ...]:
    """The paragraphs of all lists of a text, in order; `days` and `places` are the words that name some."""
    told = list(lines(text, days, places, sentences))
    often = Counter(line.kind for line in told)
    known = {kind for kind, number in often.items() if kind and number >= FEWEST}
    known -= set() if _is_brief(told) else {HEADING}
    known -= set() if known == {BREAK} else {BREAK}
    if not known:
        return ()
    told = [named(text, line) if LABEL in known and line.kind in ("", BREAK) else line for line in told]
    return tuple(_entries(text, told, known))


def _is_brief(told: Sequence[Line]) -> bool:
    """True for news in brief: headings from the beginning, each with a paragraph or a few.

    Others, within one report, are between parts of it, or words of the page.
    """
    return _BRIEF.fullmatch("".join("h" if line.kind == HEADING else "." for line in told)) is not None


def _entries(text: str, told: Sequence[Line], known: Set[str]) -> Iterator[Entry]:
    at = _Lists(told, known)
    for n, line in enumerate(told):
        if line.kind in known:
            at.meet(n, line, sums_up=_SUMMARY.fullmatch(text, line.start, line.end) is not None)
        elif not at.goes_on(n, line):
            continue
        if not (line.whole and line.kind in known):
            at.headed = False
            item = Item(at.run, at.number, n, at.kinds[-1] == CLOCK)
            yield Entry(line.start, line.end, item, at.day, at.place, line.told)


class _Lists:
    """Where a text stands among its lists: the run and number of the item, and the labels that hold for it."""

    def __init__(self, told: Sequence[Line], known: Set[str]) -> None:
        self.last = {line.kind: n for n, line in enumerate(told) if line.kind in known}
        self.run = self.number = 0
        self.kinds: list[str] = []
        self.above: list[tuple[str, Span]] = []
        """Days and places of the headings above; one puts an end to those that came below the last of its kind."""
        self.day: Span | None = None
        self.place: Span | None = None
        self.headed = False
        """True right below a heading or a label that is a line of its own."""
        self.sections = False
        """True in what such a line stands above."""
        self.beforehand = True
        """True until the first of them, and below one of what only sums up."""
        self.plain = 0
        """Paragraphs since the last one with a mark."""

    def meet(self, n: int, line: Line, *, sums_up: bool) -> None:
        """Go on to a line with a mark: to the next item, or to another list."""
        ended = line.kind not in self.kinds and all(self.last[kind] < n for kind in self.kinds)
        if ended or (line.whole and self.beforehand and not self.headed):
            self.run, self.number, self.kinds = self.run + 1, 0, []
        if line.kind not in self.kinds:
            self.kinds.append(line.kind)
        self.number += not self.headed
        self.plain, self.sections = 0, line.whole or (self.headed and line.kind not in LOOSE)
        if line.whole:
            self._head(line)
            self.beforehand = sums_up
        held = dict(self.above)
        unknown = line.kind == LABEL and line.day is None and line.place is None
        self.day, self.place = line.day or held.get("day"), line.place or held.get("place")
        self.place = None if unknown else self.place
        self.headed = line.whole

    def _head(self, line: Line) -> None:
        """Take in what a line that is nothing else says; below another heading nobody knows what holds on."""
        if line.kind == HEADING and not self.headed:
            self.above = []
        for kind, span in (("day", line.day), ("place", line.place)):
            if span is not None:
                known = [n for n, (other, _) in enumerate(self.above) if other == kind]
                self.above[known[0] if known else len(self.above) :] = [(kind, span)]

    def goes_on(self, n: int, line: Line) -> bool:
        """True where a paragraph without a mark is of a list: of the item before it, or another one of its section."""
        self.plain += 1
        if not self.kinds or (self.kinds[-1] in LOOSE and self.last[self.kinds[-1]] < n):
            return False
        if self.sections:
            self.number += line.kind == BREAK and not self.headed
            return True
        return self.kinds[-1] != BREAK and self.plain <= MOST_PLAIN
