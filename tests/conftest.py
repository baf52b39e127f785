"""Fixtures: the parts are loaded once for the whole run; a test makes small things by hand (see tests/make.py)."""

from __future__ import annotations

import pytest

from dateline import pipeline


@pytest.fixture(scope="session")
def parts() -> pipeline.Parts:
    """The shipped model, gazetteer and actor list, all events kept."""
    return pipeline.load(floor=0.0)
