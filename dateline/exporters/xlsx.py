"""A workbook for Excel and LibreOffice: one row a record, days and numbers as such, text never as a formula."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.exporters.shapes import CODED, Shape, flat
from dateline.records.coded import Coded
from dateline.records.flat import Column, row

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""Of one cell; both are the limits of the format (ECMA-376) as Excel has it."""
FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets: from March 1900 on they count right."""
RIGHT_FROM = date(1900, 3, 1)
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
STYLES = {"day": 1, "moment": 2}
WIDTHS = {"text": 24, "day": 12, "moment": 20}
MADE = (1980, 1, 1, 0, 0, 0)
"""The time in the file, so that the same records give the same bytes."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETS}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETS}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="dateline" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def write(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """One sheet, its header frozen and with filters; InputError on a terminal, or with more rows than a sheet holds."""
    if out.isatty():
        raise InputError("a workbook is not for the terminal: give --out FILE.xlsx")
    out.flush()
    with zipfile.ZipFile(out.buffer, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in PARTS.items():
            book.writestr(_info(name), _HEAD + part)
        with book.open(_info("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            for piece in _sheet(records, shape.columns):
                sheet.write(piece.encode("utf-8"))


def write_coded(coded: Iterable[Coded], out: TextIO) -> None:
    """The events of articles in one sheet."""
    write(flat(coded), CODED, out)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _sheet(records: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    )
    for number, column in enumerate(columns, 1):
        width = max(WIDTHS.get(column.kind, 10), len(column.name) + 2)
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    letters = [_letters(number) for number in range(1, len(columns) + 1)]
    yield "</cols><sheetData>" + _row(1, letters, (_text(column.name, style=3) for column in columns))
    rows = 1
    for record in records:
        rows += 1
        if rows > MOST_ROWS:
            raise InputError(f"more than {MOST_ROWS - 1:,} records: no sheet holds them; narrow them, or write .csv")
        values = row(columns, record)
        yield _row(rows, letters, (_cell(column, values[column.name]) for column in columns))
    yield f'</sheetData><autoFilter ref="A1:{letters[-1]}{rows}"/></worksheet>'


def _row(number: int, letters: Sequence[str], cells: Iterable[str]) -> str:
    """The cells that hold something, each with its place: readers such as GDAL's take none without."""
    placed = (f'<c r="{letter}{number}"{cell}</c>' for letter, cell in zip(letters, cells, strict=True) if cell)
    return f'<row r="{number}">{"".join(placed)}</row>'


def _cell(column: Column, value: object) -> str:
    """A cell from behind its place on, without its end; "" where there is nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v>'
    if isinstance(value, int | float):
        return f"><v>{value!r}</v>"
    if isinstance(value, date) and date(value.year, value.month, value.day) >= RIGHT_FROM:
        return f' s="{STYLES[column.kind]}"><v>{_serial(value)}</v>'
    return _text(str(value))


def _serial(value: date) -> str:
    """The days since day 0, the time of the day (UTC) as a part of one."""
    if not isinstance(value, datetime):
        return str((value - FIRST_DAY).days)
    moment = value.astimezone(UTC).replace(tzinfo=None)
    return repr(round((moment - datetime.combine(FIRST_DAY, time.min)).total_seconds() / 86_400, 9))


def _text(value: str, *, style: int = 0) -> str:
    if len(value) > MOST_CHARACTERS:
        value = value[: MOST_CHARACTERS - 1] + "…"
    words = escape(NOT_XML.sub("\ufffd", value), quote=False)
    styled = f' s="{style}"' if style else ""
    return f' t="inlineStr"{styled}><is><t xml:space="preserve">{words}</t></is>'


def _letters(number: int) -> str:
    """The name of a column: A, B, …, Z, AA, …"""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
