"""Texts that press services export, many reports in one file, as the reports that they hold.

Nexis ends a report with "End of Document", older files begin one with "3 of 12 DOCUMENTS"; Factiva ends it with
"Document" and its number there; ProQuest begins one with "Document 3 of 12". What stands around the words of a report
(its title, paper and day, its length and class) tells the fields of the article and is no part of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.readers.base import Draft
from dateline.readers.language_names import NAMES
from dateline.readers.published import normalise
from dateline.vocabulary.calendar import SHORT_MONTHS

BEGINS = re.compile(r"^[ \t]*(?:Document[ \t]+\d+ of \d+|\d+ of \d+ DOCUMENTS)[ \t]*$", re.MULTILINE)
ENDS = re.compile(
    r"^[ \t]*(?:End of Document|(?:AN[ \t]+)?Document[ \t]+(?=\D*(?:\d\D*){8})[A-Za-z0-9]{20,40})[ \t]*$", re.MULTILINE
)
LENGTH = re.compile(r"^[ \t]*(?:(?:length:|WC)[ \t]*)?(\d[\d,]*)[ \t]+words[ \t]*$|^[ \t]*full text:", re.M | re.I)
LOADED = re.compile(r"^[ \t]*load-date[ \t]*:", re.MULTILINE | re.IGNORECASE)
"""What a report tells of itself beside its mark, so that a mark alone, in the middle of some text, parts nothing."""

_MONTH = rf"(?:{'|'.join(SHORT_MONTHS)})[a-z]*\.?"
DAY = re.compile(rf"(?:\w+day,?\s+)?(?:{_MONTH}\s+\d\d?,?|\d\d?\s+{_MONTH})\s+\d{{4}}\b.{{0,40}}", re.IGNORECASE)
RULE = re.compile("_{20,}$")
RIGHTS = re.compile(r"(?:copyright|\(c\)|©)\s.*|all rights reserved\.?", re.IGNORECASE)
LABEL = re.compile(r"([A-Za-z][A-Za-z -]{2,22}):(?:\s+(.*))?")
HEAD = frozenset((
    *("section", "length", "byline", "dateline", "highlight", "headline", "series", "source", "distribution", "title"),
    *("title", "author", "publication title", "publication date", "abstract", "links", "publication info"),
))  # fmt: skip
TAIL = frozenset((
    *("load-date", "language", "publication-type", "journal-code", "url", "graphic", "subject", "organization"),
    *("geographic", "person", "notes", "classification", "industry", "location", "publication title", "title"),
))  # fmt: skip
"""Names of what stands before and behind the words of a report."""
ALONE = frozenset(("Graphic", "Notes", "Classification", "Correction"))
"""What stands on a line of its own behind the words in Nexis, before the day of loading."""
LANGUAGES = frozenset(name.lower() for name in NAMES.values())
CODE = re.compile(r"(HD|SE|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]+(.*))?")
"""The names of Factiva's fields, where a file has them."""


def reports(draft: Draft) -> Iterator[Draft]:
    """The reports of a text that a service exported, each with what its head tells; other texts as they are."""
    pieces = parted(draft.text)
    if not pieces:
        yield draft
        return
    for number, piece in enumerate(pieces, 1):
        lines = [line.strip() for line in piece.splitlines()]
        read = _coded if any(line == "HD" or line.startswith("HD ") for line in lines) else _printed
        place = f"{draft.source}[{number}]" if len(pieces) > 1 else draft.source
        yield replace(read(draft, lines), source=place)


def parted(text: str) -> list[str]:
    """The parts of the text that are reports by the marks of a service; empty where it is no such export."""
    ends = [mark.end() for mark in ENDS.finditer(text)]
    begins = [] if ends else [mark.start() for mark in BEGINS.finditer(text)]
    if not (ends or begins) or not _tells(text):
        return []
    cuts = [0, *(ends or begins), len(text)]
    pieces = [text[a:b] for a, b in pairwise(cuts)]
    outside = pieces.pop(-1 if ends else 0)  # what was searched for, mostly; or a report that is cut off
    return [*pieces, outside] if ends and _tells(outside) else pieces


def _tells(piece: str) -> bool:
    return bool(LENGTH.search(piece) or LOADED.search(piece))


def _coded(draft: Draft, lines: Sequence[str]) -> Draft:
    """A report whose fields have Factiva's names."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        code = CODE.fullmatch(line)
        name, words = (code[1], code[2] or "") if code else (name, line)
        if words or not code:
            fields.setdefault(name, []).append(words)
    told = {name: " ".join(words).strip() or None for name, words in fields.items()}
    text = "\n".join([*fields.get("LP", ()), *fields.get("TD", ())])
    return replace(
        draft, text=_bare(text.split("\n")), title=told.get("HD"), published=told.get("PD"), publisher=told.get("SN"),
        language=told.get("LA"),
    )  # fmt: skip


def _printed(draft: Draft, lines: Sequence[str]) -> Draft:
    """A report as it is printed: what is told of it, its words, and what is told of it again."""
    start, end = _words(lines)
    head = [line for line in lines[:start] if line and not BEGINS.match(line)]
    told = {label: words for label, words in map(_label, [*head, *lines[end:]]) if label}
    plain = [line for line in head if not _label(line)[0] and not RIGHTS.fullmatch(line)]
    day = next((n for n, line in enumerate(plain) if DAY.fullmatch(line) and normalise(line)), None)
    title, publisher = _named(plain, day)
    return replace(
        draft, text=_bare(lines[start:end]), title=told.get("headline") or told.get("title") or title,
        publisher=told.get("publication title") or publisher, url=told.get("url"),
        published=told.get("publication date") or (None if day is None else plain[day]),
        language=told.get("language") or next((line for line in plain if line.lower() in LANGUAGES), None),
    )  # fmt: skip


def _named(plain: Sequence[str], day: int | None) -> tuple[str | None, str | None]:
    """Title and paper, by where the day stands: Factiva counts the words before it, Nexis has the paper before it."""
    counted = next((n for n, line in enumerate(plain) if LENGTH.match(line)), None)
    if counted is not None:
        title = [line for line in plain[:counted] if not line.startswith("By ")]
        after = [] if day is None else [x for x in plain[day + 1 :] if not re.match(r"\d\d:\d\d", x)]
        return " ".join(title) or None, next(iter(after), None)
    if day is None:
        return next(iter(plain), None), None
    if day >= 2:
        return plain[day - 2], plain[day - 1]
    return (plain[-1] if day + 1 < len(plain) else None), next(iter(plain[:day]), None)


def _words(lines: Sequence[str]) -> tuple[int, int]:
    """Where the words of the report begin and end."""
    opening = ("body", "body:", "full text:")
    start = next((n + 1 for n, line in enumerate(lines) if line.lower() in opening), None)
    if start is None:
        start = _below_head(lines)
    named = start > 0 and lines[start - 1].lower() == "full text:"
    loaded = max((n for n, line in enumerate(lines) if LOADED.match(line)), default=-1)
    ends = (n for n in range(start, len(lines)) if _is_behind(lines[n], named=named, before_loading=n < loaded))
    return start, next(ends, len(lines))


def _is_behind(line: str, *, named: bool, before_loading: bool) -> bool:
    """Whether a line is behind the words; "Location: …" in small letters may be one of them unless all are `named`."""
    label = _label(line)[0]
    if label in TAIL:
        return named or line.split(":")[0].isupper() or label == "load-date"
    return bool((line in ALONE and before_loading) or RIGHTS.fullmatch(line) or ENDS.match(line) or RULE.match(line))


def _below_head(lines: Sequence[str]) -> int:
    """The line after the head of a report that does not say where its words begin: behind its rights or last field."""
    counted = next((n for n, line in enumerate(lines) if LENGTH.match(line)), 0)
    top = range(min(len(lines), counted + 12))
    rights = next((n for n in top if n > counted and RIGHTS.match(lines[n])), None)
    last = rights if rights is not None else max((n for n in top if _label(lines[n])[0] in HEAD), default=counted)
    return next((n for n in range(last, len(lines)) if not lines[n]), last) + 1


def _label(line: str) -> tuple[str | None, str | None]:
    """The name and the words of a field on a line of its own, such as "Byline: …"."""
    found = LABEL.fullmatch(line)
    name = found[1].lower() if found else None
    return (name, found[2]) if found and name in HEAD | TAIL else (None, None)


def _bare(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n")
