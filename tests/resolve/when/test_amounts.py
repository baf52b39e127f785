from __future__ import annotations

import pytest

from dateline.resolve.when.rules.amounts import duration


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (3, "D", "P3D"),
        (None, "D", "PXD"),
        (None, "H", "PTXH"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "H", "PT30M"),
        (1.5, "D", "P1DT12H"),
        (4, "X", "P40Y"),
        (None, "X", "PXDE"),
        (2, "E", "P4D"),
        (1, "F", "P2W"),
        (2, "m", "P2M"),
        (2, "M", "PT2M"),
        (0.5, "C", "P50Y"),
    ],
)
def test_a_length_has_its_timeml_value(amount: float | None, unit: str, value: str) -> None:
    assert duration(amount, unit) == value
