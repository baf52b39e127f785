from __future__ import annotations

from pathlib import Path

import pytest

from dateline.readers import packed as reader
from tests.readers.making import packed
from tests.readers.reading import REPORT, read, written


def test_a_zip_is_read_as_a_folder_is(tmp_path: Path) -> None:
    content = packed(
        {
            "b.txt": f"{REPORT} B.",
            "a/c.csv": f"id,text\n7,{REPORT} C.\n",
            "a/page_files/x.js": "var x",
            "a/photo.jpg": b"\xff\xd8\xff",
            "__MACOSX/b.txt": "x",
            "a/.hidden.txt": REPORT,
            "empty.txt": "",
        }
    )
    file = written(tmp_path, "all.zip", content)
    result = read(file)
    assert [(a.text[-2:], a.source) for a in result.articles] == [("C.", f"{file}/a/c.csv:2"), ("B.", f"{file}/b.txt")]
    assert [(e.source, e.reason) for e in result.skipped] == [
        (f"{file}/empty.txt", "the file is empty"),
        (str(file), "files that are no reports are passed over: 1 .jpg, 1 .js"),
    ]


def test_office_files_zips_in_zips_and_damage_are_lines(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.pptx", packed({"[Content_Types].xml": "x"}))).reasons == [
        "this is an office file or e-book: save it as .docx, .xlsx, PDF or text"
    ]
    inner = read(written(tmp_path, "b.zip", packed({"c.zip": packed({"a.txt": REPORT}), "d.txt": REPORT})))
    assert len(inner.articles) == 1 and inner.reasons == [
        "this is a zip or office file: unpack it or save it as text first"
    ]
    whole = packed({"a.txt": REPORT})
    assert read(written(tmp_path, "d.zip", whole[:-30])).reasons == ["the zip is damaged or cut off: get it again"]
    assert read(written(tmp_path, "e.zip", packed({".hidden": "x"}))).reasons == ["the zip holds no files"]


def test_a_zip_that_is_too_long_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_BYTES", 10)
    assert read(written(tmp_path, "a.zip", packed({"a.txt": REPORT}))).reasons == [
        "the zip is longer than 10 bytes: unpack it first"
    ]
