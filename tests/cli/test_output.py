from __future__ import annotations

import io
import os
import stat
import threading
from pathlib import Path

import pytest

from dateline.cli.output import opened, readable
from dateline.errors import InputError


def test_a_file_takes_its_name_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with opened(path) as out:
        out.write("one")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "one"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), opened(path) as out:
        out.write("new")
        raise RuntimeError
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")))
    reader.start()
    with opened(path) as out:
        out.write("through")
    reader.join(timeout=5)
    assert read == ["through"]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_folder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give another --out"), opened(tmp_path / "none" / "out.txt"):
        pass


def test_a_terminal_that_lacks_a_letter_shows_a_question_mark() -> None:
    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    shown = io.BytesIO()
    terminal = Terminal(shown, encoding="ascii")
    readable(terminal)
    terminal.write("Tomé → Gao")
    terminal.flush()
    assert shown.getvalue() == b"Tom? ? Gao"


def test_lines_end_in_a_pipe_as_in_a_file() -> None:
    raw = io.BytesIO()
    pipe = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")  # as Windows has it
    readable(pipe)
    pipe.write("“Бамако”\r\nnext\n")
    pipe.flush()
    assert raw.getvalue() == "“Бамако”\r\nnext\n".encode()
