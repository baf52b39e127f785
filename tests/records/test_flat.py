"""Flat rows: what stands in the columns of files."""

from __future__ import annotations

from dateline.merge.incident import incident
from dateline.records.flat import COLUMNS, EVENT_COLUMNS, INCIDENT_COLUMNS, row
from dateline.records.resolved import Actor, Place
from tests.make import actor, coded, event, piece
from tests.merge.reports import GAO, KIDAL, Tell, passages, report


def told(**values: object) -> dict[str, object]:
    one = event(**values)  # type: ignore[arg-type]
    article = coded(one).article
    return {name: get(article, one) for name, get in COLUMNS}


def at(words: str, name: str, point: tuple[float, float] | None, precision: str, key: int | None = None) -> Place:
    lat, lon = point or (None, None)
    return Place(piece(words), name, "MLI", None, lat, lon, key, precision, "test")


def test_each_place_stands_once_and_the_point_is_that_of_the_closest() -> None:
    north = at("army post", "Kidal Region", KIDAL, "region", 7)
    where = (north, at("Gao", "Gao", GAO, "settlement", 5), at("Rebels", "Gao", GAO, "settlement", 5))
    flat = told(where=where)
    assert (flat["place"], flat["place_name"]) == ("army post; Gao", "Kidal Region; Gao")
    assert flat["place_lat"] == f"{KIDAL[0]}; {GAO[0]}"
    assert (flat["lat"], flat["lon"], flat["point_precision"]) == (*GAO, "settlement")
    assert flat["place_precision"] == "region; settlement"
    nowhere = told(where=(at("Gao", "Gao", None, "settlement"), at("Rebels", "GAO", None, "settlement")))
    assert (nowhere["place_name"], nowhere["place_lat"], nowhere["lat"]) == ("Gao", "", None)
    assert nowhere["point_precision"] is None


def test_a_party_without_a_name_goes_by_its_words() -> None:
    flat = told(actors=(actor("seven soldiers", "MLI", "MIL"), actor("army post", name="Post 7")))
    assert flat["actor_name"] == "seven soldiers; Post 7"


def test_files_of_stores_have_the_columns_of_files_that_are_coded_first() -> None:
    names = [c.name for c in EVENT_COLUMNS]
    assert names[: len(COLUMNS)] == [name for name, _ in COLUMNS] and len(set(names)) == len(names)
    assert names[-9:-6] == ["lat", "lon", "point_precision"]


def test_an_incident_has_all_its_parties_and_every_toll() -> None:
    told = Tell("Mali, Niger and the rebels met.", "met", type="CONSULT", actor=("Mali", "MLI", "GOV"), killed=(3, 5))
    one = passages(report("a", "2024-07-29", told))[0]
    others = tuple(Actor(one.event.actors[0].piece, n, c, (s,), None, "") for n, c, s in OTHERS)
    values = {name: getattr(one.event, name) for name in type(one.event).__slots__}
    met = type(one.event)(**values | {"actors": one.event.actors + others})
    shown = row(INCIDENT_COLUMNS, incident([type(one)(one.passage, met, one.article)], {}))
    assert shown["actor_name"] == "Mali; Niger; rebels"
    assert (shown["actor_country"], shown["actor_sectors"]) == ("MLI; NER; ", "GOV; GOV; REB")
    assert [str(shown[f"killed_{end}"]) for end in ENDS] == ["3", "3", "5"]
    last = [f"{what}_{end}" for what in ("injured", "arrested", "displaced", "abducted") for end in ENDS]
    names = [c.name for c in INCIDENT_COLUMNS]
    assert names[names.index("injured_low") :][:12] == last and shown["injured_best"] is None
    assert str(shown["first_report"]) == str(shown["last_report"]) == "2024-07-29" and shown["articles"] == "a"
    assert str(shown["summary"]).startswith("Meeting by Mali, Niger and rebels")


OTHERS = (("Niger", "NER", "GOV"), ("rebels", None, "REB"))
ENDS = ("low", "best", "high")
