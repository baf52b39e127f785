"""A small gazetteer of places that share their names, built by the same code as the large one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.records.resolved import Place
from dateline.resolve.where import Gazetteer, tag_places
from dateline.resolve.where.build import Row, write_gazetteer
from dateline.resolve.where.supplement import listed_places


def _unit(number: int, name: str, code: str, *alternates: str, level: int = 1) -> Row:
    country, first = code.split(".")[:2]
    return Row(number, name, alternates, f"admin{level}", country, None, None, code=code, admin1=f"{country}.{first}")


def _city(number: int, name: str, admin1: str, lat: float, lon: float, people: int, *alternates: str) -> Row:
    return Row(number, name, alternates, "city", admin1.split(".")[0], lat, lon, people, admin1=admin1)


UNITS = [
    Row(1, "Mali", (), "country", "ML", None, None, 19_000_000),
    Row(2, "United States", (), "country", "US", None, None, 327_000_000),
    Row(3, "Georgia", (), "country", "GE", None, None, 3_700_000),
    Row(4, "Syria", (), "country", "SY", None, None, 17_000_000),
    _unit(11, "Gao", "ML.09", "Gao Region"),
    _unit(12, "Bamako", "ML.01"),
    _unit(13, "Texas", "US.TX"),
    _unit(14, "Georgia", "US.GA"),
    _unit(15, "Illinois", "US.IL"),
    _unit(16, "Massachusetts", "US.MA"),
    _unit(17, "Aleppo", "SY.09", "Aleppo Governorate"),
    _unit(18, "Île-de-France", "FR.11"),
    _unit(19, "Washington", "US.WA"),
    _unit(20, "District of Columbia", "US.DC"),
    _unit(21, "Lamar County", "US.TX.277", level=2),
]
CITIES = [
    _city(101, "Gao", "ML.09", 16.27, -0.04, 133_000, "Gawo", "Гао", "jia ao", "GAQ"),
    _city(102, "Gao", "BF.06", 11.65, -2.18, 26_000),
    _city(103, "Bamako", "ML.01", 12.61, -7.98, 2_700_000),
    _city(104, "Paris", "FR.11", 48.85, 2.35, 2_100_000, "Parigi", "Paname"),
    _city(105, "Paris", "US.TX", 33.66, -95.56, 25_000),
    _city(106, "Atlanta", "US.GA", 33.75, -84.39, 498_000),
    _city(107, "Savannah", "US.GA", 32.08, -81.10, 145_000),
    _city(108, "Tbilisi", "GE.51", 41.69, 44.83, 1_100_000),
    _city(109, "Springfield", "US.IL", 39.80, -89.64, 116_000),
    _city(110, "Springfield", "US.MA", 42.10, -72.59, 153_000),
    _city(111, "Aleppo", "SY.09", 36.20, 37.16, 2_100_000, "Halab", "حلب"),
    _city(112, "Washington", "US.DC", 38.90, -77.04, 689_000, *(f"Vashington {n}" for n in "ABCDEFGHIJKLMNOPQRST")),
    _city(113, "Seattle", "US.WA", 47.61, -122.33, 737_000),
    _city(114, "Reading", "GB.ENG", 51.46, -0.97, 318_000),
    _city(115, "Smith", "AR.01", -35.0, -61.0, 900),
    _city(116, "Al Ḩasakah", "SY.01", 36.50, 40.75, 188_000, "Al-Hasaka"),
    _city(117, "Saint Louis", "US.MO", 38.63, -90.20, 319_000),
    _city(118, "Bara", "SD.01", 13.70, 30.37, 20_000),
    _city(119, "Sydney", "AU.02", -33.87, 151.21, 4_600_000),
]

Show = Callable[..., list[tuple[str, str | None]]]


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    write_gazetteer(UNITS, CITIES, path, sources="rows of the tests")
    return path


@pytest.fixture(scope="session")
def tiny(file: Path) -> Gazetteer:
    return Gazetteer.open(file)


@pytest.fixture(scope="session")
def bare(file: Path) -> Gazetteer:
    """The small gazetteer without the supplement."""
    return Gazetteer(sqlite3.connect(file), ())


@pytest.fixture(scope="session")
def places(tiny: Gazetteer) -> Callable[..., tuple[Place, ...]]:
    """What is found in a text."""
    return lambda text, **more: tag_places(text, tiny, **more)


@pytest.fixture(scope="session")
def found(places: Callable[..., tuple[Place, ...]]) -> Show:
    """What is found in a text, as pairs of words and "country admin1"."""

    def show(text: str, **more: object) -> list[tuple[str, str | None]]:
        return [(p.piece.text, " ".join(filter(None, (p.country, p.admin1)))) for p in places(text, **more)]

    return show


@pytest.fixture(scope="session")
def supplement() -> tuple[object, ...]:
    return listed_places()
