"""What merging keeps of the text of each article, so that it need not be read again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from dateline.records.article import Article
from dateline.store.chunks import chunks
from dateline.store.reading import whole_article
from dateline.store.tables import article_marks, articles, copy_keys

_LATER, _EARLIER = articles.alias("later_one"), articles.alias("earlier_one")


@dataclass(frozen=True, slots=True)
class Hanging:
    """The earlier article that an article hangs on as a copy, with the share of its words there."""

    article: str
    earlier: str
    share: float
    basis: str


class Marks:
    """The marks of articles, in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def topics(self, ids: Sequence[str]) -> dict[str, dict[str, float]]:
        """The telling words of articles; those that were not marked yet are left out."""
        out: dict[str, dict[str, float]] = {}
        for some in chunks(ids):
            of = sa.select(articles.c.id, article_marks.c.topic).join(
                article_marks, article_marks.c.article == articles.c.key
            )
            out |= {id_: topic for id_, topic in self._connection.execute(of.where(articles.c.id.in_(some)))}
        return out

    def put(self, id: str, topic: Mapping[str, float], agency: str | None, keys: Collection[int]) -> None:
        """Mark an article."""
        key = self._keys([id])[id]
        self._connection.execute(article_marks.insert().values(article=key, topic=dict(topic), agency=agency))
        if keys:
            self._connection.execute(copy_keys.insert(), [{"copy_key": k, "article": key} for k in sorted(set(keys))])

    def sharing(self, keys: Collection[int], within: tuple[date, date] | None) -> list[str]:
        """The articles that share a key and have no date, or one from the first to the last day `within`, by id."""
        day = articles.c.published_day
        near = sa.true() if within is None else day.is_(None) | day.between(*within)
        found: set[str] = set()
        for some in chunks(sorted(keys)):
            of = sa.select(articles.c.id).join(copy_keys, copy_keys.c.article == articles.c.key)
            found |= set(self._connection.scalars(of.where(copy_keys.c.copy_key.in_(some), near).distinct()))
        return sorted(found)

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """Articles with their texts."""
        out: list[Article] = []
        for some in chunks(ids):
            found = self._connection.execute(sa.select(articles).where(articles.c.id.in_(some)))
            out += [whole_article(row) for row in found]
        return out

    def stubs(self, ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
        """When articles were published, and the agency they credit."""
        out: dict[str, tuple[str | None, str | None]] = {}
        for some in chunks(ids):
            of = sa.select(articles.c.id, articles.c.published, article_marks.c.agency).join(
                article_marks, article_marks.c.article == articles.c.key
            )
            found = self._connection.execute(of.where(articles.c.id.in_(some)))
            out |= {id_: (published, agency) for id_, published, agency in found}
        return out

    def hanging(self, ids: Sequence[str]) -> dict[str, Hanging]:
        """What articles hang on; those that hang on nothing are left out."""
        return {h.article: h for some in chunks(ids) for h in self._hanging(_LATER.c.id.in_(some))}

    def hung(self, ids: Sequence[str]) -> list[Hanging]:
        """The articles that hang on one of these."""
        return [h for some in chunks(ids) for h in self._hanging(_EARLIER.c.id.in_(some))]

    def hang(self, new: Iterable[Hanging]) -> None:
        """Hang articles on others."""
        given = list(new)
        keys = self._keys([id_ for h in given for id_ in (h.article, h.earlier)])
        for h in given:
            where = article_marks.c.article == keys[h.article]
            values = {"earlier": keys[h.earlier], "share": h.share, "basis": h.basis}
            self._connection.execute(article_marks.update().where(where).values(**values))

    def remove(self, id: str) -> None:
        """Take an article out: it has no marks any more, and what hung on it hangs on nothing."""
        key, mark = self._keys([id])[id], article_marks
        self._connection.execute(
            mark.update().where(mark.c.earlier == key).values(earlier=None, share=None, basis=None)
        )
        self._connection.execute(mark.delete().where(mark.c.article == key))
        self._connection.execute(copy_keys.delete().where(copy_keys.c.article == key))

    def _hanging(self, where: sa.ColumnElement[bool]) -> Iterable[Hanging]:
        mark = article_marks.c
        found = (
            sa.select(_LATER.c.id, _EARLIER.c.id.label("earlier"), mark.share, mark.basis)
            .select_from(article_marks)
            .join(_LATER, _LATER.c.key == mark.article)
            .join(_EARLIER, _EARLIER.c.key == mark.earlier)
            .where(where)
            .order_by(_LATER.c.id)
        )
        return [Hanging(r.id, r.earlier, r.share, r.basis) for r in self._connection.execute(found)]

    def _keys(self, ids: Sequence[str]) -> dict[str, int]:
        out: dict[str, int] = {}
        for some in chunks(ids):
            found = self._connection.execute(sa.select(articles.c.id, articles.c.key).where(articles.c.id.in_(some)))
            out |= {id_: key for id_, key in found}
        return out
