"""Running text with headings, lists, tables and notes, as Markdown or as a page of HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TextIO
from urllib.parse import quote

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$])")
BEGINNING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")
"""What would begin a list or a heading at the start of a line."""
ENDS = 5
"""Words of either end by which a browser finds a passage."""
STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}"
    "h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}h2{margin-top:2.2rem;border-bottom:1px solid #ccc}"
    "table{border-collapse:collapse;font-size:.95em}th,td{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}"
    "table+table{margin-top:1.2rem}"
    "td+td,th+th{text-align:right}sup a{text-decoration:none}.notes{font-size:.9em}.quiet{color:#555}"
)


@dataclass(frozen=True, slots=True)
class Note:
    """Where something stands: words for people, the sentence, the address (with the sentence marked), the place."""

    where: str
    words: str
    url: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text with the notes that prove it; `strong` text stands out."""

    words: str
    notes: tuple[Note, ...] = ()
    strong: bool = False


Line = Sequence[Text]


class Writer(Protocol):
    """Writes blocks in one format; notes are numbered as they come and written at the end, each once."""

    def begin(self, title: str) -> None:
        """The title."""

    def heading(self, level: int, words: str) -> None:
        """A heading of level 2 or 3."""

    def paragraph(self, line: Line, *, quiet: bool = False) -> None:
        """A paragraph, in small print where it is `quiet`."""

    def bullets(self, lines: Iterable[Line]) -> None:
        """A list."""

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table of short words and numbers, the first column to the left."""

    def end(self) -> None:
        """The notes."""


def marked(url: str | None, words: str) -> str | None:
    """The address with the passage in it that browsers go to and mark (text fragments, WICG); None off the web."""
    if url is None or not url.startswith(("http://", "https://")) or re.search(r"\s", url):
        return None
    parts = words.split()
    ends = (parts[:ENDS], parts[-ENDS:]) if len(parts) > 2 * ENDS else (parts,)
    told = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={told}" if parts else url


@dataclass
class Markdown:
    """Markdown with footnotes, as GitHub, Pandoc and most editors read it."""

    out: TextIO
    _notes: dict[Note, int] = field(default_factory=dict)

    def begin(self, title: str) -> None:
        """The title."""
        self.out.write(f"# {plain(title)}\n\n")

    def heading(self, level: int, words: str) -> None:
        """A heading."""
        self.out.write(f"{'#' * level} {plain(words)}\n\n")

    def paragraph(self, line: Line, *, quiet: bool = False) -> None:
        """A paragraph."""
        words = self._line(line)
        self.out.write(f"*{words}*\n\n" if quiet else BEGINNING.sub(r"\1\\\2", words) + "\n\n")

    def bullets(self, lines: Iterable[Line]) -> None:
        """A list."""
        for line in lines:
            self.out.write(f"- {self._line(line)}\n")
        self.out.write("\n")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table."""
        self.out.write(f"| {' | '.join(map(plain, head))} |\n|---|{'---:|' * (len(head) - 1)}\n")
        for row in rows:
            self.out.write(f"| {' | '.join(map(plain, row))} |\n")
        self.out.write("\n")

    def end(self) -> None:
        """The notes."""
        for note, number in self._notes.items():
            where = f"[{plain(note.where)}](<{note.url}>)" if note.url else plain(note.where)
            self.out.write(f"[^{number}]: {where}: “{plain(note.words)}” ({plain(note.place)})\n")

    def _line(self, line: Line) -> str:
        return "".join(
            (f"**{plain(t.words)}**" if t.strong else plain(t.words))
            + "".join(f"[^{self._notes.setdefault(n, len(self._notes) + 1)}]" for n in t.notes)
            for t in line
        )


@dataclass
class Html:
    """One page of HTML by itself, to read, print, mail or open in a word processor."""

    out: TextIO
    _notes: dict[Note, int] = field(default_factory=dict)

    def begin(self, title: str) -> None:
        """The title."""
        name = html.escape(title)
        self.out.write(
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>\n<h1>{name}</h1>\n'
        )

    def heading(self, level: int, words: str) -> None:
        """A heading."""
        self.out.write(f"<h{level}>{html.escape(words)}</h{level}>\n")

    def paragraph(self, line: Line, *, quiet: bool = False) -> None:
        """A paragraph."""
        kind = ' class="quiet"' if quiet else ""
        self.out.write(f"<p{kind}>{self._line(line)}</p>\n")

    def bullets(self, lines: Iterable[Line]) -> None:
        """A list."""
        self.out.write("<ul>\n" + "".join(f"<li>{self._line(line)}</li>\n" for line in lines) + "</ul>\n")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table."""
        names = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
        self.out.write(f"<table><thead><tr>{names}</tr></thead><tbody>\n")
        for row in rows:
            self.out.write(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>\n")
        self.out.write("</tbody></table>\n")

    def end(self) -> None:
        """The notes."""
        if self._notes:
            self.out.write('<h2>Sources</h2>\n<ol class="notes">\n')
        for note, number in self._notes.items():
            where = html.escape(note.where)
            linked = f'<a href="{html.escape(note.url)}">{where}</a>' if note.url else where
            words = f"{linked}: “{html.escape(note.words)}” ({html.escape(note.place)})"
            self.out.write(f'<li id="n{number}">{words}</li>\n')
        self.out.write(("</ol>\n" if self._notes else "") + "</body></html>\n")

    def _line(self, line: Line) -> str:
        return "".join(
            (f"<strong>{html.escape(t.words)}</strong>" if t.strong else html.escape(t.words))
            + "".join(f'<sup><a href="#n{n}">[{n}]</a></sup>' for n in map(self._number, t.notes))
            for t in line
        )

    def _number(self, note: Note) -> int:
        return self._notes.setdefault(note, len(self._notes) + 1)


WRITERS: dict[str, type[Markdown] | type[Html]] = {"markdown": Markdown, "html": Html}


def plain(words: str) -> str:
    """Words on one line, so that nothing in them is markup."""
    return SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", words))
