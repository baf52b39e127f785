"""Word documents as text and Excel workbooks as tables (ECMA-376), without what only dresses them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dateline.errors import ArticleError
from dateline.readers import xml

MOST_BYTES = 100_000_000
"""Of one unpacked part: beyond, a small file may be made to fill the memory."""
DOCUMENT, WORKBOOK = "word/document.xml", "xl/workbook.xml"
OPEN_DOCUMENT = "content.xml"
OPEN_KIND = b"application/vnd.oasis.opendocument.text"
NOTES = ("note", "annotation", "tracked-changes", "deletion", "ruby-text")
"""What is no word of an open document's text."""
DATES = frozenset((*range(14, 18), 22))
"""Built-in formats of numbers that show a day."""
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def text(source: str, archive: zipfile.ZipFile) -> bytes:
    """The paragraphs of a Word document, one a line; what was deleted in it, its notes and fields are left out."""
    body = _part(source, archive, DOCUMENT)
    lines = []
    for paragraph in (e for e in body.iter() if xml.name(e) == "p"):
        lines.append("".join((e.text or "") if xml.name(e) == "t" else " " for e in _words(paragraph)))
    return "\n".join(lines).strip().encode()


def open_text(source: str, archive: zipfile.ZipFile) -> bytes:
    """The paragraphs of an open document (ODT), one a line, without notes and what was deleted in it."""
    body = _part(source, archive, OPEN_DOCUMENT)
    paragraphs = (e for e in body.iter() if xml.name(e) in ("p", "h") and not _aside(e))
    return "\n".join("".join(_open_words(e)).strip() for e in paragraphs).strip().encode()


def _open_words(element: Any) -> Iterator[str]:
    """The words in a paragraph or a piece of one; paragraphs within it (of a frame) are lines of their own."""
    yield element.text or ""
    for inner in element:
        kind = xml.name(inner)
        if kind in ("s", "tab", "line-break"):
            yield " "
        elif kind in ("span", "a", "meta", "ruby", "ruby-base"):
            yield from _open_words(inner)
        yield inner.tail or ""


def _aside(element: Any) -> bool:
    return any(xml.name(a) in NOTES for a in element.iterancestors())


def table(source: str, archive: zipfile.ZipFile) -> bytes:
    """The first sheet of a workbook as CSV, days as ISO dates."""
    book = _part(source, archive, WORKBOOK)
    sheet = next((e for e in book.iter() if xml.name(e) == "sheet"), None)
    id_ = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "") if sheet is not None else ""
    target = _target(source, archive, id_)
    if target is None:
        raise ArticleError(source, "the workbook has no sheet: save it as CSV")
    words = _shared(source, archive)
    dated = _dated_styles(source, archive)
    mac = any(e.get("date1904") in ("1", "true") for e in book.iter() if xml.name(e) == "workbookPr")
    first = date(1904, 1, 1) if mac else date(1899, 12, 30)
    out = io.StringIO()
    rows = csv.writer(out)
    for row in (e for e in _part(source, archive, target).iter() if xml.name(e) == "row"):
        cells: dict[int, str] = {}
        for number, cell in enumerate(e for e in row if xml.name(e) == "c"):
            cells[_column(cell.get("r"), number)] = _value(cell, words, dated, first)
        rows.writerow([cells.get(n, "") for n in range(max(cells, default=-1) + 1)])
    return out.getvalue().encode()


def _words(paragraph: Any) -> Iterator[Any]:
    """Text, tabs and breaks of a paragraph; those of a text box in it are paragraphs of their own."""
    for element in paragraph.iter():
        owner = next((a for a in element.iterancestors() if xml.name(a) == "p"), None)
        if (
            owner is paragraph
            and xml.name(element) in ("t", "tab", "br", "cr")
            and xml.name(element.getparent()) == "r"
        ):
            yield element


def _value(cell: Any, words: list[str], dated: set[int], first: date) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(e.text or "" for e in cell.iter() if xml.name(e) == "t")
    value = next((e.text or "" for e in cell if xml.name(e) == "v"), "")
    if kind == "s":
        return words[int(value)] if value.isdigit() and int(value) < len(words) else ""
    if kind == "n" and value and cell.get("s", "").isdigit() and int(cell.get("s")) in dated:
        return _day(value, first)
    return value


def _day(value: str, first: date) -> str:
    try:
        return (first + timedelta(days=int(float(value)))).isoformat()
    except (ValueError, OverflowError):
        return value


def _shared(source: str, archive: zipfile.ZipFile) -> list[str]:
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist():
        return []
    items = (e for e in _part(source, archive, name) if xml.name(e) == "si")
    texts = ((e for e in item.iter() if xml.name(e) == "t" and xml.name(e.getparent()) != "rPh") for item in items)
    return ["".join(e.text or "" for e in some) for some in texts]


def _dated_styles(source: str, archive: zipfile.ZipFile) -> set[int]:
    """Which styles of cells show numbers as days."""
    name = "xl/styles.xml"
    if name not in archive.namelist():
        return set()
    tree = _part(source, archive, name)
    formats = (e for e in tree.iter() if xml.name(e) == "numFmt")
    own = {e.get("numFmtId"): QUOTED.sub("", e.get("formatCode", "")).lower() for e in formats}
    styles = next((e for e in tree if xml.name(e) == "cellXfs"), ())
    ids = [e.get("numFmtId", "0") for e in styles]
    return {n for n, i in enumerate(ids) if (i.isdigit() and int(i) in DATES) or re.search(r"[yd]", own.get(i, ""))}


def _target(source: str, archive: zipfile.ZipFile, id_: str) -> str | None:
    """The part that a relation of the workbook leads to."""
    relations = _part(source, archive, "xl/_rels/workbook.xml.rels")
    found = next((e.get("Target", "") for e in relations if e.get("Id") == id_), None)
    return None if found is None else found.lstrip("/") if found.startswith("/") else f"xl/{found}"


def _column(name: str | None, number: int) -> int:
    """The number of a column from 0 on, by the name of its cell ("AB7")."""
    letters = re.match(r"[A-Z]{1,3}", name or "")
    if letters is None:
        return number
    place = 0
    for letter in letters[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _part(source: str, archive: zipfile.ZipFile, name: str) -> Any:
    try:
        if archive.getinfo(name).file_size > MOST_BYTES:
            raise ArticleError(source, f"a part of it is longer than {MOST_BYTES:,} bytes: save it as text or CSV")
        return xml.parsed(archive.read(name))
    except (KeyError, ValueError) as error:
        raise ArticleError(source, "the office file is damaged: save it as text or CSV") from error
