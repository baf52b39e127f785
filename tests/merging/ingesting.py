"""Brings articles into a store that merges: `python -m tests.merging.ingesting URL COUNT RUN`, then a line to begin."""

from __future__ import annotations

import sys
from functools import partial

from dateline.merging import open_store
from dateline.store.ingest import Report, ingest
from tests.store.ingesting import tell
from tests.store.making import article, code, run

if __name__ == "__main__":
    url, count, id_ = sys.argv[1:]
    articles = (article(n) for n in range(int(count)))
    report = Report()
    with open_store(url) as store:
        tell("ready")
        sys.stdin.readline()
        coder = partial(code, pause=0.001)
        ingest(store, run(id_), articles, coder, report=report, on_step=lambda: tell(report.added), size=3)
