"""Every figure on one page: `make score`, or `python -m eval.score [TASK ...] --corpora FOLDER --scorer FILE`.

Writes docs/scorecard.md: each task with its split, size, interval and scorer, the commit and the model's digest, and
the figures of others in tables of their own unless they were scored by the same scorer. With names of tasks it prints
those and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.commit import described
from eval.corpora import ROOT, AbsentError, Corpora, digest
from eval.figure import Figure
from eval.tasks import TASKS

PAGE = ROOT / "docs" / "scorecard.md"
PEERS = ROOT / "eval" / "peers.csv"


@dataclass(frozen=True)
class Result:
    """The figures of one task and the digest of its gold."""

    task: str
    figures: tuple[Figure, ...]
    gold: str


def results(names: Iterable[str], corpora: Corpora) -> list[Result]:
    """Each task run; AbsentError where its data are not there."""
    out = []
    for name in names:
        began = time.perf_counter()
        task = TASKS[name]
        labelled = digest(task.gold(corpora))
        out.append(Result(name, tuple(task.run(corpora)), labelled))
        print(f"{name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return out


def page(found: Iterable[Result], model: str) -> str:
    """The scorecard as Markdown."""
    lines = [
        "# Scorecard",
        "",
        "How well Dateline reads, task by task. Intervals are 95 % bootstrap intervals over documents: each is from a",
        "thousand draws of as many documents, with replacement. `make gate` fails where a figure falls below its floor",
        "(`eval/floors.json`). No table mixes scorers: figures of others that were counted in another way, or on other",
        "data, stand in tables of their own and cannot be set against Dateline's.",
        "",
        f"Written by `make score` on {date.today()} at commit `{described()}`, model `{model}`.",
        "",
    ]
    for result in found:
        lines += section(result)
    return "\n".join(lines)


def section(result: Result) -> list[str]:
    """The part of one task."""
    task = TASKS[result.task]
    lines = [f"## {task.TITLE}", "", task.ABOUT, ""]
    lines += [f"**Split** {task.SPLIT}; gold `{result.gold}`. **Scorer** {task.SCORER}.", ""]
    lines += ["| figure | value | 95 % interval | n |", "|---|---|---|---|"]
    lines += [line(f) for f in result.figures]
    return [*lines, "", *peers(result.task)]


def line(figure: Figure) -> str:
    """One row of a table."""
    unit = "" if figure.unit == "%" else f" {figure.unit}"
    return f"| {figure.name} | {figure.value:g}{unit} | {figure.low:g} to {figure.high:g} | {figure.n} |"


def peers(task: str) -> list[str]:
    """The figures of others on a task, one table for each scorer and data set."""
    with PEERS.open(encoding="utf-8", newline="") as file:
        mine = [row for row in csv.DictReader(file) if row["task"] == task]
    lines = []
    for title in dict.fromkeys(row["table"] for row in mine):
        here = [row for row in mine if row["table"] == title]
        metrics = list(dict.fromkeys(row["metric"] for row in here))
        lines += [
            f"Others, {title}:",
            "",
            f"| system | {' | '.join(metrics)} | source |",
            "|---" * (len(metrics) + 2) + "|",
        ]
        for system in dict.fromkeys(row["system"] for row in here):
            cells = {row["metric"]: row["value"] for row in here if row["system"] == system}
            source = next(row["source"] for row in here if row["system"] == system)
            lines.append(f"| {system} | {' | '.join(cells.get(m, '') for m in metrics)} | {source} |")
        lines.append("")
    return lines


def main() -> int:
    """Run the tasks; 2 where data are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"some of: {', '.join(TASKS)}")
    add_places(parser)
    options = parser.parse_args()
    corpora = places(options)
    if unknown := set(options.tasks) - set(TASKS):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    try:
        found = results(options.tasks or TASKS, corpora)
    except AbsentError as error:
        print(error, file=sys.stderr)
        return 2
    text = page(found, corpora.parts.model.card.digest)
    print(text)
    if not options.tasks and options.model is None:
        PAGE.write_text(text, encoding="utf-8")
    return 0


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say where data and model are."""
    parser.add_argument("--corpora", type=Path, default=Corpora.folder, help="folder of the shared corpora")
    parser.add_argument("--scorer", type=Path, default=Corpora.scorer, help="the shared scorer of events")
    parser.add_argument("--model", type=Path, help="folder of another model")
    parser.add_argument("--confidence", type=float, help="another floor")


def places(options: argparse.Namespace) -> Corpora:
    """The corpora that the options name."""
    return Corpora(options.corpora, options.scorer, options.model, options.confidence)


if __name__ == "__main__":
    sys.exit(main())
