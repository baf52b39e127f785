"""Paragraphs as they open the items of a list: by a bullet, a number, a time of day, a label, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.fixed import fixed, replace
from dateline.records.article import Sentence
from dateline.records.span import Span
from dateline.split.lines import BULLET, blocks
from dateline.split.opening import LONGEST_OPENING, PIECES, opening_of

BULLETED, NUMBERED, LABEL, OPENING, HEADING = "bullet", "number", "label", "opening", "heading"
CLOCK, BREAK = "time of day", "break"
"""What a paragraph may begin with."""
LONGEST_LABEL = 70
LONGEST_HEADING, MOST_WORDS = 80, 10
_NUMBER = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-z]\))\s+(?=\S)")
_JOINT = re.compile(r"\s*(?:[:|—–]|\s-(?=\s)|\.(?=\s|$))\s*(?![a-zß-ÿ])|\s*$")
"""What ends a label: no sentence goes on behind it ("India—the largest importer")."""
_NAMES = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|al|el|of|the|and|d[ou]s?)){0,4}\s*(?::|\s[–—-]\s|\|)\s*"
)
"""A label of names, among which a place may be that no list has."""
_WORD = re.compile(r"[^\W_]+")
_KEY = re.compile(r"(?:place|location|where|area|town|village|site)\s*:\s*(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:,!?…][\"'”’)\]]*$")
_ELSEWHERE = re.compile(
    r"(?:Elsewhere|Separately|(?:Meanwhile, i|I)n (?:a |the )?(?:separate|different|second|third|fourth|another)"
    r"|(?:Meanwhile|Also),? (?:in|at) (?:the )?[A-Z]\w*)\b"
)
"""Words with which a paragraph goes on to something else."""
_IN = re.compile(r"(?:In|At|Near|Around|Outside) (?:the (?:[a-z-]+ ){0,4}(?:of )?)?")
_ON = re.compile(
    rf"(?:Early |Late )?(?:[Oo]n )?(?:the (?:morning|evening|night) of )?(?:{PIECES['weekday']},? )?"
    rf"(?P<date>\d\d?(?:st|nd|rd|th)? {PIECES['month']}|{PIECES['month']} \d\d?)\b"
)
"""A date at the beginning of a paragraph; a weekday alone is of any report."""
FILLERS = frozenset(
    {
        *("region", "regions", "province", "provinces", "governorate", "governorates", "district", "state", "county"),
        *("prefecture", "department", "oblast", "division", "city", "town", "village", "area", "zone", "sector"),
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast"),
        *("northwest", "southeast", "southwest", "country"),
        *("date", "place", "location", "where", "when", "day", "time"),
        *("of", "in", "on", "at", "near", "and", "the", "local", "rural", "updated", "early", "late", "island", "week"),
        *("morning", "afternoon", "evening", "night"),
    }
)
"""Words that may stand beside days and places in a label."""


@fixed()
class Line:
    """A paragraph: what it begins with, the day and the place that label it, where its own words begin.

    `kind` is empty where it begins with none of that.
    """

    start: int
    end: int
    kind: str
    day: Span | None
    place: Span | None
    told: int

    @property
    def whole(self) -> bool:
        """True where it is nothing but a label or a heading."""
        return self.told == self.end


def lines(text: str, days: Sequence[Span], places: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[Line]:
    """The paragraphs below the headline, no furniture but for labels; `days` and `places` are all that are named."""
    found, parts = list(blocks(text)), {s.start: s.part for s in sentences}
    for number, (start, end) in enumerate(found):
        if parts.get(start) != "headline":
            line = _line(text, start, end, days, places)
            if not line.kind and number + 1 < len(found) and _is_heading(text[start:end]):
                line = replace(line, kind=HEADING, told=end)
            if line.kind == LABEL or parts.get(start) != "furniture":
                yield line


def named(text: str, line: Line) -> Line:
    """The line with its label, where names that are no known days and places stand there."""
    label = _NAMES.match(text, line.start, min(line.end, line.start + LONGEST_LABEL))
    return replace(line, kind=LABEL, told=label.end()) if label is not None and label.end() < line.end else line


def keyed(text: str) -> Iterator[Span]:
    """The words that a line calls a place ("Place: Arbinda")."""
    for start, end in blocks(text):
        key = _KEY.match(text, start, end)
        if key is not None and end - key.end() <= LONGEST_LABEL:
            yield Span(key.end(), end)


def _line(text: str, start: int, end: int, days: Sequence[Span], places: Sequence[Span]) -> Line:
    head = opening_of(text[start : min(end, start + LONGEST_OPENING)], start)
    if head is not None and (head.day or head.place):
        day, place = _known(head.day, days), _known(head.place, places)
        return Line(start, end, OPENING, day, place, min(end, head.span.end))
    number = _NUMBER.match(text, start, end)
    at = number.end() if number is not None else start
    near = Span(start, min(end, start + LONGEST_LABEL))
    day, place, told = _label(text, at, end, *([s for s in some if near.holds(s)] for some in (days, places)))
    if day is not None or place is not None:
        return Line(start, end, LABEL, day, place, told)
    kind = _mark(text, start) or (NUMBERED if number is not None else "")
    kind = kind or (BREAK if _breaks(text, start, end, days, places) else "")
    return Line(start, end, kind, None, None, at)


def _known(words: Span | None, known: Sequence[Span]) -> Span | None:
    """The first of the known days or places among the words of an opening: these may be more, or name none."""
    return next((span for span in known if words is not None and span.overlaps(words)), None)


def _mark(text: str, start: int) -> str:
    """What stands before a paragraph in its line."""
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return (BULLETED if BULLET.match(before + " ") else CLOCK) if before else ""


def _is_heading(line: str) -> bool:
    short = len(line) <= LONGEST_HEADING and len(line.split()) <= MOST_WORDS and "\n" not in line
    return short and line[0].isupper() and not _SENTENCE.search(line)


def _label(
    text: str, start: int, end: int, days: Sequence[Span], places: Sequence[Span]
) -> tuple[Span | None, Span | None, int]:
    """The day and the place of the labels that a paragraph begins with, and where its own words begin."""
    day = place = None
    at = start
    while at < end and (days or places):
        joints = (j for j in _JOINT.finditer(text, at, end) if not _inside(j.start(), (*days, *places)))
        joint = next(joints, None)
        if joint is None or joint.start() - at > LONGEST_LABEL or joint.end() == at:
            break
        words = Span(at, joint.start())
        here = [[s for s in some if words.holds(s)] for some in (days, places)]
        if not _covered(text, words, [*here[0], *here[1]]):
            break
        day, place = next(iter(here[0]), day), next(iter(here[1]), place)
        at = joint.end()
    return day, place, at


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(s.start < at < s.end for s in spans)


def _covered(text: str, words: Span, known: Sequence[Span]) -> bool:
    """True where all words but fillers are of days and places."""
    rest = (w for w in _WORD.finditer(text, words.start, words.end) if not any(s.holds(Span(*w.span())) for s in known))
    return all(w.group().lower() in FILLERS or w.group().isdigit() for w in rest)


def _breaks(text: str, start: int, end: int, days: Sequence[Span], places: Sequence[Span]) -> bool:
    """True where a paragraph goes on to another happening, or begins with where or on which date that was."""
    if _ELSEWHERE.match(text, start, end):
        return True
    where, when = _IN.match(text, start, end), _ON.match(text, start, end)
    if where is not None:
        return any(s.start == where.end() and text.startswith(", ", s.end) for s in places)
    return when is not None and any(s.start <= when.start("date") < s.end for s in days)
