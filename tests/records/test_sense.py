from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.sense import MOST, STEP, packed, unpacked


@given(st.lists(st.floats(-3.9, 3.9), min_size=1, max_size=40))
def test_numbers_come_back_to_half_a_step(values: list[float]) -> None:
    numbers = np.array(values, dtype=np.float32)
    sense = packed(numbers)
    assert len(sense) == len(values)
    assert np.abs(unpacked(sense) - numbers).max() <= 0.5 / STEP + 1e-6
    assert packed(unpacked(sense)) == sense


def test_what_is_out_of_reach_is_the_farthest_that_can_be_told() -> None:
    assert unpacked(packed(np.array([99.0, -99.0], dtype=np.float32))).tolist() == [MOST / STEP, -MOST / STEP]
