"""Brings articles into a store, slowly, once it is told to: python -m tests.store.ingesting URL COUNT RUN."""

from __future__ import annotations

import sys
from functools import partial

from dateline.store import open_store
from dateline.store.ingest import Report, ingest
from tests.store.making import article, code, run

if __name__ == "__main__":
    url, count, id_ = sys.argv[1:]
    articles = (article(n) for n in range(int(count)))
    with open_store(url) as store:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        ingest(store, run(id_), articles, partial(code, pause=0.001), report=Report(), size=3)
