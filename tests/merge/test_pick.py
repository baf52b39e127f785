from __future__ import annotations

from dataclasses import replace

from dateline.merge.incident import incident
from dateline.merge.summary import summary
from dateline.records.coded import Coded
from dateline.records.incident import Shown
from dateline.records.resolved import Actor
from tests.merge.raid import REBELS, field, shown_of, together
from tests.merge.reports import ANSONGO, GAO, KIDAL, Tell, passages, report


def test_killed_low_best_high_with_who_says_so() -> None:
    killed = field("counts.killed")
    assert (killed.low, killed.value, killed.high) == (12, {"min": 17, "max": None}, 40)
    assert "newest two days" in killed.rule
    assert [(v.value, v.said_by, v.stance) for v in killed.versions][:2] == [
        (12, ("Army",), "alleged"),
        (40, ("Rebels",), "claimed"),
    ]


def test_status_over_time_ends_with_what_happened() -> None:
    status = field("status")
    assert [v.value for v in status.versions] == ["planned", "happened", "happened", "happened", "happened"]
    assert status.value == "happened"


def test_place_and_time_and_party() -> None:
    assert field("where").value["name"] == "Gao" and "text" not in field("where").value
    assert (field("when").value["start"], field("when").value["end"]) == ("2024-07-29", "2024-07-29")
    assert field("actors").value["name"] == "Rebels"


def test_a_town_that_one_report_names_elsewhere_is_not_shown_for_the_district_of_most() -> None:
    def shown_of(*places: tuple[str, tuple[float, float], str]) -> object:
        told = [
            report(f"r{n}", "2024-08-01", Tell(f"Rebels attacked {p[0]}.", "attacked", actor=REBELS, place=p))
            for n, p in enumerate(places)
        ]
        return next(s.value["name"] for s in incident(passages(*told), {}).shown if s.field == "where")

    gao, ansongo, near_ansongo = (
        ("Gao", GAO, "settlement"),
        ("Ansongo", ANSONGO, "settlement"),
        ("near Ansongo", ANSONGO, "district"),
    )
    near_kidal = ("near Kidal", KIDAL, "district")
    assert shown_of(gao, near_kidal, near_kidal) == "near Kidal"
    assert shown_of(gao, near_kidal) == "Gao"
    assert shown_of(ansongo, near_ansongo, near_ansongo) == "Ansongo"
    assert shown_of(gao, ("Mali", (17.0, -4.0), "country"), ("Mali", (17.0, -4.0), "country")) == "Gao"


def test_a_named_party_stands_before_one_that_is_described_or_a_pronoun() -> None:
    def told(*actors: tuple[str, str | None, str]) -> object:
        tells = [Tell(f"{a[0]} attacked Gao, report {n}.", "attacked", actor=a) for n, a in enumerate(actors)]
        reports = [report(f"r{n}", f"2024-08-0{n + 1}", tell) for n, tell in enumerate(tells)]
        by = {s.field: s for s in incident(passages(*reports), {}).shown}
        return by["actors"].value["name"]

    ours, theirs = ("Our soldiers", "MLI", "MIL"), ("the soldiers", "MLI", "MIL")
    assert told(ours, ("They", None, "UNK"), theirs) == "the soldiers"
    assert told(("Malian Army", "MLI", "MIL"), theirs, ours, ("rebels", "MLI", "REB")) == "Malian Army"
    assert told(("Malian Army", "MLI", "MIL"), ("gunmen", None, "UAF"), ("gunmen", None, "UAF")) == "gunmen"
    assert told(ours, ("They", None, "UNK"), ours) == "Our soldiers"


def side(role: str, *told: tuple[tuple[str, str | None, str], ...]) -> Shown:
    """The actors or recipients of an incident, each report of which tells these in one passage."""
    some = []
    for n, parties in enumerate(told):
        one = passages(report(f"r{n}", f"2024-08-0{n + 1}", Tell("A raid on Gao.", "raid")))[0]
        words = one.event.trigger
        who = tuple(
            Actor(replace(words, text=name), name if name[:1].isupper() else None, country, (sector,), None, "test")
            for name, country, sector in parties
        )
        some.append(replace(one, event=replace(one.event, **{role: who})))
    return next(s for s in incident(some, {}).shown if s.field == role)


def test_a_party_that_is_only_described_is_of_the_country_of_which_most_reports_describe_its_sector() -> None:
    traders, theirs, ours = ("traders", None, "CVL"), ("soldiers", "NER", "MIL"), ("40 soldiers", "MLI", "MIL")
    both = side("recipients", (ours,), (traders, theirs), (traders,), (("villagers", "MLI", "CVL"),))
    assert [(p["name"], p["country"]) for p in both.together] == [("traders", None), ("soldiers", "MLI")]
    assert [v.value["country"] for v in both.versions] == ["MLI", None, "NER", None, "MLI"]  # as they are told
    as_told = side("recipients", (traders, theirs), (traders,))
    assert [p["country"] for p in as_told.together] == [None, "NER"]
    both_armies = side("recipients", (theirs, ("troops", "MLI", "MIL")), (("troops", "MLI", "MIL"),))
    assert {p["country"] for p in both_armies.together} == {"NER", "MLI"}  # one report tells them apart
    named = side("recipients", (("Niger Guard", "NER", "MIL"), traders), (ours,), (ours,), (traders,), (traders,))
    assert ("Niger Guard", "NER") in [(p["name"], p["country"]) for p in named.together]


def test_all_who_do_something_together_are_shown_as_the_fullest_passage_has_them() -> None:
    names = ("Mali", "Burkina Faso", "Niger")
    actors = together(("a", ("Niger",)), ("b", names), ("c", ("Niger", "they")))
    assert actors.value["name"] == "Niger" and [p["name"] for p in actors.together] == list(names)
    assert summary([actors], 3) == "Event by Mali, Burkina Faso and Niger; 3 independent reports."
    alone = together(("a", ("Niger",)), ("b", ("Niger", "they")), ("c", ("Chad",)))
    assert alone.together == () and alone.parties == (alone.value,)


def killing(day: str, killed: tuple[int | None, int | None], voice: tuple[str, str, str] | None = None) -> Coded:
    actor = ("Lake Front", "TCD", "REB")
    words = "The attack of Lake Front on Bol killed some, the governor said."
    tell = Tell(words, "attack", actor=actor, killed=killed, voice=voice)
    return report(f"r{day[-2:]}{killed[0]}", day, tell)


def test_a_newer_toll_stands_whoever_gives_it_but_for_who_claims_the_deed() -> None:
    first = killing("2024-08-01", (5, 5))
    governor = killing("2024-08-02", (17, 17), ("the governor", "TCD", "GOV"))
    claim = killing("2024-08-02", (40, 40), ("Lake Front", "TCD", "REB"))
    assert shown_of(first, governor)["counts.killed"].value == 17
    assert shown_of(first, claim)["counts.killed"].value == 5
    assert shown_of(first, governor, claim)["counts.killed"].value == 17
    again = killing("2024-08-03", (40, 40), ("Lake Front", "TCD", "REB"))
    assert shown_of(governor, claim, again)["counts.killed"].value == 17  # passed on by two, it is claimed once
    patrol = killing("2024-08-03", (40, 40))
    assert shown_of(governor, claim, patrol)["counts.killed"].value == 40  # another says so too


def test_an_open_number_counts_for_the_least_that_it_includes() -> None:
    some, many, most = (
        killing("2024-08-01", (700, 900)),
        killing("2024-08-02", (200, None)),
        killing("2024-08-02", (2000, 2000)),
    )
    toll = shown_of(some, many, most)["counts.killed"]
    assert (toll.value, toll.low, toll.high) == ({"min": 700, "max": 900}, 200, 2000)
    assert shown_of(many)["counts.killed"].value == {"min": 200, "max": None}


def test_a_vague_word_stands_for_the_closer_open_number_that_it_includes() -> None:
    over, vague = killing("2024-08-01", (330_001, None)), killing("2024-08-02", (200_000, None))
    assert shown_of(over, vague)["counts.killed"].value == {"min": 330_001, "max": None}
    far = killing("2024-08-01", (5_000_001, None))
    assert shown_of(far, vague)["counts.killed"].value == {"min": 200_000, "max": None}
    few, more = killing("2024-08-02", (12, None)), killing("2024-08-01", (40, None))
    assert shown_of(few, more)["counts.killed"].value == {"min": 12, "max": None}  # two figures, the newer one


def test_people_of_a_country_are_not_its_state() -> None:
    people = Tell(
        "Thousands of Chadians marched.", "marched", type="PROTEST", actor=("Thousands of Chadians", "TCD", "CVL")
    )
    coded = report("a", "2024-08-01", people)
    (event,) = coded.events
    (actor,) = event.actors
    named = replace(coded, events=(replace(event, actors=(replace(actor, name="Chad", id="TCD"),)),))
    value = shown_of(named)["actors"].value
    assert (value["name"], value["id"], value["country"]) == ("Thousands of Chadians", None, "TCD")
    state = replace(actor, name="Chad", id="TCD", sectors=("GOV",))
    value = shown_of(replace(coded, events=(replace(event, actors=(state,)),)))["actors"].value
    assert (value["name"], value["id"]) == ("Chad", "TCD")


def test_contexts_that_are_told_equally_often_stand_together() -> None:
    def told(id_: str, *contexts: str) -> Coded:
        one = report(id_, "2024-07-30", Tell("Rebels attacked Gao.", "attacked"))
        return replace(one, events=tuple(replace(event, contexts=contexts) for event in one.events))

    both = incident(
        passages(told("a", "military", "terrorism"), told("b", "military", "terrorism"), told("c", "health")), {}
    )
    shown = both.told("contexts")
    assert shown is not None and shown.parties == ("military", "terrorism") and shown.value in shown.parties
    one = incident(passages(told("a", "military", "terrorism"), told("b", "military")), {})
    assert [s.parties for s in one.shown if s.field == "contexts"] == [("military",)]
