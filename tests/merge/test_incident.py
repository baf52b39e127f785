from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.merge.incident import incident, moved
from dateline.merge.pick import stated
from dateline.merge.summary import summary
from dateline.records.coded import Coded
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident, Shown
from dateline.records.incident_lines import incident as read
from dateline.records.incident_lines import incident_line
from dateline.records.resolved import Actor
from tests.merge.reports import ANSONGO, GAO, KIDAL, Tell, passages, report

REBELS = ("Rebels", "MLI", "REB")
MONDAY = date(2024, 7, 29)
GAO_TOWN = ("Gao", GAO, "settlement")
PLANNED = report("a", "2024-07-28", Tell("Rebels plan an attack on Gao.", "attack", status="planned", actor=REBELS))
EARLY = report(
    "b",
    "2024-07-29",
    Tell(
        "Rebels attacked Gao and killed 12, the Army said.",
        "attacked",
        actor=REBELS,
        place=GAO_TOWN,
        day=MONDAY,
        killed=(12, 12),
        voice=("Army", "MLI", "MIL"),
    ),
    Tell(
        "Rebels said they killed 40 in the raid on Gao.",
        "raid",
        actor=REBELS,
        killed=(40, 40),
        voice=("Rebels", "MLI", "REB"),
    ),
    publisher="The Paper",
)
LATE = report(
    "c",
    "2024-08-01",
    Tell(
        "The attack on Gao killed at least 17, Doctors said; two were children.",
        "attack",
        place=GAO_TOWN,
        killed=(17, None),
    ),
    publisher="Another Paper",
)
COPY = report(
    "d",
    "2024-08-01",
    Tell(
        "The attack on Gao killed at least 17, Doctors said; two were children.",
        "attack",
        place=GAO_TOWN,
        killed=(17, None),
    ),
    publisher="A Third",
)


def made() -> Incident:
    return incident(passages(LATE, COPY, EARLY, PLANNED), {"d": "c"})


def field(name: str) -> Shown:
    return next(s for s in made().shown if s.field == name)


def test_founded_by_its_first_passage_and_counted_by_origin_and_outlet() -> None:
    one = made()
    assert one.id == "ea00" and one.events == ("ea00", "eb00", "eb01", "ec00", "ed00")
    assert one.origins == ("a", "b", "c")
    assert one.outlets == ("The Paper", "Another Paper", "A Third")


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


def test_the_class_is_that_of_the_type_shown() -> None:
    told = [
        Tell(f"Rebels protested in Gao, report {n}.", "protested", type=kind, quad=quad)
        for n, (kind, quad) in enumerate(
            [("ACCUSE", "verbal_conflict"), ("REJECT", "verbal_conflict"), *[("PROTEST", "material_conflict")] * 2]
        )
    ]
    told.append(Tell("Rebels threatened Gao.", "threatened", type="THREATEN", quad="verbal_conflict"))
    reports = [report(f"r{n}", "2024-08-01", tell) for n, tell in enumerate(told)]
    by = {s.field: s for s in incident(passages(*reports), {}).shown}
    assert (by["type"].value, by["quad"].value) == ("PROTEST", "material_conflict")
    assert len(by["quad"].versions) == 5 and "type" in by["quad"].rule


def test_ids_that_are_no_more_lead_on() -> None:
    now = [Incident("e1", ("e1", "e2", "e3"), (), (), ()), Incident("e4", ("e4",), (), (), ())]
    before = {"e1": ("e1",), "e2": ("e2", "e4"), "e9": ("e9",)}
    assert moved(before, now) == {"e2": "e1", "e9": None}


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


def test_modes_are_those_of_the_type_shown() -> None:
    def modes(*kinds: tuple[str, tuple[str, ...]]) -> dict[str, object]:
        tells = [Tell(f"Rebels acted, report {n}.", "acted", type=t, modes=m) for n, (t, m) in enumerate(kinds)]
        reports = [report(f"r{n}", "2024-08-01", tell) for n, tell in enumerate(tells)]
        return {s.field: s.value for s in incident(passages(*reports), {}).shown}

    both = modes(("ASSAULT", ()), ("ASSAULT", ("bombing",)), ("COERCE", ("arrest",)))
    assert (both["type"], both["modes"]) == ("ASSAULT", "bombing")
    assert "modes" not in modes(("ASSAULT", ()), ("ASSAULT", ()), ("COERCE", ("arrest",)))


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


def together(*told: tuple[str, tuple[str, ...]]) -> Shown:
    """The actors of an incident whose reports name these."""
    some = []
    for id_, names in told:
        one = passages(report(id_, "2024-07-29", Tell("Capitals expelled the envoy.", "expelled", type="SANCTION")))[0]
        words = one.event.trigger
        actors = tuple(Actor(words, name, name[:3].upper(), ("GOV",), None, "test") for name in names)
        some.append(replace(one, event=replace(one.event, actors=actors)))
    return next(s for s in incident(some, {}).shown if s.field == "actors")


def test_all_who_do_something_together_are_shown_as_the_fullest_passage_has_them() -> None:
    names = ("Mali", "Burkina Faso", "Niger")
    actors = together(("a", ("Niger",)), ("b", names), ("c", ("Niger", "they")))
    assert actors.value["name"] == "Niger" and [p["name"] for p in actors.together] == list(names)
    assert summary([actors], 3) == "Event by Mali, Burkina Faso and Niger; 3 independent reports."
    alone = together(("a", ("Niger",)), ("b", ("Niger", "they")), ("c", ("Chad",)))
    assert alone.together == () and alone.parties == (alone.value,)


def test_many_who_do_something_together_are_named_in_part() -> None:
    names = ("Mali", "Burkina Faso", "Niger", "Chad", "Togo", "Benin", "Ghana")
    assert summary([together(("a", names))], 1) == "Event by Mali, Burkina Faso, Niger and 4 others; one report."
    assert "Niger and 1 other;" in summary([together(("a", names[:4]))], 1)


def test_what_a_person_sets_stands_alone_and_lines_keep_all() -> None:
    actors = together(("a", ("Mali", "Niger")))
    edit = IncidentEdit("i1", "e", "actors", {"name": "Togo"}, "ana", datetime(2024, 8, 1, tzinfo=UTC), "read it")
    assert stated("actors", actors.versions, edit).parties == ({"name": "Togo"},)
    one = Incident("e", ("e",), (actors,), ("a",), ())
    assert read(incident_line(one)) == one


def shown_of(*reports: Coded) -> dict[str, Shown]:
    return {s.field: s for s in incident(passages(*reports), {}).shown}


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


def test_words_for_a_place_that_nobody_knows_are_left_out_of_the_sentence() -> None:
    def known(place: str) -> str:
        tell = Tell(f"Rebels attacked {place}.", "attacked", place=(place, GAO, "settlement"))
        (event,) = report("a", "2024-08-01", tell).events
        bare = replace(event.where[0], country=None, lat=None, lon=None)
        coded = report("a", "2024-08-01", tell)
        return str(shown_of(replace(coded, events=(replace(event, where=(bare,)),)))["summary"].value)

    assert known("village") == "Assault; one report."
    assert known("Shash area") == "Assault in Shash area; one report."


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
