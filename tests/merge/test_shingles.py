from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.shingles import KEYS, keys, shared, shingles

TEXT = "Rebels attacked an army post near Gao on Monday and withdrew before the patrol from the town had arrived there."


def test_case_and_punctuation_do_not_count() -> None:
    assert np.array_equal(shingles(TEXT), shingles(TEXT.upper().replace(" ", ",  ")))


def test_a_part_shares_its_runs_with_the_whole() -> None:
    part = shingles(TEXT[: TEXT.index(" and withdrew")])
    assert shared(part, shingles(TEXT)) == len(part) == 7


def test_keys_fit_a_signed_column_and_differ_between_texts() -> None:
    one, two = keys(shingles(TEXT)), keys(shingles("Quite another report about the harvest of millet in the south"))
    assert len(one) == KEYS and all(0 <= k < 2**63 for k in one)
    assert not set(one) & set(two)


def test_nothing_has_no_keys() -> None:
    assert keys(shingles(" .,")) == ()


@settings(deadline=None)
@given(st.text())
def test_any_text_has_sorted_runs_each_once(text: str) -> None:
    runs = shingles(text)
    assert np.array_equal(runs, np.unique(runs))
    assert keys(runs) == keys(shingles(text))
