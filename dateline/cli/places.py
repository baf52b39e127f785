"""A place that a person names, looked up in the gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.resolve.where import Gazetteer
    from dateline.resolve.where.entry import Entry
    from dateline.store import Store

Json = dict[str, Any]

FAVOUR = 30
"""How many times as populous a place has to be as one whose usual name is the one that was given, and a region, which
has its town's people too, as a town."""
OTHERS = 3


def placed(store: Store, id: str, value: Any, *, incident: bool, note: Callable[[str], None]) -> Any:
    """The value of `where` with each place that is only named as the gazetteer has it; `note` is told what was taken.

    Of places of one name it is that of the country where the event is shown, else the most populous. A place that the
    reports of the incident tell of is left to the store, which takes it from them.
    """
    from dateline import settings
    from dateline.resolve.where import Gazetteer

    entries = value if isinstance(value, list) else [value]
    if not all(_only_named(entry) for entry in entries):
        return value
    country, told = _shown(store, id, incident=incident)
    named = [{"name": e} if isinstance(e, str) else dict(e) for e in entries]
    if incident and len(named) == 1 and set(named[0]) == {"name"} and named[0]["name"].strip().casefold() in told:
        return value
    gazetteer = Gazetteer.open(settings.gazetteer())
    return [_place(gazetteer, entry, country, note) for entry in named]


def _only_named(entry: Any) -> bool:
    """True for a name, or an object with a name and without a point."""
    if isinstance(entry, Mapping):
        return _only_named(entry.get("name")) and entry.get("lat") is None and entry.get("lon") is None
    return isinstance(entry, str) and bool(entry.strip())


def _shown(store: Store, id: str, *, incident: bool) -> tuple[str | None, set[str]]:
    """The country where it is shown now, and the names of the places that reports tell of."""
    if not incident:
        places = store.event(id)[-1].event.where
        return (places[0].country if places else None), set()
    where = store.dossier(id).incident.told("where")
    if where is None:
        return None, set()
    value = where.value if isinstance(where.value, Mapping) else {}
    return value.get("country"), {str(v.value.get("name") or "").casefold() for v in where.versions if v.value}


def _place(gazetteer: Gazetteer, given: Json, country: str | None, note: Callable[[str], None]) -> Json:
    """The place as the record has it, whatever else was given of it kept; by its name alone where it is not known."""
    from dateline.resolve.country_codes import country_code

    name, number = given["name"].strip(), given.get("geonames_id")
    if given.get("country") is not None:
        given["country"] = country = country_code(str(given["country"]))
    found = [c.entry for c in gazetteer.lookup(name)]
    fitting = [e for e in found if e.lat is not None and number in (None, e.geonames_id)]
    if given.get("country") is not None:
        fitting = [e for e in fitting if e.country == country]
    if not fitting:
        note(f"the gazetteer has no such place {name!r}: it is set as given, without a point")
        return given
    ranked = sorted(fitting, key=lambda e: (e.country != country, -_weight(e, name), e.key))
    note(_taken(name, ranked))
    best = ranked[0]
    return given | {
        "name": best.name, "country": best.country, "admin1": best.admin1, "lat": best.lat, "lon": best.lon,
        "geonames_id": best.geonames_id, "precision": best.precision,
    }  # fmt: skip


def _weight(entry: Entry, name: str) -> int:
    from dateline.resolve.where.entry import ADMIN1, ADMIN2
    from dateline.resolve.where.fold import fold

    favours = (fold(entry.name) == fold(name)) + (entry.kind not in (ADMIN1, ADMIN2))
    return int((entry.population + 1) * FAVOUR**favours)


def _taken(name: str, ranked: Sequence[Entry]) -> str:
    """What a name was read as, and how another is chosen."""
    line = f"{name!r} is read as {_told(ranked[0])}"
    others = [e for e in ranked[1:] if e.geonames_id is not None][:OTHERS]
    if others:
        example = f'{{"name": "{name}", "geonames_id": {others[0].geonames_id}}}'
        line += f"; also called so: {'; '.join(map(_told, others))} (to choose one: '{example}')"
    return line


def _told(entry: Entry) -> str:
    parts = (entry.name, entry.admin1 if entry.admin1 != entry.name else None, entry.country, entry.precision)
    number = f", GeoNames {entry.geonames_id}" if entry.geonames_id is not None else ""
    return ", ".join(part for part in parts if part) + number
