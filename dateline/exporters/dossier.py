"""A dossier of an incident for people: versions side by side, passages, copies, why they belong together, history."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from dateline.exporters.values import number, value
from dateline.records.dossier import Dossier
from dateline.records.incident import Change, Link, Origin, Shown, Version
from dateline.records.stored import StoredEvent

LONGEST = 240
"""Characters of a sentence that are shown."""
MOST_LINKS = 20
"""Links that are told with their reasons, the surest ones."""
CLOSEST = ("exact", "settlement", "district", "region", "country")
"""Precisions of places in the order in which they stand."""
_STEMS = re.compile(r"(the sentences share|both articles are about): (.+)")


def write(dossier: Dossier, stream: TextIO) -> None:
    """Write a dossier as text to read."""
    for line in lines(dossier):
        stream.write(line + "\n")


def lines(dossier: Dossier) -> Iterator[str]:
    """The lines of a dossier."""
    one = dossier.incident
    known = next((s.value for s in one.shown if s.field == "summary"), "")
    yield f"{one.id}  {known}"
    yield _counted(dossier)
    yield from _part("What is said", _fields(one.shown, dossier.events))
    yield from _part("Passages", (x for e in dossier.events for x in _passage(e)))
    yield from _part("Reports and their copies", (x for o in dossier.origins for x in _origin(o, dossier.publishers)))
    yield from _part("Why they belong together", _links(dossier.links, _words(dossier.events)))
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
    independent = _number(len(one.origins), "independent report")
    copies = f" ({reports} with copies)" if reports > len(one.origins) else ""
    outlets = f"{_number(len(one.outlets), 'outlet')}: {', '.join(one.outlets)}" if one.outlets else "outlets not known"
    return f"{_number(len(one.events), 'passage')}, {independent}{copies}, {outlets}"


def _part(title: str, body: Iterable[str]) -> Iterator[str]:
    told = [f"  {_flat(line)}" for line in body]
    if told:
        yield from ("", title, *told)


def _fields(shown: Iterable[Shown], events: Iterable[StoredEvent]) -> Iterator[str]:
    set_by_people = {(e.passage, field) for e in events for field in e.edited}
    for one in shown:
        if one.field != "summary":
            whole = one.field.partition(".")[0]
            yield from _field(one, {p for p, field in set_by_people if field in (one.field, whole)})


def _field(shown: Shown, edited: Collection[str]) -> Iterator[str]:
    """What is shown of a field, and where there are several values by which rule; then each value with who says so."""
    values: dict[str, list[Version]] = {}
    for version in sorted(shown.versions, key=lambda v: _standing(shown.field, v)):
        values.setdefault(value(version.value), []).append(version)
    rule = f"  [{shown.rule}]" if len(values) > 1 or shown.set_by is not None else ""
    yield f"{shown.field}: {_best(shown)}{rule}"
    if shown.field == "quad" and not rule:
        return  # it goes with the type, whose voices stand above
    for words, same in values.items():
        yield f"  {words}: {'; '.join(_said(same, edited))}"


def _best(shown: Shown) -> str:
    """The value that is shown; of a number that is told differently, the least and the greatest too."""
    best = value(shown.value)
    if shown.low is None or shown.high is None or shown.low == shown.high:
        return best
    return f"best {best}, low {number(shown.low)}, high {number(shown.high)}"


def _standing(field: str, version: Version) -> float:
    """Places stand from the closest on, numbers from the least on; all else as it was published."""
    given = version.value
    if field == "where":
        precision = given.get("precision")
        return CLOSEST.index(precision) if precision in CLOSEST else len(CLOSEST)
    if not field.startswith("counts."):
        return 0
    if isinstance(given, Mapping):
        return float(given["min"] if given["min"] is not None else given["max"])
    return float(given)


def _said(same: Sequence[Version], edited: Collection[str]) -> Iterator[str]:
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
        told = ", ".join((*dict.fromkeys(v.publisher or v.article for v in some), *when))
        yield f"{stance}{by}{words}{', as people set it' if by_people else ''} ({told})"


def _passage(stored: StoredEvent) -> Iterator[str]:
    article = stored.article
    where = ", ".join(x for x in (article.publisher or article.id, (article.published or "")[:10]) if x)
    words = stored.event.evidence.text
    edited = f" (people set {', '.join(stored.edited)})" if stored.edited else ""
    yield f"{stored.passage}  {stored.event.type}, {stored.event.status}{edited}  {where}"
    yield f"  “{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"


def _origin(origin: Origin, publishers: Mapping[str, str | None]) -> Iterator[str]:
    def name(article: str) -> str:
        return f"{publishers[article]} ({article})" if publishers.get(article) else article

    yield name(origin.id) + (f", by {origin.agency}" if origin.agency else "")
    for copy in origin.copies:
        if copy.article != origin.id:
            yield f"  copied by {name(copy.article)}: {copy.share:.0%} of it, {copy.basis}"


def _links(links: Sequence[Link], words: Sequence[str]) -> Iterator[str]:
    for link in links[:MOST_LINKS]:
        yield f"{link.left} and {link.right}: {link.score:.2f}: {'; '.join(_reason(r, words) for r in link.reasons)}"
    if len(links) > MOST_LINKS:
        yield f"and {len(links) - MOST_LINKS} more links"


def _reason(reason: str, words: Sequence[str]) -> str:
    """A reason with whole words: likeness is weighed without endings."""
    match = _STEMS.fullmatch(reason)
    if match is None:
        return reason
    return f"{match[1]}: {', '.join(_spelled(stem, words) for stem in match[2].split(', '))}"


def _spelled(stem: str, words: Sequence[str]) -> str:
    """The first of the words that begins so."""
    return next((word for word in words if word.casefold().startswith(stem)), stem)


def _words(events: Iterable[StoredEvent]) -> list[str]:
    """The words of the passages and titles, the shortest first."""
    texts = dict.fromkeys(text for e in events for text in (e.event.evidence.text, e.article.title or ""))
    return sorted({word for text in texts for word in re.findall(r"\w+", text)}, key=lambda w: (len(w), w.isupper(), w))


def _change(change: Change, incident: str) -> str:
    """An entry of the history; one of an incident that is part of this one now says of which."""
    whose = "" if change.incident == incident else f"{change.incident}: "
    return f"{change.at:%Y-%m-%d %H:%M}  {change.kind:<10}  {whose}{change.words}  [{change.cause}]"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _flat(line: str) -> str:
    return " ".join(line.splitlines()) if line.strip() else line
