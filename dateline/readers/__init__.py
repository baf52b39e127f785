"""Files, folders, archives and standard input into articles.

- Where they come from: `source` opens files, folders and standard input, `packed` what is in zips; `expected` counts
  ahead, `decode` makes text of bytes.
- One file a kind of source, listed in `READERS`: `text` (`press`: exports of many reports), `html`, `feed`, `json`,
  `jsonl`, `csv`, `mail`, `rtf`, `pdf`, `warc`, `arc`; `office` makes texts and tables of Word and Excel. `base` is what
  each promises.
- What several of them need: `record` reads named fields, `markup` and `xml` pieces of markup, `http` answers of
  servers in archives; `page_facts` and `page_date` what a page states of itself.
- Of PDF: `pdf_lines` finds the lines of a page, `pdf_text` makes paragraphs of them (`broken_words`), `pdf_facts` says
  what to believe of title and date, `pdf_faults` what is broken.
- Drafts into articles: `assemble`, with `published` (dates; `head_date` where only the text has one), `language`
  (`language_names`) and `seen` (what was read twice).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.errors import ArticleError, DatelineError, fault
from dateline.readers.arc import Arc
from dateline.readers.assemble import Assembler
from dateline.readers.base import Draft, Enclosed, Reader
from dateline.readers.csv import Csv
from dateline.readers.decode import refuse_binary
from dateline.readers.expected import expected
from dateline.readers.feed import Feed
from dateline.readers.html import Html
from dateline.readers.json import Json
from dateline.readers.jsonl import JsonLines
from dateline.readers.mail import Mail
from dateline.readers.packed import MARK, members
from dateline.readers.pdf import Pdf
from dateline.readers.press import reports
from dateline.readers.published import Order, option, order_option
from dateline.readers.record import checked
from dateline.readers.rtf import Rtf
from dateline.readers.source import Stream, find, opened
from dateline.readers.text import Text
from dateline.readers.warc import Warc
from dateline.records.article import Article

__all__ = ["READERS", "expected", "read_paths"]

READERS: dict[str, Reader] = {
    "warc": Warc(),
    "arc": Arc(),
    "pdf": Pdf(),
    "rtf": Rtf(),
    "jsonl": JsonLines(),
    "json": Json(),
    "mail": Mail(),
    "feed": Feed(),
    "html": Html(),
    "csv": Csv(),
    "text": Text(),
}
"""All kinds of files that are read; where several claim a content, the first has it."""

SURE_OF_THEMSELVES = ("warc", "arc", "pdf", "rtf")
"""Kinds with an unmistakable mark at the beginning, which outranks the ending of the file name."""


def read_paths(
    paths: Sequence[str],
    *,
    published: str | None,
    on_skip: Callable[[ArticleError], None],
    on_note: Callable[[str], None] = lambda note: None,
    dates: Order | None = None,
    by_name: bool = False,
    publisher: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """The articles of `paths` (files, folders, `-` for standard input), read as they are asked for.

    `published` is the date of all articles that have none of their own. `on_skip` is called once for each article or
    file that cannot be read, with the reason; `on_note` for articles that are kept but were changed in a way to know
    about (a second text under one id, a date that is not clear). `dates` says what comes first in dates such as
    03/04/2014; with `by_name` the date in the name of a file is that of articles in it that tell none, before
    `published`. `publisher` is that of articles that name none; `fields` tell what the fields of records are called
    (`{"published": "Datum"}`). Raises InputError where `published` is no date, `dates` no order, a field none.
    """
    assembler = Assembler(option(published), on_note, order_option(dates), by_name, publisher)
    return _articles(paths, checked(fields or {}), assembler, on_skip, on_note)


def _articles(
    paths: Sequence[str],
    fields: Mapping[str, str],
    assembler: Assembler,
    on_skip: Callable[[ArticleError], None],
    on_note: Callable[[str], None],
) -> Iterator[Article]:
    """The articles of some paths as they come; what fails goes to `on_skip`."""
    for path in paths:
        told: set[str] = set()
        for one in _drafts(path, fields):
            try:
                if isinstance(one, ArticleError):
                    raise one
                article = assembler.article(one)
            except ArticleError as error:
                on_skip(error)
                continue
            if fresh := [note for note in one.notes if note not in told]:  # once of a file, whatever rows leave empty
                told.update(fresh)
                on_note(f"{one.source}: {'; '.join(fresh)}")
            yield article


def _drafts(path: str, fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    for file in find(path):
        if isinstance(file, ArticleError):
            yield file
            continue
        try:
            yield from _inside(file, fields)
        except ArticleError as error:
            yield error


def _inside(file: str, fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    """What stands in a file; a fault of the program in reading it costs this file, not the run."""
    try:
        with opened(file) as stream:
            yield from _unpacked(stream, fields)
    except DatelineError:
        raise
    except Exception as error:
        raise ArticleError(file, fault(error)) from error


def _unpacked(stream: Stream, fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    for one in members(stream) if stream.head.startswith(MARK) else (stream,):
        yield from (one,) if isinstance(one, ArticleError) else _read(replace(one, fields=fields))


def _read(stream: Stream) -> Iterator[Draft | ArticleError]:
    try:
        for one in _reader(stream).read(stream):
            if isinstance(one, Enclosed):
                yield from _inside_report(one, stream.fields)
            else:
                yield from reports(one) if isinstance(one, Draft) and one.published is None else (one,)
    except ArticleError as error:
        yield error


def _inside_report(file: Enclosed, fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    """What an enclosed file holds; where it cannot be read the others still are."""
    try:
        for one in _unpacked(file.stream, fields):
            yield file.filled(one) if isinstance(one, Draft) else one
    except ArticleError as error:
        yield error


def _reader(stream: Stream) -> Reader:
    """The reader of the content where it is unmistakable, else of the ending unless the content is another's.

    Raises ArticleError where the content is no text.
    """
    claims = [name for name, reader in READERS.items() if reader.claims(stream.head)]
    sure = next((name for name in claims if name in SURE_OF_THEMSELVES), None)
    if sure is not None:
        return READERS[sure]
    refuse_binary(stream)
    named = next((name for name, reader in READERS.items() if stream.suffix in reader.suffixes), "text")
    return READERS[named if named in claims or not claims else claims[0]]
