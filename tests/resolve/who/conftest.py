"""The shipped actor list, loaded once for the tests of `who`."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList


@pytest.fixture(scope="session")
def actors() -> ActorList:
    return ActorList.load()
