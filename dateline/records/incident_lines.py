"""Incidents and their history as JSON lines, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dateline.records.incident import Change, Incident, SetBy, Shown, Version
from dateline.records.stored_lines import moment

Json = dict[str, Any]


def answer_line(incident: Incident) -> Json:
    """The JSON object of an incident for those who asked, with its articles and their addresses."""
    return incident_line(incident) | {"articles": list(incident.articles), "urls": list(incident.urls)}


def incident_line(incident: Incident) -> Json:
    """The JSON object of an incident, as a store keeps it."""
    return {
        "record": "incident",
        "id": incident.id,
        "events": list(incident.events),
        "origins": list(incident.origins),
        "outlets": list(incident.outlets),
        "shown": [_shown_line(shown) for shown in incident.shown],
    }


def change_line(change: Change) -> Json:
    """The JSON object of an entry of an incident's history."""
    return {"record": "change"} | asdict(change) | {"at": change.at.isoformat()}


def incident(line: Mapping[str, Any]) -> Incident:
    """The incident of its line."""
    return Incident(
        id=line["id"],
        events=tuple(line["events"]),
        shown=tuple(map(_shown, line["shown"])),
        origins=tuple(line["origins"]),
        outlets=tuple(line["outlets"]),
    )


def _shown_line(shown: Shown) -> Json:
    return {
        "field": shown.field,
        "value": shown.value,
        "rule": shown.rule,
        "low": shown.low,
        "high": shown.high,
        "set_by": _set_by_line(shown.set_by),
        "together": list(shown.together),
        "versions": [_version_line(v) for v in shown.versions],
    }


def _set_by_line(who: SetBy | None) -> Json | None:
    return {"edit": who.edit, "by": who.by, "at": moment(who.at), "reason": who.reason} if who else None


def _version_line(version: Version) -> Json:
    return {
        "value": version.value,
        "event": version.event,
        "article": version.article,
        "origin": version.origin,
        "publisher": version.publisher,
        "published": version.published,
        "said_by": list(version.said_by),
        "stance": version.stance,
        "hedge": version.hedge,
    }


def _shown(line: Mapping[str, Any]) -> Shown:
    versions = tuple(Version(**(v | {"said_by": tuple(v["said_by"])})) for v in line["versions"])
    who = line.get("set_by")  # records of older stores have none, nor `together`
    set_by = SetBy(**(who | {"at": datetime.fromisoformat(who["at"])})) if who else None
    together = tuple(line.get("together") or ())
    return Shown(line["field"], line["value"], line["rule"], versions, line["low"], line["high"], set_by, together)
