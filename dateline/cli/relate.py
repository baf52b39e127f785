"""`dateline relate`: what a source does to a target, for people who have their dyads already."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import ArticleError, InputError
from dateline.readers.decode import decode
from dateline.readers.jsonl import describe
from dateline.records.span import Span

RECORD = '{"id", "text", "source_span": [start, end] or null, "target_span": [start, end] or null}'


def relate(
    path: Annotated[
        str, typer.Argument(help="JSON lines with id, text, source_span, target_span; - reads a pipe.")
    ] = "-",
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    model: Annotated[Path | None, typer.Option(help="Folder of another model.")] = None,
) -> None:
    """Type the relation between two given spans of a passage."""
    from dateline.annotate.model import SHIPPED, Model
    from dateline.cli.output import opened
    from dateline.codebooks.codebook import Codebook
    from dateline.records.lines import dumps

    book, reader = Codebook.load(), Model(model or SHIPPED)
    failed = 0
    with opened(out) as stream:
        for number, line in _lines(path):
            try:
                id_, text, source, target = _row(line, f"{path}:{number}")
            except ArticleError as error:
                failed += 1
                typer.echo(f"skipped {error}", err=True)
                continue
            scores = reader.relate(text, source, target)
            best = scores[0][0] if scores else None
            quad = book.quad(best) if best else None
            stream.write(dumps({"id": id_, "type": best, "quad": quad, "scores": dict(scores)}) + "\n")
    if failed:
        raise typer.Exit(1)


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers."""
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def _row(line: bytes, where: str) -> tuple[Any, str, Span | None, Span | None]:
    try:
        raw = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise ArticleError(where, f"not valid JSON ({describe(error)})") from error
    if not isinstance(raw, dict):
        raise ArticleError(where, f"not a JSON object: each line has to be {RECORD}")
    text = raw.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError(
            where, f'no text: the field "text" has to be a string with words; each line has to be {RECORD}'
        )
    return raw.get("id"), text, _span(raw, "source_span", where), _span(raw, "target_span", where)


def _span(raw: dict[str, Any], name: str, where: str) -> Span | None:
    """The span of a record, None where it is null or left out."""
    given = raw.get(name)
    if given is None:
        return None
    if not (isinstance(given, list) and len(given) == 2 and all(type(x) is int for x in given)):
        raise ArticleError(where, f'the field "{name}" has to be [start, end], two whole numbers, or null')
    start, end = given
    if not 0 <= start < end <= len(raw["text"]):
        raise ArticleError(where, f"{name}: the span {start}-{end} is not inside the text")
    return Span(start, end)
