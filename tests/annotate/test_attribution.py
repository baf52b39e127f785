"""Attribution in the wide sense is read from its own heads, and a model without them gives its statements."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.decode import Decoder, LabelSpace, Thresholds
from dateline.annotate.labels import ROLES, STATUS
from dateline.annotate.tokens import Window
from dateline.records.span import Span

TEXT = "Officials believe rebels fled"
STARTS, ENDS = [0, 10, 18, 25], [9, 17, 24, 29]


class EveryLink:
    """A pair head that ties everything to everything."""

    def __call__(self, act, mention, index, between, features):  # type: ignore[no-untyped-def]
        return np.full((len(index), len(ROLES)), 9.0, dtype=np.float32)


def _bio(tags: str) -> np.ndarray:
    return np.array([[8.0 * (t == x) for x in "OBI"] for t in tags], dtype=np.float32)


def _heads(prefix: str) -> dict[str, np.ndarray]:
    plain = {k: _bio("OOOO") for k in ("source", "cue", "content")}
    told = {f"{prefix}source": _bio("BOOO"), f"{prefix}cue": _bio("OBOO"), f"{prefix}content": _bio("OOBI")}
    return plain | told | {"sector": np.zeros((4, 1), dtype=np.float32)}


@pytest.mark.parametrize("prefix", ["p_", ""])
def test_source_cue_and_content_are_joined(prefix: str) -> None:
    decoder = Decoder(LabelSpace(("A",), (), ("GOV",)), EveryLink(), Thresholds())  # type: ignore[arg-type]
    window = Window([], [], [0, 1, 2, 3], STARTS, ENDS, [0, 0, 0, 0])
    reading = decoder.attributions(window, _heads(prefix), np.zeros((4, 8), dtype=np.float32))
    (said,) = reading.said
    assert (said.source, said.cue, said.content) == (Span(0, 9), Span(10, 17), Span(18, 29))
    assert [m.span for m in reading.mentions] == [Span(0, 9)]
    assert not reading.triggers


def test_the_heads_of_attribution_do_not_touch_events() -> None:
    decoder = Decoder(LabelSpace(("A",), (), ("GOV",)), EveryLink(), Thresholds())  # type: ignore[arg-type]
    window = Window([], [], [0, 1, 2, 3], STARTS, ENDS, [0, 0, 0, 0])
    others = {k: _bio("OOOO") for k in ("part", "place", "time", "count", "hedge")}
    more = {"trigger": np.eye(3, dtype=np.float32)[[0, 0, 0, 0]] * 9, "mode": np.zeros((4, 0), dtype=np.float32)}
    status = {"status": np.zeros((4, len(STATUS)), dtype=np.float32)}
    reading = decoder.read(window, _heads("p_") | others | more | status, np.zeros((4, 8), dtype=np.float32))
    assert not reading.said
    assert not reading.mentions
