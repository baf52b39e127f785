"""Stories of one article that may be linked: a chronicle of many days, towns and parties."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import pytest

from dateline.merge import block, linking
from dateline.merge.evidence import apart, when
from dateline.merge.evidence.kept import RANK, TOLD, Kept
from dateline.merge.evidence.signal import weighed
from dateline.merge.evidence.who import CROSSED, crossed
from dateline.merge.evidence.wording import BARE, bare, places, places_rows
from dateline.merge.memory import Memory
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds, whole
from dateline.merge.within import hopeful
from dateline.records.sense import SIZE, VIEWS
from tests.merge.reports import ANSONGO, GAO, KIDAL, Tell, profiles, report

TOWNS = {"Gao": GAO, "Kidal": KIDAL, "Ansongo": ANSONGO}
PARTIES = (("Rebels", "MLI", "REB"), ("Police", "MLI", "COP"), ("Gunmen", "TCD", "UAF"), ("bandits", None, "CRM"))
FIRST = date(2023, 3, 1)
WITHIN = whole(within=True).of


def chronicle(days: int, seed: int, *, read: bool = True) -> list[Profile]:
    """The stories of an article that tells of a day a line, every tenth of the day before."""
    chosen = random.Random(seed)
    lines = []
    for number in range(days):
        if number % 10 == 9:
            lines.append(replace(lines[-1], words=f"The report of {lines[-1].words}"))
            continue
        town, (actor, recipient) = chosen.choice(list(TOWNS)), chosen.sample(PARTIES, 2)
        day, dead = FIRST + timedelta(days=number // 2), chosen.randrange(2, 30)
        words = f"{day:%d %B}: {actor[0]} attacked another {recipient[0]} post in {town}, {dead} died."
        kind = chosen.choice(("ASSAULT", "ASSAULT", "COERCE", "PROTEST"))
        place = (town, TOWNS[town], "settlement")
        known = chosen.random() < 0.8
        count = (dead, dead) if known else None
        lines.append(Tell(words, "attacked", kind, actor, recipient, place, day if known else None, count))
    made = report("a", "2023-06-01", *lines)
    senses = [bytes(chosen.randrange(256) for _ in range(SIZE * len(VIEWS))) for _ in range(6)]
    alike = tuple(replace(e, sense=chosen.choice(senses) if read else None, story_event=e.id) for e in made.events)
    return profiles(replace(made, events=alike))


@pytest.mark.parametrize("read", [True, False], ids=["read", "unread"])
def test_no_pair_that_may_be_one_is_left_out(read: bool) -> None:
    told = chronicle(90, 3, read=read)
    kept = set(hopeful(told))
    likely = {(i, j) for i, j in combinations(range(len(told)), 2) if log_odds(told[i], told[j]) > 0}
    assert likely <= kept
    assert likely and len(kept) < len(told) ** 2 / 8


def test_a_long_article_has_the_links_that_all_its_pairs_have(monkeypatch: pytest.MonkeyPatch) -> None:
    told = chronicle(60, 5)
    weighed_pairs: list[int] = []
    found = []
    for most in (10, 1000):
        monkeypatch.setattr(linking, "MANY", most)
        counted = counting(weighed_pairs)
        found.append(linking.links(told, Memory(), weigh=counted))
    assert found[0] == found[1] != ()
    few, all_ = weighed_pairs
    assert few < all_ / 2


def counting(into: list[int]) -> Callable[[Profile, Profile], float]:
    """Weighs pairs and counts them into the list's new last place."""
    into.append(0)

    def weigh(one: Profile, two: Profile) -> float:
        into[-1] += 1
        return log_odds(one, two)

    return weigh


def test_a_long_article_is_linked_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    told = chronicle(30, 7)
    (other,) = profiles(
        report("b", "2023-03-02", Tell("Rebels attacked the barracks at Gao.", "attacked", place=("Gao", GAO, "exact")))
    )
    met: list[set[tuple[str, str]]] = []
    for most in (10, 1000):
        monkeypatch.setattr(linking, "MANY", most)
        seen: set[tuple[str, str]] = set()
        linking.links([*told, other], Memory(), keys_of=one_key, weigh=noting(seen))
        met.append({pair for pair in seen if other.id in pair})
    assert met[0] == met[1] == {tuple(sorted((one.id, other.id))) for one in told}


def one_key(profile: Profile) -> Collection[int]:
    """The same key for every story."""
    return block.keys(profile) and {1}


def noting(into: set[tuple[str, str]]) -> Callable[[Profile, Profile], float]:
    """Notes which pairs are weighed, and links none."""

    def weigh(one: Profile, two: Profile) -> float:
        into.add((one.id, two.id))
        return -1.0

    return weigh


def test_what_is_weighed_for_all_at_once_is_what_each_pair_comes_to() -> None:
    told = chronicle(40, 9)
    kinds = (*TOLD, RANK)
    by_kind = Kept(told, kinds, WITHIN).rows()
    by_place = (row for some in places_rows(told, WITHIN) for row in some)
    for j, (row, stand) in enumerate(zip(by_kind, by_place, strict=True)):
        for i in range(j):
            each = sum(weighed(kind.evidence(told[i], told[j]), WITHIN) for kind in kinds)
            assert row[i] == pytest.approx(each, abs=1e-4)
            assert stand[i] == pytest.approx(weighed(places(told[i], told[j]), WITHIN), abs=1e-4)


def test_no_kind_says_more_than_is_reckoned_with() -> None:
    for one, two in product(chronicle(30, 11), repeat=2):
        kinds = ((when.when, when.SIGNALS), (apart.apart, apart.SIGNALS), (bare, (BARE,)), (crossed, CROSSED))
        for find, names in kinds:
            found = find(one, two)
            assert {signal[0] for signal in found} <= set(names)
            assert all((-1 if find is crossed else 0) <= signal[1] <= 1 for signal in found)
