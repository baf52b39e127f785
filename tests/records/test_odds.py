from __future__ import annotations

import math

import pytest

from dateline.records.odds import logit


def test_even_chances_weigh_nothing_and_what_is_as_likely_not_weighs_the_same() -> None:
    assert logit(0.5) == 0
    assert logit(0.9) == pytest.approx(-logit(0.1)) == pytest.approx(math.log(9))


@pytest.mark.parametrize("within", [1e-4, 1e-3])
def test_what_is_certain_is_bounded(within: float) -> None:
    assert (
        logit(1.0, within=within)
        == pytest.approx(math.log((1 - within) / within))
        == pytest.approx(-logit(0.0, within=within))
    )
