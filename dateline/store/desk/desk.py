"""The decisions of people, each with its log line in one transaction, and their undoing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import ConflictError, InputError, MissingError
from dateline.records.corrected import Corrected
from dateline.records.edit import Edit
from dateline.records.event import Event
from dateline.records.judgement import Verdict
from dateline.store import actors, decision_rows, incident_edits, incidents, people
from dateline.store.desk import audit, beside, corrections, decided
from dateline.store.desk.audit import Who, log
from dateline.store.desk.decided import Decision
from dateline.store.engine import now, reading, writing
from dateline.store.filters import holding
from dateline.store.store import Store
from dateline.store.tables import articles, decisions

VERDICTS = ("accept", "fix", "reject")
MOST_PAIRS = 2000
"""Judgements that one split or join writes; more passages are split or joined in several steps."""
LONGEST = 2000
"""Characters of a reason."""
OF_LETTER = {"j": "judgement", "n": "addition", "w": "withdrawal"}
"""Kinds of decisions by the first letter of their ids."""
ABOUT = ("incident", "incidents", "passages", "actor", "into", "article")
"""What of a decision the log keeps, so that its lines lead to what they are about."""


class Desk:
    """Writes what people decide. Every method is one transaction; threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._engine = store.engine

    def review(
        self,
        event: str,
        verdict: str,
        *,
        etag: str,
        who: Who,
        edits: Sequence[tuple[str, Any]] = (),
        reason: str = "",
        sample: str | None = None,
    ) -> Decision:
        """An event was looked at; `edits` are the fields that are to be otherwise.

        Raises ConflictError where the event is not as it was when `etag` was given.
        """
        if verdict not in VERDICTS:
            raise InputError(f"verdict: {verdict!r} is none of {', '.join(VERDICTS)}")
        if (verdict == "fix") != bool(edits):
            raise InputError("edits: a fix names the fields that change, and only a fix does")
        with writing(self._engine) as connection:
            at = now()
            passage = _unchanged(connection, event, etag)
            seen, id_ = people.shown(connection, passage)
            wanted = [("rejected", True)] if verdict == "reject" else list(edits)
            made = _set(connection, id_, wanted, who, at, reason)
            words = f"{verdict} {seen['type']} “{_short(seen['trigger']['text'])}”"
            words += f": {', '.join(f for f, _ in edits)}" if edits else ""
            detail = {"type": seen["type"], "fields": [field for field, _ in edits], "confidence": seen["confidence"]}
            new_type = next((e.value for e in made if e.field == "type"), seen["type"])
            return self._write(
                connection, "review", who, at, words, reason, passage=passage, record=id_, verdict=verdict,
                sample=sample, parts=[e.id for e in made], detail=detail | {"now": new_type},
            )  # fmt: skip

    def edit(self, event: str, field: str, value: Any, *, etag: str | None, who: Who, reason: str = "") -> Decision:
        """A field of an event is to read so; ConflictError as in `review`."""
        with writing(self._engine) as connection:
            at = now()
            passage = _unchanged(connection, event, etag)
            (made,) = _set(connection, event, [(field, value)], who, at, reason)
            words = f"{field} of {made.record}"
            return self._write(
                connection, "edit", who, at, words, reason, passage=passage, record=made.record, parts=[made.id],
                detail={"fields": [field]},
            )  # fmt: skip

    def edit_incident(self, incident: str, field: str, value: Any, *, who: Who, reason: str = "") -> Decision:
        """A field of an incident is shown so, whatever its reports say."""
        with writing(self._engine) as connection:
            at = now()
            made = incident_edits.edit(connection, incident, field, value, by=who.name, at=at, reason=_reason(reason))
            detail = {"incident": made.incident, "passages": [made.incident], "fields": [field]}
            words = f"{field} of incident {made.incident}"
            return self._write(connection, "edit", who, at, words, reason, parts=[made.id], detail=detail)

    def judge(self, verdict: Verdict, one: str, two: str, *, who: Who, reason: str = "") -> Decision:
        """Two events are the same happening, or are not."""
        with writing(self._engine) as connection:
            at = now()
            made = people.judge(connection, verdict, one, two, by=who.name, at=at, reason=_reason(reason))
            words = f"{made.left} and {made.right} are {'the same' if verdict == 'same' else 'different'}"
            detail = {"passages": [made.left, made.right]}
            return self._write(connection, "judgement", who, at, words, reason, parts=[made.id], detail=detail)

    def split(self, incident: str, leaving: Sequence[str], *, who: Who, reason: str = "") -> Decision:
        """Some events (by their ids) of an incident are another happening than the rest."""
        with writing(self._engine) as connection:
            at = now()
            whole = incidents.read_incident(connection, incident)
            leave = [people.passage_of(connection, event) for event in dict.fromkeys(leaving)]
            stay = [passage for passage in whole.events if passage not in leave]
            if not leave or not stay or not set(leave) <= set(whole.events):
                raise InputError("events: name some events of this incident, and not all of them")
            if len(leave) * len(stay) > MOST_PAIRS:
                raise InputError("events: too many at once; take out fewer of them in one step")
            made = [
                people.judge(connection, "different", one, two, by=who.name, at=at, reason=_reason(reason))
                for one in leave
                for two in stay
            ]
            words = f"{len(leave)} of {len(whole.events)} passages taken out of {whole.id}"
            detail = {"incident": whole.id, "passages": leave}
            return self._write(connection, "split", who, at, words, reason, parts=[j.id for j in made], detail=detail)

    def join(self, ids: Sequence[str], *, who: Who, reason: str = "") -> Decision:
        """Several incidents are one: each passage of them tells of the same happening as the first does."""
        with writing(self._engine) as connection:
            at = now()
            whole = {one.id: one for one in (incidents.read_incident(connection, id_) for id_ in ids)}
            if len(whole) < 2:
                raise InputError("incidents: name two or more that are not one already")
            first, *others = whole.values()
            one_of, *rest = (passage for one in whole.values() for passage in one.events)
            if len(rest) > MOST_PAIRS:
                raise InputError("incidents: too many passages at once; join fewer of them in one step")
            made = [
                people.judge(connection, "same", one_of, other, by=who.name, at=at, reason=_reason(reason))
                for other in rest
            ]
            words = f"{', '.join(one.id for one in others)} put together with {first.id}"
            detail = {"incidents": list(whole), "passages": [one.events[0] for one in whole.values()]}
            return self._write(connection, "join", who, at, words, reason, parts=[j.id for j in made], detail=detail)

    def merge_actors(self, one: str, into: str, *, who: Who, reason: str = "") -> Decision:
        """An actor is the same as another; it goes by the other's name from now on."""
        with writing(self._engine) as connection:
            at = now()
            source, _ = actors.actor(connection, one)
            target, _ = actors.actor(connection, into)
            actors.merge(connection, source.id, target.id)
            words = f"{_short(source.name)} put together with {_short(target.name)}"
            detail = {"kind": "merge", "actor": source.id, "into": target.id}
            return self._write(connection, "actor", who, at, words, reason, detail=detail)

    def rename_actor(self, one: str, name: str, *, who: Who, reason: str = "") -> Decision:
        """An actor is to be called so."""
        name = " ".join(name.split())
        if not 1 <= len(name) <= 200:
            raise InputError("name: give 1 to 200 characters")
        with writing(self._engine) as connection:
            at = now()
            found, _ = actors.actor(connection, one)
            before = actors.rename(connection, found.id, name)
            words = f"{_short(found.name)} called {_short(name)}"
            detail = {"kind": "rename", "actor": found.id, "name": name, "before": before}
            return self._write(connection, "actor", who, at, words, reason, detail=detail)

    def add_event(self, article: str, event: Event, *, who: Who, reason: str = "") -> Decision:
        """An event of an article that the program missed."""
        with writing(self._engine) as connection:
            at = now()
            made = people.add_event(connection, article, event, by=who.name, at=at, reason=_reason(reason))
            words = f"{event.type} “{_short(event.trigger.text)}” added"
            return self._write(
                connection, "addition", who, at, words, reason, passage=made.passage, record=made.passage,
                parts=[made.id], detail={"article": article},
            )  # fmt: skip

    def withdraw(self, article: str, *, who: Who, reason: str) -> Decision:
        """An article is not to count any more."""
        with writing(self._engine) as connection:
            at = now()
            made = people.withdraw(connection, article, by=who.name, at=at, reason=_reason(reason))
            title = connection.scalar(sa.select(articles.c.title).where(articles.c.id == article))
            words = f"article {_short(title or article)} withdrawn"
            detail = {"article": article}
            return self._write(connection, "withdrawal", who, at, words, reason, parts=[made.id], detail=detail)

    def undo(self, id_: str | None, *, who: Who, reason: str = "") -> Decision:
        """A decision (None: one's own latest that holds), edit or judgement does not hold any more."""
        with writing(self._engine) as connection:
            at = now()
            one = _to_undo(connection, id_, who)
            for part in one.parts:
                if part == one.id or decision_rows.holds(connection, part):  # a part may have been undone by itself
                    people.undo(connection, part, by=who.name, at=at, reason=_reason(reason))
            if one.kind == "actor":
                _part_actors(connection, one.detail)
            decided.withdraw(connection, one.id, by=who.name, at=at, reason=_reason(reason))
            log(connection, at, who, "undone", one.id, {"kind": one.kind, "words": one.words} | _about(one))
            self._store.look(connection, at, one.parts)
            return one

    def _write(
        self, connection: sa.Connection, kind: str, who: Who, at: datetime, words: str, reason: str, **values: Any
    ) -> Decision:
        """Keep a decision and its line in the log, and let merging look at what it touched."""
        parts = tuple(values.pop("parts", ()))
        id_ = decided.new_id(kind, who.name, at, words)
        one = Decision(id_, kind, who.name, at, words, _reason(reason), parts=parts, **values)
        decided.write(connection, one)
        log(connection, at, who, kind, one.record or one.id, {"decision": one.id, "words": words} | _about(one))
        self._store.look(connection, at, parts)
        return one

    def decisions(
        self, *, by: str | None = None, before: tuple[datetime, str] | None = None, limit: int = 50
    ) -> list[Decision]:
        """The latest decisions, latest first, also those made elsewhere; those of one person, those before one."""
        where: list[sa.ColumnElement[bool]] = []
        if by is not None:
            where.append(decisions.c.by == by)
        if before is not None:
            at, id_ = before
            where.append((decisions.c.at < at) | ((decisions.c.at == at) & (decisions.c.id < id_)))
        with reading(self._engine) as connection:
            made = decided.read(connection, *where, limit=limit)
            made += beside.read(connection, by=by, before=before, limit=limit)
        return sorted(made, key=_latest, reverse=True)[:limit]

    def corrections(self, *, by: str | None = None) -> list[Corrected]:
        """All decisions (of one person) field by field, with what stood there before, latest first."""
        with reading(self._engine) as connection:
            made = decided.read(connection, *([decisions.c.by == by] if by is not None else []))
            made += beside.read(connection, by=by)
            return list(corrections.corrected(connection, sorted(made, key=_latest, reverse=True)))

    def actor_decisions(self, id_: str) -> list[Decision]:
        """What was decided about an actor, latest first."""
        with reading(self._engine) as connection:
            made = decided.read(connection, decisions.c.kind == "actor")
        return [d for d in made if id_ in (d.detail.get("actor"), d.detail.get("into"))]

    def seen(self, passages: Sequence[str]) -> tuple[dict[str, str], dict[str, list[Decision]]]:
        """The etag of each passage, and the reviews that hold of those that have some."""
        with reading(self._engine) as connection:
            return decided.etags(connection, passages), decided.reviews(connection, passages)

    def reviews(self) -> list[Decision]:
        """All reviews that hold, latest first."""
        with reading(self._engine) as connection:
            return decided.read(connection, decisions.c.kind == "review", holding(decisions))

    def log(self, who: Who, action: str, thing: str, detail: Mapping[str, Any] | None = None) -> None:
        """Note something that was done beside the store."""
        with writing(self._engine) as connection:
            log(connection, now(), who, action, thing, detail)

    def audit(self, sought: audit.Sought = audit.ALL, *, limit: int, before: int | None = None) -> list[audit.Entry]:
        """The latest lines of the log, latest first; those before a line."""
        with reading(self._engine) as connection:
            return audit.read(connection, sought, limit=limit, before=before)

    def audit_names(self) -> tuple[list[str], list[str]]:
        """Who stands in the log, and what was done."""
        with reading(self._engine) as connection:
            return audit.names(connection)


def _latest(one: Decision) -> tuple[datetime, str]:
    return one.at, one.id


def _about(one: Decision) -> dict[str, Any]:
    """What a line of the log leads to."""
    event = {"event": one.record} if one.record else {}
    return event | {name: one.detail[name] for name in ABOUT if name in one.detail}


def _unchanged(connection: sa.Connection, event: str, etag: str | None) -> str:
    """The passage of an event; ConflictError where it is not as it was seen."""
    passage = people.passage_of(connection, event)
    if etag is not None and decided.etags(connection, [passage])[passage] != etag:
        raise ConflictError("somebody else has changed or reviewed this event: look at it again")
    return passage


def _set(
    connection: sa.Connection, event: str, wanted: Sequence[tuple[str, Any]], who: Who, at: datetime, reason: str
) -> list[Edit]:
    if len({field for field, _ in wanted}) < len(wanted):
        raise InputError("edits: each field once")
    return [
        people.edit(connection, event, field, value, by=who.name, at=at, reason=_reason(reason))
        for field, value in wanted
    ]


def _to_undo(connection: sa.Connection, id_: str | None, who: Who) -> Decision:
    holds = holding(decisions)
    if id_ is None:
        latest = decided.read(connection, decisions.c.by == who.name, holds, limit=1)
        if not latest:
            raise MissingError("you have decided nothing that could be undone")
        return latest[0]
    found = decided.read(connection, decisions.c.id == id_)
    if not found:  # an edit or judgement of the command line, or a part of a decision
        whole = [d for d in decided.read(connection, holds) if id_ in d.parts]
        return whole[0] if whole else Decision(id_, OF_LETTER.get(id_[:1], "edit"), "", now(), id_, "", parts=(id_,))
    if found[0].withdrawn is not None:
        raise InputError(f"{id_} was undone already, {found[0].withdrawn.at:%Y-%m-%d %H:%M} UTC")
    return found[0]


def _part_actors(connection: sa.Connection, detail: Mapping[str, Any]) -> None:
    if detail["kind"] == "merge":
        actors.part(connection, detail["actor"])
    else:
        actors.rename(connection, detail["actor"], detail["before"])


def _reason(text: str) -> str:
    if len(text) > LONGEST:
        raise InputError(f"reason: at most {LONGEST} characters")
    return text


def _short(text: str | None) -> str:
    text = " ".join((text or "?").split())
    return text if len(text) <= 60 else text[:59] + "…"
