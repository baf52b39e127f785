"""Links between passages, as merging found them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from dateline.records.incident import Link
from dateline.store import superseding
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.tables import links


def put(connection: sa.Connection, new: Sequence[Link], now: datetime) -> None:
    """Write links; one that differs from what is known of its two passages replaces it."""
    known = {(k.left, k.right): k for k in read(connection, [x.left for x in new])}
    fresh = [link for link in new if known.get((link.left, link.right)) != link]
    end(connection, (link for link in fresh if (link.left, link.right) in known), now)
    if fresh:
        connection.execute(
            links.insert(),
            [
                {
                    "left": link.left,
                    "right": link.right,
                    "recorded": now,
                    "score": link.score,
                    "reasons": list(link.reasons),
                    "by": link.by,
                }
                for link in fresh
            ],
        )


def read(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None = None) -> list[Link]:
    """The links at either end of which one of the passages stands."""
    found: dict[tuple[str, str], Link] = {}
    for some in chunks(passages):
        touching = links.c.left.in_(some) | links.c.right.in_(some)
        for r in connection.execute(sa.select(links).where(touching, at(links, as_of))):
            found[r.left, r.right] = Link(r.left, r.right, r.score, tuple(r.reasons), r.by)
    return [found[key] for key in sorted(found)]


def end(connection: sa.Connection, gone: Iterable[Link], now: datetime) -> None:
    """End links that do not hold any more."""
    for link in gone:
        same = (links.c.left == link.left) & (links.c.right == link.right)
        superseding.end_where(connection, links, same, now)
