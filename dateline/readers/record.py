"""A record of named fields (a JSON object, a row of a table) as drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.errors import ArticleError, InputError
from dateline.readers.base import Draft

FIELDS = ("id", "title", "published", "publisher", "url", "language")
"""The fields that are read beside `text`; all others are left alone."""

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("body", "content", "fulltext", "articletext", "articlebody", "bodytext", "maintext", "contenttext"),
        *("storytext", "eventtext", "article", "story", "description", "summary"),
    ),
    "id": ("articleid", "docid", "documentid", "storyid", "guid", "uuid"),
    "title": ("headline", "articletitle"),
    "published": (
        *("publicationdate", "publisheddate", "publishdate", "datepublished", "datepublish", "publishedat"),
        *("publishedon", "pubdate", "date"),
    ),
    "publisher": ("source", "outlet", "sourcename", "publication", "newspaper", "sitename"),
    "url": ("link", "sourceurl", "articleurl", "weburl", "permalink"),
    "language": ("lang",),
}
"""What others call the fields, the surest first; only letters count (`Pub Date`, `pubDate`, `pub_date`)."""

SHORT = ("description", "summary")
"""What only sums a report up."""
TAGS = re.compile(r"</?(?:p|div|br|span|a|b|i|em|strong|li|ul|h[1-6]|img)\b[^<>]*>", re.IGNORECASE)
MARKUP_NOTE = (
    "the text has HTML tags, which are kept and read as words: give it without them, or each page as an .html file"
)
LISTS = ("articles", "items", "results", "docs", "documents", "entries", "data", "response")
"""Under what an object that is no report itself holds reports, as JSON Feed and the answers of services do."""


def named(pairs: Sequence[str]) -> dict[str, str]:
    """What fields are called, by field, of words such as `published=Datum`; raises InputError where one is no pair."""
    parted = [one.partition("=") for one in pairs]
    for field, _, name in parted:
        if not name.strip():
            raise InputError(f"--field {field}: give it as field=name, such as published=Datum")
    return {field.strip(): name.strip() for field, _, name in parted}


def checked(fields: Mapping[str, str]) -> Mapping[str, str]:
    """What fields are called, by field, as given; raises InputError where one is no field."""
    for name in fields:
        if name not in ("text", *FIELDS):
            raise InputError(f"--field {name}: it is none of text, {', '.join(FIELDS)}")
    return fields


def renamed(record: Mapping[str, object], fields: Mapping[str, str]) -> Mapping[str, object]:
    """The record with its fields under their own names; what somebody named a field outranks one that is called so."""
    by_letters = {letters(key): key for key in record} if fields else {}
    found = {field: by_letters[letters(name)] for field, name in fields.items() if letters(name) in by_letters}
    return {**{k: v for k, v in record.items() if k not in found.values()}, **{f: record[k] for f, k in found.items()}}


def drafts(source: str, record: Mapping[str, object], fields: Mapping[str, str]) -> Iterator[Draft | ArticleError]:
    """The draft of one record, or those of a list of records that it holds; a bad one is an error of its own."""
    record = renamed(record, fields)
    inside = None if isinstance(record.get("text"), str) else _listed(record)
    if inside is None:
        yield _or_error(source, record)
        return
    feed = record.get("title")  # the name of a JSON Feed
    for number, one in enumerate(inside, 1):
        place = f"{source}[{number}]"
        if isinstance(one, Mapping):
            found = _or_error(place, renamed(one, fields))
            if isinstance(found, Draft) and found.publisher is None and isinstance(feed, str):
                found = replace(found, publisher=feed)
            yield found
        else:
            yield ArticleError(place, 'not a JSON object: each report has to be {"text": …, …}')


def draft(source: str, record: Mapping[str, object]) -> Draft:
    """The draft of one record; raises ArticleError where it has no text or a field is a list or an object.

    A field that is not there is read from one by another usual name; where there is no text, the title is read alone.
    """
    given, taken = known(record)
    text, html = given["text"], _html(record)
    if html and (text is None or letters(taken.get("text", "")) in SHORT or isinstance(text, Mapping)):
        from dateline.readers.markup import plain  # a library to load: only where there is markup

        text, taken["text"] = plain(html), "content"
    if text is None:
        text = given["title"]
        taken["text"] = "title"
    if text is None:
        seen = " ".join(", ".join(map(str, record)).split())[:120] or "none"
        raise ArticleError(
            source, f'no text: a record needs a field "text" with the words of the report (its fields: {seen})'
        )
    if not isinstance(text, str):
        raise ArticleError(source, f'the field "{taken.get("text", "text")}" is not a string')
    notes = (*told(taken), *([MARKUP_NOTE] if len(TAGS.findall(text)) > 1 else []))
    return Draft(source, text, **{name: _words(source, name, given[name]) for name in FIELDS}, notes=notes)


def known(record: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """The values of the known fields (None where there is none), and which of them stand under which other name."""
    by_letters: dict[str, str] = {}
    for key, value in record.items():
        if value is not None and value != "":
            by_letters.setdefault(letters(key), key)
    given: dict[str, object] = {}
    taken: dict[str, str] = {}
    for field, others in OTHER_NAMES.items():
        name: str | None = next((by_letters[n] for n in (field, *others) if n in by_letters), None)
        given[field] = None if name is None else record[name]
        if name is not None and letters(name) != field:
            taken[field] = " ".join(name.split())  # damaged ones may have line breaks
    return given, taken


def told(taken: Mapping[str, str]) -> Iterator[str]:
    """What to say of each field that is read from another name."""
    return (f'{field} is read from "{name}"' for field, name in taken.items())


def letters(name: object) -> str:
    """The letters and digits of a name in lower case."""
    return "".join(filter(str.isalnum, str(name).casefold()))


def _or_error(source: str, record: Mapping[str, object]) -> Draft | ArticleError:
    try:
        return draft(source, record)
    except ArticleError as error:
        return error


def _listed(record: Mapping[str, object]) -> Sequence[object] | None:
    """The list of reports that a record holds, also one level down; None where it holds none."""
    for name in LISTS:
        value = record.get(name)
        if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            return value
        if isinstance(value, Mapping) and (inner := _listed(value)) is not None:
            return inner
    return None


def _html(record: Mapping[str, object]) -> str:
    """The text with markup of a JSON Feed (`content_html`) or of a WordPress answer (`content.rendered`)."""
    content = record.get("content")
    found = content.get("rendered") if isinstance(content, Mapping) else record.get("content_html")
    return found if isinstance(found, str) else ""


def _words(source: str, name: str, value: object) -> str | None:
    if isinstance(value, Mapping):  # {"name": …} of a source, {"rendered": …} of WordPress
        value = value.get("name") or value.get("rendered") or value
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str | int | float):
        return str(value) if str(value).strip() else None
    raise ArticleError(source, f'the field "{name}" has to be a string, not {_kind(value)}')


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else "an object"
