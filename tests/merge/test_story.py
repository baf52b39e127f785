from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.cluster import groups
from dateline.merge.evidence import kept
from dateline.merge.evidence.sense import read_rows
from dateline.merge.evidence.signal import weighed
from dateline.merge.evidence.telling import Between, Passage, passages, taking_part, together, together_rows
from dateline.merge.evidence.what import ACTS, SIGNED, acts
from dateline.merge.evidence.wording import NEAR, WHOLE, near, whole
from dateline.merge.profile import topic
from dateline.merge.sense import measures
from dateline.merge.story import BACK, LEAD, SET, both, compared, log_odds, story_events, told_of_groups
from dateline.merge.weights import fitted
from dateline.records.coded import Coded
from dateline.records.sense import SIZE, VIEWS
from tests.merge.reports import GAO, KIDAL, Tell, report

REBELS = ("Rebels", "MLI", "REB")
BASE = Tell(
    "Rebels with rifles attacked Gao on Monday.",
    "attacked",
    actor=REBELS,
    place=("Gao", GAO, "settlement"),
    day=date(2024, 7, 29),
    modes=("firearms",),
)
AGAIN = replace(BASE, words="The attack on Gao by Rebels on Monday lasted an hour.", trigger="attack")
UNLIKE = {
    "another type": {"type": "AID"},
    "only planned": {"status": "planned"},
    "another day": {"day": date(2024, 7, 22)},
    "another place": {
        "words": "The attack on Kidal by Rebels on Monday lasted an hour.",
        "place": ("Kidal", KIDAL, "settlement"),
    },
    "another mode": {"modes": ("aerial",)},
    "another party": {
        "words": "The attack on Gao by Gunmen on Monday lasted an hour.",
        "actor": ("Gunmen", "TCD", "UAF"),
    },
}


def told(report: Coded) -> list[Passage]:
    """The passages of a report."""
    about = topic(report.article)
    return sorted(passages(report.events, report.article, about), key=lambda p: p.at)


def read(report: Coded) -> Coded:
    """The report as the model reads it, its passages all alike."""
    alike = bytes([1]) * (SIZE * len(VIEWS))
    events = [replace(event, sense=alike) for event in report.events]
    return replace(report, events=story_events(events, report.article))


def odds(report: Coded) -> float:
    """Those of the two passages of a report; of passages that are not compared none at all."""
    return log_odds(told(report)).get((0, 1), -math.inf)


def test_the_same_attack_told_again_is_one_event() -> None:
    events = report("a", "2024-07-30", BASE, AGAIN).events
    assert {e.story_event for e in events} == {events[0].id}


@pytest.mark.parametrize("other", UNLIKE.values(), ids=list(UNLIKE))
def test_what_speaks_against_it_counts(other: dict[str, object]) -> None:
    like = report("a", "2024-07-30", BASE, AGAIN)
    unlike = report("a", "2024-07-30", BASE, replace(AGAIN, **other))  # type: ignore[arg-type]
    assert odds(unlike) < odds(like) - 0.2
    assert odds(read(unlike)) < odds(read(like)) - 0.2


def test_an_act_of_another_kind_is_another_event() -> None:
    told = Tell("Donors sent Gao food.", "sent", "AID", place=("Gao", GAO, "settlement"))
    events = report("a", "2024-07-30", BASE, told).events
    assert [e.story_event for e in events] == [e.id for e in events]


def test_a_third_passage_points_to_the_first() -> None:
    third = replace(AGAIN, words="The attack by Rebels on Gao on Monday was the first this year.")
    events = report("a", "2024-07-30", BASE, AGAIN, third).events
    assert [e.story_event for e in events] == [events[0].id] * 3


def test_a_second_attack_is_told_as_another_one() -> None:
    second = replace(AGAIN, words="The second attack on Gao by Rebels on Monday lasted an hour.")
    like, other = (read(report("a", "2024-07-30", BASE, again)) for again in (AGAIN, second))
    assert odds(other) < odds(like) - 0.3


@settings(deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_events_does_not_matter(order: list[int]) -> None:
    whole = report("a", "2024-07-30", BASE, AGAIN, Tell("Donors sent food to Gao.", "sent", "AID"), BASE)
    events = whole.events
    made = story_events([events[i] for i in order], whole.article)
    assert {e.id: e.story_event for e in made} == {e.id: e.story_event for e in events}
    assert [e.id for e in made] == [events[i].id for i in order]


MET = Tell(
    "Ana Sule met Jon Abo in Gao on Monday.",
    "met",
    "CONSULT",
    actor=("Ana Sule", "MLI", "GOV"),
    recipient=("Jon Abo", "TCD", "GOV"),
    place=("Gao", GAO, "settlement"),
    day=date(2024, 7, 29),
    quad="verbal_cooperation",
)
SPOKE = replace(MET, words="Ana Sule and Jon Abo discussed grain.", trigger="discussed", place=None, day=None)
TALKS = Tell("The talks lasted an hour.", "talks", "CONSULT", quad="verbal_cooperation")


def of_parties(again: Tell, alike: int = 0) -> set[str]:
    """What who take part says of the second of two passages, with so many such acts between."""
    one, two = told(report("a", "2024-07-30", MET, again))
    return {name for name, *_ in taking_part(one, two, Between(alike, alike, 2 + alike))}


def test_who_met_discussed_it_there() -> None:
    assert of_parties(SPOKE) == of_parties(SPOKE, 1) == {"both who take part"}
    assert of_parties(TALKS) == {"known act of nobody named"}
    for other in (
        replace(SPOKE, words="Jon Abo and they discussed grain.", actor=None),
        replace(SPOKE, status="planned"),
        replace(SPOKE, words="Ana Sule and Jon Abo met in May.", trigger="met", day=date(2024, 5, 1)),
        replace(TALKS, words="Talks lasted an hour.", trigger="Talks"),
        replace(TALKS, words="The talks were held in Kidal.", place=("Kidal", KIDAL, "settlement")),
        replace(SPOKE, type="AGREE"),
    ):
        assert not of_parties(other)
    assert not of_parties(TALKS, 1)
    promised = [replace(told, type="AGREE", status="planned") for told in (MET, SPOKE)]
    one, two = told(report("a", "2024-07-30", *promised))
    assert not [*taking_part(one, two, Between(0, 0, 2))]
    assert SET.keys() == of_parties(SPOKE) | of_parties(TALKS)
    events = read(report("a", "2024-07-30", MET, SPOKE, TALKS)).events
    assert [e.story_event for e in events] == [events[0].id] * 3


TOLD = (BASE, AGAIN, *(replace(AGAIN, **other) for other in UNLIKE.values()))  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TOLD), min_size=2, max_size=9))
def test_leaving_pairs_out_changes_no_group(some: list[Tell]) -> None:
    for each in (report("a", "2024-07-30", *some), read(report("a", "2024-07-30", *some))):
        no_group_changes(told(each))


def no_group_changes(ordered: list[Passage]) -> None:
    whole = {(str(i), str(j)): value for (i, j), value in log_odds(ordered).items()}
    needed = {(str(i), str(j)): value for (i, j), value in told_of_groups(ordered).items()}
    members = [str(i) for i in range(len(ordered))]
    assert needed.items() <= whole.items()
    assert groups(members, needed) == groups(members, whole)


def test_words_never_say_more_than_is_reckoned_with() -> None:
    for one, two in product(told(report("a", "2024-07-30", *TOLD)), repeat=2):
        for find, names in ((near, NEAR), (whole, WHOLE), (acts, ACTS)):
            found = find(one.profile, two.profile)
            assert {signal[0] for signal in found} <= set(names)
            assert all((-1 if signal[0] in SIGNED else 0) <= signal[1] <= 1 for signal in found)


def test_what_is_weighed_once_is_what_each_pair_comes_to() -> None:
    """Whatever a kind of evidence reads of passages has to be among what tells their classes apart."""
    profiles = [p.profile for p in told(report("a", "2024-07-30", *TOLD, *TOLD))]
    for kind in (*kept.TOLD, *kept.ACTS, *kept.SENTENCES, *kept.STANDING, kept.RANK):
        at_once = kept.Kept(profiles, (kind,), both())
        for (i, one), (j, two) in product(enumerate(profiles), repeat=2):
            assert at_once.weighed(i, j) == weighed(kind.evidence(one, two), both())


def test_how_all_read_is_what_each_pair_reads() -> None:
    chosen = random.Random(5)
    senses = [bytes(chosen.randrange(256) for _ in range(SIZE * len(VIEWS))) for _ in range(40)]
    base = report("a", "2024-07-30", *[BASE] * 40)
    unread = replace(base, events=tuple(replace(e, sense=None) for e in base.events[:1]))
    events = [replace(e, sense=s) for e, s in zip(base.events, senses, strict=True)]
    profiles = [p.profile for p in told(replace(base, events=tuple(events)))] + [p.profile for p in told(unread)]
    _, _, measure = measures()
    rows = [row for some in read_rows(profiles, fitted("retold").of, measure) for row in some]
    for (i, one), (j, two) in product(enumerate(profiles), repeat=2):
        if i < j:
            each = measure(one.sense, two.sense) if one.sense is not None and two.sense is not None else 0.0
            assert rows[j][i] == pytest.approx(each, abs=1e-3)


def test_how_all_are_told_is_how_each_pair_is() -> None:
    chosen = random.Random(7)
    ordered = told(report("a", "2024-07-30", *chosen.choices(TOLD, k=30)))
    weights = fitted("passages").of
    rows = [row for some in together_rows(ordered, weights) for row in some]
    pairs = list(compared(ordered))
    for i, j, between in pairs:
        each = weighed(together(ordered[i], ordered[j], between), weights)
        assert rows[j][i] == pytest.approx(each, abs=1e-9)
    assert len(pairs) > 300


def test_in_the_longest_articles_not_all_pairs_are_compared() -> None:
    ordered = told(report("a", "2024-07-29", *[BASE] * (BACK + LEAD + 5)))
    last = len(ordered) - 1
    seen = {i for i, j, _ in compared(ordered) if j == last}
    assert seen == {*range(LEAD), *range(last - BACK, last)}


def test_a_report_that_dates_two_acts_tells_of_two_however_alike() -> None:
    def acts(first: date, second: date) -> int:
        place = ("Gao", GAO, "settlement")
        told = (
            Tell("Rebels shelled a bridge in Gao.", "shelled", actor=REBELS, place=place, day=first),
            Tell("Rebels shelled a bridge in Gao again.", "shelled", actor=REBELS, place=place, day=second),
        )
        return len({e.story_event for e in report("a", "2024-08-01", *told).events})

    assert acts(date(2024, 7, 29), date(2024, 7, 29)) == 1
    assert acts(date(2024, 7, 26), date(2024, 7, 29)) == 2
