"""The page of phrases: what times and counts mean, row by row as the tests check them."""

from __future__ import annotations

import csv
import re
from itertools import groupby
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests" / "resolve"
TIMES = TESTS / "when" / "phrases.csv"
COUNTS = TESTS / "howmany" / "counts.csv"


def page() -> str:
    """Both tables with what they say."""
    return "\n".join(
        [
            "# Phrases\n",
            "What these words are read as. The tests check each row.\n",
            "## Times\n",
            "The words in bold, in a report published on the day beside them; [the rules](../explain/when.md). The",
            f"table is `tests/resolve/when/{TIMES.name}`.\n",
            *_times(_rows(TIMES)),
            "## Counts\n",
            f"[The rules](../explain/how-many.md). The table is `tests/resolve/howmany/{COUNTS.name}`.\n",
            *_counts(_rows(COUNTS)),
        ]
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _times(table: list[dict[str, str]]) -> list[str]:
    """The phrases with the days they mean, a heading for each group."""
    out = []
    for group, members in groupby(table, key=lambda row: row["group"]):
        out += [f"### {group.capitalize()}", "", "| words | published | from | to | value |", "|---|---|---|---|---|"]
        for row in members:
            words = re.sub(r"\[(.*?)\]", r"**\1**", row["sentence"]).replace("|", "\\|")
            out.append(f"| {words} | {row['published']} | {row['start']} | {row['end']} | {row['timex']} |")
        out.append("")
    return out


def _counts(table: list[dict[str, str]]) -> list[str]:
    """The words with the least and the greatest number they allow."""
    out = ["| words | least | greatest |", "|---|---|---|"]
    out += [f"| {row['words'].replace('$', chr(92) + '$')} | {row['min']} | {row['max']} |" for row in table]
    return [*out, ""]
