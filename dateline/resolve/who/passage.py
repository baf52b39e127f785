"""The country of a described party that names none, guessed from the passage around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.armed_groups import of_the_group, state_fought
from dateline.resolve.who.bystanders import looks_on, outside
from dateline.resolve.who.english import ABROAD, LOCAL, RELATED
from dateline.resolve.who.owners import related_to
from dateline.resolve.who.peoples import among
from dateline.resolve.who.phrases import Phrase, last_of
from dateline.resolve.who.places_beside import beside
from dateline.resolve.who.ruled_out import ruled_out
from dateline.resolve.who.scene import Scene
from dateline.resolve.who.setting import Ask
from dateline.resolve.word_lists import word_set

_FEW = 5
"""How many parties before a mention count as the last."""
_PRIVATE = frozenset((("CVL",), ("UAF",), ("REB",), ("CRM",)))
"""First sectors of people without an office."""
_TOGETHER = frozenset(("multinational", "nation", "multilateral", "coalition"))
"""Words before a force of several states ("a five-nation force")."""
_STRIKES = word_set(
    "air airstrike airstrikes strikes strike bombing bombs bombardment jets planes warplanes aircraft raids"
)
"""Words behind a coalition that fights."""


def guess(scene: Scene, span: Span, phrase: Phrase, noun: Head | None) -> str | None:
    """The country of a described party that names none, from the passage; None where it is likelier unknown.

    Blocs and "countries" are of no country but perhaps of a body that the article names ("the member states").
    """
    bodies = noun is not None and ((noun.sort == "country" and phrase.plural) or noun.sort == "bloc")
    if bodies and noun is not None and last_of(noun) == "state" and scene.setting.share("USA") >= 0.6:
        return "USA"
    near = beside(scene, phrase) if noun is None or noun.noun != "westerner" else {}
    looks = looks_on(scene, phrase, noun)
    fought = state_fought(scene, phrase, noun)
    onlooker = looks and noun is not None and noun.noun != "observer"
    if fought is not None or (onlooker and not near):
        return fought
    told = _of_several(scene, phrase, noun) or of_the_group(scene, phrase, noun)
    if told is not None:
        return told
    bodies = bodies or outside(scene, phrase) or (looks and not near)
    ask = _ask(scene, span, phrase, noun, near=near, bodies=bodies)
    country = scene.setting.guess(ask)
    if country is None and ask.among and ask.noun in RELATED:
        return max(ask.among, key=scene.setting.share)
    return country


def _ask(scene: Scene, span: Span, phrase: Phrase, noun: Head | None, *, near: Mapping[str, str], bodies: bool) -> Ask:
    """What is asked of the passage: what the words of a party and the parties before it tell of its country."""
    met = _met(scene, span, noun.noun if noun is not None else "", frozenset(phrase.sectors))
    return Ask(
        span.start,
        _kind(scene, phrase, noun),
        noun=last_of(noun) if noun is not None else scene.words.low[phrase.last - 1],
        sectors=phrase.sectors,
        plural=phrase.plural,
        definite=_definite(scene, phrase),
        same=met.same,
        like=met.like,
        last=met.last,
        but=_tied(scene, phrase),
        never=ruled_out(scene, phrase, noun),
        beside=near,
        among=among(scene, phrase),
        told=_told(scene, span, phrase),
        lost=met.lost,
        lately=_lately(scene, span),
        who=met.who if not phrase.plural else None,
        bodies=bodies,
    )


def _tied(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """Countries that the words of a party name as others than its own ("Russian-backed rebels", "allies of Chad")."""
    ties = {scene.country_of(hit) for hit in phrase.inside if not scene.belongs(hit, phrase.first)}
    ties |= related_to(scene, phrase)
    return frozenset(ties | scene.ties if "REB" in phrase.sectors else ties)


def _of_several(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """Whose that is which several states have: of the leader of a coalition, or of none of them."""
    if noun is None:
        return None
    if noun.noun.startswith("coalition "):
        return _leads(scene)
    return "IGO" if _together(scene, phrase, noun) else None


def _together(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    """True for what several states have together: "a five-nation force", "international organizations"."""
    low = scene.words.low[phrase.first : phrase.head]
    if last_of(noun) in ("organization", "organisation"):
        return phrase.plural and low[-1:] == ("international",)
    behind = scene.words.low[phrase.last : phrase.last + 1]
    strikes = noun.noun == "coalition" and not phrase.plural and bool(behind) and behind[0] in _STRIKES
    return strikes or (noun.sectors[:1] == ("MIL",) and not _TOGETHER.isdisjoint(low))


def _leads(scene: Scene) -> str:
    """Whose "coalition forces" are: of the state other than America that leads one ("the Saudi-led coalition")."""
    low = scene.words.low
    for index in range(2, len(low)):
        if low[index] == "coalition" and low[index - 1] == "led":
            hit = scene.found.covering.get(index - 2)
            if hit is not None and scene.country_of(hit) != "USA":
                return scene.country_of(hit)
    return "IGO"


def _told(scene: Scene, span: Span, phrase: Phrase) -> tuple[str, ...]:
    """The words of a mention before its noun, each once."""
    low, first = scene.words.low, scene.words.within(span.start, span.end).start
    return tuple(dict.fromkeys(low[min(first, phrase.first) : phrase.head]))


def _lately(scene: Scene, span: Span) -> dict[str, int]:
    """How many of the last parties with a country, up to two sentences back, are of each."""
    last = islice((party.country for _, party in scene.parties.before(span.start, 2) if party.country), _FEW)
    return Counter(last)


class _Met(NamedTuple):
    """Countries of the last parties before a mention: under its noun, with its sectors, of all, of the people with a
    name but no office; `lost` is True where the one under its noun had none.
    """

    same: str | None = None
    like: str | None = None
    last: str | None = None
    who: str | None = None
    lost: bool = False


def _met(scene: Scene, span: Span, name: str, wanted: frozenset[str]) -> _Met:
    like = last = who = None
    for back, party in scene.parties.before(span.start, 8):
        if name and party.noun == name:
            return _Met(party.country, like, last, who, party.country is None)
        if party.country is None:
            continue
        if last is None and back == 0:
            last = party.country
        if like is None and back <= 5 and not wanted.isdisjoint(party.sectors):
            like = party.country
        if who is None and party.name and party.sort in ("person", "name") and party.sectors[:1] in _PRIVATE:
            who = party.country
    return _Met(None, like, last, who)


def _kind(scene: Scene, phrase: Phrase, noun: Head | None) -> str:
    """The kind of description for which weights were learned."""
    sector = phrase.sectors[0] if phrase.sectors else ""
    if noun is None:
        return "unknown name" if scene.words.capital(phrase.last - 1) else "unknown"
    if last_of(noun) in ABROAD:
        return "abroad"
    if sector in ("REB", "OPP", "PRM", "UAF", "CRM"):
        return "armed"
    if sector == "COP" or last_of(noun) in LOCAL:
        return "law"
    if sector in ("MIL", "SPY"):
        return "forces"
    if sector in ("GOV", "LEG", "PTY", "ELI", "JUD") and noun.sort != "thing":
        return "government" if noun.sort != "country" else "country"
    return noun.sort if noun.sort in ("crowd", "person", "thing", "office") else "other"


def _definite(scene: Scene, phrase: Phrase) -> bool:
    before = scene.words.low[phrase.first - 1] if phrase.first else ""
    return before in ("the", "that", "this", "those", "these")
