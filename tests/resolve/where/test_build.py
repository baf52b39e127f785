import sqlite3
from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.resolve.where import Gazetteer
from dateline.resolve.where.build import Row, is_current, is_name, kilometres, write_gazetteer

from .conftest import CITIES, UNITS


def test_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    write_gazetteer(UNITS, CITIES, one, sources="rows")
    write_gazetteer(UNITS, CITIES, two, sources="rows")
    assert one.read_bytes() == two.read_bytes()


def test_nothing_is_left_of_a_build_that_fails(tmp_path: Path) -> None:
    def rows() -> object:
        yield CITIES[0]
        raise RuntimeError("the source broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        write_gazetteer([], rows(), tmp_path / "g.sqlite", sources="rows")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_recipe_is_not_current(tmp_path: Path, file: Path) -> None:
    old = tmp_path / "old.sqlite"
    old.write_bytes(file.read_bytes())
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'recipe'")
    connection.close()
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all" * 100)
    assert is_current(file)
    assert not is_current(old)
    assert not is_current(broken)
    assert not is_current(tmp_path / "absent.sqlite")


def test_a_missing_or_stale_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="make gazetteer"):
        Gazetteer.open(tmp_path / "absent.sqlite")
    (tmp_path / "broken.sqlite").write_bytes(b"")
    with pytest.raises(DataError, match="delete it"):
        Gazetteer.open(tmp_path / "broken.sqlite")


def test_units_get_the_middle_of_their_settlements(tiny: Gazetteer) -> None:
    (georgia,) = [c.entry for c in tiny.lookup("Illinois") if c.entry.kind == "admin1"]
    assert kilometres(georgia.lat or 0, georgia.lon or 0, 40.0, -89.25) < 100


def test_a_settlement_filed_under_a_wrong_unit_does_not_move_the_middle(tmp_path: Path) -> None:
    rows = [Row(n, f"Town {n}", (), "city", "ML", 16.0 + n / 10, 0.0, 1000, admin1="ML.09") for n in range(6)]
    rows.append(Row(9, "Far", (), "city", "ML", 10.0, -12.0, 1000, admin1="ML.09"))
    unit = Row(50, "Gao", (), "admin1", "ML", None, None, code="ML.09")
    write_gazetteer([unit], rows, tmp_path / "g.sqlite", sources="rows")
    connection = sqlite3.connect(tmp_path / "g.sqlite")
    (gao,) = (candidate.entry for candidate in Gazetteer(connection).lookup("Gao"))
    connection.close()
    assert abs((gao.lat or 0) - 16.25) < 0.3
    assert abs(gao.lon or 0) < 0.3
    assert gao.population == 7000


@pytest.mark.parametrize("alternate", ["jia ao", "GAQ", "", "サン・ホセ", "a\ue04db"])
def test_codes_and_transliterations_by_machine_are_no_names(alternate: str) -> None:
    assert not is_name(alternate)


@pytest.mark.parametrize("alternate", ["Gawo", "Гао", "加奥", "Île", "al-Bab"])
def test_names_in_any_script_are_names(alternate: str) -> None:
    assert is_name(alternate)


def test_distances() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)
    assert kilometres(10, 179.5, 10, -179.5) == pytest.approx(109.5, abs=0.5)
