from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.readers.reading import REPORT, read, written


def test_text_is_stored_exactly(tmp_path: Path) -> None:
    content = f"\r\n  {REPORT}\r\n\r\n\tMore was not known. \n\n"
    (article,) = read(written(tmp_path, "a.txt", content)).articles
    assert article.text == content
    assert article.title is None and article.published is None
    assert article.source == str(tmp_path / "a.txt")


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + REPORT.encode())).articles
    assert article.text == REPORT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_with_their_mark(tmp_path: Path, encoding: str) -> None:
    (article,) = read(written(tmp_path, "a.txt", f"{REPORT} “Über”".encode(encoding))).articles
    assert article.text == f"{REPORT} “Über”"


def test_mixed_encodings_lose_nothing(tmp_path: Path) -> None:
    data = f"{REPORT} Café\n".encode() + f"{REPORT} Señor – “yes”\n".encode("cp1252") + "né né".encode()
    (article,) = read(written(tmp_path, "a.txt", data)).articles
    assert article.text == f"{REPORT} Café\n{REPORT} Señor – “yes”\nné né"


@pytest.mark.parametrize("name", ["report", "report.md", "report.log", "report.unknown"])
def test_any_text_is_read_whatever_its_ending(tmp_path: Path, name: str) -> None:
    assert [article.text for article in read(written(tmp_path, name, REPORT)).articles] == [REPORT]


def test_the_content_decides_where_the_ending_lies(tmp_path: Path) -> None:
    line = f'{{"id": "a", "text": "{REPORT}"}}\n'
    table = f'id,text\nb,"{REPORT}"\n'
    page = f"<!DOCTYPE html><html><body><article><p>{REPORT}</p><p>{REPORT}</p></article></body></html>"
    files = [written(tmp_path, name, text) for name, text in (("a.txt", line), ("b.txt", table), ("c.txt", page))]
    articles = read(*files).articles
    assert [article.id for article in articles[:2]] == ["a", "b"]
    assert articles[2].text.startswith(REPORT) and "<" not in articles[2].text


def test_a_page_without_markup_is_text(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.html", REPORT)).articles[0].text == REPORT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"\x00\x01\x02\x03" * 50, "this is a binary file, not text"),
        (bytes(range(256)) * 4, "this is a binary file, not text"),
        (
            b"a.txt".ljust(257, b"\x00") + b"ustar" + b"\x00" * 250,
            "this is a tar archive: unpack it first, or make a zip of it",
        ),
        (b"PK\x03\x04....", "the zip is damaged or cut off: get it again"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "the feed has no entries"),
        (
            b"<?xml version='1.0'?><urlset><url/></urlset>",
            "this is XML, not a report: give its reports as text, HTML or JSON lines",
        ),
    ],
)
def test_one_clear_line_for_what_is_no_text(tmp_path: Path, content: bytes, reason: str) -> None:
    good = written(tmp_path, "good.txt", REPORT)
    result = read(written(tmp_path, "bad.txt", content), good)
    assert result.reasons == [reason]
    assert result.skipped[0].source == str(tmp_path / "bad.txt")
    assert len(result.articles) == 1


def test_five_megabytes_on_one_line_are_refused(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.txt", b"word " * 1_000_000))
    assert result.articles == []
    assert len(result.reasons) == 1 and "1,000,000 are the most" in result.reasons[0]


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, identity in ((f'{{"id": "x", "text": "{REPORT}"}}\n', "x"), (REPORT, None)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        (article,) = read("-").articles
        assert article.text == REPORT
        assert article.source is not None and article.source.startswith("standard input")
        assert identity is None or article.id == identity


def test_a_list_of_addresses_is_no_report(tmp_path: Path) -> None:
    (reason,) = read(written(tmp_path, "a.txt", "https://m.example/a\nhttps://m.example/b?c\n")).reasons
    assert reason == "this is a list of addresses, and nothing is got from the web: save the pages"
    assert read(written(tmp_path, "b.txt", f"https://m.example/a\n{REPORT}")).reasons == []


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("مسلحون يقتلون تسعة", "utf-8"),
        ("火曜日に市場で武装集団が九人を殺害した。", "shift_jis"),
        ("Взрыв в Мараве", "koi8-r"),
    ],
)
def test_letters_that_english_has_not_are_told_however_few(tmp_path: Path, content: str, encoding: str) -> None:
    (reason,) = read(written(tmp_path, "a.txt", content.encode(encoding))).reasons
    assert reason.startswith("most letters are none of English") and "save it as UTF-8" in reason
