"""Reports in PDF: the text of their pages in reading order (pypdf)."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from dateline.errors import ArticleError
from dateline.readers.base import MAX_TEXT, Draft
from dateline.readers.pdf_facts import facts
from dateline.readers.pdf_faults import faults, quieten
from dateline.readers.pdf_lines import Line, lines
from dateline.readers.pdf_text import paragraphs
from dateline.readers.source import Stream
from dateline.readers.text import too_long

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES = 100_000_000
"""Longest file that is read; reports full of photographs have some 20 MB."""
HELD = 32_000_000
"""Bytes of a file that are held in memory; a longer one is put on disk while it is read."""
MOST_UNKNOWN = 0.1
"""Share of letters that no program can tell, beyond which a text is none."""
START = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-\d")
UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd]")
RECOGNISE = "have its letters recognised first (ocrmypdf does it)"
NOT_INSTALLED = "to read PDF, run: pip install pypdf"
LOCKED = "the PDF is locked with a password: save it without one first"
ENCRYPTED = "the PDF is encrypted: to read it, run: pip install 'dateline[encrypted]' (or save it without protection)"
DAMAGED = "the PDF is damaged or cut off: get it again, or save it as text"


@dataclass(frozen=True, slots=True)
class Pdf:
    """Reports as agencies and aid organisations hand them out: one report each."""

    suffixes: tuple[str, ...] = (".pdf",)

    def claims(self, head: bytes) -> bool:
        """True where the content begins like a PDF."""
        return START.match(head) is not None

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The one report of the file."""
        with tempfile.SpooledTemporaryFile(max_size=HELD) as whole:
            length = 0
            while piece := stream.bytes.read(1 << 20):
                length += len(piece)
                if length > MOST_BYTES:
                    raise ArticleError(stream.name, f"the PDF is longer than {MOST_BYTES:,} bytes: save it as text")
                whole.write(piece)
            yield _draft(stream.name, cast(BinaryIO, whole))


def _draft(source: str, file: BinaryIO) -> Draft:
    """The text of a PDF with what it says of itself; ArticleError where it shows none that can be read."""
    pdf = _opened(source, file)
    pages, notes = _pages(source, pdf)
    text = paragraphs(pages)
    if not text:
        raise ArticleError(source, f"the PDF holds pictures of pages and no text: {RECOGNISE}")
    letters = "".join(p.text for p in text)
    if len(UNKNOWN.findall(letters)) > MOST_UNKNOWN * len(letters):
        raise ArticleError(source, f"the fonts of the PDF do not tell which letters they show: {RECOGNISE}")
    found = facts(pdf, text)
    return Draft(
        source,
        "\n".join(p.text for p in found.rest) or found.title or "",
        title=found.title,
        published=found.published,
        publisher=found.publisher,
        language_hint=found.language,
        notes=tuple(filter(None, (found.note, *notes))),
    )


def _opened(source: str, file: BinaryIO) -> PdfReader:
    """The opened file; ArticleError where it is locked, damaged or empty, or the library is missing."""
    try:
        from pypdf import PdfReader  # a library to load: only where there are such files
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ModuleNotFoundError as error:
        raise ArticleError(source, NOT_INSTALLED) from error
    quieten()
    try:
        pdf = PdfReader(file)
        if pdf.is_encrypted and not pdf.decrypt(""):  # many are locked against changes only
            raise ArticleError(source, LOCKED)
        number = len(pdf.pages)
    except DependencyError as error:
        raise ArticleError(source, ENCRYPTED) from error
    except FileNotDecryptedError as error:
        raise ArticleError(source, LOCKED) from error
    except faults() as error:
        raise ArticleError(source, DAMAGED) from error
    if not number:
        raise ArticleError(source, "the PDF has no pages")
    return pdf


def _pages(source: str, pdf: PdfReader) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page, and what to know of pages that have none."""
    pages: list[list[Line]] = []
    broken, length = [], 0
    for number in range(len(pdf.pages)):
        try:
            pages.append(lines(pdf.pages[number]))
        except faults():
            pages.append([])
            broken.append(number + 1)
        length += sum(len(line.text) + 1 for line in pages[-1])
        if length > MAX_TEXT:
            raise ArticleError(source, too_long())
    if len(broken) == len(pages):
        raise ArticleError(source, DAMAGED)
    empty = [number for number, page in enumerate(pages, 1) if not page and number not in broken]
    notes = [f"{_named(broken)} cannot be read: the PDF is damaged there"] if broken else []
    if empty and len(empty) < len(pages):
        notes.append(f"{_named(empty)} {'hold' if len(empty) > 1 else 'holds'} no text (a picture, or nothing)")
    return pages, notes


def _named(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
