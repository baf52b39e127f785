"""Full-text search: FTS5 in SQLite, tsvector in PostgreSQL, one query language for both.

Words are stemmed and without accents; all words of a query must occur, "words in quotes" side by side, `OR` between
words asks for either, a leading `-` excludes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError

LONGEST = 200_000
"""Characters of one text that are indexed (a tsvector holds 1 MB)."""
KINDS = ("articles", "events", "statements")
"""What is searched; the keys are those of the tables of that name."""
STOP = frozenset(
    re.findall(
        r"\w+",
        """
        i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers
        herself it its itself they them their theirs themselves what which who whom this that these those am is
        are was were be been being have has had having do does did doing a an the and but if or because as until
        while of at by for with about against between into through during before after above below to from up down
        in out on off over under again further then once here there when where why how all any both each few more
        most other some such no nor not only own same so than too very s t can will just don should now
        """,
    )
)
"""Words that PostgreSQL does not index (the English list of Snowball); alone in a query they ask for nothing."""
TERM = re.compile(r'(-?)"([^"]*)"|(\S+)')


def create(connection: sa.Connection) -> None:
    """Make the search tables where they are not there."""
    for kind in KINDS:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind}_search USING fts5("
                "words, content='', tokenize='porter unicode61 remove_diacritics 2')"
            )
        else:
            connection.exec_driver_sql(
                f"CREATE TABLE IF NOT EXISTS {kind}_search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"
            )
            connection.exec_driver_sql(
                f"CREATE INDEX IF NOT EXISTS {kind}_search_words ON {kind}_search USING gin (words)"
            )


def add(connection: sa.Connection, kind: str, words: Mapping[int, str]) -> None:
    """Index the words of rows by their keys."""
    if not words:
        return
    value = ":words" if connection.dialect.name == "sqlite" else "to_tsvector('english', :words)"
    rows = [{"key": key, "words": folded(text)[:LONGEST]} for key, text in words.items()]
    connection.execute(sa.text(f"INSERT INTO {kind}_search (rowid, words) VALUES (:key, {value})"), rows)


def matching(kind: str, query: str, dialect: str) -> sa.Select[Any]:
    """The keys of the rows that a query finds; InputError where it asks for nothing."""
    terms = list(_terms(query))
    if not any(not minus and words != "OR" for minus, words in terms):
        raise InputError(f"the text {query!r} has no word to look for: words of two letters or more, or a number")
    groups, excluded = grouped(terms)
    rowid: sa.ColumnElement[int] = sa.literal_column("rowid", sa.BigInteger)
    table = sa.table(f"{kind}_search")
    if dialect == "sqlite":
        found = sa.literal_column(f"{kind}_search").op("MATCH")(sa.bindparam(None, fts5(groups, excluded)))
    else:
        found = sa.literal_column("words").op("@@")(tsquery(groups, excluded))
    return sa.select(rowid).select_from(table).where(found)


def folded(text: str) -> str:
    """Text without accents and cases."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def grouped(terms: Iterable[tuple[bool, str]]) -> tuple[list[list[str]], list[str]]:
    """The groups of which each must have a term that occurs, and the terms that must not."""
    groups: list[list[str]] = []
    excluded: list[str] = []
    joined = False
    for minus, words in terms:
        if words == "OR":
            joined = bool(groups)
        elif minus:
            excluded.append(words)
        elif joined:
            groups[-1].append(words)
            joined = False
        else:
            groups.append([words])
    return groups, excluded


def fts5(groups: Sequence[Sequence[str]], excluded: Sequence[str]) -> str:
    """The query in the language of FTS5, with every term quoted."""
    asked = " AND ".join("(" + " OR ".join(f'"{words}"' for words in group) + ")" for group in groups)
    return " NOT ".join([f"({asked})", *(f'"{words}"' for words in excluded)])


def tsquery(groups: Sequence[Sequence[str]], excluded: Sequence[str]) -> sa.ColumnElement[Any]:
    """The query as an expression of PostgreSQL."""
    asked = reduce(_both, (reduce(_either, map(_phrase, group)) for group in groups))
    return reduce(_both, (sa.func.tsquery_not(_phrase(words)) for words in excluded), asked)


def _phrase(words: str) -> sa.ColumnElement[Any]:
    return sa.func.phraseto_tsquery(sa.literal_column("'english'"), words)


def _both(one: sa.ColumnElement[Any], two: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.tsquery_and(one, two)


def _either(one: sa.ColumnElement[Any], two: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.tsquery_or(one, two)


def _terms(query: str) -> Iterable[tuple[bool, str]]:
    """Each term with whether it is excluded; "OR" stands for itself, so a word is never that."""
    for match in TERM.finditer(query):
        minus, phrase, word = match.groups()
        if word == "OR":
            yield False, "OR"
            continue
        if word is not None:
            minus, phrase = ("-", word[1:]) if word.startswith("-") else ("", word)
        clean = " ".join(re.findall(r"\w+", folded(phrase)))
        if clean and not STOP.issuperset(clean.split()):
            yield minus == "-", clean
