"""The opening of an agency report: where, when and by whom it was written ("HOMS, 3 May (AFP) —")."""

from __future__ import annotations

import re
from functools import cache

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.vocabulary.agencies import any_of

LOOKED_AT = 2000
"""Characters from the beginning in which an opening is looked for."""
MOST_LINES = 8
LONGEST_OPENING = 160

PIECES = {
    "month": (
        r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
        r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
        r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
    ),
    "weekday": r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)",
    "day": r"(?:<weekday>,? )?(?:<month> \d\d?(?:, ?\d{4})?|\d\d?(?:st|nd|rd|th)? <month>(?:,? \d{2,4})?)",
    "capitals": r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|de|al|el|of|the|d[ou]s?)){0,4}",
    "mixed": r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|al|el|of|the|d[ou]s?)){0,4}",
    "region": r"(?:, ?(?!<weekday>|<month> \d)(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|de)){0,4})){0,2}",
    "town": r"(?:<capitals>(?: \([A-Z][A-Z .'’-]+\))?|<mixed>)(?:/(?:<capitals>|<mixed>))*",
    "dash": r"(?:[—–]|--+|-(?=[\s\[A-Z\"“]))",
    "brackets": r"\((?P<agency>[A-Z][\w&./ '’-]{1,40})\)",
}

FORMS = (
    # KYIV, Ukraine, Feb. 3 (Reuters) — | GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- | LIMA (PERU), 22 MAR 89 (EFE) --
    r"(?P<place><town><region>),? ?(?:[,.] ?(?P<day><day>),?)? ?<brackets>[.,]? ?(?:<dash>|:)\s*",
    # MOSCOW, May 10. /TASS/.
    r"(?P<place><town><region>)[,.] ?(?P<day><day>),?\.? ?/(?P<agency>[A-Z][\w -]{1,20})/\.?\s*(?:<dash>)?\s*",
    # HOMS, 3 May — | SAN SALVADOR, 3 JAN 90 --
    r"(?P<place><town><region>), ?(?P<day><day>)[.,]? ?(?:<dash>|:)\s*",
    # Damascus, SANA- | Tehran, IRNA –
    r"(?P<place><town>), ?(?P<agency><known>) ?<dash>\s*",
    # KABUL, Afghanistan — | CAIRO — | WASHINGTON—
    r"(?P<place><capitals>(?:/<capitals>)*<region>)(?: ?—\s*| ?(?:–|--+)\s+|\s-\s+)",
    # New Delhi, India -
    r"(?P<place><mixed>(?:/<mixed>)?, ?[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})\s[—–-]\s+(?=[\"“A-ZÀ-Þ\d])",
    # Geneva/Nairobi - | Jerusalem/Gaza —
    r"(?P<place><mixed>/<mixed>)\s[—–-]\s+(?=[\"“A-ZÀ-Þ\d])",
    # (CNN) — | (Reuters) -
    r"\((?P<agency><known>|[A-Z][A-Za-z.]{1,20})\) ?<dash>\s*",
    # BEIRUT (Reuters) and Washington (CNN) with no dash
    r"(?P<place><town><region>) ?\((?P<agency><known>)\)\s+",
    # (CNN)The
    r"\((?P<agency><known>)\)\s*",
)
"""The forms of openings, fullest first; `<known>` are agencies, in the full form any name in brackets may stand."""

NOT_PLACES = frozenset(
    {
        "UPDATE",
        "BREAKING",
        "EXCLUSIVE",
        "VIDEO",
        "WATCH",
        "OPINION",
        "ANALYSIS",
        "LIVE",
        "NOTE",
        "FILE",
        "PHOTO",
        "FILE PHOTO",
    }
)
"""Words in capitals that stand before a dash as well."""

BYLINE = re.compile(r"By (?:[A-ZÀ-Þ][\w.'’-]*[a-zß-ÿ][\w.'’-]*,? (?:and )?){1,8}(?=[A-ZÀ-Þ]{2})")
INSERTS = re.compile(r"(?:\[[A-Z][^\]]{0,120}\]\s*)+")
"""Marks of monitoring services after an opening ("[REPORT] [TEXT]")."""
LINE = re.compile(r"[^\n\r]+")
PIECE = re.compile(r"(?<!\?P)<(\w+)>")


@fixed()
class Opening:
    """The opening with its parts where they are given: the place, the words of the date, the agency."""

    span: Span
    place: Span | None
    day: Span | None
    agency: Span | None


def opening(text: str) -> Opening | None:
    """The opening of a report at the beginning of one of its first lines, None if it has none."""
    for number, line in enumerate(LINE.finditer(text, 0, LOOKED_AT)):
        if number == MOST_LINES:
            return None
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        found = opening_of(text[start : min(line.end(), start + LONGEST_OPENING)], start)
        if found is not None:
            return found
    return None


def opening_of(line: str, offset: int = 0) -> Opening | None:
    """The opening at the beginning of one line, or after a by-line there, with `offset` added to its places."""
    byline = BYLINE.match(line)
    if byline is not None:
        return opening_of(line[byline.end() :], offset + byline.end())
    if not line[:1].isupper() and not line.startswith("("):
        return None
    found = next((found for form in _forms() if (found := form.match(line)) is not None), None)
    if found is None or found.groupdict().get("place") in NOT_PLACES:
        return None
    inserts = INSERTS.match(line, found.end())
    end = inserts.end() if inserts else found.end()
    return Opening(Span(offset, offset + end), *(_part(found, name, offset) for name in ("place", "day", "agency")))


def _part(found: re.Match[str], name: str, offset: int) -> Span | None:
    if not found.groupdict().get(name):
        return None
    start, end = found.span(name)
    return Span(offset + start, offset + end)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_filled(form)) for form in FORMS)


def _filled(form: str) -> str:
    """A form with its pieces put in; the names of its groups look like pieces and stay."""
    while PIECE.search(form):
        form = PIECE.sub(_piece, form)
    return form


def _piece(found: re.Match[str]) -> str:
    return any_of("opens") if found[1] == "known" else PIECES[found[1]]
