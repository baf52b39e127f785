from __future__ import annotations

from pathlib import Path

import pytest

from dateline.readers.rtf import plain
from tests.readers.reading import REPORT, read, written

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}{\info{\title Draft 3}}"
)


def test_an_rtf_file_is_its_paragraphs(tmp_path: Path) -> None:
    first, second = REPORT.split(". ", 1)
    body = (
        r"{\header\pard The Marava Courier\par}\pard\f0\fs24 {\b " + first + "}.\\par\r\n"
        r"{\*\bkmkstart a}" + second[:10] + "\r\n" + second[10:] + r"{\footnote A note.}\par}"
    )
    (article,) = read(written(tmp_path, "a.rtf", HEAD + body)).articles
    assert article.text == f"{first}.\n{second}"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"Bouak\'e9 \endash  \ldblquote no\rdblquote\par", "Bouaké – “no”"),
        (r"said \u8220?no\u8221? \{sic\}", "said “no” {sic}"),
        (r"{\uc2\u8212\'81\'7cyes}", "—yes"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"{\field{\*\fldinst HYPERLINK https://m.example}{\fldrslt the paper}} says", "the paper says"),
        (r"one\cell two\cell\row three", "one two\nthree"),
        (r"{\pict\pngblip 89504e47}a{\object{\*\objdata 01}}b{\deleted gone}", "ab"),
        (r"{\pict\bin4 {{}}}after", "after"),
        (r"\par\par\par\par end", "end"),
        (r"a\par\par\par\par b", "a\n\nb"),
    ],
)
def test_controls_are_words_or_nothing(body: str, words: str) -> None:
    assert plain((HEAD + body + "}").encode("latin-1")) == words


def test_letters_of_another_code_page() -> None:
    assert plain(rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}") == "Мир"
    assert plain(rb"{\rtf1\ansi\ansicpg77777 \'e9}") == "é"


def test_without_words_or_another_kind_is_one_line(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.rtf", HEAD + r"{\pict 8950}}")).reasons == [
        "the RTF file has no words: are they in pictures?"
    ]
    assert [a.text for a in read(written(tmp_path, "b.rtf", REPORT)).articles] == [REPORT]


def test_mails_of_outlook_are_told_how_to_be_saved(tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    (reason,) = read(written(tmp_path, "a.msg", old)).reasons
    assert reason.startswith("this is a mail as Outlook keeps it: save it there as text or HTML")
    (reason,) = read(written(tmp_path, "a.docx", old)).reasons
    assert "that a password locks" in reason and reason.endswith("save it as .docx or .xlsx without a password")
    assert read(written(tmp_path, "a.doc", old)).reasons == [
        "this is an office file of an older kind: save it as .docx, .xlsx or PDF"
    ]
