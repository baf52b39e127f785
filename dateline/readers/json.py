"""JSON: one report as an object, or a list of them, read piece by piece."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.jsonl import LONGEST_LINE, broken_first, describe
from dateline.readers.record import drafts
from dateline.readers.source import Stream

PIECE = 1 << 18
START = re.compile(rb'\[\s*(?:\{\s*"|\])|\{\s*"')
BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Json:
    """Files with one JSON object, or with a list of objects."""

    suffixes: tuple[str, ...] = (".json",)

    def claims(self, head: bytes) -> bool:
        """True where the content begins with an object that has a key, or with a list of objects.

        Lines of JSON of which the first is broken are left to the reader of lines.
        """
        start = head.removeprefix(codecs.BOM_UTF8).lstrip()
        return START.match(start) is not None and not broken_first(start)

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports in order, numbered from 1; broken JSON ends the file, as the rest cannot be told apart.

        The error names the line and the column where the file is broken.
        """
        listed = stream.head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[")
        for number, value in enumerate(_values(stream, listed), 1):
            source = f"{stream.name}[{number}]" if listed or number > 1 else stream.name
            if not isinstance(value, dict):
                yield ArticleError(source, 'not a JSON object: each report has to be {"text": …, …}')
            else:
                yield from drafts(source, value, stream.fields)


def _values(stream: Stream, listed: bool) -> Iterator[object]:
    """The members of a list, or of a bare sequence, of which only one piece at a time is held."""
    decoder = json.JSONDecoder(strict=False)
    buffer = _piece(stream, PIECE)
    at, number = buffer.index("[") + 1 if listed else 0, 0
    passed = _Passed()
    while True:
        at = _after(buffer, at)
        if listed and buffer.startswith("]", at):
            return
        try:
            value, at = decoder.raw_decode(buffer, at)
        except (ValueError, RecursionError) as error:
            waiting = len(buffer) - at
            more = _piece(stream, max(PIECE, waiting)) if waiting < LONGEST_LINE else ""
            if more:
                passed.over(buffer[:at])
                buffer, at = buffer[at:] + more, 0
            elif waiting == 0 and not listed:
                return
            else:
                where = f"after report {number}" if number else "at the first report"
                place = passed.place(error) if isinstance(error, json.JSONDecodeError) else ""
                raise ArticleError(stream.name, f"not valid JSON {where} ({describe(error)}{place})") from error
        else:
            number += 1
            yield value


@dataclass(slots=True)
class _Passed:
    """How much of a file is no longer held: whole lines, and the characters of the line that was begun."""

    lines: int = 0
    characters: int = 0

    def over(self, text: str) -> None:
        """Leave a piece behind."""
        lines = text.count("\n")
        self.characters = len(text) - text.rindex("\n") - 1 if lines else self.characters + len(text)
        self.lines += lines

    def place(self, error: json.JSONDecodeError) -> str:
        """Where the error is in the file, in words; its own place is that in the piece that is held."""
        column = error.colno + (self.characters if error.lineno == 1 else 0)
        return f", line {self.lines + error.lineno}, column {column}"


def _after(buffer: str, at: int) -> int:
    """The place after white space and commas from `at` on."""
    found = BETWEEN.match(buffer, at)
    return found.end() if found else at


def _piece(stream: Stream, size: int) -> str:
    """The next bytes as text, cut after an ASCII character so that no other is split."""
    data = stream.bytes.read(size)
    while data and data[-1] >= 0x80 and (one := stream.bytes.read(1)):
        data += one
    return decode(data)
