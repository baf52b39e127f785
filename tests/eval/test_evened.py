from __future__ import annotations

from dataclasses import replace
from datetime import date

from eval.evened import Evened, between
from eval.happenings import Gold, Judged
from tests.merge.reports import GAO, KIDAL, Tell, report

HIT = Tell(
    "Rebels attacked Gao on Monday and killed twelve.",
    "attacked",
    actor=("Rebels", "MLI", "REB"),
    place=("Gao", GAO, "settlement"),
    day=date(2024, 7, 29),
    killed=(12, 12),
)
FAR = replace(
    HIT,
    words="Gunmen attacked Kidal in May and killed three.",
    actor=("Gunmen", "TCD", "UAF"),
    place=("Kidal", KIDAL, "settlement"),
    day=date(2024, 5, 3),
    killed=(3, 3),
)
CODED = [report("a", "2024-07-30", HIT), report("b", "2024-07-30", HIT), report("c", "2024-07-30", FAR)]


def test_what_is_sure_comes_out_the_same_in_every_draw() -> None:
    linked = Evened(CODED)
    a, b, c = (one.events[0].id for one in CODED)
    for draw in range(5):
        incident_of = linked.incidents(draw)
        assert incident_of[a] == incident_of[b] != incident_of[c]
        assert incident_of == linked.incidents(draw)


def test_pairs_are_counted_that_the_gold_judges_between_articles() -> None:
    gold = Gold({}, {}, {}, ())
    happenings = {"a": "1.A", "b": "1.A", "c": None}
    mine = [Judged(one.article.id, "1", happenings[one.article.id], one.events[0]) for one in CODED]
    assert between(mine, gold, ["all"] * 3) == (1, 3, 1)
    assert between(mine, gold, ["a", "b", "c"]) == (0, 0, 1)
    assert between([mine[0], mine[0]], gold, ["all"] * 2) == (0, 0, 0)
