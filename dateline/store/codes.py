"""The codes of a filter, as the codebook writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.codebooks.own import VARIABLE, in_use
from dateline.errors import InputError
from dateline.records.query import Filter, several

FIELDS = ("types", "modes", "contexts", "quads", "statuses")


def settled(asked: Filter, codebooks: Callable[[], Collection[str]] = tuple) -> Filter:
    """The filter with its codes as the codebook writes them: "assault" stands for ASSAULT.

    Raises InputError where a code is none of the codebook, unless `codebooks` (those that a store was coded by) has
    another one, whose codes are not known here.
    """
    given = {name: getattr(asked, name) for name in FIELDS if getattr(asked, name)}
    if not given:
        return asked
    book, known = _book()
    found: dict[str, Any] = {}
    for name, values in given.items():
        found[name] = tuple(known[name].get(folded_code(value), value) for value in several(values))
        strange = [value for value in found[name] if folded_code(value) not in known[name]]
        if strange and not any(other != book for other in codebooks()):
            raise InputError(
                f"{strange[0]!r} is none of the {name} of {book}: {', '.join(sorted(known[name].values()))}"
                f" ({VARIABLE} names the folder of a codebook of your own)"
            )
    return replace(asked, **found)


@cache
def _book() -> tuple[str, Mapping[str, Mapping[str, str]]]:
    """The id of the codebook, and its codes by how they are written without regard to case, hyphens and spaces."""
    book = in_use()
    codes: Mapping[str, Sequence[str]] = {
        "types": tuple(book.types),
        "modes": tuple(mode for entry in book.types.values() for mode in entry.modes),
        "contexts": tuple(book.contexts),
        "quads": tuple(book.quads),
        "statuses": tuple(book.status),
    }
    return book.id, {name: {folded_code(code): code for code in some} for name, some in codes.items()}


def folded_code(code: str) -> str:
    """A code without regard to case, hyphens and spaces."""
    return re.sub(r"[\s_-]+", "_", str(code).strip()).casefold()
