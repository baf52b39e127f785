"""`dateline relate`: what a source does to a target, for people who have their dyads already."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import ArticleError, InputError
from dateline.records.span import Span


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
        for number, line in enumerate(_lines(path), 1):
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


def _lines(path: str) -> Iterator[str]:
    if path == "-":
        yield from (line for line in sys.stdin if line.strip())
        return
    try:
        with open(path, encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def _row(line: str, where: str) -> tuple[Any, str, Span | None, Span | None]:
    try:
        raw = json.loads(line)
        text = raw["text"]
        spans = [raw.get(k) and Span(int(raw[k][0]), int(raw[k][1])) for k in ("source_span", "target_span")]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        reason = 'not a record {"id", "text", "source_span": [start, end], "target_span": [start, end]}'
        raise ArticleError(where, reason) from error
    for span in spans:
        if span and not 0 <= span.start < span.end <= len(text):
            raise ArticleError(where, f"the span {span.start}-{span.end} is not inside the text")
    return raw.get("id"), text, spans[0] or None, spans[1] or None
