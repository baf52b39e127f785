"""Fixtures: the parts are loaded once for the whole run; a test makes small things by hand (see tests/make.py)."""

from __future__ import annotations

import pytest
from hypothesis import settings

from dateline import pipeline

# A busy machine is no fault of what is tested: no example is held to the clock.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def parts() -> pipeline.Parts:
    """The shipped model, gazetteer and actor list, all events kept."""
    return pipeline.load(floor=0.0)
