"""Dateline turns news reports into event data that proves itself.

    >>> import dateline
    >>> coder = dateline.load()
    >>> coded = coder.code("Rebels killed three soldiers on Monday.", published="2024-08-02")
    >>> [(e.type, e.trigger.text) for e in coded.events]  # doctest: +SKIP
    [('ASSAULT', 'killed')]

Importing the package loads nothing heavy: `load()` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ArticleError, CodebookError, DataError, DatelineError, InputError, StopError, StoreError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event, Statement
from dateline.records.query import Filter, Near
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

if TYPE_CHECKING:
    from dateline.api import Dateline
    from dateline.records.answers import Answer
    from dateline.store import Store

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "ArticleError",
    "CodebookError",
    "Coded",
    "Count",
    "DataError",
    "DatelineError",
    "Event",
    "Filter",
    "InputError",
    "Near",
    "Piece",
    "Place",
    "Span",
    "Statement",
    "StopError",
    "StoreError",
    "Voice",
    "When",
    "countries",
    "load",
    "open",
    "table",
]


def load(
    *,
    confidence: float | None = None,
    codebook: str | Path | None = None,
    actor_lists: Sequence[str | Path] = (),
    model: str | Path | None = None,
) -> Dateline:
    """A coder with the shipped model, gazetteer and actor list.

    `confidence` is the least confidence of an event (None: the shipped floor, precision first; 0.0: everything);
    `codebook` is the folder of one of your own (None: that of `DATELINE_CODEBOOK`, else the shipped one); `actor_lists`
    are further lists (CSV), looked at before the shipped one; `model` is the folder of another model. Raises InputError
    where something that is given cannot be right, DataError where a part is missing, CodebookError where the codebook
    is broken.
    """
    from dateline.api import Dateline

    return Dateline(confidence=confidence, codebook=codebook, actor_lists=actor_lists, model=model)


def countries(name: str) -> tuple[str, ...]:
    """The codes of a country ("Mali"), or of the countries of a part of the world ("Sahel"), for a `Filter`.

        >>> dateline.Filter(countries=dateline.countries("West Africa"))  # doctest: +SKIP

    Raises InputError with the nearest names where there is none of that name.
    """
    from dateline.resolve.country_codes import countries_named

    return countries_named(name)


def table(coded: Iterable[Coded]) -> Answer[tuple[Article, Event]]:
    """The events of coded articles as a table with a row an event: `.pandas()`, `.polars()`, `.arrow()`, `.rows()`.

        >>> coder = dateline.load()  # doctest: +SKIP
        >>> dateline.table(coder.code_all(articles, on_skip=print)).pandas()  # doctest: +SKIP

    The columns are those of `dateline code --out events.csv`. All that is given is coded and held first.
    """
    from dateline.records.answers import Answer
    from dateline.records.flat import CODED_COLUMNS

    pairs = [(one.article, event) for one in coded for event in one.events]
    return Answer(lambda: iter(pairs), CODED_COLUMNS)


def open(url: str | None = None, *, create: bool = False) -> Store:
    """A store by its path or URL (None: `dateline.sqlite` in this folder); see `dateline.store.Store`.

    What is written or decided through it is brought together at once: copies, links, incidents.

        >>> store = dateline.open("dateline.sqlite")  # doctest: +SKIP
        >>> store.events(dateline.Filter(types=["ASSAULT"], countries=["MLI"]), limit=50).pandas()  # doctest: +SKIP

    Raises StoreError where there is none, unless `create`.
    """
    from dateline.upkeep import open_store

    return open_store(url, create=create)
