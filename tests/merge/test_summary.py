from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.merge.incident import incident
from dateline.merge.summary import summary
from dateline.records.coded import Coded
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Shown
from tests.merge.raid import GAO_TOWN, field, shown_of, together
from tests.merge.reports import GAO, Tell, passages, report


def test_what_is_known_in_one_sentence() -> None:
    assert field("summary").value == (
        "Assault by Rebels in Gao (MLI) on 2024-07-29: at least 17 killed (12 to 40); 3 independent reports."
    )


def test_the_sentence_leaves_the_names_of_parties_as_they_are() -> None:
    party = {"name": "National Action (PAN)", "country": "MEX", "sectors": ["PTY"]}
    actors = Shown("actors", party, "", ())
    assert summary([actors], 1, {"PAN": "Panama"}) == "Event by National Action (PAN); one report."


def test_the_sentence_names_countries() -> None:
    one = report(
        "a", "2024-08-01", Tell("They shot at guards in Gao.", "shot", actor=("They", "MLI", "REB"), place=GAO_TOWN)
    )
    named = incident(passages(one), {}, countries={"MLI": "Mali"})
    assert named.value("summary") == "Assault by rebels (Mali) in Gao (Mali); one report."
    assert (
        incident(passages(one), {}, countries={}).value("summary")
        == "Assault by rebels (MLI) in Gao (MLI); one report."
    )


def test_a_party_that_is_a_pronoun_goes_by_the_group_it_was_read_as() -> None:
    def known(actor: tuple[str, str | None, str], recipient: tuple[str, str | None, str]) -> object:
        words = f"{actor[0]} attacked {recipient[0]}."
        one = report("a", "2024-08-01", Tell(words, "attacked", actor=actor, recipient=recipient))
        return next(s.value for s in incident(passages(one), {}).shown if s.field == "summary")

    said = known(("They", "MLI", "REB"), ("their soldiers", "MLI", "MIL"))
    assert said == "Assault by rebels (MLI) against soldiers (MLI); one report."
    assert known(("It", None, "UNK"), ("them", "MLI", "CVL")) == "Assault against civilians (MLI); one report."


def test_a_range_that_is_all_that_is_known_is_told_once() -> None:
    tell = Tell("The attack on Gao killed 12 to 17.", "attack", killed=(12, 17))
    (known,) = (s for s in incident(passages(report("a", "2024-08-01", tell)), {}).shown if s.field == "summary")
    assert known.value == "Assault: 12 to 17 killed; one report."


def test_a_number_that_is_a_lower_bound_leaves_its_range_open() -> None:
    def known(*killed: tuple[int | None, int | None]) -> object:
        tells = [Tell(f"An attack killed some, report {n}.", "attack", killed=k) for n, k in enumerate(killed)]
        reports = [report(f"r{n}", f"2024-08-0{n + 1}", tell) for n, tell in enumerate(tells)]
        return next(s.value for s in incident(passages(*reports), {}).shown if s.field == "summary")

    assert known((14, 14), (17, None)) == "Assault: at least 17 killed (14 or more); 2 independent reports."
    assert known((17, None)) == "Assault: at least 17 killed; one report."
    assert known((9001, None)) == "Assault: over 9,000 killed; one report."
    assert known((1, None)) == "Assault: at least 1 killed; one report."
    assert known((None, 20)) == "Assault: up to 20 killed; one report."


def test_a_time_without_end_is_told_as_it_was_said() -> None:
    def since(start: str) -> str:
        return summary([Shown("when", {"start": start, "end": None, "precision": "range"}, "", ())], 1)

    assert since("2012-01-01") == "Event since 2012; one report."
    assert since("2012-03-01") == "Event since 2012-03-01; one report."


def test_many_who_do_something_together_are_named_in_part() -> None:
    names = ("Mali", "Burkina Faso", "Niger", "Chad", "Togo", "Benin", "Ghana")
    assert summary([together(("a", names))], 1) == "Event by Mali, Burkina Faso, Niger and 4 others; one report."
    assert "Niger and 1 other;" in summary([together(("a", names[:4]))], 1)


def test_a_number_of_people_is_told_once() -> None:
    def told(number: int, words: str) -> Coded:
        tell = Tell(f"The raid killed {words}.", "raid", recipient=(words, "TCD", "CVL"), killed=(number, number))
        return report(f"r{number}", f"2024-08-{number:02d}", tell)

    known = shown_of(told(5, "five herders"), told(9, "nine herders"))["summary"].value
    assert known == "Assault against herders: 9 killed (5 to 9); 2 independent reports."


def test_who_meets_is_named_once() -> None:
    one, other = ("Ana Sule", "TCD", "GOV"), ("Jon Abo", "NER", "GOV")
    met = report("a", "2024-08-01", Tell("Ana Sule met Jon Abo.", "met", type="CONSULT", actor=one, recipient=other))
    also = report("b", "2024-08-02", Tell("Ana Sule met Jon Abo.", "met", type="CONSULT", actor=other, recipient=other))
    assert "with" not in str(shown_of(also)["summary"].value)
    assert "by Ana Sule with Jon Abo" in str(shown_of(met)["summary"].value)


def test_a_place_is_not_told_as_a_party_too() -> None:
    visitor, town = ({"name": name, "country": "MLI", "sectors": ["GOV"]} for name in ("Awa Keita", "Kidal"))
    fields = [Shown("type", "CONSULT", "", ()), Shown("actors", visitor, "", ()), Shown("recipients", town, "", ())]
    there = Shown("where", {"name": "Kidal", "country": "MLI", "precision": "settlement"}, "", ())
    assert summary([*fields, there], 1) == "Meeting by Awa Keita in Kidal (MLI); one report."
    assert summary(fields, 1) == "Meeting by Awa Keita with Kidal; one report."
    state = Shown("recipients", {**town, "name": "Mali"}, "", ())
    at_home = Shown("where", {"name": "Mali", "country": "MLI", "precision": "country"}, "", ())
    assert summary([*fields[:2], state, at_home], 1) == "Meeting by Awa Keita with Mali in Mali; one report."


def test_a_denial_in_other_words_for_one_force_is_told_beside_who_did_it() -> None:
    army = ("the army", "TCD", "MIL")
    blamed = Tell("Rebels said the army bombed Bol.", "bombed", actor=army, voice=("Rebels", "TCD", "REB"))
    denied = Tell("Our forces did not bomb Bol.", "bomb", actor=("Our forces", "TCD", "MIL"), status="negated")
    known = str(shown_of(report("a", "2024-08-01", blamed), report("b", "2024-08-02", denied))["summary"].value)
    assert known.startswith("Assault allegedly by the army (also denied)")
    alone = str(shown_of(report("b", "2024-08-02", denied))["summary"].value)
    assert alone == "Denied assault by forces (TCD); one report."


def test_words_for_a_place_that_nobody_knows_are_left_out_of_the_sentence() -> None:
    def known(place: str) -> str:
        tell = Tell(f"Rebels attacked {place}.", "attacked", place=(place, GAO, "settlement"))
        (event,) = report("a", "2024-08-01", tell).events
        bare = replace(event.where[0], country=None, lat=None, lon=None)
        coded = report("a", "2024-08-01", tell)
        return str(shown_of(replace(coded, events=(replace(event, where=(bare,)),)))["summary"].value)

    assert known("village") == "Assault; one report."
    assert known("Shash area") == "Assault in Shash area; one report."


def test_the_dead_come_before_the_injured() -> None:
    one = report("a", "2024-08-01", Tell("Twelve were shot dead and 30 hurt.", "shot", killed=(12, 12)))
    at = datetime(2024, 8, 2, tzinfo=UTC)
    edit = IncidentEdit("i1", "e", "counts.injured", {"min": 30, "max": 30}, "ana", at, "read it")
    found = incident(passages(one), {}, [edit])
    assert [s.field for s in found.shown if s.field.startswith("counts.")] == ["counts.killed", "counts.injured"]
    assert ": 12 killed, 30 injured; one report." in str(found.value("summary"))
