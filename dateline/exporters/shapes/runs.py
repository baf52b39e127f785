"""Runs: what was coded when, by which model and settings."""

from __future__ import annotations

from typing import Any

from dateline.exporters.shapes.base import Shape, minute
from dateline.records.flat import Column
from dateline.records.run import Run
from dateline.records.stored_lines import moment

Coded = tuple[Run, int, int]
"""A run with the numbers of articles and events that it coded."""


def _settings(coded: Coded) -> str:
    return "; ".join(f"{name} {value}" for name, value in sorted(coded[0].settings.items()))


def _settings_told(coded: Coded) -> str:
    """The settings, without the long list where each type has a floor of its own."""
    return "; ".join(f"{n} {'by type' if v.startswith('{') else v}" for n, v in sorted(coded[0].settings.items()))


def _run_line(coded: Coded) -> dict[str, Any]:
    run, articles, events = coded
    return {
        "record": "run",
        "id": run.id,
        "started": moment(run.started),
        "finished": moment(run.finished) if run.finished else None,
        "articles": articles,
        "events": events,
        "version": run.version,
        "model": run.model,
        "codebook": run.codebook,
        "settings": dict(run.settings),
    }


RUNS = Shape(
    (
        Column("run", "text", lambda c: c[0].id),
        Column("started", "moment", lambda c: c[0].started),
        Column("finished", "moment", lambda c: c[0].finished),
        Column("articles", "whole", lambda c: c[1]),
        Column("events", "whole", lambda c: c[2]),
        Column("version", "text", lambda c: c[0].version),
        Column("model", "text", lambda c: c[0].model),
        Column("codebook", "text", lambda c: c[0].codebook),
        Column("settings", "text", _settings),
    ),
    _run_line,
    (
        ("run", lambda c: c[0].id),
        ("started", lambda c: minute(c[0].started)),
        ("articles", lambda c: c[1]),
        ("events", lambda c: c[2]),
        ("version", lambda c: c[0].version),
        ("model", lambda c: c[0].model),
        ("codebook", lambda c: c[0].codebook),
        ("settings", _settings_told),
    ),
)
