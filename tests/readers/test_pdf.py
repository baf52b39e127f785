from __future__ import annotations

import io
import logging
from pathlib import Path

import pypdf
import pytest
from pypdf.errors import DependencyError

from dateline.readers import pdf as reader
from tests.readers.making import packed
from tests.readers.pdf_making import At, column, pdf
from tests.readers.reading import REPORT, read, written

TOWNS = ("Tarn", "Kelmar", "Belvar")
HEAD, FOOT = "Marava Humanitarian Bulletin", "Page {} of 3"
WRAPPED = [
    "Police in Marava arrested two men on Monday after soldiers had found a",
    "store of weapons in the harbour. Rebels had attacked a humani-",
    "tarian convoy there, and the state-",
    "run radio said that four guards were killed.",
]
WHOLE = (
    "Police in Marava arrested two men on Monday after soldiers had found a store of weapons in the harbour. Rebels "
    "had attacked a humanitarian convoy there, and the state-run radio said that four guards were killed."
)


def text(folder: Path, *pages: list[At], rotated: int = 0) -> str:
    result = read(written(folder, "a.pdf", pdf(pages, rotated=rotated)))
    assert result.skipped == []
    (article,) = result.articles
    return article.text


def test_lines_become_paragraphs_and_broken_words_whole(tmp_path: Path) -> None:
    second = column(["The men are said to have planned another attack on the ships", "of the agency."], top=630)
    assert text(tmp_path, [*column(WRAPPED), *second]) == (
        f"{WHOLE}\nThe men are said to have planned another attack on the ships of the agency."
    )


def test_running_heads_feet_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [
            At(72, 800, HEAD, 9),
            *column([f"On Monday rebels attacked a convoy near the town of {town} and", "killed a driver."]),
            At(280, 40, FOOT.format(n), 9),
            At(280, 28, str(n), 9),
        ]
        for n, town in enumerate(TOWNS, 1)
    ]
    assert text(tmp_path, *pages).split("\n") == [
        f"On Monday rebels attacked a convoy near the town of {town} and killed a driver." for town in TOWNS
    ]


def test_lines_that_differ_by_more_than_the_number_of_the_page_stay(tmp_path: Path) -> None:
    said = [f"Rebels killed {n} drivers of a convoy near the town of Tarn." for n in (12, 3, 9)]
    assert text(tmp_path, *(column([one]) for one in said)).split("\n") == said


def test_what_recurs_within_the_pages_stays(tmp_path: Path) -> None:
    lines = [f"Line {n} of the report says nothing new." for n in range(4)]
    page = column([*lines, "No incident was reported.", *lines], gap=30)
    assert text(tmp_path, page, page).count("No incident was reported.") == 2


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    left = column(["Soldiers of Ostravia killed four", "rebels near Kelmar on Monday, the"])
    right = column(["ministry said. The agency said that", "1,200 people had fled to Belvar and"], left=320)
    page = column(["that more were on their way."])
    assert text(tmp_path, left + right, page) == (
        "Soldiers of Ostravia killed four rebels near Kelmar on Monday, the ministry said. The agency said that 1,200 "
        "people had fled to Belvar and that more were on their way."
    )


def test_headings_lists_and_contents(tmp_path: Path) -> None:
    lines = [
        At(72, 700, "Security ........................... 4"),
        At(72, 660, "Security situation", font="F2"),
        *column(["Police arrested nine demonstrators in Tarn on Sunday, the", "governor said."], top=646),
        At(80, 618, "• Rebels attacked a convoy near Tarn on Sunday, and took the"),
        At(90, 604, "goods that were meant for the hospital."),
        At(80, 590, "• Two drivers were abducted."),
    ]
    assert text(tmp_path, lines).split("\n") == [
        "Security situation",
        "Police arrested nine demonstrators in Tarn on Sunday, the governor said.",
        "• Rebels attacked a convoy near Tarn on Sunday, and took the goods that were meant for the hospital.",
        "• Two drivers were abducted.",
    ]


def test_pages_that_lie_on_their_side_and_words_along_the_margin(tmp_path: Path) -> None:
    lines = column(["Rebels attacked a convoy near Tarn on Sunday and took the", "goods."])
    turned = [At(842 - at.base, at.left, at.text, turned=True) for at in lines]
    assert text(tmp_path, turned, rotated=90) == text(tmp_path, [*lines, At(20, 300, "DRAFT", 40, turned=True)])


def test_a_title_counts_where_it_is_printed_too(tmp_path: Path) -> None:
    page = [
        At(72, 780, "Issue 4"),
        At(72, 750, "ATTACK ON THE", 18),
        At(72, 728, "HARBOUR OF MARAVA", 18),
        *column([REPORT]),
    ]
    (article,) = read(written(tmp_path, "a.pdf", pdf([page], info="/Title(Attack on the harbour of Marava)"))).articles
    assert article.title == "ATTACK ON THE HARBOUR OF MARAVA"
    assert article.text == f"{article.title}\nIssue 4\n{REPORT}"
    (other,) = read(written(tmp_path, "b.pdf", pdf([page], info="/Title(Microsoft Word - draft_v3.doc)"))).articles
    assert other.title is None and other.text.startswith("Issue 4\nATTACK ON THE HARBOUR OF MARAVA\n")


@pytest.mark.parametrize(
    ("said", "info", "published", "note"),
    [
        ("12 March 2026", "/CreationDate(D:20260312101500+01'00')", "2026-03-12", "its first page names it"),
        ("As of March 10, 2026", "/CreationDate(D:20260312101500Z)", None, "which its first page does not name"),
        ("As of 12 March 2026", "", None, None),
        ("As of 12 March 2026", "/CreationDate(yesterday)", None, None),
    ],
)
def test_the_day_the_file_was_made_counts_where_the_first_page_names_it(
    said: str, info: str, published: str | None, note: str | None, tmp_path: Path
) -> None:
    file = written(tmp_path, "a.pdf", pdf([[At(72, 740, said), *column([REPORT])]], info=info))
    result = read(file)
    assert [a.published for a in result.articles] == [published]
    assert (note is None and result.notes == []) or (note is not None and note in result.notes[0])
    assert read(file, published="2026-03-13").articles[0].published == published or "2026-03-13"


@pytest.mark.parametrize("version", ["2.0", "3.0"])
def test_the_fields_of_publishers_are_believed(version: str, tmp_path: Path) -> None:
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:prism="http://prismstandard.org/namespaces/basic/{version}/">'
        "<dc:publisher><rdf:Bag><rdf:li>Marava Relief</rdf:li></rdf:Bag></dc:publisher>"
        "<prism:publicationDate>2026-03-14</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    content = pdf([column([REPORT])], xmp=xmp, info="/CreationDate(D:20260312)")
    result = read(written(tmp_path, "a.pdf", content))
    (article,) = result.articles
    assert (article.published, article.publisher) == ("2026-03-14", "Marava Relief")
    assert "the publisher's field in the PDF says so" in result.notes[0]


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.pdf", pdf([column([REPORT]), [], []])))
    assert [a.text for a in result.articles] == [REPORT]
    assert result.notes == [f"{tmp_path / 'a.pdf'}: pages 2, 3 hold no text (a picture, or nothing)"]


def locked(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([column([REPORT])])))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_what_is_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    assert [a.text for a in read(written(tmp_path, "a.pdf", locked(""))).articles] == [REPORT]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf([[], []]), "the PDF holds pictures of pages and no text: have its letters recognised first"),
        (pdf([]), "the PDF has no pages"),
        (pdf([column([REPORT])])[:120], "the PDF is damaged or cut off"),
        (b"%PDF-1.7\n", "the PDF is damaged or cut off"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "the PDF is damaged or cut off"),
        (locked("secret"), "the PDF is locked with a password"),
        (pdf([[At(72, 700, REPORT, font="F9")]]), "the fonts of the PDF do not tell which letters they show"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_says_what_to_do(content: bytes, reason: str, tmp_path: Path) -> None:
    written(tmp_path, "a.pdf", content)
    written(tmp_path, "b.txt", REPORT)
    result = read(tmp_path)
    assert [a.text for a in result.articles] == [REPORT]  # the others are read
    (told,) = result.reasons
    assert told.startswith(reason)


def test_what_to_install_for_strong_encryption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise DependencyError("cryptography is required")

    monkeypatch.setattr(pypdf, "PdfReader", refuse)
    (reason,) = read(written(tmp_path, "a.pdf", pdf([column([REPORT])]))).reasons
    assert reason == reader.ENCRYPTED and "pip install 'dateline[encrypted]'" in reason


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, "a.pdf", pdf([column([REPORT])]))
    with monkeypatch.context() as patch:
        patch.setattr(reader, "MOST_BYTES", 100)
        assert read(file).reasons == ["the PDF is longer than 100 bytes: save it as text"]
    monkeypatch.setattr(reader, "MAX_TEXT", 50)
    assert "are the most" in read(file).reasons[0]


def test_pdfs_in_zips_and_a_broken_one_among_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    good = pdf([column([REPORT])])
    content = packed({"a.pdf": b"%PDF-1.7\nbroken", "b/c.pdf": good})
    with caplog.at_level(logging.WARNING):
        result = read(written(tmp_path, "reports.zip", content))
    assert [(a.text, a.source) for a in result.articles] == [(REPORT, f"{tmp_path}/reports.zip/b/c.pdf")]
    assert result.reasons == [reader.DAMAGED]
