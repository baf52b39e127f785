"""How the answers of a store look in each format: their columns, their JSON objects, their lines in a list."""

from dateline.exporters.shapes.articles import ARTICLES
from dateline.exporters.shapes.base import Shape
from dateline.exporters.shapes.counts import counted
from dateline.exporters.shapes.decisions import CORRECTIONS
from dateline.exporters.shapes.events import CODED, EVENTS, HISTORY, MEMBERS, flat
from dateline.exporters.shapes.incidents import INCIDENTS, NEWS, sums
from dateline.exporters.shapes.parties import PARTIES, dyads
from dateline.exporters.shapes.runs import RUNS
from dateline.exporters.shapes.statements import STATEMENTS

__all__ = [
    "ARTICLES",
    "CODED",
    "CORRECTIONS",
    "EVENTS",
    "HISTORY",
    "INCIDENTS",
    "MEMBERS",
    "NEWS",
    "PARTIES",
    "RUNS",
    "STATEMENTS",
    "Shape",
    "counted",
    "dyads",
    "flat",
    "sums",
]
