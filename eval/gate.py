"""Fails where quality fell: `make gate`, or in its quick form `python -m eval.gate --quick` on data of this repository.

`eval/floors.json` has a floor for each pinned figure, with the digest of the gold it was measured on. A figure fails
where it is worse than its floor by more than noise (one standard error of the bootstrap), where its gold changed, or
where it vanished. `--raise` writes floors for what is new or better. To accept a lower figure or another gold, write a
line into the unreleased part of CHANGELOG.md that names the figure as "floor TASK/FIGURE", then `--accept-lower
TASK/FIGURE`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from eval.corpora import ROOT, AbsentError
from eval.figure import Figure
from eval.score import Result, add_places, places, results
from eval.tasks import OWN, TASKS

FLOORS = ROOT / "eval" / "floors.json"
CHANGELOG = ROOT / "CHANGELOG.md"
Floors = dict[str, dict[str, Any]]


def problems(found: Iterable[Result], floors: Floors) -> Iterator[tuple[str, str]]:
    """(key, what is wrong) for each figure that fails."""
    seen, tasks = set(), set()
    for result in found:
        tasks.add(result.task)
        for figure in result.figures:
            key = f"{result.task}/{figure.name}"
            seen.add(key)
            if key in floors and (wrong := problem(figure, result.gold, floors[key])):
                yield key, wrong
            elif figure.pinned and key not in floors:
                yield key, "has no floor yet: --raise writes it"
    for key in floors:
        if key.split("/", 1)[0] in tasks and key not in seen:
            yield key, "is no longer measured"


def problem(figure: Figure, gold: str, floor: dict[str, Any]) -> str | None:
    """What is wrong with a figure, or None."""
    if gold != floor["gold"]:
        return f"was pinned on gold {floor['gold']}, the gold is now {gold}"
    worse = floor["value"] - figure.value if figure.better == "higher" else figure.value - floor["value"]
    noise = max(figure.noise, floor["noise"])
    if worse > noise:
        return f"is {figure.value:g}, its floor is {floor['value']:g} (noise {noise:g})"
    return None


def raised(found: Iterable[Result], floors: Floors) -> Floors:
    """The floors with what is new or better."""
    out = dict(floors)
    for key, figure, gold in pinned(found):
        old = out.get(key)
        better = old is None or (
            gold == old["gold"]
            and (figure.value > old["value"] if figure.better == "higher" else figure.value < old["value"])
        )
        if better:
            out[key] = entry(figure, gold)
    return dict(sorted(out.items()))


def accepted(found: Iterable[Result], floors: Floors, keys: Iterable[str]) -> Floors:
    """The floors with the present figures of `keys`, or without those that are no longer measured."""
    out = dict(floors)
    measured = {key: entry(figure, gold) for key, figure, gold in pinned(found)}
    for key in keys:
        if key in measured:
            out[key] = measured[key]
        else:
            out.pop(key, None)
    return out


def pinned(found: Iterable[Result]) -> Iterator[tuple[str, Figure, str]]:
    """Each figure that has a floor, with its key and the digest of its gold."""
    for result in found:
        for figure in result.figures:
            if figure.pinned:
                yield f"{result.task}/{figure.name}", figure, result.gold


def entry(figure: Figure, gold: str) -> dict[str, Any]:
    """What is pinned of a figure."""
    return {"value": figure.value, "noise": figure.noise, "better": figure.better, "n": figure.n, "gold": gold}


def unexplained(keys: Iterable[str], changelog: str) -> list[str]:
    """The keys that the unreleased part of the changelog does not name."""
    part = re.search(r"^## Unreleased\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    text = part[1] if part else ""
    return [key for key in keys if f"floor {key}" not in text]


def main() -> int:
    """0 where nothing fell, 1 where something did, 2 where data are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_places(parser)
    parser.add_argument("--quick", action="store_true", help="only tasks on data of this repository")
    parser.add_argument("--task", action="append", choices=list(TASKS), help="only this task (may be repeated)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write floors for what is new or better")
    parser.add_argument("--accept-lower", action="append", default=[], metavar="TASK/FIGURE")
    options = parser.parse_args()
    if missing := unexplained(options.accept_lower, CHANGELOG.read_text(encoding="utf-8")):
        print(f"CHANGELOG.md does not say why, under Unreleased: {', '.join(f'floor {k}' for k in missing)}")
        return 1
    try:
        found = results(options.task or (OWN if options.quick else TASKS), places(options))
    except AbsentError as error:
        print(error, file=sys.stderr)
        return 2
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors = accepted(found, floors, options.accept_lower)
    if options.lift:
        floors = raised(found, floors)
    if options.lift or options.accept_lower:
        write(floors, FLOORS)
    failed = list(problems(found, floors))
    for key, wrong in failed:
        print(f"{key} {wrong}")
    checked = sum(1 for key, _, _ in pinned(found) if key in floors)
    print(f"{checked} figures held against their floors, {len(failed)} failed")
    return 1 if failed else 0


def write(floors: Floors, path: Path) -> None:
    """Write the floors, one a line."""
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in floors.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
