"""The fitted weights of the signals: `data/weights.json`, where each table says what it weighs and was fitted on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.fixed import fixed

NAME = "weights.json"


@fixed()
class Weights:
    """What each signal adds to the log-odds at full strength, `bias` without any."""

    bias: float
    of: Mapping[str, float]


@cache
def fitted(table: str) -> Weights:
    """The weights of stories of two articles ("between"), of one ("within"), or of passages ("passages", "retold")."""
    found = _tables()[table]
    return Weights(found["bias"], found["weights"])


def signed() -> str:
    """What a link is signed with: its number changes with the weights, and with what the signals find."""
    return f"merge.score {_tables()['number']}"


@cache
def _tables() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(files("dateline.merge").joinpath("data", NAME).read_text(encoding="utf-8"))
    return found
