"""Stores that keep their incidents up to date, of each kind (see `tests/store/conftest.py`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.merging import open_store
from dateline.store import Store
from tests.store.conftest import NewStore, kind, new_schema, new_url, url

__all__ = ["kind", "new_schema", "new_url", "store", "url"]


@pytest.fixture
def store(new_url: NewStore) -> Iterator[Store]:
    """An empty store that merges."""
    with open_store(new_url(), create=True) as opened:
        yield opened
