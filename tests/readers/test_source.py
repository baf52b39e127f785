from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.source import Stream
from tests.readers.reading import REPORT, read, written


def test_folders_are_read_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt", "c/d/e.txt"):
        written(tmp_path, name, f"{REPORT} {name}")
    assert [article.text.rpartition(" ")[2] for article in read(tmp_path).articles] == [
        "b.txt",
        "a/c.txt",
        "a/z.txt",
        "c/d/e.txt",
    ]


def test_what_only_lies_beside_reports_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("a.html.txt", "a_files/x.js", "a_files/y.JS", "a_files/z.css", "desktop.ini"):
        written(tmp_path, name, REPORT)
    result = read(tmp_path)
    assert len(result.articles) == 1
    assert result.reasons == ["files that are no reports are passed over: 1 .css, 1 .ini, 2 .js"]
    assert len(read(tmp_path / "desktop.ini").articles) == 1  # what is named itself is read


def test_missing_and_empty_paths_are_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = read(tmp_path / "none.txt", tmp_path / "empty")
    assert result.reasons == ["there is no such file or folder", "the folder holds no files"]


def test_links_in_circles_and_pipes_in_folders_do_not_stop_it(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", REPORT)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.txt")
    result = read(tmp_path)
    assert len(result.articles) == 1
    assert len(result.reasons) == 1 and result.reasons[0].startswith("cannot be read")


def test_files_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = written(tmp_path, "a.txt", REPORT)
    monkeypatch.setattr("builtins.open", refuse)
    assert read(file).reasons == ["no permission to read it"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    from dateline.readers import read_paths

    first = written(tmp_path, "a.txt", REPORT)
    articles = read_paths([str(first), str(tmp_path / "later.txt")], published=None, on_skip=lambda error: None)
    next(articles)
    written(tmp_path, "later.txt", f"{REPORT} Later.")
    assert next(articles).text.endswith("Later.")


def test_an_error_of_the_caller_is_not_taken_for_one_of_the_file(tmp_path: Path) -> None:
    from dateline.readers import read_paths

    def fail(error: object) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        list(read_paths([str(tmp_path / "none")], published=None, on_skip=fail))


def test_a_fault_of_the_program_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.readers.text import Text

    sound = Text.read

    def fail(self: Text, stream: Stream) -> Iterator[Draft | ArticleError]:
        if stream.name.endswith("b.txt"):
            raise ZeroDivisionError("by chance")
        return sound(self, stream)

    monkeypatch.setattr(Text, "read", fail)
    for name in ("a.txt", "b.txt", "c.txt"):
        written(tmp_path, name, f"{REPORT} {name}")
    result = read(tmp_path)
    assert len(result.articles) == 2
    assert result.reasons[0].startswith("a fault of Dateline (ZeroDivisionError: by chance, test_source.py:")


def test_an_address_is_told_how_to_be_got() -> None:
    (reason,) = read("https://news.example/a?b=1&c").reasons
    assert reason == (
        "Dateline gets nothing from the web: save the page and give the file, or "
        "curl -sfL 'https://news.example/a?b=1&c' | dateline code -"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(tmp_path: Path, encoding: str) -> None:
    content = f"{REPORT} “Café” – Über"
    (article,) = read(written(tmp_path, "a.txt", content.encode(encoding))).articles
    assert article.text == content
    (skipped,) = read(written(tmp_path, "b.bin", bytes([77, 0, 3, 0, 1, 0]) * 900)).reasons
    assert skipped == "this is a binary file, not text"
