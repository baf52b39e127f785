from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from dateline.errors import InputError
from dateline.exporters import xlsx
from dateline.exporters.shapes import Shape
from dateline.records.flat import Column, Kind

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def cells(kind: Kind, *values: object) -> list[ElementTree.Element]:
    shape = Shape((Column("value", kind, lambda record: record),), dict, ())
    whole = io.BytesIO()
    out = io.TextIOWrapper(whole, encoding="utf-8")
    xlsx.write(values, shape, out)
    book = zipfile.ZipFile(io.BytesIO(whole.getvalue()))
    assert book.testzip() is None
    for name in book.namelist():
        ElementTree.fromstring(book.read(name))
    return ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).findall(".//m:row/m:c", NS)[1:]


def words(cell: ElementTree.Element) -> str | None:
    return (
        cell.findtext("m:is/m:t", namespaces=NS)
        if cell.get("t") == "inlineStr"
        else cell.findtext("m:v", namespaces=NS)
    )


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 degrees", "@home", "Café <b> & “x”", "  a\tb\nc "])
def test_text_stays_text(text: str) -> None:
    (cell,) = cells("text", text)
    assert (cell.get("t"), words(cell)) == ("inlineStr", text)


def test_what_no_cell_holds_is_made_to_fit() -> None:
    first, second = cells("text", "a\x00b\ud800", "x" * 40_000)
    assert words(first) == "a\ufffdb\ufffd"
    assert words(second) == "x" * 32_766 + "…"


def test_days_moments_numbers_and_flags_are_what_they_are() -> None:
    first, old = cells("day", date(2024, 7, 29), None, date(1850, 1, 2))
    assert (words(first), first.get("s")) == ("45502", "1")
    assert words(old) == "1850-01-02"
    (moment,) = cells("moment", datetime(2024, 7, 29, 18, tzinfo=UTC))
    assert (words(moment), moment.get("s")) == ("45502.75", "2")
    assert [words(c) for c in cells("number", 7, 2.5, 375001)] == ["7", "2.5", "375001"]
    (flag,) = cells("flag", True)
    assert (flag.get("t"), words(flag)) == ("b", "1")


def test_each_cell_says_where_it_stands_and_an_empty_one_is_none() -> None:
    # GDAL, and QGIS with it, reads no cell without its place.
    assert [cell.get("r") for cell in cells("text", "a", None, "b")] == ["A2", "A4"]


def test_no_more_rows_than_a_sheet_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(InputError, match="more than 2 records"):
        cells("text", *"abc")


def test_columns_have_names_beyond_z() -> None:
    shape = Shape(tuple(Column(f"c{n}", "text", str) for n in range(30)), dict, ())
    whole = io.BytesIO()
    out: Any = io.TextIOWrapper(whole, encoding="utf-8")
    xlsx.write(["a"], shape, out)
    assert b'<autoFilter ref="A1:AD2"/>' in zipfile.ZipFile(whole).read("xl/worksheets/sheet1.xml")
