"""Stores that keep their incidents up to date, of each kind (see `tests/store/conftest.py`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from dateline.store import Store
from dateline.upkeep import Upkeep
from tests.store.conftest import empty, kind, new_schema, new_url, url, used_file, used_schema
from tests.store.making import members

__all__ = ["empty", "kind", "new_schema", "new_url", "store", "url", "used_file", "used_schema"]


@pytest.fixture
def store(empty: sa.Engine) -> Iterator[Store]:
    """An empty store that merges; whatever was done with it, events are where their passages are."""
    yield Store(empty, Upkeep())
    kept, told = members(empty)
    assert kept == told
