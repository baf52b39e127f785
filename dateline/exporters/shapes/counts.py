"""Events counted by some of their values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dateline.exporters.shapes.base import Shape
from dateline.records.flat import Column

UNTOLD = {"month": "no day", "country": "no place"}
"""What a list of counts says where there is no value."""


def counted(by: Sequence[str]) -> Shape:
    """The shape of counts by some values, as the store gives them."""
    names = (*by, "events")
    columns = tuple(Column(name, "whole" if name == "events" else "text", _entry(name)) for name in names)
    return Shape(columns, dict, tuple((name, _told(name)) for name in names))


def _told(name: str) -> Callable[[Mapping[str, Any]], object]:
    """The value as a list to read has it: what is not known is said."""
    return lambda count: UNTOLD.get(name, "not known") if count[name] == "" else count[name]


def _entry(name: str) -> Callable[[Mapping[str, Any]], object]:
    return lambda count: count[name]
