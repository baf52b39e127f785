"""Records that stay as they are made.

The type checker sees to that, and not each field of each record while it is made, as `dataclass(frozen=True)` does: an
article makes thousands of them, which would take a twentieth of all that is done beside the encoder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(*, eq: bool = True, order: bool = False) -> Callable[[type[T]], type[T]]:
    """A dataclass with slots, equal and hashed by its fields unless `eq` is false, that nothing may be set in.

    Stored as pickles, its records are those of a frozen dataclass.
    """

    def made(plain: type[T]) -> type[T]:
        cls: Any = dataclass(slots=True, eq=eq, order=order, unsafe_hash=eq)(plain)
        cls.__getstate__, cls.__setstate__ = _values, _set
        out: type[T] = cls
        return out

    return made


def _values(record: Any) -> list[Any]:
    return [getattr(record, one.name) for one in fields(record)]


def _set(record: Any, values: list[Any]) -> None:
    for one, value in zip(fields(record), values, strict=True):
        setattr(record, one.name, value)
