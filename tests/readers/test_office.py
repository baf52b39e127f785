from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from dateline.exporters import xlsx
from dateline.exporters.shapes import Shape
from dateline.records.flat import Column
from tests.readers.making import packed
from tests.readers.reading import REPORT, read, written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    first, second = REPORT.split(". ", 1)
    body = (
        f'<w:document {W}><w:body><w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
        f"<w:r><w:t>{first}.</w:t></w:r>"
        "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p><w:p/>"
        f"<w:p><w:hyperlink><w:r><w:t>{second}</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>End.</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    file = written(tmp_path, "a.docx", packed({"[Content_Types].xml": "x", "word/document.xml": body}))
    (article,) = read(file).articles
    assert article.text == f"{first}.\n\n{second} End." and article.source == str(file)


def test_an_open_document_is_its_paragraphs(tmp_path: Path) -> None:
    first, second = REPORT.split(". ", 1)
    names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:t'"
    body = (
        f"<office:document-content {names}><office:body><office:text>"
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        f"<text:h>Arrests<text:s/>in<text:tab/>Marava</text:h><text:p>{first[:9]}<text:span>{first[9:]}</text:span>."
        "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        f"<text:p>{second}</text:p></office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body}
    (article,) = read(written(tmp_path, "a.odt", packed(parts))).articles
    assert article.text == f"Arrests in Marava\n{first}.\n{second}"


def test_our_own_workbooks_are_read_again(tmp_path: Path) -> None:
    columns = (
        Column("text", "text", lambda r: r[0]),
        Column("nothing", "text", lambda r: None),
        Column("published", "day", lambda r: r[1]),
    )
    whole = io.BytesIO()
    records = [(f"{REPORT} One, =two.", date(2024, 8, 2)), (f"{REPORT}\nThree.", date(2024, 8, 3))]
    out = io.TextIOWrapper(whole, encoding="utf-8")
    xlsx.write(records, Shape(columns, dict, ()), out)
    result = read(written(tmp_path, "a.xlsx", whole.getvalue()))
    assert [(a.text, a.published) for a in result.articles] == [
        (f"{REPORT} One, =two.", "2024-08-02"),
        (f"{REPORT}\nThree.", "2024-08-03"),
    ]


def test_workbooks_of_excel(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook {S} {R}><workbookPr date1904="1"/>'
        '<sheets><sheet name="x" r:id="r7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        '<Relationship Id="r7" Target="/xl/worksheets/sheet3.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {S}><si><t>Body</t></si><si><r><t>Police in </t></r><r><t>Marava</t></r></si>"
        "</sst>",
        "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet3.xml": f'<worksheet {S}><sheetData><row><c r="A1" t="s"><v>0</v></c>'
        '<c r="C1" t="inlineStr"><is><t>Date</t></is></c></row>'
        '<row><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>44044.5</v></c></row></sheetData></worksheet>',
    }
    result = read(written(tmp_path, "b.xlsx", packed(parts)))
    assert [(a.text, a.published) for a in result.articles] == [("Police in Marava", "2024-08-02")]


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
def test_damage_is_one_line(part: str, tmp_path: Path) -> None:
    (reason,) = read(written(tmp_path, "a.docx", packed({part: "<w:document"}))).reasons
    assert reason == "the office file is damaged: save it as text or CSV"
