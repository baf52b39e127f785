from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import call


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "acled", "ged"])
def test_all_are_written_or_told_to_be_left_out(db: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.txt"
    told = call("export", name, "--out", str(out), "--since", "2020-01-01").stderr.splitlines()
    rows = len(out.read_text(encoding="utf-8").splitlines()) - (name != "gdelt")  # which has no header
    left = sum(int(line.split()[2].rstrip(":")) for line in told if line.startswith("  left out"))
    what = "incident" if name in ("gdelt", "acled", "ged") else "event"
    assert told[0].split(" written")[0].endswith((what, what + "s")) and told[0].endswith(f"{left} left out")
    assert rows >= int(told[0].split()[0])


def test_a_panel_of_dyads_says_what_is_not_in_it(db: Path, tmp_path: Path) -> None:
    out = tmp_path / "dyads.csv"
    told = call("dyads", "--each", "year", "--sectors", "--out", str(out)).stderr.splitlines()
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("period,start,actor_country,actor_sector,recipient_country")
    left = sum(int(line.split()[2]) for line in told)
    shown = len(call("incidents", "--format", "jsonl").stdout.splitlines())
    assert 0 < left <= shown and all(line.startswith("left out ") for line in told)
    assert len(lines) - 1 >= (shown > left)


def test_a_missing_day_is_told_with_the_option_that_helps(db: Path) -> None:
    assert "no day is told (--by-publication takes the day of publication there)" in call("export", "icews").stderr
    assert "no day is told" not in call("export", "icews", "--by-publication").stderr
