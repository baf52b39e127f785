"""Places by name, for whoever puts an event on the map."""

from __future__ import annotations

from threading import Lock
from typing import Any

from dateline import settings
from dateline.resolve.where import Gazetteer


class Places:
    """The gazetteer, opened when it is first needed. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._gazetteer: Gazetteer | None = None

    def named(self, name: str) -> list[dict[str, Any]]:
        """All places that a name may stand for, the most populous first; DataError where there is no gazetteer."""
        with self._lock:
            if self._gazetteer is None:
                self._gazetteer = Gazetteer.open(settings.gazetteer())
            found = [c.entry for c in self._gazetteer.lookup(name)]
        return [
            {
                "name": e.name, "country": e.country, "admin1": e.admin1, "lat": e.lat, "lon": e.lon,
                "geonames_id": e.geonames_id, "precision": e.precision, "population": e.population or None,
            }
            for e in sorted(found, key=lambda e: (-e.population, e.key))
            if e.lat is not None and e.lon is not None
        ]  # fmt: skip
