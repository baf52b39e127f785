"""A brief of incidents for a situation report: figures, what happened, what is ahead, every value with its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TextIO

from dateline.codebooks.codebook import Codebook
from dateline.exporters.prose import WRITERS, Line, Note, Text, Writer, marked
from dateline.exporters.values import plural, value
from dateline.records.bounds import number
from dateline.records.dossier import Dossier
from dateline.records.event import REAL
from dateline.records.incident import Change, Shown, Version
from dateline.records.stored import StoredEvent
from dateline.records.sums import FIGURES

QUADS = ("material_conflict", "verbal_conflict", "material_cooperation", "verbal_cooperation")
"""Violence and coercion first, as situation reports have it."""
MOST_AREAS = 20
"""Regions with a line of their own."""
MOST_SOURCES = 4
"""Reports that are named for the act itself; those that a figure comes from are named beside it."""
HISTORY = ("revised", "status", "hedge gone", "merged", "split", "edited", "judged")
"""Changes that a reader of an earlier brief has to know of."""
CODE = re.compile(r"\(([A-Z]{3})\)")
"""The country behind a place, as the sentence of an incident has it: "in Bol (TCD)"."""
THINGS = re.compile(
    r"(?:\s+(?!(?:in|of|at|on|by|to|for|from|with|and|or|as|the|a|were|was|had|have|who)\b)[^\W\d][\w'’-]*){1,2}"
)
"""What stands behind a number: two words at most, none of them one that only leads on."""
ADDING = (
    "Figures add up the best numbers of the incidents below that happened; in brackets the sums of the least and of "
    "the greatest numbers told. A part that is told as an incident of its own is counted twice. + says: or more."
)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief is made of; `asked` says in words what was asked for, `at` when.

    `incidents` are those of the time asked for, `ahead` what its reports plan for later, `undated` what they tell
    without a day; `left_out` are notes on what is not in it. With `changed_since`, changes of incidents that were known
    by then are told. `countries` are names of countries by their codes; a code without one stands as it is.
    """

    title: str
    asked: str
    at: datetime
    incidents: Sequence[Dossier]
    ahead: Sequence[Dossier] = ()
    undated: Sequence[Dossier] = ()
    left_out: Sequence[str] = ()
    changed_since: datetime | None = None
    countries: Mapping[str, str] = field(default_factory=dict)


def write(brief: Brief, format: str, out: TextIO) -> None:
    """The brief as `markdown` or `html`."""
    writer: Writer = WRITERS[format](out)
    writer.begin(brief.title)
    reports = {origin for d in brief.incidents for origin in d.incident.origins}
    outlets = sorted({outlet for d in brief.incidents for outlet in d.incident.outlets})
    nameless = {e.article.id for d in brief.incidents for e in d.events if not e.article.publisher} & reports
    others = f", {len(nameless)} of no known publisher" if nameless else ""  # else all seem to be of those named
    of = f" of {_listed(outlets)}{others}" if outlets else ""
    told = f"{plural(len(brief.incidents), 'incident')} told by {plural(len(reports), 'independent report')}"
    more = f", and {plural(len(brief.undated), 'incident')} without a day" if brief.undated else ""
    writer.paragraph((Text(f"{brief.asked}. {told}{of}{more}."),))
    for note in brief.left_out:
        writer.paragraph((Text(note),), quiet=True)
    _figures(brief, writer)
    quads = Codebook.load().quads
    planned = [d for d in brief.incidents if d.incident.value("status") == "planned"]
    rest = [d for d in brief.incidents if d not in planned]
    for quad in QUADS:
        _group(quads[quad]["label"].capitalize(), [d for d in rest if d.incident.value("quad") == quad], brief, writer)
    _group("Planned and ahead", [*planned, *brief.ahead], brief, writer)
    _group("Told in these days, day not known", brief.undated, brief, writer)
    made = f"Made by Dateline on {brief.at:%Y-%m-%d %H:%M} UTC. A program read this: look at the sources."
    writer.paragraph((Text(made),), quiet=True)
    writer.end()


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _figures(brief: Brief, writer: Writer) -> None:
    """How many incidents of each type, and their numbers added up."""
    # of what is planned, possible or denied nothing is added up
    done = [d for d in brief.incidents if d.incident.value("status") in REAL]
    if not done:
        return
    known = [what for what in FIGURES if any(d.incident.count(what) for d in done)]
    of_type = Counter(str(d.incident.value("type")) for d in done)
    types = sorted(of_type, key=lambda t: (-of_type[t], t))
    rows = [(t, [d for d in done if d.incident.value("type") == t]) for t in types]
    writer.heading(2, "Figures")
    writer.table(
        ("type", "incidents", *known),
        (
            (name, str(len(some)), *(_sum(some, what) for what in known))
            for name, some in (*rows, *([("all", done)] if len(rows) > 1 else []))
        ),
    )
    areas = _areas(done, brief.countries)
    if len(areas) > 1:
        writer.table(
            ("area", "incidents", *known),
            ((name, str(len(some)), *(_sum(some, what) for what in known)) for name, some in areas),
        )
    if known:
        writer.paragraph((Text(ADDING),), quiet=True)


def _areas(dossiers: Sequence[Dossier], names: Mapping[str, str]) -> list[tuple[str, list[Dossier]]]:
    """The incidents of each region, most first; the regions beyond some are one line, what has no place is the last."""
    found: dict[str, list[Dossier]] = {}
    unplaced: list[Dossier] = []
    for dossier in dossiers:
        place = dossier.incident.value("where") or {}
        country, region = _country(place, names), place.get("admin1")
        name = f"{region}, {country}" if region and country else f"{country}, region not told" if country else region
        (found.setdefault(str(name), []) if name else unplaced).append(dossier)
    ordered = sorted(found.items(), key=lambda area: (-len(area[1]), area[0]))
    rest = [dossier for _, some in ordered[MOST_AREAS:] for dossier in some]
    last = [("other regions", rest)] * bool(rest) + [("no place", unplaced)] * bool(unplaced)
    return [*ordered[:MOST_AREAS], *last] if ordered else []


def _country(place: Mapping[str, Any], names: Mapping[str, str]) -> str | None:
    """The name of a place's country; None where it has none."""
    code = place.get("country")
    return names.get(code, code) if code else None


def _sum(dossiers: Iterable[Dossier], what: str) -> str:
    counts = [c for d in dossiers if (c := d.incident.count(what)) is not None]
    if not counts:
        return ""
    best, low, high = (sum(part) for part in zip(*(_bounds(c) for c in counts), strict=True))
    more = "+" if any(isinstance(c.value, Mapping) and c.value.get("max") is None for c in counts) else ""
    return f"{number(best)}{more}" + (f" ({number(low)} to {number(high)})" if low != high else "")


def _bounds(count: Shown) -> tuple[float, float, float]:
    """The best number (of a range its least), the least and the greatest that is told."""
    best = float(count.number or 0)
    return best, best if count.low is None else count.low, best if count.high is None else count.high


def _group(title: str, dossiers: Sequence[Dossier], brief: Brief, writer: Writer) -> None:
    if not dossiers:
        return
    writer.heading(2, title)
    since = brief.changed_since
    for dossier in dossiers:
        changed = (c for c in dossier.changes if since is not None and c.at > since and c.kind in HISTORY)
        entry(dossier, changed, writer, brief.countries)


def entry(dossier: Dossier, changed: Iterable[Change], writer: Writer, names: Mapping[str, str]) -> None:
    """One incident: its sentence, every number with its sources, and what `changed`; `names` of countries by code."""
    writer.heading(3, _headline(dossier, names))
    notes = {e.passage: _note(e) for e in dossier.events}
    summary = CODE.sub(lambda c: f"({names.get(c[1], c[1])})", str(dossier.incident.value("summary") or "").strip())
    writer.paragraph((Text(summary, _first_notes(dossier, notes)),))
    writer.bullets(_lines(dossier, notes, changed))


def _headline(dossier: Dossier, names: Mapping[str, str]) -> str:
    where, when = dossier.incident.value("where") or {}, dossier.incident.value("when") or {}
    start, end = when.get("start"), when.get("end")
    day = start if start == end else f"{start or '…'} to {end or '…'}"
    place = where.get("name")
    country = _country(where, names) if where.get("precision") != "country" else None
    named = ", ".join(x for x in (place, country) if x) if place else None
    parts = (day or "no day told", named, dossier.incident.value("type"))
    return " · ".join(str(part) for part in parts if part)


def _lines(dossier: Dossier, notes: Mapping[str, Note], changed: Iterable[Change]) -> Iterator[Line]:
    """Each number with who says so; who did it, where that is told differently; what people set; what changed."""
    called = {e.article.id: e.article.called for e in dossier.events}
    of_what = {e.passage: words for e in dossier.events if (words := _of_what(e))}
    for shown in dossier.incident.shown:
        if shown.field.startswith("counts.") or (shown.field == "actors" and _differ(shown)):
            yield from _field(shown, notes, called, of_what)
        elif shown.set_by is not None:
            yield (Text(f"{shown.field} is {value(shown.value)}, set by {shown.set_by.by}: {shown.set_by.reason}"),)
    yield from map(_changed, changed)
    yield (Text(f"{_reports(dossier)}; incident {dossier.incident.id}"),)


def _differ(shown: Shown) -> bool:
    """True where passages name other parties, or not all vouch for it; all whom one passage names are one answer."""
    named: dict[str, set[str]] = {}
    for version in shown.versions:
        named.setdefault(version.event, set()).add(_words(shown.field, version.value).casefold())
    return len(set(map(frozenset, named.values()))) > 1 or any(v.stance != "told" for v in shown.versions)


def _words(field: str, given: Any) -> str:
    """A value for people: of parties their names alone."""
    if field in ("actors", "recipients"):
        parties = given if isinstance(given, list | tuple) else (given,)
        return "; ".join(str(p.get("name") or p.get("text")) for p in parties if isinstance(p, Mapping)) or "nobody"
    return value(given)


def _of_what(stored: StoredEvent) -> str | None:
    """The words of a number that is of none of the kinds counted, with what it counts: "1,200 households"."""
    evidence = stored.event.evidence
    piece = next((count.piece for count in stored.event.counts if count.what == "other"), None)
    if piece is None:
        return None
    start = piece.span.end - evidence.span.start
    things = THINGS.match(evidence.text, start) if evidence.span.start <= piece.span.start else None
    return " ".join(f"“{piece.text}{things[0] if things else ''}”".split())


def _field(
    shown: Shown, notes: Mapping[str, Note], called: Mapping[str, str], of_what: Mapping[str, str]
) -> Iterator[Line]:
    """A field of an incident in a line: what is shown, then what each voice says, with notes."""
    name = shown.field.removeprefix("counts.")
    best = _words(shown.field, shown.parties if shown.together else shown.value)
    differ = shown.low is not None and shown.high is not None and shown.low != shown.high
    told = f"{number(shown.low or 0)} to {number(shown.high or 0)}" if differ else best
    bounds = f" ({told})" if told != best else ""
    set_by = f", set by {shown.set_by.by}: {shown.set_by.reason}" if shown.set_by is not None else ""
    line = [Text(f"{name}: "), Text(f"{best}{bounds}{set_by}", strong=True)]
    groups: dict[tuple[str, str], list[Version]] = {}
    for version in shown.versions:
        if not _part(version, shown.low):
            of_other = of_what.get(version.event) if shown.field == "counts.other" else None
            words = of_other or _words(shown.field, version.value)
            groups.setdefault((words, _who_says(version, called)), []).append(version)
    for number_of, ((words, who), some) in enumerate(groups.items()):
        found = tuple(dict.fromkeys(notes[v.event] for v in some if v.event in notes))
        line.append(Text(f"{'; ' if number_of else ' – '}{words}, {who}", found))
    yield line


def _part(version: Version, low: float | None) -> bool:
    """True of a number below the least total: it counts a part ("three of them soldiers")."""
    given = version.value
    if isinstance(given, Mapping):
        given = given.get("min") if given.get("max") is None else given.get("max")
    return low is not None and isinstance(given, int | float) and given < low


def _who_says(version: Version, called: Mapping[str, str]) -> str:
    by = " via ".join(reversed(version.said_by)) or called.get(version.article, version.publisher or version.article)
    return f"{version.stance} by {by}" + (f" (“{version.hedge}”)" if version.hedge else "")


def _changed(change: Change) -> Line:
    return (Text(f"changed on {change.at:%Y-%m-%d}: {change.words.removeprefix('counts.')}"),)


def _reports(dossier: Dossier) -> str:
    one = dossier.incident
    outlets = f" ({_listed(one.outlets)})" if one.outlets else ""
    by = [e.added_by for e in dossier.events if e.added_by]
    added = f" ({len(by):,} of them added by {_listed(tuple(dict.fromkeys(by)))})"
    passages = f"{plural(len(one.events), 'passage')}{added if by else ''}"
    return f"{plural(len(one.origins), 'independent report')}{outlets}, {passages}"


def _first_notes(dossier: Dossier, notes: Mapping[str, Note]) -> tuple[Note, ...]:
    """The first passage of each independent report, as far as there is room."""
    copies = {copy.article: origin.id for origin in dossier.origins for copy in origin.copies}
    firsts: dict[str, Note] = {}
    for stored in dossier.events:
        firsts.setdefault(copies.get(stored.article.id, stored.article.id), notes[stored.passage])
    return tuple(firsts.values())[:MOST_SOURCES]


def _note(stored: StoredEvent) -> Note:
    article, evidence = stored.article, stored.event.evidence
    where = ", ".join(x for x in (article.called, (article.published or "")[:10]) if x)
    words = " ".join(evidence.text.split())
    place = f"article {article.id}, characters {evidence.span.start} to {evidence.span.end}"
    by_people = (
        *((f"added by {stored.added_by}",) if stored.added_by else ()),
        *((f"people set {', '.join(stored.edited)}",) if stored.edited else ()),
    )
    return Note(where, words, marked(article.url, words), "; ".join((place, *by_people)))
