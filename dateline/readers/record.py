"""A record of named fields (a JSON object, a row of a table) as a draft."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.errors import ArticleError
from dateline.readers.base import Draft

FIELDS = ("id", "title", "published", "publisher", "url", "language")
"""The fields that are read beside `text`; all others are left alone."""


def draft(source: str, record: Mapping[str, object]) -> Draft:
    """The draft of one record; raises ArticleError where it has no text or a field is a list or an object."""
    text = record.get("text")
    if text is None or text == "":
        raise ArticleError(source, 'no text: a record needs a field "text" with the words of the report')
    if not isinstance(text, str):
        raise ArticleError(source, 'the field "text" is not a string')
    return Draft(source, text, **{name: _words(source, name, record.get(name)) for name in FIELDS})


def _words(source: str, name: str, value: object) -> str | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str | int | float):
        return str(value) if str(value).strip() else None
    raise ArticleError(source, f'the field "{name}" has to be a string, not {_kind(value)}')


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else "an object"
