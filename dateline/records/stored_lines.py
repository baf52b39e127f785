"""What a store knows, as JSON lines: the record as it was coded or edited, and when and by which run it came."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import Judgement
from dateline.records.lines import article_stub, event_line, statement_line
from dateline.records.stored import StoredArticle, StoredEvent, StoredParty, StoredStatement
from dateline.records.withdrawal import Withdrawal

Json = dict[str, Any]


def stored_event_line(stored: StoredEvent) -> Json:
    """The event line with the fields of the store behind it."""
    return event_line(stored.article, stored.event) | {
        "passage": stored.passage,
        "edited": list(stored.edited),
        "added_by": stored.added_by,
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


def article_item(stored: StoredArticle) -> Json:
    """An article without its text, with the numbers of what is known of it."""
    gone = stored.withdrawn
    return article_stub(stored.article) | {
        "language": stored.article.language,
        "source": stored.article.source,
        "added": moment(stored.added),
        "events": stored.events,
        "statements": stored.statements,
        "words": stored.words,
        "withdrawn": {"id": gone.id, **_made(gone)} if gone else None,
    }


def article_line(stored: StoredArticle) -> Json:
    """The JSON object of an article in a list; `revises` is the article that it is a later text of."""
    return {"record": "article"} | article_item(stored) | {"revises": stored.revises}


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


def addition_line(addition: Addition) -> Json:
    """The JSON object of an event that a person added."""
    return {
        "record": "addition",
        "id": addition.id,
        "article": addition.article,
        "passage": addition.passage,
        "event": {name: value for name, value in addition.event.items() if name not in ("sense", "item")},
        **_decided(addition),
    }


def article_withdrawal_line(one: ArticleWithdrawal) -> Json:
    """The JSON object of the withdrawal of an article."""
    return {"record": "article_withdrawal", "id": one.id, "article": one.article, **_decided(one)}


def decided_line(made: Decided) -> Json:
    """The JSON object of anything that a person decided."""
    if isinstance(made, Judgement):
        return judgement_line(made)
    if isinstance(made, Edit):
        return edit_line(made)
    if isinstance(made, IncidentEdit):
        return incident_edit_line(made)
    return addition_line(made) if isinstance(made, Addition) else article_withdrawal_line(made)


def moment(value: datetime | None) -> str | None:
    """A moment in ISO form, in UTC."""
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z") if value else None


def _decided(made: Decided) -> Json:
    """Who decided something, when and why, and who took it back."""
    return {
        **_made(made),
        "withdrawn": _made(made.withdrawn) if made.withdrawn else None,
    }


def _made(one: Decided | Withdrawal) -> Json:
    """By whom, when and why."""
    return {"by": one.by, "at": moment(one.at), "reason": one.reason}
