from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.incident import Link
from dateline.records.reasons import Spelling, has_stems

STEMS = "the sentences share: barrack, gao, kil, zzz"


def link(*reasons: str) -> Link:
    return Link("p1", "p2", 0.9, reasons, "weights")


def test_words_are_those_of_the_closest_text() -> None:
    texts = {
        "p1": ("Rebels attacked barracks at GAO.", "Killings in Gao"),
        "p2": ("Gao: a raid", "", "They killed all."),
    }
    spelt = Spelling(texts).link(link(STEMS, "both ASSAULT", "both articles are about: kil"))
    assert spelt.reasons == (
        "the sentences share: barracks, GAO, Killings, zzz",
        "both ASSAULT",
        "both articles are about: Killings",
    )


def test_the_shortest_word_stands_for_a_stem() -> None:
    spelt = Spelling({"p1": ("Soldiering soldiers of the SOLDIERS",)}).link(link("the sentences share: soldi"))
    assert spelt.reasons == ("the sentences share: soldiers",)


def test_what_has_stems() -> None:
    assert has_stems([link("both ASSAULT"), link(STEMS)]) and not has_stems([link("both ASSAULT")])


@given(st.text(max_size=60), st.text(min_size=1, max_size=8), st.text(max_size=60))
def test_a_reason_stays_one_reason(first: str, stem: str, second: str) -> None:
    spelt = Spelling({"p1": (first,), "p2": (second,)}).link(link(f"the sentences share: {stem}"))
    assert len(spelt.reasons) == 1 and spelt.reasons[0].startswith("the sentences share: ")
