"""How articles without a title begin: pages call them so."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records.heading import opening
from dateline.web.answers import Json
from dateline.web.parts import Parts


def add(parts: Parts, articles: Iterable[Json]) -> None:
    """Gives the articles (as the API tells them) that have no title their first words as `opening`."""
    untitled = [one for one in articles if not (one["title"] or "").strip()]
    ids = list(dict.fromkeys(one["id"] for one in untitled))
    begins = {a.id: opening(a.text) for a in parts.store.articles(ids)} if ids else {}
    for one in untitled:
        one["opening"] = begins.get(one["id"]) or None
