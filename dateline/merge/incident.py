"""Passages that tell of one happening to an incident: its versions, what is shown of them, and in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.merge import versions
from dateline.merge.pick import shown, stated
from dateline.merge.summary import summary
from dateline.merge.tolls import tolls
from dateline.merge.versions import Told
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident, Shown
from dateline.records.resolved import COUNTED

FIELDS = ("type", "quad", "modes", "contexts", "status", "actors", "recipients", "where", "when")
"""Fields in the order they are shown; counts follow, the dead first."""
KNOWN_RULE = "one sentence of the values shown, with the bounds of numbers and the independent reports"

OF_TYPE = {
    "quad": "the class of the type that is shown",
    "modes": "what most reports of the type that is shown say; among equals the firmest stance, then the newest",
}
"""The rules of the fields that follow the type."""


def incident(
    told: Sequence[Told],
    origins: Mapping[str, str],
    edits: Sequence[IncidentEdit] = (),
    *,
    countries: Mapping[str, str] | None = None,
) -> Incident:
    """The incident of a group of passages; `origins` gives the origin of each article that is a copy of another.

    Its id is that of its founding passage, the first by publication: it does not depend on the order of arrival. What
    `edits` set is shown whatever the passages say; of two edits of one field the later counts. `countries` are names of
    countries by code, for the sentence.
    """
    held = sorted((t for t in told if not t.rejected), key=versions.order) or sorted(told, key=versions.order)
    found = versions.versions(held, origins)
    known = tolls(held)
    edit_of = {e.field: e for e in sorted(edits, key=lambda e: (e.at, e.id))}
    rest = (f"counts.{what}" for what in COUNTED)
    fields = tuple(
        stated(field, found.get(field, ()), edit_of[field]) if field in edit_of else shown(field, found[field], known)
        for field in (*FIELDS, *rest)
        if field in found or field in edit_of
    )
    fields = tuple(f for found in fields for f in _agreeing(found, fields[0]))
    reports = tuple(dict.fromkeys(origins.get(t.article.id, t.article.id) for t in held))
    outlets = tuple(dict.fromkeys(t.article.publisher for t in held if t.article.publisher))
    told_of = Shown("summary", summary(fields, len(reports), countries), KNOWN_RULE, ())
    return Incident(held[0].passage, tuple(t.passage for t in held), (*fields, told_of), reports, outlets)


def _agreeing(field: Shown, type_: Shown) -> Iterator[Shown]:
    """The field; class and modes as the passages of the type shown have them, no modes where those have none."""
    if field.field not in OF_TYPE or field.set_by is not None:
        yield field
        return
    of_type = {v.event for v in type_.versions if v.value == type_.value}
    if fitting := [v for v in field.versions if v.event in of_type]:
        yield replace(field, value=shown(field.field, fitting).value, rule=OF_TYPE[field.field])


def moved(before: Mapping[str, Sequence[str]], now: Iterable[Incident]) -> dict[str, str | None]:
    """For each incident that is no more (id and its passages), where it went: None if all its passages are gone.

    It went where its founding passage went, else where most of its passages did, the first by id among equals.
    """
    current = {passage: one.id for one in now for passage in one.events}
    alive = set(current.values())
    out: dict[str, str | None] = {}
    for id_, passages in sorted(before.items()):
        if id_ in alive:
            continue
        went = sorted((p, current[p]) for p in passages if p in current)
        founder = next((to for p, to in went if p == id_), None)
        votes = Counter(to for _, to in went)
        out[id_] = founder or max(sorted(votes), key=lambda to: votes[to], default=None)
    return out
