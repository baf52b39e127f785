"""A dossier of an incident for people: versions side by side, passages, copies, why they belong together, history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from dateline.records.dossier import Dossier
from dateline.records.incident import Link, Origin, Shown, Version
from dateline.records.stored import StoredEvent

LONGEST = 240
"""Characters of a sentence that are shown."""
MOST_LINKS = 20
"""Links that are told with their reasons, the surest ones."""


def write(dossier: Dossier, stream: TextIO) -> None:
    """Write a dossier as text to read."""
    for line in lines(dossier):
        stream.write(line + "\n")


def lines(dossier: Dossier) -> Iterator[str]:
    """The lines of a dossier."""
    one = dossier.incident
    known = next((s.value for s in one.shown if s.field == "summary"), "")
    yield f"{one.id}  {known}"
    yield f"{_number(len(one.events), 'passage')}, {_number(len(one.origins), 'independent report')}, outlets: " + (
        ", ".join(one.outlets) or "not known"
    )
    yield from _part("What is said", (x for s in one.shown if s.field != "summary" for x in _field(s)))
    yield from _part("Passages", (x for e in dossier.events for x in _passage(e)))
    yield from _part("Reports and their copies", (x for o in dossier.origins for x in _origin(o, dossier.publishers)))
    yield from _part("Why they belong together", _links(dossier.links))
    yield from _part(
        "Decided by people",
        (f"{j.id}  {j.by}: {j.left} and {j.right} {j.verdict}: {j.reason}" for j in dossier.judgements),
    )
    yield from _part(
        "History", (f"{c.at:%Y-%m-%d %H:%M}  {c.kind:<10}  {c.words}  [{c.cause}]" for c in dossier.changes)
    )


def _part(title: str, body: Iterator[str]) -> Iterator[str]:
    told = [f"  {_flat(line)}" for line in body]
    if told:
        yield from ("", title, *told)


def _field(shown: Shown) -> Iterator[str]:
    """What is shown of a field, and where there are several values by which rule; then each value with who says so."""
    values: dict[str, list[Version]] = {}
    for version in shown.versions:
        values.setdefault(value(version.value), []).append(version)
    bounds = f" ({shown.low:g} to {shown.high:g})" if shown.low is not None and shown.low != shown.high else ""
    rule = f"  [{shown.rule}]" if len(values) > 1 else ""
    yield f"{shown.field}: {value(shown.value)}{bounds}{rule}"
    for words, same in values.items():
        yield f"  {words}: {'; '.join(_said(same))}"


def _said(same: Sequence[Version]) -> Iterator[str]:
    """Who says one value, by stance and voice, with the outlets."""
    groups: dict[tuple[str, tuple[str, ...], str | None], list[Version]] = {}
    for version in same:
        groups.setdefault((version.stance, version.said_by, version.hedge), []).append(version)
    for (stance, said_by, hedge), some in groups.items():
        by = f" by {' via '.join(reversed(said_by))}" if said_by else ""
        words = f" “{hedge}”" if hedge else ""
        days = sorted({v.published[:10] for v in some if v.published})
        when = days[:1] if days[:1] == days[-1:] else [f"{days[0]} to {days[-1]}"]
        yield f"{stance}{by}{words} ({', '.join((*dict.fromkeys(v.publisher or v.article for v in some), *when))})"


def _passage(stored: StoredEvent) -> Iterator[str]:
    article = stored.article
    where = ", ".join(x for x in (article.publisher or article.id, (article.published or "")[:10]) if x)
    words = stored.event.evidence.text
    yield f"{stored.passage}  {stored.event.type}, {stored.event.status}  {where}"
    yield f"  “{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"


def _origin(origin: Origin, publishers: Mapping[str, str | None]) -> Iterator[str]:
    def name(article: str) -> str:
        return f"{publishers[article]} ({article})" if publishers.get(article) else article

    yield name(origin.id) + (f", by {origin.agency}" if origin.agency else "")
    for copy in origin.copies:
        if copy.article != origin.id:
            yield f"  copied by {name(copy.article)}: {copy.share:.0%} of it, {copy.basis}"


def _links(links: Sequence[Link]) -> Iterator[str]:
    for link in links[:MOST_LINKS]:
        yield f"{link.left} and {link.right}: {link.score:.2f}: {'; '.join(link.reasons)}"
    if len(links) > MOST_LINKS:
        yield f"and {len(links) - MOST_LINKS} more links"


def value(given: Any) -> str:
    """A value of a field for people."""
    if not isinstance(given, Mapping):
        return str(given)
    if "lat" in given:
        precision = f", {given['precision']}" if given.get("precision") else ""
        return f"{given['name']}{', ' + given['country'] if given.get('country') else ''}{precision}"
    if "name" in given:
        codes = ":".join(x for x in (given.get("country"), "+".join(given.get("sectors") or ())) if x)
        return f"{given['name']} [{codes}]" if codes else str(given["name"])
    if "start" in given:
        first, last = given["start"], given["end"]
        return str(first) if first == last else f"{first or '…'} to {last or '…'}"
    least, most = given.get("min"), given.get("max")
    return f"{least}+" if most is None else f"up to {most}" if least is None else f"{least} to {most}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _flat(line: str) -> str:
    return " ".join(line.splitlines()) if line.strip() else line
