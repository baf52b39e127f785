"""The tables of a store, the same for SQLite and PostgreSQL.

Nothing is overwritten: a row of events, statements, incidents or origins is true from `recorded` until `superseded`
(empty: still), so any earlier state can be read. Keys are given by the one writer, in order, and mean nothing outside.
What is filtered on stands in narrow columns; the record whole is beside it, in `event_records`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

VERSION = 4
"""Of the schema; raise it with a step in `migrations.py`."""


class Utc(TypeDecorator[datetime]):
    """A point in time with its zone; SQLite, which knows none, keeps it in UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The value as the database takes it."""
        return value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> datetime | None:
        """The value in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


METADATA = sa.MetaData()
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _key() -> sa.Column[Any]:
    return sa.Column("key", KEY, primary_key=True, autoincrement=False)


def _held() -> tuple[sa.Column[Any], sa.Column[Any]]:
    """From when to when a row is what is known."""
    return sa.Column("recorded", Utc, nullable=False), sa.Column("superseded", Utc)


def _withdrawn() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", Utc),
        sa.Column("withdrawn_reason", sa.Text),
    )


def _text(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=not needed)


def _ended(table: sa.Table) -> sa.Index:
    """An index over what does not hold any more, by when it ended: what changed since a moment is found by it."""
    gone = table.c.superseded.is_not(None)
    return sa.Index(f"{table.name}_ended", table.c.superseded, sqlite_where=gone, postgresql_where=gone)


def _live(name: str, table: sa.Table, *columns: sa.Column[Any]) -> sa.Index:
    """An index over what is known now."""
    now = table.c.superseded.is_(None)
    return sa.Index(name, *columns, sqlite_where=now, postgresql_where=now)


versions = sa.Table(
    "schema_version",
    METADATA,
    sa.Column("version", sa.Integer, nullable=False),
    comment="The version of this schema, in one row.",
)

inputs = sa.Table(
    "inputs",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    _text("name", needed=True),
    sa.Column("bytes", sa.LargeBinary, nullable=False),
    comment="Files as they were read (compressed by zlib), by the SHA-256 of their content; kept on demand.",
)

articles = sa.Table(
    "articles",
    METADATA,
    _key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("digest", needed=True),
    _text("text", needed=True),
    *(_text(name) for name in ("title", "published", "publisher", "url", "language", "source")),
    sa.Column("published_day", sa.Date),
    sa.Column("revises", sa.Text),
    sa.Column("input", sa.Text, sa.ForeignKey("inputs.digest")),
    sa.Column("added", Utc, nullable=False),
    sa.Index("articles_by_day", "published_day", "key"),
    comment="Reports as they were read, never changed. "
    "`revises` is the id of an earlier article that came under the same id with another text.",
)

runs = sa.Table(
    "runs",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    _text("coder", needed=True),
    _text("version", needed=True),
    _text("model", needed=True),
    _text("codebook", needed=True),
    sa.Column("settings", sa.JSON, nullable=False),
    sa.Column("started", Utc, nullable=False),
    sa.Column("finished", Utc),
    comment="The runs of the coder, with all that decides what is coded.",
)

codings = sa.Table(
    "codings",
    METADATA,
    _key(),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    _text("coder", needed=True),
    sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
    *_held(),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.UniqueConstraint("article", "coder"),
    sa.Index("codings_run", "run"),
    comment="The ledger: one row says that an article was coded whole, written in the transaction that wrote its "
    "events.",
)

events = sa.Table(
    "events",
    METADATA,
    _key(),
    _text("id", needed=True),
    sa.Column("coding", KEY, sa.ForeignKey("codings.key"), nullable=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    _text("passage", needed=True),
    *_held(),
    _text("story_event", needed=True),
    _text("type", needed=True),
    _text("modes", needed=True),
    _text("contexts", needed=True),
    _text("quad", needed=True),
    sa.Column("intensity", sa.Float, nullable=False),
    _text("status", needed=True),
    sa.Column("hedged", sa.Boolean, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("day", sa.Date),
    sa.Column("last_day", sa.Date),
    _text("time_precision"),
    _text("country"),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    _text("place_precision"),
    _text("publisher"),
    sa.Column("killed_min", sa.Float),
    sa.Column("killed_max", sa.Float),
    sa.Column("trigger_start", sa.Integer, nullable=False),
    sa.Column("trigger_end", sa.Integer, nullable=False),
    _text("edited", needed=True),
    sa.Index("events_id", "id"),
    sa.Index("events_passage", "passage"),
    sa.Index("events_article", "article"),
    sa.Index("events_coding", "coding"),
    comment="Events, as they are filtered. "
    "`version` 0 is as coded, higher ones are with edits; `day` is the first day known, `country`, `lat`, "
    '`lon` those of the first place; `modes`, `contexts` and `edited` are lists as ";a;b;".',
)

_e = events.c
for _name, _columns in {
    "day": (_e.day, _e.key),
    "type": (_e.type, _e.day, _e.key),
    "quad": (_e.quad, _e.day, _e.key),
    "country": (_e.country, _e.day, _e.key),
    "status": (_e.status, _e.day, _e.key),
    "publisher": (_e.publisher, _e.day, _e.key),
    "confidence": (_e.confidence, _e.key),
    "recorded": (_e.recorded, _e.key),
}.items():
    _live(f"events_by_{_name}", events, *_columns)

event_records = sa.Table(
    "event_records",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Column("record", sa.JSON, nullable=False),
    comment="The event whole: the event line of docs/reference/records.md without its article.",
)

event_places = sa.Table(
    "event_places",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("name", "country", "admin1", "precision")),
    *(sa.Column(name, sa.Float) for name in ("lat", "lon", "x", "y", "z")),
    sa.Index("event_places_point", "lat", "lon"),
    sa.Index("event_places_country", "country", "event"),
    comment="All places of events. "
    "`x`, `y`, `z` are the point on a sphere of radius 1: distances need no more than sums of squares.",
)

parties = sa.Table(
    "parties",
    METADATA,
    _key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    *(_text(name) for name in ("name", "country", "sector", "actor_id")),
    _text("sectors", needed=True),
    _text("folded", needed=True),
    _text("actor"),
    sa.Index("parties_country", "country", "sector"),
    sa.Index("parties_actor", "actor_id"),
    sa.Index("parties_group", "actor"),
    comment="Who takes part: one row for each distinct name, country and sectors. `folded` is the name for searching; "
    "`actor` is the same for all rows that are one actor: those of one key of the actor list, else of one name and "
    "country, and what people put together.",
)

participants = sa.Table(
    "participants",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("party", KEY, sa.ForeignKey("parties.key"), nullable=False),
    sa.Index("participants_party", "party", "role", "event"),
    comment="Who takes part in which event. Roles: actor, recipient, voice.",
)

statements = sa.Table(
    "statements",
    METADATA,
    _key(),
    _text("id", needed=True),
    sa.Column("coding", KEY, sa.ForeignKey("codings.key"), nullable=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    *_held(),
    sa.Column("quoted", sa.Boolean, nullable=False),
    sa.Column("party", KEY, sa.ForeignKey("parties.key")),
    sa.Column("day", sa.Date),
    _text("publisher"),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Index("statements_id", "id"),
    sa.Index("statements_article", "article"),
    comment="Reported speech. `day` is the day of publication, `party` who said it.",
)
_live("statements_by_day", statements, statements.c.day, statements.c.key)
_live("statements_by_party", statements, statements.c.party, statements.c.day, statements.c.key)

months = sa.Table(
    "months",
    METADATA,
    *(sa.Column(name, sa.Text, primary_key=True) for name in ("month", "type", "quad", "country")),
    sa.Column("events", sa.Integer, nullable=False),
    comment='How many events are known, by month ("2024-07", "" undated), type, quad class and country ("" unknown).',
)

dyads = sa.Table(
    "dyads",
    METADATA,
    *(
        sa.Column(name, sa.Text, primary_key=True)
        for name in ("month", "actor_country", "actor_sector", "recipient_country", "recipient_sector", "quad")
    ),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Index("dyads_countries", "actor_country", "recipient_country", "quad", "month", "events"),
    comment="How many events are known, by month, who, to whom (each pair of an event once) and quad class.",
)

party_counts = sa.Table(
    "party_counts",
    METADATA,
    sa.Column("party", KEY, sa.ForeignKey("parties.key"), primary_key=True, autoincrement=False),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("events", sa.Integer, nullable=False),
    comment="In how many events that are known a party takes part, by role.",
)

judgements = sa.Table(
    "judgements",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(_text(name, needed=True) for name in ("left", "right", "verdict", "by", "reason")),
    sa.Column("at", Utc, nullable=False),
    *_withdrawn(),
    sa.Index("judgements_left", "left"),
    sa.Index("judgements_right", "right"),
    comment="Whether two passages are the same happening, as people decided; a withdrawn one does not hold.",
)

edits = sa.Table(
    "edits",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(_text(name, needed=True) for name in ("record", "passage", "field", "by", "reason")),
    sa.Column("value", sa.JSON),
    sa.Column("at", Utc, nullable=False),
    *_withdrawn(),
    sa.Index("edits_passage", "passage"),
    comment="Fields of events as people set them; a withdrawn one does not hold.",
)

links = sa.Table(
    "links",
    METADATA,
    sa.Column("left", sa.Text, primary_key=True),
    sa.Column("right", sa.Text, primary_key=True),
    sa.Column("recorded", Utc, primary_key=True),
    sa.Column("superseded", Utc),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    _text("by", needed=True),
    sa.Index("links_right", "right"),
    comment="Why two passages are held to be one happening, or not, by the program.",
)

origins = sa.Table(
    "origins",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    *(
        sa.Column("recorded", Utc, primary_key=True),
        sa.Column("superseded", Utc),
    ),
    _text("origin", needed=True),
    sa.Column("share", sa.Float, nullable=False),
    _text("basis", needed=True),
    _text("agency"),
    sa.Index("origins_origin", "origin"),
    comment="Which origin an article is a copy of (itself, where it is the origin).",
)

incidents = sa.Table(
    "incidents",
    METADATA,
    _key(),
    _text("id", needed=True),
    *_held(),
    _text("type"),
    _text("quad"),
    _text("status"),
    sa.Column("day", sa.Date),
    sa.Column("last_day", sa.Date),
    _text("country"),
    *(sa.Column(name, sa.Float) for name in ("lat", "lon", "x", "y", "z", "killed_low", "killed_best", "killed_high")),
    *(sa.Column(name, sa.Integer, nullable=False) for name in ("origins", "outlets", "events")),
    sa.Column("record", sa.JSON, nullable=False),
    _text("place_precision"),
    sa.Index("incidents_id", "id"),
    comment="One row for each state of an incident; the state whole is in `record`.",
)
_i = incidents.c
for _name, _columns in {
    "day": (_i.day, _i.key),
    "type": (_i.type, _i.day, _i.key),
    "quad": (_i.quad, _i.day, _i.key),
    "country": (_i.country, _i.day, _i.key),
    "point": (_i.lat, _i.lon),
    "origins": (_i.origins, _i.day, _i.key),
    "recorded": (_i.recorded, _i.key),
}.items():
    _live(f"incidents_by_{_name}", incidents, *_columns)

incident_events = sa.Table(
    "incident_events",
    METADATA,
    sa.Column("passage", sa.Text, primary_key=True),
    sa.Column("recorded", Utc, primary_key=True),
    sa.Column("superseded", Utc),
    _text("incident", needed=True),
    sa.Index("incident_events_incident", "incident"),
    comment="Which incident a passage belongs to.",
)

touched = sa.Table(
    "touched",
    METADATA,
    _key(),
    *(_text(name, needed=True) for name in ("kind", "id", "cause")),
    sa.Column("at", Utc, nullable=False),
    comment="What merging still has to look at: written with what makes it necessary, deleted with what merging found.",
)

block_keys = sa.Table(
    "block_keys",
    METADATA,
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Index("block_keys_event", "event"),
    sqlite_with_rowid=False,
    comment="Under what merging looks stories up, each by its first event; made from the events, of what holds now.",
)

article_marks = sa.Table(
    "article_marks",
    METADATA,
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), primary_key=True, autoincrement=False),
    sa.Column("topic", sa.JSON, nullable=False),
    _text("agency"),
    sa.Column("earlier", KEY, sa.ForeignKey("articles.key")),
    sa.Column("share", sa.Float),
    _text("basis"),
    sa.Index("article_marks_earlier", "earlier"),
    comment="What merging keeps of a text: its most telling words with their weights, the agency it credits, and the "
    "earlier article that it hangs on as a copy, with the share of its words that stand there.",
)

copy_keys = sa.Table(
    "copy_keys",
    METADATA,
    sa.Column("copy_key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    comment="Under what merging looks texts up: two that share a key may be copies.",
)

redirects = sa.Table(
    "redirects",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("recorded", Utc, primary_key=True),
    sa.Column("superseded", Utc),
    _text("target", needed=True),
    sa.Index("redirects_target", "target"),
    comment="Ids of incidents that were merged into others.",
)

# What people do in the workbench

decisions = sa.Table(
    "decisions",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(_text(name, needed=True) for name in ("kind", "by", "reason", "words")),
    sa.Column("at", Utc, nullable=False),
    *(_text(name) for name in ("passage", "record", "verdict", "sample")),
    sa.Column("parts", sa.JSON, nullable=False),
    sa.Column("detail", sa.JSON, nullable=False),
    *_withdrawn(),
    sa.Index("decisions_passage", "passage"),
    sa.Index("decisions_at", "at"),
    comment="What people decided in one step, as it is undone: kind is review, edit, judgement, split, join or actor; "
    "`parts` are the ids of the edits and judgements it made; a review has a passage, the event that was seen "
    "(`record`) and a verdict (accept, fix, reject).",
)

actor_merges = sa.Table(
    "actor_merges",
    METADATA,
    sa.Column("actor", sa.Text, primary_key=True),
    _text("target", needed=True),
    comment="Actors that people put together with others; what holds now.",
)

actor_names = sa.Table(
    "actor_names",
    METADATA,
    sa.Column("actor", sa.Text, primary_key=True),
    _text("name", needed=True),
    comment="Names that people gave to actors; what holds now.",
)

users = sa.Table(
    "users",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    *(_text(name, needed=True) for name in ("password", "role")),
    sa.Column("created", Utc, nullable=False),
    comment="Accounts. `password` is a scrypt digest with its salt and costs; role is reader, reviewer or admin.",
)

sessions = sa.Table(
    "sessions",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("user", sa.Text, sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    *(sa.Column(name, Utc, nullable=False) for name in ("created", "seen")),
    sa.Index("sessions_user", "user"),
    comment="Who is logged in, by the SHA-256 of the cookie.",
)

tokens = sa.Table(
    "tokens",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("user", sa.Text, sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    _text("name", needed=True),
    sa.Column("digest", sa.Text, nullable=False, unique=True),
    sa.Column("created", Utc, nullable=False),
    sa.Column("used", Utc),
    sa.Index("tokens_user", "user"),
    comment="Keys of programs to the API, by the SHA-256 of the secret.",
)

audit = sa.Table(
    "audit",
    METADATA,
    _key(),
    sa.Column("at", Utc, nullable=False),
    *(_text(name, needed=True) for name in ("by", "action", "object")),
    sa.Column("detail", sa.JSON, nullable=False),
    _text("address"),
    sa.Index("audit_by", "by", "key"),
    sa.Index("audit_at", "at"),
    comment="Who changed what from where, through the workbench; written with the change, never changed.",
)

ENDED = tuple(_ended(table) for table in (events, incidents, incident_events))
incident_events_recorded = sa.Index("incident_events_recorded", incident_events.c.recorded)

changes = sa.Table(
    "changes",
    METADATA,
    _key(),
    _text("incident", needed=True),
    sa.Column("at", Utc, nullable=False),
    *(_text(name, needed=True) for name in ("kind", "cause", "words")),
    _text("field"),
    sa.Column("old", sa.JSON),
    sa.Column("new", sa.JSON),
    sa.Index("changes_incident", "incident", "at"),
    comment="The history of incidents: what changed, and what caused it.",
)
