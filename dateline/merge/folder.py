"""Coded articles to origins and incidents, all in memory: what a folder of reports adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.fixed import fixed
from dateline.merge.copies import Fingerprint, MemoryFingerprints, Overlap, fingerprint, origins, overlaps
from dateline.merge.incident import incident
from dateline.merge.memory import Memory
from dateline.merge.profile import stories, topic
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.incident import Incident, Origin


@fixed()
class Passage:
    """An event with its article, without the text."""

    passage: str
    event: Event
    article: Article
    rejected: bool = False


@fixed()
class Merged:
    """The origins of the articles and the incidents that their events add up to."""

    origins: tuple[Origin, ...]
    incidents: tuple[Incident, ...]


def merge(coded: Iterable[Coded], *, countries: Mapping[str, str] | None = None) -> Merged:
    """The origins and incidents of coded articles; their order does not matter. `countries` are names by code."""
    known, memory = MemoryFingerprints(), Memory()
    prints: dict[str, Fingerprint] = {}
    found: list[Overlap] = []
    told: dict[str, Passage] = {}
    for one in coded:
        mark = fingerprint(one.article)
        found += overlaps(mark, known)
        known.add(mark)
        prints[one.article.id] = mark
        memory.keep(stories([(e.id, e) for e in one.events], one.article, topic(one.article)))
        bare = replace(one.article, text="")
        told |= {e.id: Passage(e.id, e, bare) for e in one.events}
    sources = origins(prints, found)
    origin_of = {copy.article: origin.id for origin in sources for copy in origin.copies}
    groups = memory.incidents()
    return Merged(
        sources, tuple(incident([told[p] for p in group], origin_of, countries=countries) for group in groups)
    )
