"""The tables of a store, the same for SQLite and PostgreSQL.

Nothing is overwritten: a row of events, statements, incidents or origins is true from `recorded` until `superseded`
(empty: still), so any earlier state can be read. Keys are given by the one writer, in order, and mean nothing outside.
What is filtered on stands in narrow columns; the record whole is beside it, in `event_records`.
"""

from __future__ import annotations

from dateline.store.tables.accounts import audit, sessions, tokens, users
from dateline.store.tables.coded import (
    acts,
    counterparts,
    event_places,
    event_records,
    events,
    pairs,
    participants,
    parties,
    statements,
)
from dateline.store.tables.columns import METADATA, Utc
from dateline.store.tables.counts import dyads, months, party_counts
from dateline.store.tables.linking import article_marks, block_keys, copy_keys, touched
from dateline.store.tables.merged import (
    changes,
    incident_events,
    incident_records,
    incidents,
    links,
    members,
    origins,
    redirects,
    set_values,
)
from dateline.store.tables.people import (
    actor_merges,
    actor_names,
    additions,
    article_withdrawals,
    decisions,
    edits,
    incident_edits,
    judgements,
)
from dateline.store.tables.reports import articles, codings, inputs, runs
from dateline.store.tables.versions import VERSION, versions
from dateline.store.tables.watching import watch_runs, watches

__all__ = [
    "METADATA",
    "VERSION",
    "Utc",
    "actor_merges",
    "actor_names",
    "acts",
    "additions",
    "article_marks",
    "article_withdrawals",
    "articles",
    "audit",
    "block_keys",
    "changes",
    "codings",
    "copy_keys",
    "counterparts",
    "decisions",
    "dyads",
    "edits",
    "event_places",
    "event_records",
    "events",
    "incident_edits",
    "incident_events",
    "incident_records",
    "incidents",
    "inputs",
    "judgements",
    "links",
    "members",
    "months",
    "origins",
    "pairs",
    "participants",
    "parties",
    "party_counts",
    "redirects",
    "runs",
    "sessions",
    "set_values",
    "statements",
    "tokens",
    "touched",
    "users",
    "versions",
    "watch_runs",
    "watches",
]
