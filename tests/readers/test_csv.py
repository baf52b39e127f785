from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import REPORT, read, written


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separators_and_line_breaks_in_quotes(tmp_path: Path, mark: str) -> None:
    rows = [["ID", "Text ", "published", "other"], ["1", f'"{REPORT}\r\nHe said ""no"", {mark}"', "2024-08-02", "x"]]
    table = "\r\n".join(mark.join(row) for row in rows) + "\r\n"
    (article,) = read(written(tmp_path, "a.csv", table)).articles
    assert article.text == f'{REPORT}\r\nHe said "no", {mark}'
    assert (article.id, article.published) == ("1", "2024-08-02")


def test_big_fields_are_read(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "a.csv", f'text,id\n"{REPORT * 5000}",a\n')).articles
    assert article.text == REPORT * 5000


def test_without_a_text_column_the_one_with_the_longest_texts_is_named(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.csv", f"id,le corps\n1,{REPORT}\n2,{REPORT}\n"))
    assert result.reasons == [
        'no column "text" (the first row has: id, le corps): the longest texts are in "le corps"; '
        "if these are the reports, say --field text='le corps'"
    ]
    assert len(read(tmp_path / "a.csv", fields={"text": "le corps"}).articles) == 2


def test_a_table_of_codes_is_told_from_one_of_reports(tmp_path: Path) -> None:
    names = "1234,20260310,REB,NIGER,4.5,a,b,c,d"
    (reason,) = read(written(tmp_path, "a.csv", f"{names}\n1235,20260311,GOV,MALI,1,https://m.example/1\n")).reasons
    assert reason == (
        'no column "text" (the first row has: 1234, 20260310, reb, niger, 4.5, a, b, c, …), and none has sentences: '
        "Dateline reads reports, not tables of what was coded from them"
    )
    (reason,) = read(written(tmp_path, "b.csv", "id,corps\n")).reasons
    assert reason.endswith('name the column of the reports "text", or say which it is: --field text=NAME')


def test_columns_by_other_usual_names_are_read_and_told_once(tmp_path: Path) -> None:
    rows = (f"Arrests;02.08.2024;{REPORT};LWA;A", f"More;25/12/2024;{REPORT} Two.;LWA;B")
    table = "\n".join(("Headline;Pub Date;Body;Outlet;Author", *rows))
    result = read(written(tmp_path, "a.csv", table))
    assert [(a.title, a.published, a.publisher) for a in result.articles] == [
        ("Arrests", "2024-08-02", "LWA"),
        ("More", "2024-12-25", "LWA"),
    ]
    assert result.notes == [
        f'{tmp_path}/a.csv:2: text is read from "body"; title is read from "headline"; '
        'published is read from "pub date"; publisher is read from "outlet"'
    ]


def test_each_note_is_told_once_of_a_table_with_gaps(tmp_path: Path) -> None:
    rows = (f'"{REPORT}",02.08.2024,', f'"{REPORT} Two.",,LWA', f'"{REPORT} Three.",,')
    result = read(written(tmp_path, "a.csv", "\n".join(("body,date,outlet", *rows))), fields={"url": "Adresse"})
    assert [note.removeprefix(f"{tmp_path}/a.csv:") for note in result.notes] == [
        '2: no column "Adresse" for url (the first row has: body, date, outlet); text is read from "body"; '
        'published is read from "date"',
        '3: publisher is read from "outlet"',
    ]


def test_dateline_s_own_names_come_first(tmp_path: Path) -> None:
    (article,) = read(
        written(tmp_path, "a.csv", f"body,text,date,published\nNo.,{REPORT},2020-01-01,2024-08-02\n")
    ).articles
    assert (article.text, article.published) == (REPORT, "2024-08-02")


def test_the_line_that_tells_excel_the_separator_is_no_header(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "a.csv", f"\ufeffsep=;\r\nid;text\r\n1;{REPORT}\r\n")).articles
    assert (article.id, article.text, article.source) == ("1", REPORT, f"{tmp_path}/a.csv:3")


@pytest.mark.parametrize(
    "above", ["Reports on Marava;;\r\n", "Reports\r\n\r\nas of 3 May;;\r\n", "\r\n", "sep=;\r\nReports;;\r\n"]
)
def test_a_title_above_the_names_of_the_columns_is_passed_over(tmp_path: Path, above: str) -> None:
    table = f"{above}id;published;text\r\n1;2024-08-02;{REPORT}\r\n2;;one;two;three\r\n"
    result = read(written(tmp_path, "a.csv", table))
    (article,) = result.articles
    line = above.count("\n") + 2
    assert (article.id, article.published, article.source) == ("1", "2024-08-02", f"{tmp_path}/a.csv:{line}")
    assert result.reasons == ["5 cells for 3 columns: put texts with separators in quotes"]


def test_rows_with_a_headline_alone_are_read(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.csv", "date,headline\n2024-08-02,Police in Marava arrest two men\n"))
    assert [a.text for a in result.articles] == ["Police in Marava arrest two men"]
    assert "text is read from" in result.notes[0]


def test_bad_rows_are_lines_of_their_own(tmp_path: Path) -> None:
    table = f"id,text\n1,\n2,{REPORT}\n\n3,one,two,three\n4,{REPORT} Again.\n"
    result = read(written(tmp_path, "a.csv", table))
    assert [article.id for article in result.articles] == ["2", "4"]
    assert len(result.reasons) == 2 and result.reasons[1].startswith("4 cells for 2 columns")


def test_a_quotation_mark_left_open(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.csv", f'id,text\n1,{REPORT}\n2,"' + "never closed\n" * 400_000))
    assert [article.id for article in result.articles] == ["1"]
    assert len(result.reasons) == 1 and result.reasons[0].endswith("is a quotation mark left open?")


def test_rows_of_several_encodings(tmp_path: Path) -> None:
    data = f"id,text\n1,{REPORT} Café\n".encode() + f"2,{REPORT} Señor\n".encode("cp1252")
    assert [article.text[-5:] for article in read(written(tmp_path, "a.csv", data)).articles] == [" Café", "Señor"]


def test_columns_are_what_somebody_says_they_are(tmp_path: Path) -> None:
    rows = f'Datum;Überschrift;Text;Volltext;Quelle\r\n02.08.2024;Festnahmen;kurz;"{REPORT}";Marava Zeitung\r\n'
    file = written(tmp_path, "a.csv", rows.encode("cp1252"))
    fields = {"text": "volltext", "published": "Datum", "title": "Überschrift", "publisher": "Quelle"}
    (one,) = (result := read(file, fields=fields)).articles
    assert (one.text, one.published) == (f"Festnahmen\n{REPORT}", "2024-08-02") and one.publisher == "Marava Zeitung"
    assert result.notes == []
    assert read(written(tmp_path, "b.csv", f'Datum;Volltext\r\n02.08.2024;"{REPORT}"'), fields=fields).notes == [
        f'{tmp_path}/b.csv:2: no column "Überschrift" for title, "Quelle" for publisher '
        "(the first row has: datum, volltext)"
    ]
