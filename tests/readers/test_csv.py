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


def test_no_text_column_is_one_line(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.csv", f"id,body\n1,{REPORT}\n2,{REPORT}\n"))
    assert result.reasons == ['no column "text" (the first row has: id, body): name the column of the reports "text"']


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
