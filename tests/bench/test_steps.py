"""Where the time goes: every step of the pipeline is found where it is called."""

from __future__ import annotations

from bench.steps import STEPS, measured
from dateline import pipeline
from dateline.records.article import Article

TEXT = (
    "GAO, July 30 - Rebels attacked the barracks at Gao on Monday and killed seven soldiers, the army said.\n\n"
    "The governor met elders in Kidal on Tuesday."
)


def test_each_step_takes_time(parts: pipeline.Parts) -> None:
    found = measured([Article("a", TEXT, published="2024-07-31")], parts)
    shares = found["share of steps"]
    assert {*STEPS.values(), "code", "cut and decode", "encoder", "assemble"} <= shares.keys()
    assert all(shares[step] > 0 for step in STEPS.values())
