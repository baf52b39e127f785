"""Documents in Rich Text Format (RTF 1.9.1), as press archives and word processors write them: one report a file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.source import Stream

MOST_BYTES = 100_000_000
"""Longest file that is read, with the pictures in it."""
MARK = b"{\\rtf"
TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL)
ASIDE = frozenset((
    *("fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "info"),
    *("pict", "object", "themedata", "datastore", "xmlnstbl", "filetbl", "fldinst", "bkmkstart", "bkmkend", "pntext"),
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation"),
    *("atnid", "atnauthor", "tc", "xe", "txe", "rxe", "shpinst", "listtext", "deleted"),
))  # fmt: skip
"""Groups that hold no words of the text: tables of fonts and styles, pictures, margins, notes, what was deleted."""
WORDS = {
    **dict.fromkeys(("par", "sect", "page", "row", "column"), "\n"),
    **dict.fromkeys(("tab", "line", "cell", "emspace", "enspace", "qmspace"), " "),
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
}
SIGNS = {"~": " ", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}


@dataclass(frozen=True, slots=True)
class Rtf:
    """RTF files: their paragraphs, one a line, without notes, margins and what was deleted."""

    suffixes: tuple[str, ...] = (".rtf",)

    def claims(self, head: bytes) -> bool:
        """True where the content begins as RTF does."""
        return head.startswith(MARK)

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The one report of the file."""
        data = stream.bytes.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ArticleError(stream.name, f"the RTF file is longer than {MOST_BYTES:,} bytes: save it as text")
        text = plain(data) if data.startswith(MARK) else decode(data)  # without its mark it is its own text
        if not text:
            raise ArticleError(stream.name, "the RTF file has no words: are they in pictures?")
        yield Draft(stream.name, text)


def plain(data: bytes) -> str:
    """The words of an RTF document."""
    reading = _Reading()
    text, at = data.decode("latin-1"), 0
    while found := TOKEN.match(text, at):
        at = found.end()
        word, number, code, sign, brace, words = found.groups()
        if word == "bin":
            at += max(0, int(number or 0))
        elif word:
            reading.control(word, None if number is None else int(number))
        elif code:
            reading.letters(bytes.fromhex(code))
        elif sign:
            reading.sign(sign)
        elif brace:
            reading.brace(brace)
        elif words:
            reading.letters(words.encode("latin-1"))
    lines = (" ".join(line.split()) for line in reading.told().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@dataclass(slots=True)
class _Reading:
    """What was read so far, and the state of the groups that are open: whether aside, letters behind a `\\u`."""

    codepage: str = "cp1252"
    aside: bool = False
    fallback: int = 1
    _skip: int = 0
    _groups: list[tuple[bool, int]] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _out: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The words, with halves of characters put together."""
        self._flush()
        return "".join(self._out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def brace(self, brace: str) -> None:
        """A group begins or ends."""
        self._flush()
        self._skip = 0
        if brace == "{":
            self._groups.append((self.aside, self.fallback))
        elif self._groups:
            self.aside, self.fallback = self._groups.pop()

    def sign(self, sign: str) -> None:
        """A control of one sign; `*` opens a group that programs may leave aside."""
        if sign == "*":
            self.aside = True
        else:
            self._put(SIGNS.get(sign, ""))

    def control(self, word: str, number: int | None) -> None:
        """A control word with its number."""
        if word in ASIDE and number != 0:
            self.aside = True
        elif word == "ansicpg":
            self.codepage = _known(f"cp{number}")
        elif word == "uc" and number is not None:
            self.fallback = number
        elif word == "u" and number is not None:
            self._put(chr(number & 0xFFFF))
            self._skip = self.fallback
        else:
            self._put(WORDS.get(word, ""))

    def letters(self, some: bytes) -> None:
        """Letters in the code page; those that only stand in for a character that was told are passed over."""
        taken = some[self._skip :]
        self._skip = max(0, self._skip - len(some))
        if not self.aside:
            self._bytes += taken

    def _put(self, words: str) -> None:
        self._flush()
        if words and not self.aside:
            self._out.append(words)

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(self._bytes.decode(self.codepage, "replace"))
            self._bytes.clear()


def _known(codepage: str) -> str:
    try:
        return codecs.lookup(codepage).name
    except LookupError:
        return "cp1252"
