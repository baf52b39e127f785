"""What linking costs as a store grows: `python -m bench.linking --articles 100000` prints a curve of it.

The reports are those of `bench.store`: ten events each, 27 reports a day, places, parties and words as uneven as in
news. Times are of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.store import World, coded, memory, run
from dateline.merging import open_store as merging
from dateline.store import Store
from dateline.store import open_store as bare

AT_ONCE = 64
"""Articles in one transaction, as `dateline ingest` has them."""


def curve(opened: Callable[..., Store], path: Path, number: int, steps: int) -> list[float]:
    """Milliseconds of the processor for an article, for each part of a run, without the making of reports."""
    world, out = World(), []
    with opened(str(path), create=True) as store:
        one = run("linking")
        store.begin(one)
        for step in range(steps):
            first, last = number * step // steps, number * (step + 1) // steps
            used = 0.0
            for start in range(first, last, AT_ONCE):
                some = [coded(world, i) for i in range(start, min(start + AT_ONCE, last))]
                began = time.process_time()
                store.add(one, some)
                used += time.process_time() - began
            out.append(1000 * used / (last - first))
            told = f"{opened.__module__}: {last:,} articles, {out[-1]:.1f} ms an article, {memory():.0f} MB"
            sys.stdout.write(told + (f", {store.count_incidents():,} incidents\n" if opened is merging else "\n"))
            sys.stdout.flush()
    return out


def main() -> int:
    """Print the curve with linking and without."""
    parser = argparse.ArgumentParser(prog="bench.linking", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        with_links = curve(merging, Path(name) / "linked.sqlite", options.articles, options.steps)
        without = curve(bare, Path(name) / "bare.sqlite", options.articles, options.steps)
    cost = [a - b for a, b in zip(with_links, without, strict=True)]
    sys.stdout.write("linking, ms an article: " + ", ".join(f"{c:.1f}" for c in cost) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
