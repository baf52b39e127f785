from __future__ import annotations

import pytest

from dateline import pipeline
from dateline.records.article import Article
from dateline.records.event import Event

DIGEST = """Daily digest
Gao region
- Gunmen killed seven traders on 3 May. Civil society said nine people died.
- A bomb wounded two soldiers in Ansongo.
Mopti region
- Gunmen killed four farmers on 4 May after they had burned a school.
"""
DAYS = """Situation report
Monday 4 May
Gunmen stormed a mining camp near Djibo. The army said it would send troops.
Sunday 3 May
Police arrested four men in Kaya. A bomb wounded two soldiers last week.
"""


def coded(text: str, parts: pipeline.Parts) -> dict[str, Event]:
    """The events by their words and numbers."""
    events = pipeline.code_article(Article("a", text, None, "2026-05-05"), parts).events
    return {" ".join([e.trigger.text, *(c.piece.text for c in e.counts)]): e for e in events}


def where(event: Event) -> list[str | None]:
    return [place.name for place in event.where]


def test_what_names_no_place_is_where_the_heading_says(parts: pipeline.Parts) -> None:
    found = coded(DIGEST, parts)
    assert where(found["killed seven"]) == ["Gao"] and where(found["killed four"]) == ["Mopti"]
    assert found["killed seven"].where[0].piece.span.of(DIGEST) == "Gao"
    assert found["killed seven"].where[0].basis.endswith(", above it")
    assert where(found["wounded two"]) == ["Ansongo"]


def test_what_names_no_day_was_on_that_of_the_heading(parts: pipeline.Parts) -> None:
    found = coded(DAYS, parts)
    days = {name: str(event.when.start) if event.when else None for name, event in found.items()}
    assert days["stormed"] == "2026-05-04" and days["arrested four"] == "2026-05-03"
    assert days["wounded two"] != "2026-05-03"
    planned = next(event for name, event in found.items() if event.status == "planned")
    assert planned.when is None


def test_what_follows_belongs_to_its_item(parts: pipeline.Parts) -> None:
    found = coded(DIGEST, parts)
    assert found["died nine"].story_event == found["killed seven"].story_event
    assert len({found[name].story_event for name in ("killed seven", "killed four", "wounded two")}) == 3


@pytest.mark.parametrize("place", ["DOHA, Qatar", "ZZORVIK", "ST. PETERSBURG"])
def test_openings_in_a_digest_hold_as_far_as_they_are_known(place: str, parts: pipeline.Parts) -> None:
    text = f"""Digest

{place} (AP) — Police arrested four men at a rally.

CAIRO (Reuters) — Gunmen killed seven traders.

{place} (AP) — Troops shelled a school.
"""
    found = coded(text, parts)
    assert where(found["killed seven"]) == ["Cairo"] and "Cairo" not in where(found["arrested four"])
