"""The country of a described party that names none, guessed from the passage around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import ABROAD, FEDERATIONS, LOCAL, RELATED
from dateline.resolve.who.guessing.armed_groups import of_the_group, state_fought
from dateline.resolve.who.guessing.bystanders import looks_on, outside
from dateline.resolve.who.guessing.ruled_out import ruled_out
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.names.scan import PSEUDO
from dateline.resolve.who.owners.of_country import related_to
from dateline.resolve.who.owners.of_people import among
from dateline.resolve.who.owners.of_region import of_region
from dateline.resolve.who.owners.places_beside import beside, in_several
from dateline.resolve.who.pronouns.pronoun import speaker_of
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.who.scene.setting import Ask
from dateline.resolve.word_lists import word_set

_FEW = 5
"""How many parties before a mention count as the last."""
_PRIVATE = frozenset((("CVL",), ("UAF",), ("REB",), ("CRM",)))
"""First sectors of people without an office."""
_TOGETHER = frozenset(("multinational", "nation", "multilateral", "coalition"))
"""Words before a force of several states ("a five-nation force")."""
_ONLY_OF = {"foreign secretary": "GBR", "home secretary": "GBR", "special counsel": "USA", "grand jury": "USA"}
"""Offices that go by these names in the news of one state."""
_ALSO_OF = frozenset(("IND", "PAK", "PHL", "KOR"))
"""States that have one of them too."""
_HELPING = frozenset(
    (
        "aid group", "aid agency", "aid organization", "aid organisation", "relief agency", "humanitarian agency",
        "humanitarian group", "humanitarian organization", "humanitarian organisation", "humanitarian partner",
        "humanitarian actor", "humanitarian responder", "aid actor", "ngo", "human rights group",
        "rights group", "human rights organization", "human rights organisation", "rights organization",
        "rights organisation", "nongovernmental organization", "non-governmental organization",
        "non-governmental organisation",
    )
)  # fmt: skip
"""Nouns for associations that work in many countries."""
_HOME = frozenset(("local", "domestic", "national", "homegrown", "grassroots", "gay", "civil", "women"))
"""Words before them that tell of one country."""
_STRIKES = word_set(
    "air airstrike airstrikes strikes strike bombing bombs bombardment jets planes warplanes aircraft raids"
)
"""Words behind a coalition that fights."""


def guess(scene: Scene, span: Span, phrase: Phrase, noun: Head | None) -> str | None:
    """The country of a described party that names none, from the passage; None where it is likelier unknown.

    Blocs and "countries" are of no country but perhaps of a body that the article names ("the member states").
    """
    if of_region(scene.words, phrase):
        return None
    bodies = noun is not None and ((noun.sort == "country" and phrase.plural) or noun.sort == "bloc")
    bodies = bodies or _any_governments(scene, phrase, noun)
    american = scene.setting.share("USA") >= 0.6 and scene.words.low[phrase.last : phrase.last + 1] != ("of",)
    if "enemy" in scene.words.low[phrase.first : phrase.last]:
        return _enemy(scene, span)
    if bodies and noun is not None and last_of(noun) == "state" and american:
        return "USA"
    near = beside(scene, phrase) if noun is None or noun.noun != "westerner" else {}
    looks = looks_on(scene, phrase, noun)
    fought = state_fought(scene, phrase, noun)
    onlooker = looks and noun is not None and noun.noun != "observer"
    if fought is not None or (onlooker and not near):
        return fought
    if in_several(scene, phrase):
        return None
    told = (
        _whose_before(scene, span, phrase, noun)
        or _of_several(scene, phrase, noun)
        or of_the_group(scene, phrase, noun)
        or _of_everywhere(scene, phrase, noun)
    )
    if told is not None:
        return told
    bodies = bodies or outside(scene, phrase) or (looks and not near)
    ask = _ask(scene, span, phrase, noun, near=near, bodies=bodies)
    country = scene.setting.guess(ask)
    if country is None and ask.among and ask.noun in RELATED:
        return max(ask.among, key=scene.setting.share)
    return country


def _enemy(scene: Scene, span: Span) -> str | None:
    """The other of two states at war, where one that is at war speaks of "the enemy"; None where more may be meant."""
    speaker = speaker_of(scene, span.start)
    two = [country for country in scene.setting.countries if country not in PSEUDO][:2]
    if speaker is None or speaker.country not in two or len(two) < 2 or speaker.country in _FIGHTS_GROUPS:
        return None
    return two[1 - two.index(speaker.country)]


_FIGHTS_GROUPS = frozenset(("USA", "GBR", "FRA"))
"""States whose enemies are mostly no states."""


def _any_governments(scene: Scene, phrase: Phrase, noun: Head | None) -> bool:
    """True for governments of states that nobody names ("Arab governments"), none for "local governments"."""
    many = noun is not None and noun.noun == "government" and phrase.plural and not _definite(scene, phrase)
    return many and _WITHIN.isdisjoint(scene.words.low[max(0, phrase.first - 1) : phrase.head])


_WITHIN = word_set(
    "local state provincial regional municipal city county past previous successive earlier subsequent rival both two "
    "three all their our"
)
"""Words before the governments of one state, and those of states named before."""


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


def _whose_before(scene: Scene, span: Span, phrase: Phrase, noun: Head | None) -> str | None:
    """The country told with a longer name before ("a Malian military court", then "the court").

    None where the last of that noun before is another, or several were told of.
    """
    short = noun is not None and " " not in noun.noun and noun.sort in ("state", "office") and _definite(scene, phrase)
    if noun is None or not short or phrase.head > phrase.first or phrase.inside:
        return None
    ending = f" {noun.noun}"
    for _, party in scene.parties.before(span.start, _SOON):
        if party.noun == noun.noun:
            return None
        if (party.noun or "").endswith(ending) and party.plural == phrase.plural:
            return party.country if party.basis in _TOLD_BY and party.country not in PSEUDO else None
    return None


_SOON = 6
"""How many sentences back it may have been told."""
_TOLD_BY = frozenset(("country word", "actor list", EARLIER))
"""What tells a country for certain."""


def _of_several(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """Whose that is which several states have: of the leader of a coalition, of the federation, or of none of them."""
    if noun is None:
        return "USA" if _of_congress(scene, phrase) else None
    only = _ONLY_OF.get(noun.noun)
    if only is not None and only in scene.setting.countries and not _ALSO_OF.intersection(scene.setting.countries):
        return only
    if "federal" in scene.words.low[phrase.first : phrase.last]:
        return next((country for country in scene.setting.countries if country in FEDERATIONS), None)
    if noun.noun.startswith("coalition "):
        return _leads(scene)
    return "IGO" if _together(scene, phrase, noun) else None


def _of_congress(scene: Scene, phrase: Phrase) -> bool:
    """True for "congressional" alone, where America is named and is no other state with a congress."""
    return scene.words.low[phrase.first : phrase.last] == ("congressional",) and bool(scene.setting.share("USA"))


def _of_everywhere(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """The code of associations for "aid groups" and "rights monitors" that no word gives a country."""
    low = scene.words.low[phrase.first : phrase.last]
    helps = noun is not None and noun.noun in _HELPING
    watches = noun is not None and noun.noun == "monitor" and "rights" in low
    return "NGO" if (helps or watches) and _HOME.isdisjoint(low) else None


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
