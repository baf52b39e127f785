"""What people decided."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import METADATA, Utc, text, withdrawn

judgements = sa.Table(
    "judgements",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("left", "right", "verdict", "by", "reason")),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("judgements_left", "left"),
    sa.Index("judgements_right", "right"),
    comment="Whether two passages are the same happening, as people decided; a withdrawn one does not hold.",
)

edits = sa.Table(
    "edits",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("record", "passage", "field", "by", "reason")),
    sa.Column("value", sa.JSON),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("edits_passage", "passage"),
    comment="Fields of events as people set them; a withdrawn one does not hold.",
)

incident_edits = sa.Table(
    "incident_edits",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("incident", "field", "by", "reason")),
    sa.Column("value", sa.JSON),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("incident_edits_incident", "incident"),
    comment="Fields of incidents as people set them, whatever the reports say; each holds for the incident that the id "
    "leads to; a withdrawn one does not hold.",
)

additions = sa.Table(
    "additions",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("article", "passage", "by", "reason")),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("additions_passage", "passage"),
    sa.Index("additions_article", "article"),
    comment="Events that people added by hand; a withdrawn one does not hold.",
)

article_withdrawals = sa.Table(
    "article_withdrawals",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("article", "by", "reason")),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("article_withdrawals_article", "article"),
    comment="Articles that are not to count, as people decided; one that was taken back does not hold.",
)

decisions = sa.Table(
    "decisions",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("kind", "by", "reason", "words")),
    sa.Column("at", Utc, nullable=False),
    *(text(name) for name in ("passage", "record", "verdict", "sample")),
    sa.Column("parts", sa.JSON, nullable=False),
    sa.Column("detail", sa.JSON, nullable=False),
    *withdrawn(),
    sa.Index("decisions_passage", "passage"),
    sa.Index("decisions_at", "at"),
    comment="What people decided in one step, as it is undone: kind is review, edit, judgement, split, join, actor, "
    "addition or withdrawal; `parts` are the ids of the edits, judgements, additions and withdrawals it made; a review "
    "has a passage, the event that was seen (`record`) and a verdict (accept, fix, reject).",
)

actor_merges = sa.Table(
    "actor_merges",
    METADATA,
    sa.Column("actor", sa.Text, primary_key=True),
    text("target", needed=True),
    comment="Actors that people put together with others; what holds now.",
)

actor_names = sa.Table(
    "actor_names",
    METADATA,
    sa.Column("actor", sa.Text, primary_key=True),
    text("name", needed=True),
    comment="Names that people gave to actors; what holds now.",
)
