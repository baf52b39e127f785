"""Stores that keep their incidents up to date, of each kind (see `tests/store/conftest.py`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.store import Store
from dateline.upkeep import open_store
from tests.store.conftest import NewStore, kind, new_schema, new_url, url
from tests.store.making import members

__all__ = ["kind", "new_schema", "new_url", "store", "url"]


@pytest.fixture
def store(new_url: NewStore) -> Iterator[Store]:
    """An empty store that merges; whatever was done with it, events are where their passages are."""
    with open_store(new_url(), create=True) as opened:
        yield opened
        kept, told = members(opened.engine)
        assert kept == told
