"""Placeholder of computed points."""

from __future__ import annotations

from dateline.records.resolved import Place
from dateline.resolve.where.spot import Reading, Spot


def moved(reading: Reading, spot: Spot, place: Place) -> Place:
    """The place."""
    return place
