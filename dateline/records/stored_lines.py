"""What a store knows, as JSON lines: the record as it was coded or edited, and when and by which run it came."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import Judgement
from dateline.records.lines import event_line, statement_line
from dateline.records.stored import StoredEvent, StoredParty, StoredStatement
from dateline.records.withdrawal import Withdrawal

Json = dict[str, Any]


def stored_event_line(stored: StoredEvent) -> Json:
    """The event line with the fields of the store behind it."""
    return event_line(stored.article, stored.event) | {
        "passage": stored.passage,
        "edited": list(stored.edited),
        "run": stored.run,
        "recorded": moment(stored.recorded),
        "superseded": moment(stored.superseded),
    }


def stored_statement_line(stored: StoredStatement) -> Json:
    """The statement line with the fields of the store behind it."""
    return statement_line(stored.article, stored.statement) | {
        "run": stored.run,
        "recorded": moment(stored.recorded),
        "superseded": moment(stored.superseded),
    }


def party_line(party: StoredParty) -> Json:
    """The JSON object of a party with its numbers of events."""
    return {
        "record": "party",
        "id": party.id,
        "name": party.name,
        "country": party.country,
        "sectors": list(party.sectors),
        "actor_id": party.actor_id,
        "as_actor": party.as_actor,
        "as_recipient": party.as_recipient,
        "as_voice": party.as_voice,
    }


def judgement_line(judgement: Judgement) -> Json:
    """The JSON object of a judgement."""
    return {
        "record": "judgement",
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        **_decided(judgement),
    }


def edit_line(edit: Edit) -> Json:
    """The JSON object of an edit."""
    return {
        "record": "edit",
        "id": edit.id,
        "event": edit.record,
        "passage": edit.passage,
        "field": edit.field,
        "value": edit.value,
        **_decided(edit),
    }


def incident_edit_line(edit: IncidentEdit) -> Json:
    """The JSON object of an edit of an incident."""
    return {
        "record": "incident_edit",
        "id": edit.id,
        "incident": edit.incident,
        "field": edit.field,
        "value": edit.value,
        **_decided(edit),
    }


def moment(value: datetime | None) -> str | None:
    """A moment in ISO form, in UTC."""
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z") if value else None


def _decided(made: Judgement | Edit | IncidentEdit) -> Json:
    """Who decided something, when and why, and who took it back."""
    return {
        "by": made.by,
        "at": moment(made.at),
        "reason": made.reason,
        "withdrawn": _withdrawal(made.withdrawn),
    }


def _withdrawal(value: Withdrawal | None) -> Json | None:
    return {"by": value.by, "at": moment(value.at), "reason": value.reason} if value else None
