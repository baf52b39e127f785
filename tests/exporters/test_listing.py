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


@pytest.mark.parametrize("columns", [80, 110, 200])
def test_ids_and_days_are_never_broken(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal()
    write_lines(NAMES, [ROW, ("e2d4e709eada4b5c", *ROW[1:])], out)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert [line.split()[:2] for line in lines if line[0] != " "] == [
        ["event", "when"],
        ["edb29865c2c2fa66", "2026-04-20"],
        ["e2d4e709eada4b5c", "2026-04-20"],
    ]
    assert max(map(len, lines)) <= columns


def test_elsewhere_cells_are_parted_by_tabs() -> None:
    out = io.StringIO()
    write_lines(("key", "name"), [("a", "two\nlines"), (None, 3)], out)
    assert out.getvalue() == "key\tname\na\ttwo lines\n\t3\n"
