"""Records that stay as they are made.

The type checker sees to that, and not each field of each record while it is made, as `dataclass(frozen=True)` does: an
article makes thousands of them, which would take a twentieth of all that is done beside the encoder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

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


if TYPE_CHECKING:
    from dataclasses import replace as replace
else:
    _shapes: dict[type, tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]] = {}

    def replace(record: T, /, **changes: Any) -> T:
        """A record like another but for some fields, as `dataclasses.replace` makes it in four times the time.

        For dataclasses with two fields and more, all of which may be given in their order.
        """
        cls = record.__class__
        shape = _shapes.get(cls)
        if shape is None:
            names = [one.name for one in fields(record)]
            shape = _shapes[cls] = attrgetter(*names), {name: at for at, name in enumerate(names)}
        values = list(shape[0](record))
        for name, value in changes.items():
            values[shape[1][name]] = value
        return cls(*values)
