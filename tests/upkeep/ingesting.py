"""Brings articles into a store that merges: `python -m tests.upkeep.ingesting URL COUNT RUN`, then a line to begin."""

from __future__ import annotations

from dateline.upkeep import open_store
from tests.store.ingesting import main

if __name__ == "__main__":
    main(open_store)
