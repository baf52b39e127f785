"""All that is known of one incident, read in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa

from dateline.records.dossier import Dossier
from dateline.records.incident import Link
from dateline.records.reasons import has_stems, spelled
from dateline.records.stored import StoredEvent
from dateline.store import decision_rows, incident_edits, incident_history, links, origins, reading
from dateline.store.addresses import with_urls
from dateline.store.chunks import chunks
from dateline.store.filters import at, holding
from dateline.store.tables import articles, events, judgements


def read_dossier(connection: sa.Connection, id_: str, as_of: datetime | None = None) -> Dossier:
    """The dossier of the incident that an id leads to; MissingError where there is none."""
    (one,) = with_urls(connection, [incident_edits.found(connection, id_, as_of)])
    told = {stored.passage: stored for stored in _events(connection, one.events, as_of)}
    copied = origins.read(connection, sorted({s.article.id for s in told.values()}), as_of)
    return Dossier(
        incident=one,
        events=tuple(told[p] for p in one.events if p in told),
        origins=tuple(copied),
        publishers=_publishers(connection, [c.article for origin in copied for c in origin.copies]),
        links=tuple(_spelled(connection, list(_links(connection, one.events, as_of)), told.values())),
        judgements=tuple(decision_rows.judgements_about(connection, one.events, holding(judgements, as_of))),
        changes=tuple(incident_history.read(connection, one.id, as_of)),
        edits=tuple(incident_edits.over(connection, [one.id], as_of=as_of).get(one.id, ())),
    )


def _events(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None) -> Iterator[StoredEvent]:
    for some in chunks(passages):
        yield from reading.versions(connection, events.c.passage.in_(some), at(events, as_of))


def _links(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None) -> Iterator[Link]:
    """The links between the passages, the surest first."""
    mine = set(passages)
    found = links.read(connection, passages, as_of)
    yield from sorted((x for x in found if {x.left, x.right} <= mine), key=lambda x: (-x.score, x.left, x.right))


def _spelled(connection: sa.Connection, links: Sequence[Link], told: Collection[StoredEvent]) -> list[Link]:
    """The links with whole words in their reasons; the articles are read only where one has stems."""
    if not has_stems(links):
        return list(links)
    texts: dict[str, str] = {}
    for some in chunks(sorted({s.article.id for s in told})):
        found = connection.execute(sa.select(articles.c.id, articles.c.text).where(articles.c.id.in_(some)))
        texts |= {id_: text for id_, text in found}
    return spelled(links, told, texts)


def _publishers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, str | None]:
    out: dict[str, str | None] = {}
    for some in chunks(ids):
        found = connection.execute(sa.select(articles.c.id, articles.c.publisher).where(articles.c.id.in_(some)))
        out |= {id_: publisher for id_, publisher in found}
    return out
