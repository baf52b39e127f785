from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.cluster import groups
from dateline.merge.evidence.signal import weighed
from dateline.merge.evidence.telling import Between, Passage, passage
from dateline.merge.evidence.wording import SIGNALS, sentences
from dateline.merge.profile import topic
from dateline.merge.story import BOTH, MOST_BY_WORDS, WEIGHTS, compared, log_odds, story_events, told_of_groups
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
    return sorted((passage(event, report.article, about) for event in report.events), key=lambda p: p.at)


def read(report: Coded) -> Coded:
    """The report as the model reads it, its passages all alike."""
    alike = bytes([1]) * (SIZE * len(VIEWS))
    events = [replace(event, sense=alike) for event in report.events]
    return replace(report, events=story_events(events, report.article))


def odds(report: Coded) -> float:
    """Those of the two passages of a report."""
    one, two = told(report)
    return log_odds(one, two, Between(0, 0, 2))


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


TOLD = (BASE, AGAIN, *(replace(AGAIN, **other) for other in UNLIKE.values()))  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TOLD), min_size=2, max_size=9))
def test_leaving_pairs_out_changes_no_group(some: list[Tell]) -> None:
    for whole in (report("a", "2024-07-30", *some), read(report("a", "2024-07-30", *some))):
        no_group_changes(told(whole))


def no_group_changes(ordered: list[Passage]) -> None:
    whole = {(str(i), str(j)): log_odds(ordered[i], ordered[j], b) for i, j, b in compared(ordered)}
    needed = {(str(i), str(j)): value for (i, j), value in told_of_groups(ordered).items()}
    members = [str(i) for i in range(len(ordered))]
    assert needed.items() <= whole.items()
    assert groups(members, needed) == groups(members, whole)


def test_words_never_say_more_than_is_reckoned_with() -> None:
    for one, two in product(told(report("a", "2024-07-30", *TOLD)), repeat=2):
        found = sentences(one.profile, two.profile)
        assert {signal[0] for signal in found} <= set(SIGNALS)
        assert max(weighed(found, WEIGHTS), weighed(found, BOTH)) <= MOST_BY_WORDS
