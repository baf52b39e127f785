from __future__ import annotations

import io
import re

import pytest

from dateline.exporters.listing import write_lines

NAMES = ("event", "when", "type", "who", "to whom", "where", "killed", "status", "sure", "source")
ROW = (
    "edb29865c2c2fa66", "2026-04-20", "RETREAT release", "Government of the northern province [TCD:GOV]",
    "Lake Front [TCD:REB]; 18 other detainees [TCD:CVL]", "N'Djamena, TCD", "3", "happened", "0.89", "Sahel Monitor",
)  # fmt: skip


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, columns: int) -> list[str]:
    """The lines of two events on a terminal of so many columns."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal()
    write_lines(NAMES, [ROW, ("e2d4e709eada4b5c", *ROW[1:])], out)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert max(map(len, lines)) <= columns
    return lines


def test_on_a_wide_terminal_there_are_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [line.split()[:3] for line in shown(monkeypatch, 200) if line[0] != " "] == [
        ["event", "when", "type"],
        ["edb29865c2c2fa66", "2026-04-20", "RETREAT"],
        ["e2d4e709eada4b5c", "2026-04-20", "RETREAT"],
    ]


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_on_a_narrow_one_each_record_is_a_block_in_which_no_word_is_broken(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    lines = shown(monkeypatch, columns)
    first = [line.split()[0] for line in lines if line[0] != " " and line.startswith("e")]
    assert first == ["edb29865c2c2fa66", "e2d4e709eada4b5c"]
    words = " ".join(lines).split()
    assert {*" ".join(ROW).split(), "who", "to", "whom", "killed", "sure", "source"} <= set(words)
    assert len(lines) < 20


def test_what_is_not_known_takes_no_place_in_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = Terminal()
    write_lines(("event", "when", "where", "reports"), [("e1", "", "", "a" * 30)], out)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert [line.rstrip() for line in plain.splitlines()] == ["e1", f"  reports {'a' * 30}"]


def test_elsewhere_cells_are_parted_by_tabs() -> None:
    out = io.StringIO()
    write_lines(("key", "name"), [("a", "two\nlines"), (None, 3)], out)
    assert out.getvalue() == "key\tname\na\ttwo lines\n\t3\n"
