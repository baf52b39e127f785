"""All that is known of one incident, together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from dateline.fixed import fixed
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Change, Incident, Link, Origin
from dateline.records.incident_lines import answer_line, change_line
from dateline.records.judgement import Judgement
from dateline.records.stored import StoredEvent
from dateline.records.stored_lines import incident_edit_line, judgement_line, stored_event_line


@fixed()
class Dossier:
    """An incident with its passages, the origins of their articles, why they are linked, and what changed.

    `events` are the passages in the order of the incident, `origins` come with their copies; `publishers` names the
    outlet of each article, also of copies that tell of other things; `links` and `judgements` are those between the
    passages, `edits` what people set of the incident; `changes` are the history, also of what was merged into the
    incident, oldest first.
    """

    incident: Incident
    events: tuple[StoredEvent, ...]
    origins: tuple[Origin, ...]
    publishers: Mapping[str, str | None]
    links: tuple[Link, ...]
    judgements: tuple[Judgement, ...]
    changes: tuple[Change, ...]
    edits: tuple[IncidentEdit, ...] = ()


def dossier_line(dossier: Dossier) -> dict[str, Any]:
    """The JSON object of a dossier."""
    return answer_line(dossier.incident) | {
        "passages": [stored_event_line(event) for event in dossier.events],
        "copies": [asdict(origin) for origin in dossier.origins],
        "links": [asdict(link) for link in dossier.links],
        "judgements": [judgement_line(judgement) for judgement in dossier.judgements],
        "edits": [incident_edit_line(edit) for edit in dossier.edits],
        "changes": [change_line(change) for change in dossier.changes],
    }
