"""Values over documents and their intervals."""

from __future__ import annotations

import pytest

from eval.figure import f1, measured, percent


def test_the_value_pools_documents() -> None:
    figure = measured("x", [[1, 2], [9, 10]], percent(0, 1), 12)
    assert figure.value == pytest.approx(100 * 10 / 12, abs=0.06)


def test_the_interval_holds_the_value_and_is_repeatable() -> None:
    table = [[k % 3, 3, 3] for k in range(40)]
    one, two = (measured("x", table, f1(0, 1, 2), 120) for _ in range(2))
    assert one == two
    assert one.low < one.value < one.high


def test_equal_documents_leave_no_doubt() -> None:
    figure = measured("x", [[1, 2]] * 9, percent(0, 1), 18)
    assert (figure.low, figure.high, figure.noise) == (50.0, 50.0, 0.0)


def test_nothing_asked_for_is_no_crash() -> None:
    assert measured("x", [[0, 0, 0]], f1(0, 1, 2), 0).value == 0.0
