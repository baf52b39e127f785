from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.records.run import Run

RUN = Run("r1", "0.1.0", "m1", "plover@2.0", {"floor": "0.5"}, datetime(2024, 1, 1, tzinfo=UTC))


def test_the_coder_is_what_decides_the_codes() -> None:
    assert replace(RUN, id="r2", started=datetime(2025, 1, 1, tzinfo=UTC)).coder == RUN.coder
    for other in ({"version": "0.2.0"}, {"model": "m2"}, {"codebook": "plover@2.1"}, {"settings": {"floor": "0.4"}}):
        assert replace(RUN, **other).coder != RUN.coder  # type: ignore[arg-type]
