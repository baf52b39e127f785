"""What a store knows, brought together: copies under their origins, and events of many articles to incidents.

The store keeps, dateline.merge decides; this package alone knows both. `worker` takes what was touched, an article or
a decision at a time: `copying` finds its copies, `known` is the store as links ask it, `memo` what was compared lately,
`causes` says what is behind a change. Everything happens in the transaction that made it necessary, article by article
in the order in which they came, so a store that was killed holds what an undisturbed one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.store import Store
from dateline.store import open_store as bare

if TYPE_CHECKING:
    from dateline.records.stored import Touched
    from dateline.store.session import Session


def open_store(url: str | None = None, *, create: bool = False) -> Store:
    """A store (see `store.open_store`) that keeps its incidents up to date with all that is written to it."""
    return bare(url, create=create, merge=Upkeep())


class Upkeep:
    """Brings what was touched together; loads its tables when it is first needed, and remembers what it compared."""

    def __init__(self) -> None:
        self._worker: object = None

    def __call__(self, session: Session, touched: Sequence[Touched]) -> None:
        """Look at what was touched, in the transaction of the session."""
        from dateline.upkeep.worker import Worker

        if not isinstance(self._worker, Worker):
            self._worker = Worker()
        self._worker.look(session, touched)
