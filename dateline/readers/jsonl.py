"""JSON lines: one report an object, one object a line."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.record import drafts
from dateline.readers.source import Stream

LONGEST_LINE = 16_000_000
"""Bytes of one line beyond which it is passed over unread: a text of the greatest length fits, even escaped."""

OBJECT = re.compile(rb'\{\s*"[^"]*"\s*:')
"""The beginning of an object that begins a line: inside an object of several lines, those within it are indented."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Files of JSON lines; blank lines are passed over."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonlines", ".jl")

    def claims(self, head: bytes) -> bool:
        """True where the first line is a JSON object, or the beginning of one longer than the head.

        A first line that is broken does not hide what the lines after it are.
        """
        start = head.removeprefix(codecs.BOM_UTF8).lstrip()
        line, end, _ = start.partition(b"\n")
        if line.startswith(b"{") and line[1:].lstrip().startswith(b'"') and (not end or _is_object(line)):
            return True
        return broken_first(start)

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports line by line; each bad line is an error of its own."""
        for number, line in enumerate(_lines(stream), 1):
            source = f"{stream.name}:{number}"
            if line is None:
                yield ArticleError(source, f"the line is longer than {LONGEST_LINE:,} bytes")
            elif line.strip():
                yield from _drafts(source, line, stream.fields)


def broken_first(start: bytes) -> bool:
    """True where no object stands at the beginning, over however many lines, but one begins a later line."""
    line, _, rest = start.partition(b"\n")
    if not line.startswith(b"{") or not any(OBJECT.match(other) for other in rest.split(b"\n")):
        return False
    text = decode(start)
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return True
    return text[end:].lstrip()[:1] not in ("", ",", "{")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(decode(line), strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _lines(stream: Stream) -> Iterator[bytes | None]:
    """The lines, None in place of one that is too long."""
    while line := stream.bytes.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.bytes.readline(LONGEST_LINE)
        yield None


def _drafts(source: str, line: bytes, fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    try:
        # Line breaks inside strings are against the standard, but many exporters leave other control characters.
        record = json.loads(decode(line.rstrip(b"\r\n")), strict=False)
    except (ValueError, RecursionError) as error:
        column = f", column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        yield ArticleError(source, f"not valid JSON ({describe(error)}{column})")
        return
    if isinstance(record, dict):
        yield from drafts(source, record, fields)
    else:
        yield ArticleError(source, 'not a JSON object: each line has to be {"text": …, …}')


def describe(error: ValueError | RecursionError) -> str:
    """What is wrong with a piece of JSON, in a few words and without its content."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg[:1].lower() + error.msg[1:]
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
