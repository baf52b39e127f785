"""The store: articles, what was coded from them, what people decided, what it adds up to; nothing is overwritten."""

from __future__ import annotations

from dateline.records.query import Filter, Near
from dateline.store.store import Store, open_store

__all__ = ["Filter", "Near", "Store", "open_store"]
