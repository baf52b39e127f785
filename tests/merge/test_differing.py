from __future__ import annotations

from typing import Any

import pytest

from dateline.merge.differing import differs
from dateline.records.incident import Shown, Version

Json = dict[str, Any]


def party(name: str, country: str | None = None, *sectors: str, id_: str | None = None) -> Json:
    return {"name": name, "country": country, "sectors": list(sectors), "id": id_}


def place(name: str, precision: str, lat: float | None, lon: float | None, **more: Any) -> Json:
    return {"name": name, "country": "MLI", "precision": precision, "lat": lat, "lon": lon} | more


def told(field: str, *events: list[Any], denied: tuple[int, ...] = ()) -> Shown:
    """What each passage says of a field; some of them deny it."""
    versions = [
        Version(value, f"e{n}", f"a{n}", f"a{n}", None, None, (), "denied" if n in denied else "told", None)
        for n, values in enumerate(events)
        for value in values
    ]
    return Shown(field, versions[0].value if versions else None, "a rule", tuple(versions))


MALI, NIGER, FASO = party("Mali", "MLI"), party("Niger", "NER"), party("Burkina Faso", "BFA")
GAO = place("Gao", "settlement", 16.27, -0.04, geonames_id=1, admin1="Gao Region")
GAO_REGION = place("Gao Region", "region", 17.5, 0.6, geonames_id=2, admin1="Gao Region")
KAYES = place("Kayes", "settlement", 14.45, -11.44, geonames_id=3, admin1="Kayes Region")


@pytest.mark.parametrize(
    "shown",
    [
        told("actors", [MALI, FASO, NIGER]),
        told("actors", [MALI, FASO, NIGER], [NIGER]),
        told("actors", [party("Gunmen", "TCD", "REB", "UAF")], [party("gunmen", "TCD", "REB", "UAF")]),
        told("actors", [party("the gunmen", None, "UAF")], [party("Lake Front", "TCD", "REB", "UAF", id_="LKF")]),
        told("actors", [party("it", "TCD", "MIL")], [party("gunmen", "TCD", "UAF")]),
        told("recipients", [party("14", "TCD", "CVL")], [party("Moussa Sow", "MLI", "GOV")]),
        told("actors", [party("Lecornu", "FRA", "GOV")], [party("Sébastien Lecornu", "FRA", "GOV")]),
        told("actors", [MALI], [NIGER], denied=(1,)),
        told("where", [GAO], [GAO_REGION], [place("Mali", "country", 17.0, -4.0)]),
        told("where", [GAO], [place("Gao", "district", 16.3, -0.1, geonames_id=9)]),
        told("when", [{"start": "2026-03-10", "end": "2026-03-10"}], [{"start": "2026-03-09", "end": "2026-03-15"}]),
        told("when", [{"start": "2026-03-10", "end": None}], [{"start": "2026-03-12", "end": "2026-03-12"}]),
        told("counts.killed", [{"min": 14, "max": None}, 3], [17], [{"min": 10, "max": 20}]),
        told("contexts", ["military"], ["economic"]),
        told("type", ["ASSAULT"], ["ASSAULT"]),
        told("type"),
        told("when"),
    ],
)
def test_what_says_less_does_not_differ(shown: Shown) -> None:
    assert not differs(shown)


@pytest.mark.parametrize(
    "shown",
    [
        told("actors", [MALI, FASO], [NIGER]),
        told("actors", [party("Lake Front", "TCD", "REB")], [party("soldiers", "TCD", "MIL")]),
        told("actors", [party("Lake Front", "TCD", "REB")], [party("River Front", "TCD", "REB")]),
        told("actors", [party("Alpha", None, id_="A")], [party("Alpha", None, id_="B")]),
        told("actors", [MALI], [MALI], denied=(1,)),
        told("where", [GAO], [KAYES]),
        told("where", [GAO], [GAO | {"country": "NER", "geonames_id": 7}]),
        told("when", [{"start": "2026-03-10", "end": "2026-03-10"}], [{"start": "2026-03-12", "end": None}]),
        told("counts.killed", [17], [{"min": 14, "max": None}], [40]),
        told("counts.killed", [3], [{"min": 14, "max": None}]),
        told("status", ["planned"], ["happened"]),
        told("modes", ["firearms"], ["explosives"]),
    ],
)
def test_what_cannot_both_be_so_differs(shown: Shown) -> None:
    assert differs(shown)
