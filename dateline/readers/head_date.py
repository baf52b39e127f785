"""The day that a report states at its own head: a line of its own, a bulletin's title, a dateline with its year."""

from __future__ import annotations

import re
from itertools import islice

from dateline.readers.published import Order, normalise
from dateline.vocabulary.bulletins import BULLETIN
from dateline.vocabulary.calendar import SHORT_MONTHS

HEAD, LINES, LONGEST = 600, 6, 160
"""Characters and lines with words from the beginning in which it is looked for; characters of such a line."""

_MONTH = rf"(?:{'|'.join(SHORT_MONTHS)})[a-z]*\.?"
_DAY = (
    rf"(?:\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d\d?(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d\d?[/.-]\d\d?[/.-]\d{4})"
)
_CLOCK = r"(?:,?\s*(?:at\s+)?\d\d?[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
_LABEL = (
    r"(?:(?:date(?:\s+of\s+(?:issue|publication))?|(?:first\s+)?published|posted|issued|released|publication\s+date"
    r"|last\s+updated|updated)(?:\s+on)?\s*:?\s*)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
ALONE = re.compile(rf"(?P<line>[(\[]?\s*{_LABEL}{_WEEKDAY}(?P<day>{_DAY}{_CLOCK})\s*[)\]]?\.?)", re.IGNORECASE)
TITLED = re.compile(
    rf"(?P<line>.*\b{BULLETIN}\b(?:(?![!?]\s|(?<!\bNo)\.\s).){{0,60}}?[\s(\[–—-](?P<day>{_DAY})\s*[)\]]?)",
    re.IGNORECASE,
)
"""A title such as "Lake Province: Situation Report No. 3 (14 March 2026)", whose date ends its line."""
OPENING = re.compile(
    rf"(?P<line>[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]+(?:,\s[\w .'’-]{{2,30}})?,\s+(?P<day>(?i:{_DAY}))"
    r"\s*(?:[(\[][^()\n]{2,40}[)\]])?)\s*[—–-]"
)
"""A dateline such as "KHARTOUM, April 15, 2025 (Nile Wire) —"."""
PERIOD = re.compile(rf"(?:[-–—]|\b(?:to|from|until|and|between|since))\s*{_DAY}", re.IGNORECASE)
"""The end of the time that a bulletin is about, or its beginning: not the day on which it came out."""


def at_head(text: str, order: Order | None = None) -> tuple[str, str] | None:
    """The ISO date that the head of a text states and the line that states it; None where it states none.

    Two different days at the head tell of neither; dates of figures are read by `order` where it is open.
    """
    lines = (line for raw in text[:HEAD].split("\n") if (line := raw.strip()))
    told = [one for line in islice(lines, LINES) if (one := _told(line))]
    found = [(day, one["line"]) for one in told if (day := normalise(one["day"], order))]
    return found[0] if len({day[:10] for day, _ in found}) == 1 else None


def _told(line: str) -> re.Match[str] | None:
    if opening := OPENING.match(line):
        return opening
    told = (ALONE.fullmatch(line) or TITLED.fullmatch(line)) if len(line) <= LONGEST else None
    return told if told and not PERIOD.search(line) else None
