"""The options by which a store is asked, the same for every command that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.errors import InputError
from dateline.records.query import Filter, Near, beginning, moment
from dateline.records.run import Run

if TYPE_CHECKING:
    from dateline.store import Store

Db = Annotated[
    str | None,
    typer.Option("--db", envvar="DATELINE_DB", help="File or postgresql:// URL of the store (dateline.sqlite here)."),
]
Types = Annotated[list[str] | None, typer.Option("--type", help="Type of event, such as ASSAULT; can be repeated.")]
Modes = Annotated[list[str] | None, typer.Option("--mode", help="Mode of the type; can be repeated.")]
Contexts = Annotated[list[str] | None, typer.Option("--context", help="Context; can be repeated.")]
Quads = Annotated[list[str] | None, typer.Option("--quad", help="Quad class, such as material_conflict.")]
Statuses = Annotated[list[str] | None, typer.Option("--status", help="happened, ongoing, planned, ...")]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", help="Where: ISO 3166 alpha-3 or a name, also of a part of the world (Sahel)."),
]
Regions = Annotated[
    list[str] | None, typer.Option("--region", help="Where: first division of a country, by words of its name (Lac).")
]
Around = Annotated[str | None, typer.Option("--near", help="Where: within a radius, as LAT,LON,KM.")]
Actor = Annotated[str | None, typer.Option(help="Who did it: MLI, MLI:MIL, :REB, an actor key or words of a name.")]
Recipient = Annotated[str | None, typer.Option(help="To whom; the same forms.")]
Party = Annotated[
    str | None, typer.Option(help="Who takes part in any role: MLI, MLI:MIL, :REB, an actor key or words of a name.")
]
Dyad = Annotated[str | None, typer.Option(help="Who acts on whom, as ACTOR>RECIPIENT; * stands for anybody.")]
Since = Annotated[str | None, typer.Option(help="First day that an event may begin (ISO date).")]
Until = Annotated[str | None, typer.Option(help="Last day that an event may begin (ISO date).")]
PublishedSince = Annotated[str | None, typer.Option("--published-since", help="First day of publication (ISO date).")]
PublishedUntil = Annotated[str | None, typer.Option("--published-until", help="Last day of publication (ISO date).")]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Publisher; can be repeated.")]
Articles = Annotated[list[str] | None, typer.Option("--article", help="Id of an article; can be repeated.")]
Confidence = Annotated[float | None, typer.Option(help="Least confidence, 0 to 1.")]
Origins = Annotated[int | None, typer.Option("--min-origins", help="Told by so many independent reports.")]
Words = Annotated[str | None, typer.Option("--text", help='Full text: all words, "a phrase", one OR other, -without.')]
AsOf = Annotated[str | None, typer.Option("--as-of", help="What was known then: a day (its end, UTC) or a moment.")]
Edited = Annotated[bool, typer.Option("--edited", help="Only what people edited.")]
Without = Annotated[list[str] | None, typer.Option("--without", help="What is not told: date or place.")]
RecordedSince = Annotated[
    str | None, typer.Option("--recorded-since", help="New or changed since the start of a day (UTC), or a moment.")
]
OfRun = Annotated[str | None, typer.Option("--run", help="As one run coded it, edits and later codings aside.")]
Limit = Annotated[int | None, typer.Option(help="Most records (a list to read: 50, files: all).")]
Out = Annotated[Path | None, typer.Option(help="Write to this file; its ending chooses the format.")]
ENDINGS = {
    **{".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".xlsx": "xlsx"},
    **{".geojson": "geojson", ".gpkg": "gpkg", ".parquet": "parquet"},
    **{ending: "table" for ending in (".txt", ".tsv", "")},
}
CODED = {"types", "modes", "contexts", "quads", "statuses"}
"""What is asked for by codes of the codebook."""
NEAREST = 4
"""Regions that are told where one is not known."""
SHOWN = 50
"""Records in a list to read, where no limit is given."""


class Format(StrEnum):
    """The formats of the exporters, of coded articles and of what a store answers (a test holds them together)."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    geojson = "geojson"
    gpkg = "gpkg"
    parquet = "parquet"


Form = Annotated[
    Format | None, typer.Option("--format", help="table (to read), jsonl (whole), csv, xlsx, geojson, gpkg, parquet.")
]


def format_of(
    format: StrEnum | None, out: Path | None, endings: Mapping[str, str] = ENDINGS, wrong: str | None = None
) -> str:
    """The format that was asked for, by name or by the ending of the file; InputError, with `wrong`, of another one."""
    if format is not None:
        return format.value
    ending = out.suffix.lower() if out else ""
    if ending not in endings:
        wrong = wrong or f"give a file that ends in {', '.join(filter(None, endings))}, or --format"
        raise InputError(f"--out {out}: {wrong}")
    return endings[ending]


def most(limit: int | None, format: str, out: Path | None = None) -> int | None:
    """How many records to read: all for a file; InputError where that is no number of records."""
    if limit is not None and limit < 0:
        raise InputError(f"--limit {limit}: give 0 or more")
    return SHOWN if limit is None and format == "table" and out is None else limit


def asked(**options: Any) -> Filter:
    """The filter of the options; InputError where one cannot be right."""
    given: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in options.items() if v not in (None, [])
    }
    if "countries" in given:
        given["countries"] = _countries(given["countries"])
    if not 0 <= given.get("confidence", 0) <= 1:
        raise InputError(f"--confidence {given['confidence']} is not between 0 and 1")
    near = _around(given.pop("near", None))
    days: dict[str, Any] = _days(given, "since", "until") | _days(given, "published_since", "published_until")
    as_of, after = given.pop("as_of", None), given.pop("recorded_since", None)
    wanted = Filter(
        **given, **days, near=near, as_of=instant("--as-of", as_of) if as_of else None,
        recorded_since=instant("--recorded-since", after, beginning) if after else None,
    )  # fmt: skip
    return _settled(wanted) if CODED & set(given) else wanted


def _around(text: str | None) -> Near | None:
    try:
        return Near.parse(text) if text else None
    except InputError as error:
        raise InputError(f"--near {error}; `dateline gazetteer find NAME` tells where a place is") from None


def _settled(wanted: Filter) -> Filter:
    """The filter with its codes as the codebook writes them; InputError where one is none."""
    from dateline.store.codes import settled

    return settled(wanted)


def check_run(asked: str | None, known: Callable[[], Iterable[Run]]) -> None:
    """InputError where a run is asked for that the store has not."""
    if asked is not None and asked not in {run.id for run in known()}:
        raise InputError(f"--run {asked}: the store has no such run; `dateline runs` lists them")


def check_regions(wanted: Filter, store: Store) -> None:
    """InputError, with the nearest ones, where a region is asked for in which no place of the store lies."""
    for one in store.strange_regions(wanted) if wanted.regions else ():
        known = {name.casefold(): name for name in store.regions()}
        near = [known[name] for name in get_close_matches(one.casefold(), known, n=NEAREST, cutoff=0.5)]
        others = f"; nearest are {', '.join(near)}" if near else " (column place_admin1 has their names)"
        raise InputError(f"--region {one!r}: no place in the store lies in a region of this name{others}")


def _countries(given: Sequence[str]) -> tuple[str, ...]:
    from dateline.resolve.country_codes import countries_named

    try:
        return tuple(dict.fromkeys(code for one in given for code in countries_named(one)))
    except InputError as error:
        raise InputError(f"--country {error}") from None


def _days(given: dict[str, Any], *names: str) -> dict[str, date]:
    """The days of two bounds, taken out of what is given; InputError where one is none, or they have no day between."""
    days = {name: _day(_option(name), given.pop(name)) for name in names if name in given}
    first, last = (days.get(name) for name in names)
    if first is not None and last is not None and last < first:
        raise InputError(f"{_option(names[1])} {last} is before {_option(names[0])} {first}")
    return days


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option} {text}: give a day such as 2024-07-29") from None


def instant(option: str, text: str, read: Callable[[str], datetime] = moment) -> datetime:
    """The end of a day (or as `read` has it), or a moment, that an option names; InputError where it is neither."""
    try:
        return read(text)
    except InputError as error:
        raise InputError(f"{option} {error}") from None
