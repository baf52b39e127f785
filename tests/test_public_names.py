from __future__ import annotations

import dateline


def test_public_names_are_sorted_and_there() -> None:
    assert dateline.__all__ == sorted(dateline.__all__)
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
