"""Incidents with given values shown, told by one report."""

from __future__ import annotations

from typing import Any

from dateline.records.incident import Incident, Shown, Version

GAO = {"name": "Gao", "country": "MLI", "admin1": "Gao", "lat": 16.27, "lon": -0.04, "precision": "settlement"}
DAY = {"start": "2024-07-29", "end": "2024-07-29"}
REBELS = {"name": "Rebels", "country": "MLI", "sectors": ["REB"]}
ARMY = {"name": "Army", "country": "MLI", "sectors": ["MIL"]}
CROWD = {"name": "protesters", "country": "MLI", "sectors": ["CVL"]}


def incident(type: str = "ASSAULT", modes: str = "", **values: Any) -> Incident:
    """An incident of Gao that says what is given; `counts_killed` for `counts.killed`."""
    given = {
        "type": type,
        "modes": [modes] if modes else None,
        "status": "happened",
        "where": GAO,
        "when": DAY,
        "summary": "Assault in Gao.",
        **{name.replace("_", ".", 1) if name.startswith("counts") else name: v for name, v in values.items()},
    }
    said = Version(7, "e1", "a", "a", "Paper", "2024-07-30", ("Ministry",), "alleged", None)
    shown = tuple(
        Shown(name, value, "", (said,), *((5.0, 9.0) if name == "counts.killed" else ()))
        for name, value in given.items()
    )
    return Incident("e1", ("e1",), shown, ("a", "b"), ("Paper", "=Other"))
