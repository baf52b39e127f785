from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.cli import app
from dateline.errors import InputError
from dateline.resolve.countries import names_by_code
from tests.cli.calling import RUN, call, lines
from tests.store.making import ADDED


def test_every_incident_and_figure_has_its_source(db: Path) -> None:
    text = call("brief", "--title", "Week 31").stdout
    assert text.startswith("# Week 31\n\nIncidents, all days. ")
    shown = [i["id"] for i in lines("incidents")]
    assert shown and all(f"incident {id_}\n" in text for id_ in shown)
    body, _, notes = text.partition("\n[^1]: ")
    numbers = {int(n.partition("]")[0]) for n in body.split("[^")[1:]}
    assert numbers == set(range(1, max(numbers) + 1)) and all(f"[^{n}]: " in f"\n[^1]: {notes}" for n in numbers)
    assert "killed: **" in body


def test_countries_stand_with_their_names_and_reports_with_what_they_are_called(tmp_path: Path) -> None:
    file, store = tmp_path / "note.txt", tmp_path / "b.sqlite"
    file.write_text("Gunmen killed four herders in Bol, Chad, on 2 March 2026.", encoding="utf-8")
    call("ingest", str(file), "--db", str(store))
    text = call("brief", "--db", str(store)).stdout
    assert "Bol, Chad" in text and "(Chad)" in text and "TCD" not in text
    assert "told by note.txt[^" in text and "]: note.txt: “Gunmen" in text


def test_reports_of_no_known_publisher_are_not_those_of_the_named(tmp_path: Path) -> None:
    text, store = "Gunmen killed four herders in Bol, Chad, on 2 March 2026.", tmp_path / "b.sqlite"
    file, table = tmp_path / "note.txt", tmp_path / "b.csv"
    file.write_text("Floods drove out nobody, yet soldiers arrested nine smugglers in Mao, Chad, on 3 March 2026.")
    table.write_text(f'text,publisher\n"{text}",Lake Wire\n')
    call("ingest", str(file), str(table), "--db", str(store))
    brief = call("brief", "--db", str(store)).stdout
    assert "2 independent reports of Lake Wire, 1 of no known publisher" in brief


def test_numbers_of_other_things_say_of_what(tmp_path: Path) -> None:
    file, store = tmp_path / "note.txt", tmp_path / "b.sqlite"
    file.write_text("Militiamen attacked Bol, Chad, on 2 March 2026, killing four herders and burning 15 shelters.")
    call("ingest", str(file), "--db", str(store))
    text = call("brief", "--db", str(store)).stdout
    assert "- other: **15** – “15 shelters”, told by note.txt[^" in text


def test_days_and_what_is_left_out_are_told(db: Path) -> None:
    text = call("brief", "--since", "2024-07-01", "--until", "2024-07-31", "--country", "MLI").stdout
    assert "Incidents of 2024-07-01 to 2024-07-31; country Mali" in text
    one = call("brief", "--limit", "1").stdout
    assert one.count("\n### ") == 1 and re.search(r"\d+ more incidents? left out \(--limit\)\.", one)
    assert "0 incidents told by 0 independent reports." in call("brief", "--until", "1990-01-01").stdout


def test_edits_are_told_in_figures_and_as_changes(db: Path) -> None:
    first = lines("incidents", "--limit", "1")[0]["id"]
    call("edit", first, "counts.killed", "12", "--of", "incident", "--reason", "the hospital's list")
    text = call("brief", "--changed-since", "2024-01-01").stdout
    assert "**12, set by ana: the hospital's list**" in text
    assert "changed on " in text
    assert "changed on " not in call("brief").stdout


def test_what_people_added_and_edited_is_told_with_its_source(db: Path) -> None:
    one = lines("events", "--article", "a2", "--limit", "1")[0]
    call("edit", one["passage"], "counts.killed", "12", "--of", "event", "--reason", "the hospital's list")
    assert "; people set counts.killed)" in call("brief").stdout
    with dateline.open(str(db)) as store:
        store.add_event("a2", replace(ADDED, type="THREATEN"), by="ben", reason="the second day is missing")
    text = call("brief").stdout
    assert "(1 of them added by ben)" in text and "; added by ben)" in text


def test_a_range_that_is_all_that_is_known_is_told_once(db: Path) -> None:
    first = lines("incidents", "--limit", "1")[0]["id"]
    call("edit", first, "counts.killed", "10-14", "--of", "incident", "--reason", "the hospital's list")
    assert "**10 to 14, set by ana: the hospital's list**" in call("brief").stdout


def test_the_ending_chooses_the_format(db: Path, tmp_path: Path) -> None:
    for ending, mark in ((".md", "# Brief\n"), (".html", "<!doctype html>\n")):
        out = tmp_path / f"brief{ending}"
        call("brief", "--out", str(out))
        assert out.read_text(encoding="utf-8").startswith(mark)


@pytest.mark.parametrize("ending", [".docx", ".csv"])
def test_other_endings_are_refused(db: Path, tmp_path: Path, ending: str) -> None:
    done = RUN.invoke(app, ["brief", "--out", str(tmp_path / f"a{ending}")])
    assert isinstance(done.exception, InputError) and ".md or .html" in str(done.exception)


def test_an_unclear_moment_names_its_option(db: Path) -> None:
    done = RUN.invoke(app, ["brief", "--changed-since", "last week"])
    assert isinstance(done.exception, InputError) and str(done.exception).startswith(
        "--changed-since 'last week' is no"
    )


def test_types_as_frequent_as_one_another_stand_by_name(db: Path) -> None:
    figures = call("brief").stdout.partition("## Figures\n\n")[2].partition("\n\n")[0]
    rows = [tuple(cell.strip() for cell in line.split("|")[1:3]) for line in figures.splitlines()[2:]]
    told = [(-int(number), name) for name, number in rows if name != "all"]
    assert len(told) > 1 and told == sorted(told)


def test_figures_by_area_add_up_to_those_by_type(db: Path) -> None:
    known = [i for i in lines("incidents") if told(i, "status") in ("happened", "ongoing")]
    tables = call("brief").stdout.partition("## Figures\n\n")[2].split("\n\n")
    rows = {line.split("|")[1].strip(): int(line.split("|")[2]) for line in tables[1].splitlines()[2:]}
    assert tables[1].startswith("| area | incidents |") and sum(rows.values()) == len(known)
    placed = [told(i, "where") for i in known]
    names = names_by_code()
    areas = {
        f"{p['admin1']}, {names[p['country']]}" if p["admin1"] else f"{names[p['country']]}, region not told"
        for p in placed
        if p
    }
    assert set(rows) - {"no place"} == areas and len(areas) > 1
    assert rows.get("no place", 0) == sum(p is None for p in placed)


def told(incident: dict[str, Any], field: str) -> Any:
    return next((one["value"] for one in incident["shown"] if one["field"] == field), None)
