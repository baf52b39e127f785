"""What is asked for: the filter, the page, the format; the same parameters for every list, map, chart and count."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeVar, overload

from fastapi import Depends, Query
from pydantic import Field

from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.records.query import Box, Filter, Near, beginning, moment
from dateline.resolve.regions import region_named
from dateline.store.views.paging import After
from dateline.web.models.base import Text
from dateline.web.parts import Held

SHOWN = 50
MOST = 500
"""Items of one page, where nothing is asked for and at most."""
BOUND = 2**62

T = TypeVar("T")
Word = Annotated[Text, Field(max_length=200)]
Code = Annotated[Text, Field(max_length=40)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Items of a page.")]
Cursor = Annotated[Annotated[Text, Field(max_length=200)] | None, Query(description="`next` of the page before.")]
Format = Annotated[
    Literal["json", "jsonl", "csv", "excel", "xlsx", "geojson", "gpkg", "parquet"],
    Query(description="json comes in pages, the others whole; excel is csv that Excel reads as UTF-8."),
]


def filter_of(
    parts: Held,
    since: Annotated[date | None, Query(description="First day on which it may begin.")] = None,
    until: Annotated[date | None, Query(description="Last day on which it may begin.")] = None,
    published_since: Annotated[date | None, Query(description="First day of publication.")] = None,
    published_until: Annotated[date | None, Query(description="Last day of publication.")] = None,
    country: Annotated[
        list[Code], Query(max_length=50, description="Where: ISO 3166 alpha-3, part of the world.")
    ] = [],  # noqa: B006
    region: Annotated[list[Word], Query(max_length=50, description="Where: first division of a country.")] = [],  # noqa: B006
    near: Annotated[Word | None, Query(description="Where: LAT,LON,KM.")] = None,
    bbox: Annotated[Word | None, Query(description="Where: WEST,SOUTH,EAST,NORTH.")] = None,
    actor: Annotated[Word | None, Query(description="Who did it: MLI, MLI:MIL, :REB, an id or words.")] = None,
    recipient: Annotated[Word | None, Query(description="To whom.")] = None,
    party: Annotated[Word | None, Query(description="Who takes part in any role.")] = None,
    dyad: Annotated[Word | None, Query(description="ACTOR>RECIPIENT, * for anybody.")] = None,
    type: Annotated[list[Code], Query(max_length=50)] = [],  # noqa: B006
    mode: Annotated[list[Code], Query(max_length=50)] = [],  # noqa: B006
    context: Annotated[list[Code], Query(max_length=50)] = [],  # noqa: B006
    quad: Annotated[list[Code], Query(max_length=50)] = [],  # noqa: B006
    status: Annotated[list[Code], Query(max_length=50)] = [],  # noqa: B006
    source: Annotated[list[Word], Query(max_length=50, description="Publisher.")] = [],  # noqa: B006
    article: Annotated[list[Word], Query(max_length=50, description="Id of an article.")] = [],  # noqa: B006
    confidence: Annotated[float | None, Query(ge=0, le=1, description="At least.")] = None,
    min_origins: Annotated[int | None, Query(ge=0, le=100_000, description="Told by so many reports.")] = None,
    text: Annotated[Word | None, Query(description='All words, "a phrase", a OR b, -without.')] = None,
    reviewed: Literal["yes", "no"] | None = None,
    edited: bool = False,
    as_of: Annotated[Word | None, Query(description="What was known then: a day or a moment.")] = None,
    without: Annotated[list[Literal["date", "place"]], Query(max_length=2, description="What is not told.")] = [],  # noqa: B006
    recorded_since: Annotated[
        Word | None, Query(description="What became known, or changed, since the start of a day or a moment.")
    ] = None,
) -> Filter:
    """The filter of the parameters; InputError names the one that cannot be right."""
    codes = {"type": type, "mode": mode, "context": context, "quad": quad, "status": status}
    for name, values in codes.items():
        _check(parts.codebook, name, values)
    where = tuple(dict.fromkeys(code for one in country for code in _countries(one)))
    return Filter(
        types=tuple(type), modes=tuple(mode), contexts=tuple(context), quads=tuple(quad), statuses=tuple(status),
        countries=where,
        regions=tuple(region), near=part("near", Near.parse, near), box=part("bbox", Box.parse, bbox),
        actor=actor or None, recipient=recipient or None, party=party or None, dyad=dyad or None, since=since,
        until=until, sources=tuple(source), articles=tuple(article), confidence=confidence, text=text or None,
        min_origins=min_origins, edited=edited, reviewed=None if reviewed is None else reviewed == "yes",
        as_of=part("as_of", moment, as_of or None), published_since=published_since, published_until=published_until,
        without=tuple(dict.fromkeys(without)), recorded_since=part("recorded_since", beginning, recorded_since or None),
    )  # fmt: skip


Asked = Annotated[Filter, Depends(filter_of)]


@dataclass(frozen=True, slots=True)
class Paged:
    """How much of a list is asked for, from where on, in which format."""

    limit: int
    after: After | None
    format: str


def page_of(limit: Limit = SHOWN, cursor: Cursor = None, format: Format = "json") -> Paged:
    """What the parameters ask for."""
    return Paged(limit, place(cursor), format)


Asking = Annotated[Paged, Depends(page_of)]


def cursor_of(after: After | None) -> str | None:
    """A place in an order as the text that leads back to it."""
    if after is None:
        return None
    return base64.urlsafe_b64encode(json.dumps(after).encode()).decode().rstrip("=")


def place(cursor: str | None) -> After | None:
    """The place that a cursor leads to; InputError where it is none."""
    if cursor is None:
        return None
    try:
        value, key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error):
        raise InputError("cursor: not one that this server gave") from None
    if not all(isinstance(x, int) and not isinstance(x, bool) and abs(x) < BOUND for x in (value, key)):
        raise InputError("cursor: not one that this server gave")
    return value, key


def _countries(one: str) -> tuple[str, ...]:
    """The code, or the codes of the countries of a part of the world; InputError where it is neither."""
    found = (one,) if re.fullmatch("[A-Z]{3}", one) else region_named(one)
    if not found:
        raise InputError(f"country: {one!r} is no code of three capitals such as MLI, nor a part of the world as Sahel")
    return found


def _check(book: Codebook, name: str, values: Sequence[str]) -> None:
    known = book.codes[name]
    for value in values:
        if value not in known:
            raise InputError(f"{name}: {value!r} is none of {', '.join(sorted(known))}")


@overload
def part(name: str, parse: Callable[[str], T], text: str) -> T: ...
@overload
def part(name: str, parse: Callable[[str], T], text: str | None) -> T | None: ...
def part(name: str, parse: Callable[[str], T], text: str | None) -> T | None:
    """What a parameter says; InputError names the parameter where it says nothing that can be."""
    if text is None:
        return None
    try:
        return parse(text)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
