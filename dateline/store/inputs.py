"""The files that articles were read from, kept byte for byte (compressed) where the user wants it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from dateline.records.article import Article
from dateline.store.tables import articles, inputs

LARGEST = 50_000_000
"""Bytes; a larger file (an archive) is not copied into the store."""


def keep(connection: sa.Connection, some: Sequence[Article]) -> None:
    """Keep the file of each article that is one file by itself, as it is now."""
    for article in some:
        path = Path(article.source or "")
        if not article.source or not path.is_file() or path.stat().st_size > LARGEST:
            continue
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if connection.scalar(sa.select(inputs.c.digest).where(inputs.c.digest == digest)) is None:
            connection.execute(inputs.insert().values(digest=digest, name=article.source, bytes=zlib.compress(content)))
        unset = (articles.c.id == article.id) & articles.c.input.is_(None)
        connection.execute(articles.update().where(unset).values(input=digest))


def read(connection: sa.Connection, article: str) -> bytes | None:
    """The file of an article, None where it was not kept."""
    found = (
        sa.select(inputs.c.bytes).join(articles, articles.c.input == inputs.c.digest).where(articles.c.id == article)
    )
    content = connection.scalar(found)
    return zlib.decompress(content) if content is not None else None
