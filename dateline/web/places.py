"""Places by name, for whoever puts an event on the map."""

from __future__ import annotations

from threading import Lock
from typing import Any

from dateline import settings
from dateline.resolve.where import Gazetteer
from dateline.resolve.where.entry import Entry
from dateline.resolve.where.fold import fold

SHORTEST = 2
"""Letters from which a name may go on: fewer begin too many."""
CHOSEN_FROM = 300
FAVOUR = 30
"""How many times as populous a place has to be as one that is called so whole, or whose usual name begins so."""


class Places:
    """The gazetteer, opened when it is first needed. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._gazetteer: Gazetteer | None = None

    def named(self, name: str, most: int, country: str | None = None) -> list[dict[str, Any]]:
        """The places called so or whose name begins so, the likeliest first; DataError where there is no gazetteer."""
        with self._lock:
            if self._gazetteer is None:
                self._gazetteer = Gazetteer.open(settings.gazetteer())
            exact = [c.entry for c in self._gazetteer.lookup(name)]
            longer = self._gazetteer.beginning(name, CHOSEN_FROM) if len(name.strip()) >= SHORTEST else ()
        found = {e.key: e for e in (*exact, *longer)}
        called, folded = {e.key for e in exact}, fold(name)

        def weight(one: Entry) -> int:
            begins = fold(one.name).startswith(folded)
            return int((one.population + 1) * FAVOUR ** ((one.key in called) + begins))

        return [
            {
                "name": e.name, "country": e.country, "admin1": e.admin1, "lat": e.lat, "lon": e.lon,
                "geonames_id": e.geonames_id, "precision": e.precision, "population": e.population or None,
            }
            for e in sorted(found.values(), key=lambda e: (-weight(e), e.key))
            if e.lat is not None and e.lon is not None and country in (None, e.country)
        ][:most]  # fmt: skip
