"""What a PDF tells of itself, as far as it can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.readers.pdf_faults import asked
from dateline.readers.pdf_text import Paragraph
from dateline.readers.published import DAY_FIRST, FIGURES, ISO, MONTH_FIRST, normalise

if TYPE_CHECKING:
    from pypdf import PdfReader

PRISM = "http://prismstandard.org/namespaces/basic/{}/"
PRISM_VERSIONS = ("2.0", "2.1", "2.2", "3.0", "1.2")
PRISM_DATES = ("publicationDate", "onlineDate", "coverDate")
"""Fields for the day of publication, which publishers fill in (PRISM); all other dates are those of the file."""
LONGEST_TITLE = 300
MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about a report; `rest` is its paragraphs without the title, `note` what to know of its date."""

    title: str | None
    published: str | None
    publisher: str | None
    language: str | None
    rest: Sequence[Paragraph]
    note: str | None


def facts(pdf: PdfReader, paragraphs: Sequence[Paragraph]) -> Facts:
    """The facts of a report.

    A title counts where it is printed on the first page as well: many files keep the name of a draft as theirs. The
    day of publication is what the publisher's own field says, else the day the file was made where the first page
    names this day too.
    """
    given = _words(asked(lambda: pdf.metadata.title if pdf.metadata else None))
    title, rest = _without_title(given, paragraphs)
    published, note = _published(pdf, [p.text for p in paragraphs if p.page == 0])
    publishers = asked(lambda: pdf.xmp_metadata.dc_publisher if pdf.xmp_metadata else None) or [""]
    language = _words(asked(lambda: pdf.root_object.get("/Lang")))
    return Facts(title, published, _words(publishers[0]), language, rest, note)


def _without_title(given: str | None, paragraphs: Sequence[Paragraph]) -> tuple[str | None, Sequence[Paragraph]]:
    """The title as it is printed and the paragraphs without it; none where the first page does not have it."""
    if given is None or len(given) > LONGEST_TITLE:
        return None, paragraphs
    wanted = _bare(given)
    for start, first in enumerate(paragraphs):
        if first.page > 0 or not wanted:
            break
        said = ""
        for end in range(start, min(start + 4, len(paragraphs))):  # it may be printed on a few lines
            said += _bare(paragraphs[end].text)
            if said == wanted:
                title = " ".join(p.text for p in paragraphs[start : end + 1])
                return title, [*paragraphs[:start], *paragraphs[end + 1 :]]
            if not wanted.startswith(said):
                break
    return None, paragraphs


def _published(pdf: PdfReader, first_page: Sequence[str]) -> tuple[str | None, str | None]:
    """The day of publication in the words of the file, and what to say of it."""
    stated = next((d for d in _prism(pdf) if normalise(d)), None)
    if stated is not None:
        return stated, f"published {normalise(stated)}: the publisher's field in the PDF says so"
    made = MADE.match(_words(asked(lambda: pdf.metadata.get("/CreationDate") if pdf.metadata else None)) or "")
    day = normalise("-".join(made.groups())) if made else None
    if day is None:
        return None, None
    if any(day == named for text in first_page for named in _days(text)):
        return day, f"published {day}: the day the PDF was made, and its first page names it"
    return None, f"the PDF was made on {day}, which its first page does not name: not taken for its day of publication"


def _days(text: str) -> Iterator[str | None]:
    """The days that a text names in full."""
    for form in (DAY_FIRST, MONTH_FIRST, ISO, FIGURES):
        for found in form.finditer(text.lower()):
            day = normalise(found[0])
            yield day[:10] if day else None


def _prism(pdf: PdfReader) -> Iterator[str]:
    xmp = asked(lambda: pdf.xmp_metadata)
    if xmp is None:
        return
    for name in PRISM_DATES:
        for version in PRISM_VERSIONS:
            for node in asked(lambda: list(xmp.get_element("", PRISM.format(version), name))) or ():  # noqa: B023
                yield _words(_value(node)) or ""


def _value(node: Any) -> str:
    if node.nodeType == node.ATTRIBUTE_NODE:
        return str(node.nodeValue)
    return "".join(child.nodeValue for child in node.childNodes if child.nodeType == node.TEXT_NODE)


def _words(value: Any) -> str | None:
    words = " ".join(str(value).split()) if value else ""
    return words or None


def _bare(text: str) -> str:
    """Letters and figures alone, to compare what is printed in capitals or broken into lines."""
    return "".join(c for c in text.casefold() if c.isalnum())
