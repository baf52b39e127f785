"""Writes the tables of phrases into the pages on times and counts; with `--check` fails where one is stale."""

from __future__ import annotations

import csv
import re
import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = {
    ROOT / "docs/explain/when.md": ROOT / "tests/resolve/when/phrases.csv",
    ROOT / "docs/explain/how-many.md": ROOT / "tests/resolve/howmany/counts.csv",
}
_TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- end of table -->)", re.DOTALL)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of phrases."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def times(table: list[dict[str, str]]) -> str:
    """The phrases with the days they mean, a heading for each group."""
    out = []
    for group, members in groupby(table, key=lambda row: row["group"]):
        out += [f"### {group.capitalize()}", "", "| words | published | from | to | value |", "|---|---|---|---|---|"]
        for row in members:
            words = re.sub(r"\[(.*?)\]", r"**\1**", row["sentence"]).replace("|", "\\|")
            out.append(f"| {words} | {row['published']} | {row['start']} | {row['end']} | {row['timex']} |")
        out.append("")
    return "\n".join(out)


def counts(table: list[dict[str, str]]) -> str:
    """The words with the least and the greatest number they allow."""
    out = ["| words | least | greatest |", "|---|---|---|"]
    out += [f"| {row['words'].replace('$', chr(92) + '$')} | {row['min']} | {row['max']} |" for row in table]
    return "\n".join([*out, ""])


def page(path: Path) -> str:
    """The page with its table as the phrases now are."""
    table = rows(PAGES[path])
    made = times(table) if "group" in table[0] else counts(table)
    return _TABLE.sub(lambda match: f"{match[1]}\n{made}\n{match[2]}", path.read_text(encoding="utf-8"))


def main() -> int:
    """Write the pages, or with `--check` return 1 where one is stale."""
    stale = [path for path in PAGES if page(path) != path.read_text(encoding="utf-8")]
    if "--check" in sys.argv:
        return 1 if stale else 0
    for path in stale:
        path.write_text(page(path), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
