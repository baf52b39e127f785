"""What merging found: copies, links between passages, incidents and their history."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA, Utc, ended, held, key, live, text

links = sa.Table(
    "links",
    METADATA,
    sa.Column("left", sa.Text, primary_key=True),
    sa.Column("right", sa.Text, primary_key=True),
    *held(keyed=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    text("by", needed=True),
    sa.Index("links_right", "right"),
    comment="Why two passages are held to be one happening, or not, by the program.",
)

origins = sa.Table(
    "origins",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    *held(keyed=True),
    text("origin", needed=True),
    sa.Column("share", sa.Float, nullable=False),
    text("basis", needed=True),
    text("agency"),
    sa.Index("origins_origin", "origin"),
    comment="Which origin an article is a copy of (itself, where it is the origin).",
)

incidents = sa.Table(
    "incidents",
    METADATA,
    key(),
    text("id", needed=True),
    *held(),
    text("type"),
    text("quad"),
    text("status"),
    sa.Column("day", sa.Date),
    sa.Column("last_day", sa.Date),
    text("country"),
    *(sa.Column(name, sa.Float) for name in ("lat", "lon", "x", "y", "z", "killed_low", "killed_best", "killed_high")),
    *(sa.Column(name, sa.Integer, nullable=False) for name in ("origins", "outlets", "events")),
    text("place_precision"),
    sa.Column("first_published", sa.Date),
    sa.Column("last_published", sa.Date),
    text("admin1"),
    sa.Index("incidents_id", "id"),
    comment="One row for each state of an incident, as it is filtered. `first_published` and `last_published` are the "
    "days of publication of its reports, the earliest and the latest; `admin1` is the region of the place shown.",
)
live(
    incidents,
    day="day key type quad status country origins first_published last_published lat lon",
    type="type day key status country origins first_published last_published lat lon",
    quad="quad day key",
    country="country day key type quad status origins first_published last_published",
    admin1="admin1 day key",
    status="status day key",
    point="lat lon day key type quad status origins first_published last_published x y z",
    origins="origins day key id",
    id="id origins",
    recorded="recorded key",
    published="first_published last_published day key type quad status country origins",
)
ended(incidents)
ended(incidents, "day", "key")

incident_records = sa.Table(
    "incident_records",
    METADATA,
    sa.Column(
        "incident", KEY, sa.ForeignKey("incidents.key", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    sa.Column("record", sa.JSON, nullable=False),
    comment="The state of an incident whole: the incident line of docs/reference/records.md.",
)

set_values = sa.Table(
    "set_values",
    METADATA,
    sa.Column("incident", KEY, sa.ForeignKey("incidents.key", ondelete="CASCADE"), primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    text("value"),
    sa.Column("party", KEY, sa.ForeignKey("parties.key")),
    sa.Index("set_values_field", "field"),
    comment="The fields of a state of an incident that people set, and modes where they set the type: filters go by "
    "these, not by what reports say. `value` is a code, `party` who it is; both empty: nothing, or a field that has a "
    "column in `incidents`.",
)

incident_events = sa.Table(
    "incident_events",
    METADATA,
    sa.Column("passage", sa.Text, primary_key=True),
    *held(keyed=True),
    text("incident", needed=True),
    sa.Index("incident_events_incident", "incident"),
    sa.Index("incident_events_recorded", "recorded"),
    comment="Which incident a passage belongs to.",
)
live(incident_events, passage="passage incident", incident="incident passage")
ended(incident_events)

members = sa.Table(
    "members",
    METADATA,
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Column("incident", KEY, sa.ForeignKey("incidents.key", ondelete="CASCADE"), nullable=False),
    sa.Index("members_incident", "incident", "event"),
    sqlite_with_rowid=False,
    comment="Which event that is known now is in which incident that is known now: what `incident_events` says, by the "
    "keys of both.",
)

redirects = sa.Table(
    "redirects",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *held(keyed=True),
    text("target", needed=True),
    sa.Index("redirects_target", "target"),
    comment="Ids of incidents that were merged into others.",
)

changes = sa.Table(
    "changes",
    METADATA,
    key(),
    text("incident", needed=True),
    sa.Column("at", Utc, nullable=False),
    *(text(name, needed=True) for name in ("kind", "cause", "words")),
    text("field"),
    sa.Column("old", sa.JSON),
    sa.Column("new", sa.JSON),
    sa.Index("changes_incident", "incident", "at"),
    comment="The history of incidents: what changed, and what caused it.",
)
