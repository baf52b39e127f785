"""What the coder found: events with their places and parties, and what was said."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA, ended, held, key, live, text

events = sa.Table(
    "events",
    METADATA,
    key(),
    text("id", needed=True),
    sa.Column("coding", KEY, sa.ForeignKey("codings.key"), nullable=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    text("passage", needed=True),
    *held(),
    text("story_event", needed=True),
    text("type", needed=True),
    text("modes", needed=True),
    text("contexts", needed=True),
    text("quad", needed=True),
    sa.Column("intensity", sa.Float, nullable=False),
    text("status", needed=True),
    sa.Column("hedged", sa.Boolean, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("day", sa.Date),
    sa.Column("last_day", sa.Date),
    text("time_precision"),
    text("country"),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    text("place_precision"),
    text("publisher"),
    sa.Column("killed_min", sa.Float),
    sa.Column("killed_max", sa.Float),
    sa.Column("trigger_start", sa.Integer, nullable=False),
    sa.Column("trigger_end", sa.Integer, nullable=False),
    text("edited", needed=True),
    sa.Column("published", sa.Date),
    text("added_by"),
    sa.Index("events_id", "id"),
    sa.Index("events_passage", "passage"),
    sa.Index("events_article", "article"),
    sa.Index("events_coding", "coding"),
    comment="Events, as they are filtered. "
    "`version` 0 is as coded, higher ones are with edits, or added by hand (`added_by` says by whom); `day` is the "
    "first day known, `country`, `lat`, "
    "`lon` those of the first place, `published` the day of the article; "
    '`modes`, `contexts` and `edited` are lists as ";a;b;".',
)
live(
    events,
    day="day key published",
    type="type day key status published confidence modes contexts",
    quad="quad day key status published confidence modes contexts",
    country="country day key",
    status="status day key published confidence modes contexts",
    publisher="publisher day key published",
    confidence="confidence key",
    published="published day key type quad status confidence",
    recorded="recorded key",
    modes="modes day key type quad status published confidence",
    contexts="contexts day key type quad status published confidence",
    passage="passage",
)
ended(events)
ended(events, "day", "key")
_EDITED = events.c.superseded.is_(None) & (events.c.edited != "")
sa.Index("events_edited", events.c.day, events.c.key, sqlite_where=_EDITED, postgresql_where=_EDITED)
_CHANGED = events.c.version > 0
sa.Index("events_changed", events.c.key, sqlite_where=_CHANGED, postgresql_where=_CHANGED)

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
    *(text(name) for name in ("name", "country", "admin1", "precision")),
    *(sa.Column(name, sa.Float) for name in ("lat", "lon", "x", "y", "z")),
    sa.Index("event_places_point", "lat", "lon", "position", "event", "x", "y", "z"),
    sa.Index("event_places_country", "country", "event"),
    sa.Index("event_places_admin1", "admin1", "event"),
    comment="All places of events. "
    "`x`, `y`, `z` are the point on a sphere of radius 1: distances need no more than sums of squares.",
)

parties = sa.Table(
    "parties",
    METADATA,
    key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    *(text(name) for name in ("name", "country", "sector", "actor_id")),
    text("sectors", needed=True),
    text("folded", needed=True),
    text("actor"),
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
    sqlite_with_rowid=False,
    comment="Who takes part in which event. Roles: actor, recipient, voice.",
)

counterparts = sa.Table(
    "counterparts",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("party", KEY, sa.ForeignKey("parties.key"), nullable=False),
    sa.Index("counterparts_party", "party", "event"),
    comment="Actors of events that they do with one another (AGREE, CONSULT, COOPERATE without a recipient): each acts "
    "on each other. `position` is that among the actors.",
)

pairs = sa.Table(
    "pairs",
    METADATA,
    sa.Column("actor_country", sa.Text, primary_key=True),
    sa.Column("recipient_country", sa.Text, primary_key=True),
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Index("pairs_event", "event"),
    sqlite_with_rowid=False,
    comment="Between which countries events are: each actor with each recipient, counterparts both ways.",
)

acts = sa.Table(
    "acts",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    *(
        sa.Column(name, KEY, sa.ForeignKey("parties.key"), primary_key=True, autoincrement=False)
        for name in ("actor", "recipient")
    ),
    sa.Index("acts_actor", "actor", "recipient", "event"),
    sa.Index("acts_recipient", "recipient", "actor", "event"),
    sqlite_with_rowid=False,
    comment="Who acts on whom: each actor of an event on each recipient, counterparts both ways. One index tells both "
    "sides of a dyad.",
)

statements = sa.Table(
    "statements",
    METADATA,
    key(),
    text("id", needed=True),
    sa.Column("coding", KEY, sa.ForeignKey("codings.key"), nullable=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    *held(),
    sa.Column("quoted", sa.Boolean, nullable=False),
    sa.Column("party", KEY, sa.ForeignKey("parties.key")),
    sa.Column("day", sa.Date),
    text("publisher"),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Index("statements_id", "id"),
    sa.Index("statements_article", "article"),
    comment="Reported speech. `day` is the day of publication, `party` who said it.",
)
live(statements, day="day key", party="party day key")
ended(statements, "day", "key")
