"""Version 6: what people set of incidents, as filters find it.

The statements, and how parties are told apart, are written out, so that the step stays what it is when those change.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

STATEMENTS = (
    "CREATE TABLE set_values (incident {key} NOT NULL REFERENCES incidents (key) ON DELETE CASCADE, field TEXT NOT "
    "NULL, value TEXT, party {key} REFERENCES parties (key), PRIMARY KEY (incident, field))",
    "CREATE INDEX set_values_field ON set_values (field)",
)
PARTY = ("id", "name", "country", "sector", "sectors", "actor_id", "folded", "actor")

incidents = sa.table("incidents", sa.column("key", sa.BigInteger), sa.column("record", sa.JSON))
parties = sa.table("parties", sa.column("key", sa.BigInteger), *(sa.column(name, sa.Text) for name in PARTY))
set_values = sa.table(
    "set_values",
    *(sa.column("incident", sa.BigInteger), sa.column("field", sa.Text), sa.column("value", sa.Text)),
    sa.column("party", sa.BigInteger),
)
actor_merges = sa.table("actor_merges", sa.column("actor", sa.Text), sa.column("target", sa.Text))
incident_edits = sa.table("incident_edits", sa.column("id", sa.Text))


def step(connection: sa.Connection) -> None:
    """Make the table with its index, and fill it with what people set so far."""
    key = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format(key=key))
    if connection.scalar(sa.select(incident_edits.c.id).limit(1)) is None:
        return
    marked = sa.cast(incidents.c.record, sa.Text).contains('"set_by":{')
    states = connection.execute(sa.select(incidents).where(marked).order_by(incidents.c.key)).all()
    for state in states:
        for field, value in _decided(state.record["shown"]):
            who = field in ("actors", "recipients") and value
            row = {
                "incident": state.key,
                "field": field,
                "value": value if isinstance(value, str) else None,
                "party": _party(connection, value) if who else None,
            }
            connection.execute(set_values.insert().values(row))


def _decided(shown: list[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    """What people set; with a type goes the mode that is shown of it, or none."""
    decided = {s["field"]: s["value"] for s in shown if s.get("set_by")}
    if "type" in decided:
        decided.setdefault("modes", next((s["value"] for s in shown if s["field"] == "modes"), None))
    yield from decided.items()


def _party(connection: sa.Connection, value: Mapping[str, Any]) -> int:
    """The key of a party, which is written where it is new."""
    name, country, sectors = value["name"], value.get("country"), list(value.get("sectors") or ())
    id_ = "p" + _digest([name, country, sectors, value.get("id")])
    known: int | None = connection.scalar(sa.select(parties.c.key).where(parties.c.id == id_))
    if known is not None:
        return known
    key = int(connection.scalar(sa.select(sa.func.max(parties.c.key))) or 0) + 1
    row = {
        "key": key,
        "id": id_,
        "name": name,
        "country": country,
        "sector": sectors[0] if sectors else None,
        "sectors": f";{';'.join(sectors)};" if sectors else "",
        "actor_id": value.get("id"),
        "folded": _folded(name),
        "actor": _root(connection, "a" + _digest([value["id"]] if value.get("id") else [_folded(name), country])),
    }
    connection.execute(parties.insert().values(row))
    return key


def _root(connection: sa.Connection, actor: str) -> str:
    """The actor that stands for this one."""
    seen: set[str] = set()
    while actor not in seen:
        seen.add(actor)
        onward = sa.select(actor_merges.c.target).where(actor_merges.c.actor == actor)
        actor = connection.scalar(onward) or actor
    return actor


def _digest(said: list[Any]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:15]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
