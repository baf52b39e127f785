"""What all models have in common."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "negated"]
Role = Literal["reader", "reviewer", "admin"]
Quads = dict[str, int]
Item = TypeVar("Item")


def storable(text: str) -> str:
    """The text itself; ValueError where a database could not keep it."""
    if "\x00" in text or (not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)):
        raise ValueError("characters that no text has (NUL or half of a surrogate pair)")
    return text


def all_storable(value: Any) -> Any:
    """The value itself; ValueError where a text in it could not be kept."""
    if isinstance(value, str):
        storable(value)
    elif isinstance(value, dict):
        for name, part in value.items():
            storable(name)
            all_storable(part)
    elif isinstance(value, list):
        for part in value:
            all_storable(part)
    return value


Text = Annotated[str, AfterValidator(storable)]
"""A text that can be kept."""
Json = Annotated[Any, AfterValidator(all_storable)]
"""Any value that can be kept."""
Id = Annotated[Text, Field(min_length=1, max_length=200)]
Reason = Annotated[Text, Field(max_length=2000)]
Password = Annotated[Text, Field(min_length=1, max_length=1000)]


class Model(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Total(Model):
    """How many there are in all; `at_least` where counting stopped there."""

    count: int
    at_least: bool


class Page(Model, Generic[Item]):
    """Some items, the cursor of those behind them, and on the first page how many there are."""

    items: list[Item]
    next: str | None
    total: Total | None


class Items(Model, Generic[Item]):
    """All items."""

    items: list[Item]


class Fault(Model):
    """What went wrong: a code for programs, words for people, the field it is about, the state that stands instead."""

    code: str
    message: str
    field: str | None = None
    current: Any = None


class ErrorAnswer(Model):
    """The form of every error."""

    error: Fault
