"""Dyads by time: each happening once for each pair."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.dyads import Unit
from dateline.codebooks.codebook import Codebook
from dateline.errors import InputError
from dateline.records.dyad import columns
from dateline.records.flat import row
from dateline.records.incident import Incident, Shown, Version
from dateline.store.panel import UNITS, Panel, panel

BOOK = Codebook.load()


def party(code: str) -> dict[str, Any]:
    country, _, sector = code.partition(":")
    return {"country": country or None, "sectors": [sector] if sector else []}


def incident(
    type_: str, actors: str, recipients: str = "", day: str | None = "2026-03-10", status: str = "happened",
    killed: Any = None, reports: int = 1,
) -> Incident:  # fmt: skip
    values: dict[str, Any] = {"type": type_, "quad": BOOK.quad(type_), "status": status, "modes": []}
    first, _, last = (day or "").partition("/")
    values |= {"when": day and {"start": first, "end": last or first}}
    shown = [Shown(name, value, "", ()) for name, value in values.items()]
    for role, codes in (("actors", actors), ("recipients", recipients)):
        some = tuple(map(party, codes.split()))
        shown.append(Shown(role, some[0] if some else None, "", (), together=some if len(some) > 1 else ()))
    if killed is not None:
        shown.append(Shown("counts.killed", killed, "", ()))
    return Incident("e1", ("e1",), tuple(shown), tuple(map(str, range(reports))), ())


def rows(found: Panel, **options: bool) -> list[dict[str, object]]:
    return [row(columns(tuple(BOOK.quads)), dyad) for dyad in found.dyads(**options)]


def test_counts_tone_deaths_and_reports_add_up() -> None:
    some = [
        incident("ASSAULT", "MLI:REB", "MLI:MIL", killed={"min": 7, "max": None}, reports=3),
        incident("ASSAULT", "MLI:REB", "MLI:MIL", "2026-03-31", killed=2),
        incident("AID", "MLI:GOV", "MLI:CVL", "2026-04-01"),
    ]
    march, april = rows(panel(some, BOOK))
    assert (march["period"], march["start"], march["incidents"]) == ("2026-03", date(2026, 3, 1), 2)
    assert (march["material_conflict"], march["verbal_conflict"], march["killed"], march["reports"]) == (2, 0, 9, 4)
    assert march["intensity"] == BOOK.intensity("ASSAULT") and march["actor_sector"] is None
    assert (april["period"], april["material_cooperation"], april["intensity"]) == ("2026-04", 1, 10.0)


def test_sectors_are_told_apart_where_asked() -> None:
    some = [incident("ASSAULT", "MLI:REB", "MLI:MIL"), incident("ASSAULT", "MLI:MIL", "MLI:REB")]
    assert [r["incidents"] for r in rows(panel(some, BOOK))] == [2]
    pairs = [(r["actor_sector"], r["recipient_sector"]) for r in rows(panel(some, BOOK, sectors=True))]
    assert pairs == [("MIL", "REB"), ("REB", "MIL")]


def test_each_of_several_counts_and_what_is_mutual_counts_both_ways() -> None:
    (one, two) = rows(panel([incident("SANCTION", "MLI:GOV", "FRA:GOV BEL:GOV FRA:MIL")], BOOK))
    assert {one["recipient_country"], two["recipient_country"]} == {"BEL", "FRA"}
    met = rows(panel([incident("CONSULT", "MLI:GOV FRA:GOV")], BOOK))
    assert [(r["actor_country"], r["recipient_country"]) for r in met] == [("FRA", "MLI"), ("MLI", "FRA")]
    assert met == rows(panel([incident("CONSULT", "MLI:GOV", "FRA:GOV")], BOOK))


def test_what_is_not_in_it_is_told() -> None:
    some = [
        incident("ASSAULT", "MLI:REB", "MLI:MIL", None),
        incident("ASSAULT", "MLI:REB", "MLI:MIL", status="negated"),
        incident("PROTEST", "MLI:CVL"),
        incident("ASSAULT", ":REB", "MLI:MIL"),
        incident("AGREE", "MLI:GOV", "FRA:GOV", status="planned"),
    ]
    found = panel(some, BOOK)
    assert [r["incidents"] for r in rows(found)] == [1, 1]
    assert found.left_out == {"no pair of countries is told": 2, "no day is told": 1, "the status is negated": 1}
    assert panel(some, BOOK, all_states=True).left_out == {"no pair of countries is told": 2, "no day is told": 1}


def test_the_day_of_the_first_report_stands_in_only_where_asked() -> None:
    undated = incident("ASSAULT", "MLI:REB", "MLI:MIL", None)
    told = [
        Version("ASSAULT", f"e{n}", f"a{n}", "o", None, published, (), "told", None)
        for n, published in enumerate(("2026-05-02T10:00:00Z", "2026-04-30", None))
    ]
    undated = replace(undated, shown=(*undated.shown, Shown("quad", "material_conflict", "", tuple(told))))
    assert rows(panel([undated], BOOK)) == []
    (found,) = rows(panel([undated], BOOK, by_publication=True))
    assert found["period"] == "2026-04"


def test_a_complete_panel_has_zeros() -> None:
    some = [
        incident("ASSAULT", "MLI:REB", "MLI:MIL", "2025-12-30"),
        incident("SANCTION", "MLI:GOV", "FRA:GOV", "2026-02-01"),
    ]
    found = rows(panel(some, BOOK), complete=True)
    assert [r["period"] for r in found] == ["2025-12", "2025-12", "2026-01", "2026-01", "2026-02", "2026-02"]
    assert [r["incidents"] for r in found] == [0, 1, 0, 0, 1, 0]
    assert found[2]["intensity"] is None and found[2]["killed"] == 0


@pytest.mark.parametrize(
    ("unit", "name", "start"),
    [
        ("day", "2026-01-01", date(2026, 1, 1)),
        ("week", "2026-W01", date(2025, 12, 29)),
        ("month", "2026-01", date(2026, 1, 1)),
        ("quarter", "2026-Q1", date(2026, 1, 1)),
        ("year", "2026", date(2026, 1, 1)),
    ],
)
def test_times_have_names(unit: str, name: str, start: date) -> None:
    (found,) = rows(panel([incident("AID", "MLI:GOV", "FRA:GOV", "2026-01-01")], BOOK, unit=unit))
    assert (found["period"], found["start"]) == (name, start)


def test_the_command_line_knows_the_times_and_others_are_refused() -> None:
    assert tuple(u.value for u in Unit) == UNITS
    with pytest.raises(InputError, match="day, week, month, quarter, year"):
        panel([], BOOK, unit="fortnight")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(BOOK.types)), st.sampled_from(["MLI:REB", "FRA:GOV", "FRA:GOV MLI:MIL"]),
            st.sampled_from(["MLI:MIL", "BEL:GOV NER:GOV"]), st.dates(date(2025, 11, 1), date(2026, 3, 1)),
        ),
        max_size=8,
    ),
    st.sampled_from(UNITS),
)  # fmt: skip
def test_order_does_not_matter_and_completing_adds_only_zeros(
    told: list[tuple[str, str, str, date]], unit: str
) -> None:
    some = [incident(t, a, r, day.isoformat()) for t, a, r, day in told]
    found = rows(panel(some, BOOK, unit=unit))
    assert found == rows(panel(reversed(some), BOOK, unit=unit))
    full = rows(panel(some, BOOK, unit=unit), complete=True)
    assert [r for r in full if r["incidents"]] == found
    assert len({(r["start"], r["actor_country"], r["recipient_country"]) for r in full}) == len(full)
    assert all(sum(int(str(r[quad])) for quad in BOOK.quads) == r["incidents"] for r in full)


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ("2026-03-10", UNITS),
        ("2026-03-14/2026-03-15", UNITS[1:]),
        ("2026-03-30/2026-04-05", UNITS[1:]),
        ("2026-03-01/2026-03-31", UNITS[2:]),
        ("2026-01-01/2026-03-31", UNITS[3:]),
        ("2026-01-01/2026-12-31", UNITS[4:]),
        ("2020-01-01/2029-12-31", ()),
    ],
)
def test_a_time_that_is_longer_than_the_unit_is_not_taken_for_its_first_one(told: str, fits: tuple[str, ...]) -> None:
    for unit in UNITS:
        found = panel([incident("ASSAULT", "MLI:REB", "MLI:MIL", told)], BOOK, unit=unit)
        assert len(rows(found)) == (unit in fits)
        assert found.left_out == ({} if unit in fits else {f"the time told is longer than a {unit}": 1})
