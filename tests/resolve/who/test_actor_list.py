"""The shipped actor list is whole, and lists of one's own are taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.records.span import Span
from dateline.resolve.countries import by_iso3
from dateline.resolve.who import ActorList, resolve_parties
from dateline.resolve.who.actor_list import COLUMNS, PEOPLE
from dateline.resolve.who.names.scan import PSEUDO

CODES = "GOV MIL COP JUD LEG PTY OPP REB PRM SPY UAF UNK CVL CRM BUS EDU JRN LAB MED REF REL SOC ELI AGR"
SECTORS = frozenset(CODES.split())


def test_every_role_has_known_codes_and_ordered_days(actors: ActorList) -> None:
    for entry in actors.entries.values():
        for role in entry.roles:
            assert role.country in PSEUDO or role.country in by_iso3(), entry
            assert set(role.sectors) <= SECTORS, entry
            assert not role.start or not role.end or role.start <= role.end, entry


def test_every_noun_has_known_sectors(actors: ActorList) -> None:
    for head in actors.heads.values():
        assert head.sectors
        assert set(head.sectors) <= SECTORS, head


def test_the_list_is_as_long_as_promised(actors: ActorList) -> None:
    people = [entry for entry in actors.entries.values() if entry.kind in PEOPLE]
    groups = [entry for entry in actors.entries.values() if entry.kind in ("group", "party", "common")]
    assert len(people) >= 700
    assert len(groups) >= 500


def test_people_have_no_two_offices_in_one_country_at_once_unless_ordered(actors: ActorList) -> None:
    for entry in actors.entries.values():
        starts = [role.start for role in entry.roles if role.start]
        assert entry.kind not in PEOPLE or starts == sorted(starts), entry


def row(*cells: str) -> str:
    return ",".join(cells)


def test_a_list_of_ones_own_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "\n".join(
            [",".join(COLUMNS), row("blue-front", "Blue Front", "BF|Front Bleu", "TGO", "REB", "group", "", "", "")]
        ),
        encoding="utf-8",
    )
    actors = ActorList.load([path])
    text = "The Front Bleu took the bridge."
    span = Span(4, 14)
    actor = resolve_parties(text, [span], actors).actors[span]
    assert (actor.id, actor.name, actor.country, actor.sectors) == ("blue-front", "Blue Front", "TGO", ("REB",))


@pytest.mark.parametrize(
    "content", ["name,country\nx,y", ",".join(COLUMNS) + "\na,b", ",".join(COLUMNS) + "\n,,,TCD,REB,,,,"]
)
def test_a_wrong_list_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"wrong\.csv"):
        ActorList.load([path])


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv"):
        ActorList.load([tmp_path / "none.csv"])


def test_a_short_acronym_counts_only_where_its_country_is_named(actors: ActorList) -> None:
    def country(text: str) -> str | None:
        span = Span(text.index("MSA"), text.index("MSA") + 3)
        return resolve_parties(text, [span], actors).actors[span].country

    assert country("In Mali, MSA fighters left the well.") == "MLI"
    assert country("The MSA signed the lease.") is None


def test_what_is_written_with_the_goes_on_with_a_capital(actors: ActorList) -> None:
    def name(text: str) -> str | None:
        return resolve_parties(text, [Span(0, 7)], actors).actors[Span(0, 7)].name

    assert name("The sun rose over the camp.") is None
    assert name("The Sun saw a copy of the letter.") == "The Sun"


@pytest.mark.parametrize(
    ("name", "day", "country", "sectors"),
    [
        ("Laura Chinchilla", date(2012, 8, 1), "CRI", ("GOV",)),
        ("Luis Abinader", date(2022, 8, 1), "DOM", ("GOV",)),
        ("Lansana Conté", date(2005, 9, 28), "GIN", ("GOV",)),
        ("António Guterres", date(2020, 6, 10), "UNO", ()),
        ("Taliban", date(2019, 6, 10), "AFG", ("REB",)),
    ],
)
def test_who_had_an_office_on_a_day(
    actors: ActorList, name: str, day: date, country: str, sectors: tuple[str, ...]
) -> None:
    found = resolve_parties(f"{name} spoke.", [Span(0, len(name))], actors, published=day).actors[Span(0, len(name))]
    assert (found.country, found.sectors) == (country, sectors)
