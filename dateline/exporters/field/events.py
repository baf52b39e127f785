"""Events as POLECAT and ICEWS have them: one row an act, or one for each pair of who does it to whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product

from dateline.exporters.field.base import FieldFormat, Given, Row, days, joined, promises
from dateline.records.event import MUTUAL, REAL, UNDATED
from dateline.records.flat import places
from dateline.records.resolved import Actor, Place, coarseness
from dateline.records.stored import StoredEvent

WIDEST = 7
"""Days of a time that may stand under the first of them where a format has one day."""
OLDER_MODES = {"targeted": "assassinate", "vandalize": "demo"}
"""Modes of the manual that the vocabulary of POLECAT's files does not have, and what stands for them there."""

POLECAT_COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name"),
    *("Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw"),
    *("Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City"),
    *("District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
ICEWS_COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
NO_VOICES = "voices, hedges, numbers, spans and confidence have no column"


def polecat(stored: StoredEvent, given: Given) -> Sequence[Row] | str:
    """The row of an event; in words why POLECAT has no place for it."""
    event, article = stored.event, stored.article
    if (reason := _no_place(stored, given)) is not None:
        return reason
    if not event.actors:
        return "nobody is named as actor (POLECAT asks for one)"
    mode = OLDER_MODES.get(event.modes[0], event.modes[0]) if event.modes else None
    story = article.id.replace("_", "-")
    where = _place(stored)
    return [
        {
            "Event ID": f"{story}_{event.type}_{mode or 'None'}_{event.id}",
            "Event Date": _day(stored, given),
            "Event Type": event.type,
            "Event Mode": mode,
            "Intensity": event.intensity,
            "Quad Code": event.quad.replace("_", " ").upper(),
            "Contexts": joined(event.contexts),
            **_polecat_party("Actor", event.actors),
            **_polecat_party("Recipient", event.recipients),
            "Placename": where and where.name,
            "City": _city(where),
            "Province": where and where.admin1,
            "Country": where and where.country,
            "Latitude": where and where.lat,
            "Longitude": where and where.lon,
            "GeoNames ID": where and where.geonames_id,
            "Raw Placename": where and where.piece.text,
            "Source": article.publisher,
            "Publication Date": (article.published or "")[:10],
            "Language": article.language or "en",
            "Version": f"dateline {event.codebook}",
        }
    ]


def _polecat_party(role: str, parties: Sequence[Actor]) -> Row:
    return {
        f"{role} Name": joined(p.name or p.piece.text for p in parties),
        f"{role} Country": joined(p.country for p in parties),
        f"Primary {role} Sector": joined(p.sectors[0] for p in parties if p.sectors),
        f"{role} Sectors": joined(s for p in parties for s in p.sectors),
        f"{role} Name Raw": joined(p.piece.text for p in parties),
    }


def icews(stored: StoredEvent, given: Given) -> Sequence[Row] | str:
    """A row for each pair of source and target; in words why ICEWS has no place for the event."""
    event, article = stored.event, stored.article
    if (reason := _no_place(stored, given)) is not None:
        return reason
    pairs = list(product(event.actors, event.recipients))
    if not pairs and event.type in MUTUAL:
        pairs = list(permutations(event.actors, 2))
    if not pairs:
        return "no pair of source and target (ICEWS has dyads only)"
    where = _place(stored)
    common: Row = {
        "Event ID": event.id,
        "Event Date": _day(stored, given),
        "Event Text": " ".join((event.type.capitalize(), *(f"({mode})" for mode in event.modes))),
        "CAMEO Code": event.cameo,
        "Intensity": event.intensity,
        "Story ID": article.id,
        "Publisher": article.publisher,
        "City": _city(where),
        "Province": where and where.admin1,
        "Country": where and given.country(where.country),
        "Latitude": where and where.lat,
        "Longitude": where and where.lon,
    }
    return [common | _icews_party("Source", one, given) | _icews_party("Target", two, given) for one, two in pairs]


def _icews_party(role: str, party: Actor, given: Given) -> Row:
    return {
        f"{role} Name": party.name or party.piece.text,
        f"{role} Sectors": ",".join(party.sectors),
        f"{role} Country": given.country(party.country),
    }


def _no_place(stored: StoredEvent, given: Given) -> str | None:
    """Why a format without any status cannot say what the event says, if so."""
    event = stored.event
    if event.status not in REAL and not (event.status == "planned" and event.type in promises()):
        return f"the status is {event.status}, for which there is no column"
    when = event.when
    length = days(when.start, when.end) if when else None
    if length is not None and length > WIDEST:
        return f"the time told is longer than {WIDEST} days, and there is one column for the day"
    return None if _day(stored, given) else UNDATED


def _day(stored: StoredEvent, given: Given) -> str | None:
    when = stored.event.when
    day = when and (when.start or when.end)
    published = stored.article.published if given.by_publication else None
    return day.isoformat() if day else published[:10] if published else None


def _place(stored: StoredEvent) -> Place | None:
    """The closest place, as these formats have one."""
    return min(places(stored.event), key=lambda p: coarseness(p.precision), default=None)


def _city(where: Place | None) -> str | None:
    return where.name if where is not None and where.precision in ("exact", "settlement") else None


POLECAT = FieldFormat(
    "polecat",
    "POLECAT: one row an event, tab-separated, 40 columns",
    "events",
    "\t",
    "None",
    POLECAT_COLUMNS,
    polecat,
    (
        NO_VOICES,
        "of several modes the first is written; targeted is assassinate, vandalize demo in POLECAT's older vocabulary",
        "empty: Actor COW, Actor Title, Wikipedia Actor ID (and of recipients), District, Feature Type, Story People, "
        "Story Organizations, Story Locations",
    ),
)
ICEWS = FieldFormat(
    "icews",
    "ICEWS: one row a pair of source and target, tab-separated, 20 columns",
    "events",
    "\t",
    "NA",
    ICEWS_COLUMNS,
    icews,
    (
        NO_VOICES,
        "CAMEO Code comes from type and first mode by a crosswalk; Event Text and Intensity are those of PLOVER",
        "Source and Target Sectors are PLOVER's codes",
        "empty: Sentence Number, District",
    ),
)
