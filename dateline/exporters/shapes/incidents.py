"""Incidents, what is new of them for a question that is kept, and their sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dateline.exporters.shapes.base import Shape
from dateline.records.flat import INCIDENT_COLUMNS, Column, row, set_by_people
from dateline.records.incident import Incident
from dateline.records.incident_lines import answer_line
from dateline.records.sums import SumBy
from dateline.records.sums import columns as sum_columns
from dateline.records.watch import News, in_short, news_line


def _shown(field: str) -> Callable[[Incident], object]:
    return lambda i: i.value(field)


def _day(incident: Incident) -> str:
    when = _shown("when")(incident)
    start, end = (when.get("start"), when.get("end")) if isinstance(when, Mapping) else (None, None)
    return str(start or "") if start == end else f"{start or '…'} to {end or '…'}"


INCIDENTS = Shape(
    INCIDENT_COLUMNS,
    answer_line,
    (
        ("incident", lambda i: i.id),
        ("when", _day),
        ("type", _shown("type")),
        ("known", _shown("summary")),
        ("reports", lambda i: len(i.origins)),
        ("status", _shown("status")),
        ("set by people", set_by_people),
    ),
    "incidents",
)


def _of_incident(column: Column, news: News) -> object:
    return column.get(news.incident)


def _changed(news: News) -> str:
    """What changed, in words."""
    return "; ".join(change.words for change in in_short(news))


def _reports(news: News) -> str:
    then, now = news.origins_before, len(news.incident.origins)
    return f"{then} → {now}" if news.before and then != now else str(now)


NEWS = Shape(
    (
        Column("watch", "text", lambda n: n.watch),
        Column("news", "text", lambda n: n.kind),
        Column("what", "text", lambda n: "; ".join(n.what)),
        Column("changes", "text", _changed),
        Column("changed_at", "moment", lambda n: max((c.at for c in n.changes), default=None)),
        Column("origins_before", "whole", lambda n: n.origins_before),
        *(Column(c.name, c.kind, partial(_of_incident, c)) for c in INCIDENT_COLUMNS),
    ),
    news_line,
    (
        ("watch", lambda n: n.watch),
        ("news", lambda n: n.kind),
        ("incident", lambda n: n.incident.id),
        ("when", lambda n: _day(n.incident)),
        ("known", lambda n: n.incident.value("summary")),
        ("reports", _reports),
        ("changed", _changed),
    ),
    "news",
)
"""What is new for a question that is kept: the incident as it is now, with what changed."""


def sums(by: SumBy, quads: Sequence[str]) -> Shape:
    """The shape of incidents that are added up by place, time or type."""
    columns = sum_columns(by, quads)
    read = [c for c in columns if not c.name.endswith(("_low", "_high"))]
    return Shape(columns, lambda one: {"record": "sum", **row(columns, one)}, tuple((c.name, c.get) for c in read))
