"""Brings articles into a store, slowly, once it is told to, and tells how many it has written.

python -m tests.store.ingesting URL COUNT RUN
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from dateline.store import Store, open_store
from dateline.store.ingest import Report, ingest
from tests.store.making import article, code, run


def tell(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(opened: Callable[[str], Store]) -> None:
    url, count, id_ = sys.argv[1:]
    articles = (article(n) for n in range(int(count)))
    report = Report()
    with opened(url) as store:
        tell("ready")
        sys.stdin.readline()
        coder = partial(code, pause=0.001)
        ingest(store, run(id_), articles, coder, report=report, on_step=lambda: tell(report.added), size=3)


if __name__ == "__main__":
    main(open_store)
