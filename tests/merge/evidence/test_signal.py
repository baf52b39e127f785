from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.evidence.signal import Signal, against, weighed, words

NAMES = st.sampled_from(("same day", "other place", "length"))


def test_words_stand_there_or_are_made_of_values_when_they_are_asked_for() -> None:
    assert words(("length", 0.5)) == ""
    assert words(("past in one", 1.0, "one speaks of what was before")) == "one speaks of what was before"
    assert words(("other mode", 1.0, against, (("aerial", "heavy"), ("firearms",)))) == "aerial, heavy against firearms"


@given(st.lists(st.tuples(NAMES, st.floats(-1, 1)), max_size=30), st.randoms(use_true_random=False))
def test_the_sum_does_not_hang_on_the_order_and_leaves_out_what_has_no_weight(
    found: list[Signal], chance: object
) -> None:
    weights = {"same day": 1.25, "other place": -0.7}
    whole = weighed(found, weights)
    chance.shuffle(found)  # type: ignore[attr-defined]
    assert weighed(found, weights) == whole
    assert whole == math.fsum(weights[s[0]] * s[1] for s in found if s[0] in weights)
