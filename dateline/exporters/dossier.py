"""A dossier of an incident for people: versions side by side, passages, copies, why they belong together, history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from dateline.exporters.values import plural, value
from dateline.records.bounds import number
from dateline.records.dossier import Dossier
from dateline.records.incident import Change, Link, Origin, Shown, Version
from dateline.records.resolved import coarseness
from dateline.records.stored import StoredEvent

LONGEST = 240
"""Characters of a sentence that are shown."""
MOST_LINKS = 20
"""Links that are told with their reasons, the surest ones."""
FEW_COPIES = 3
"""Copies that are named where they are folded under their origin."""


def write(dossier: Dossier, stream: TextIO, *, copies: bool = False) -> None:
    """Write a dossier as text to read; with `copies` each copy is told of by itself, not under its origin."""
    for line in lines(dossier, copies=copies):
        stream.write(line + "\n")


def lines(dossier: Dossier, *, copies: bool = False) -> Iterator[str]:
    """The lines of a dossier."""
    one = dossier.incident
    origin_of = {} if copies else {c.article: o.id for o in dossier.origins for c in o.copies}
    summary = one.told("summary")
    yield f"{one.id}  {summary.value if summary is not None else ''}"
    yield _counted(dossier)
    yield from _part("What is said", _fields(one.shown, dossier.events, folded=not copies))
    yield from _part("Passages", _passages(dossier.events, origin_of))
    days = {e.article.id: e.article.published[:10] for e in dossier.events if e.article.published}
    urls = {e.article.id: e.article.url for e in dossier.events if e.article.url}
    reports = sorted(dossier.origins, key=lambda o: (o.id not in days, days.get(o.id, ""), o.id))
    yield from _part(
        "Reports and their copies, first told first",
        (x for o in reports for x in _origin(o, dossier.publishers, days, urls, whole=copies)),
    )
    yield from _part("Why they belong together", _links(dossier.links, _origins_of_passages(dossier.events, origin_of)))
    yield from _part(
        "Decided by people",
        (
            *(f"{j.id}  {j.by}: {j.left} and {j.right} {j.verdict}: {j.reason}" for j in dossier.judgements),
            *(f"{e.id}  {e.by}: {e.field} is {value(e.value)}: {e.reason}" for e in dossier.edits),
        ),
    )
    yield from _part("History", (_change(c, one.id) for c in dossier.changes))


def _counted(dossier: Dossier) -> str:
    """How many passages, independent reports and outlets there are."""
    one, reports = dossier.incident, len({e.article.id for e in dossier.events})
    independent = plural(len(one.origins), "independent report")
    copies = f" ({reports} with copies)" if reports > len(one.origins) else ""
    outlets = f"{plural(len(one.outlets), 'outlet')}: {', '.join(one.outlets)}" if one.outlets else "outlets not known"
    return f"{plural(len(one.events), 'passage')}, {independent}{copies}, {outlets}"


def _part(title: str, body: Iterable[str]) -> Iterator[str]:
    told = [f"  {_flat(line)}" for line in body]
    if told:
        yield from ("", title, *told)


def _fields(shown: Iterable[Shown], events: Iterable[StoredEvent], *, folded: bool) -> Iterator[str]:
    set_by_people = {(e.passage, field) for e in events for field in e.edited}
    for one in shown:
        if one.field != "summary":
            whole = one.field.partition(".")[0]
            yield from _field(one, {p for p, field in set_by_people if field in (one.field, whole)}, folded=folded)


def _field(shown: Shown, edited: Collection[str], *, folded: bool) -> Iterator[str]:
    """What is shown of a field, and where there are several values by which rule; then each value with who says so."""
    values: dict[str, list[Version]] = {}
    for version in sorted(shown.versions, key=lambda v: _standing(shown.field, v)):
        values.setdefault(value(version.value), []).append(version)
    rule = f"  [{shown.rule}]" if len(values) > 1 or shown.set_by is not None else ""
    yield f"{shown.field}: {_best(shown)}{rule}"
    if shown.field == "quad" and not rule:
        return  # it goes with the type, whose voices stand above
    for words, same in values.items():
        yield f"  {words}: {'; '.join(_said(same, edited, folded=folded))}"


def _best(shown: Shown) -> str:
    """The value that is shown; of a number that is told differently, the least and the greatest too."""
    best = value(shown.parties if shown.together else shown.value)
    if shown.low is None or shown.high is None or shown.low == shown.high:
        return best
    return f"best {best}, low {number(shown.low)}, high {number(shown.high)}"


def _standing(field: str, version: Version) -> float:
    """Places stand from the closest on, numbers from the least on; all else as it was published."""
    given = version.value
    if field == "where":
        return coarseness(given.get("precision"))
    if not field.startswith("counts."):
        return 0
    if isinstance(given, Mapping):
        return float(given["min"] if given["min"] is not None else given["max"])
    return float(given)


def _said(same: Sequence[Version], edited: Collection[str], *, folded: bool) -> Iterator[str]:
    """Who says one value, by stance and voice, with the outlets; a value that people set is told to be."""
    groups: dict[tuple[str, tuple[str, ...], str | None, bool], list[Version]] = {}
    for version in same:
        key = (version.stance, version.said_by, version.hedge, version.event in edited)
        groups.setdefault(key, []).append(version)
    for (stance, said_by, hedge, by_people), some in groups.items():
        by = f" by {' via '.join(reversed(said_by))}" if said_by else ""
        words = f" “{hedge}”" if hedge else ""
        days = sorted({v.published[:10] for v in some if v.published})
        when = days[:1] if days[:1] == days[-1:] else [f"{days[0]} to {days[-1]}"]
        told = ", ".join((*_outlets(some, folded=folded), *when))
        yield f"{stance}{by}{words}{', as people set it' if by_people else ''} ({told})"


def _outlets(versions: Sequence[Version], *, folded: bool) -> Iterator[str]:
    """Where it stands, each outlet once; `folded`: of copies the first one, the original if it is among them."""
    if not folded:
        yield from dict.fromkeys(v.publisher or v.article for v in versions)
        return
    by_origin: dict[str, dict[str, Version]] = {}
    for version in versions:
        by_origin.setdefault(version.origin, {}).setdefault(version.article, version)
    told = []
    for origin, articles in by_origin.items():
        first = articles.get(origin) or next(iter(articles.values()))
        more = f" and {_copies(len(articles) - 1)}" if len(articles) > 1 else ""
        told.append(f"{first.publisher or first.article}{more}")
    yield from dict.fromkeys(told)


def _copies(number: int) -> str:
    return plural(number, "copy", "copies")


def _passages(events: Sequence[StoredEvent], origin_of: Mapping[str, str]) -> Iterator[str]:
    """The passages, those of copies as a number under the last one of their origin."""
    reports: dict[str, list[StoredEvent]] = {}
    for stored in events:
        reports.setdefault(origin_of.get(stored.article.id, stored.article.id), []).append(stored)
    for origin, told in reports.items():
        first = origin if any(s.article.id == origin for s in told) else told[0].article.id
        own = [s for s in told if s.article.id == first]
        for stored in own:
            yield from _passage(stored)
        if rest := len(told) - len(own):
            yield f"  and {plural(rest, 'passage')} in {_copies(len({s.article.id for s in told}) - 1)}"


def _passage(stored: StoredEvent) -> Iterator[str]:
    article = stored.article
    where = ", ".join(x for x in (article.publisher or article.id, (article.published or "")[:10]) if x)
    words = stored.event.evidence.text
    edited = f" (people set {', '.join(stored.edited)})" if stored.edited else ""
    added = f" (added by {stored.added_by})" if stored.added_by else ""
    yield f"{stored.passage}  {stored.event.type}, {stored.event.status}{added}{edited}  {where}"
    yield f"  “{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"


def _origin(
    origin: Origin,
    publishers: Mapping[str, str | None],
    days: Mapping[str, str],
    urls: Mapping[str, str],
    *,
    whole: bool,
) -> Iterator[str]:
    """A report, its address, its copies: how many and the first ones, or each with the share of its words (`whole`)."""

    def name(article: str) -> str:
        return f"{publishers[article]} ({article})" if publishers.get(article) else article

    day = f", {days[origin.id]}" if origin.id in days else ""
    address = f"  {urls[origin.id]}" if origin.id in urls else ""
    yield name(origin.id) + day + (f", by {origin.agency}" if origin.agency else "") + address
    copies = [copy for copy in origin.copies if copy.article != origin.id]
    if whole or len(copies) == 1:
        for copy in copies:
            yield f"  copied by {name(copy.article)}: {copy.share:.0%} of it, {copy.basis}"
    elif copies:
        named = list(dict.fromkeys(publishers.get(copy.article) or copy.article for copy in copies))
        more = " …" if len(named) > FEW_COPIES else ""
        yield f"  and {_copies(len(copies))}: {', '.join(named[:FEW_COPIES])}{more}"


def _origins_of_passages(events: Iterable[StoredEvent], origin_of: Mapping[str, str]) -> dict[str, str]:
    return {s.passage: origin_of[s.article.id] for s in events if s.article.id in origin_of}


def _links(links: Sequence[Link], origins: Mapping[str, str]) -> Iterator[str]:
    """The surest links with their reasons; those within one report and its copies (`origins` by passage) as one."""
    told = [x for x in links if x.left not in origins or origins[x.left] != origins.get(x.right)]
    for link in told[:MOST_LINKS]:
        yield f"{link.left} and {link.right}: {link.score:.2f}: {'; '.join(link.reasons)}"
    if len(told) > MOST_LINKS:
        yield f"and {plural(len(told) - MOST_LINKS, 'more link')}"
    if within := len(links) - len(told):
        yield f"and {plural(within, 'link')} within one report and its copies"


def _change(change: Change, incident: str) -> str:
    """An entry of the history; one of an incident that is part of this one now says of which."""
    whose = "" if change.incident == incident else f"{change.incident}: "
    return f"{change.at:%Y-%m-%d %H:%M}  {change.kind:<10}  {whose}{change.words}  [{change.cause}]"


def _flat(line: str) -> str:
    return " ".join(line.splitlines()) if line.strip() else line
