"""The country of a described party that names none, guessed from the passage around it."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.bystanders import looks_on
from dateline.resolve.who.english import (
    ABROAD,
    BODIES,
    ELSEWHERE_THAN_US,
    LOCAL,
    OF_ONE_STATE,
    PEOPLES,
    RELATED,
    WITHOUT_REBELS,
)
from dateline.resolve.who.owners import beside, outside_clause, related_to
from dateline.resolve.who.phrases import Phrase, last_of
from dateline.resolve.who.scan import PSEUDO
from dateline.resolve.who.scene import Scene
from dateline.resolve.who.setting import Ask
from dateline.resolve.who.struck import from_the_air, struck_by
from dateline.resolve.word_lists import word_set

_ELSEWHERE = frozenset(("foreign", "western", "international", "multinational", "overseas"))
"""Words for what is of several countries, and not of the one told of."""
_FEW = 5
"""How many parties before a mention count as the last."""
_REBELS = frozenset(("rebel", "insurgent", "guerrilla"))
_PRIVATE = frozenset((("CVL",), ("UAF",), ("REB",), ("CRM",)))
"""First sectors of people without an office."""


def guess(scene: Scene, span: Span, phrase: Phrase, noun: Head | None) -> str | None:
    """The country of a described party that names none, from the passage; None where it is likelier unknown.

    Blocs and "countries" are of no country but perhaps of a body that the article names ("the member states").
    """
    bodies = noun is not None and ((noun.sort == "country" and phrase.plural) or noun.sort == "bloc")
    if bodies and noun is not None and last_of(noun) == "state" and scene.setting.share("USA") >= 0.6:
        return "USA"
    ties = {scene.country_of(hit) for hit in phrase.inside if not scene.belongs(hit, phrase.first)}
    ties |= related_to(scene, phrase)
    if "REB" in phrase.sectors:
        ties |= scene.ties
    against = _against(scene, phrase, noun)
    near = beside(scene, phrase) if noun is None or noun.noun != "westerner" else {}
    looks = looks_on(scene, phrase, noun)
    onlooker = looks and noun is not None and noun.noun != "observer"
    if against is not None or (onlooker and not near):
        return against
    if noun is not None and noun.noun.startswith("coalition "):
        return _leads(scene)
    if noun is not None and _of_several(scene, phrase, noun):
        return "IGO"
    militants = _militants(scene, phrase, noun)
    if militants is not None:
        return militants
    met = _met(scene, span, noun.noun if noun is not None else "", frozenset(phrase.sectors))
    ask = Ask(
        span.start,
        _kind(scene, phrase, noun),
        noun=last_of(noun) if noun is not None else scene.words.low[phrase.last - 1],
        sectors=phrase.sectors,
        plural=phrase.plural,
        definite=_definite(scene, phrase),
        same=met.same,
        like=met.like,
        last=met.last,
        but=frozenset(ties),
        never=_never(scene, phrase, noun)
        | outside_clause(scene, phrase)
        | struck_by(scene, phrase)
        | _no_regime(noun)
        | _no_bodies(scene, phrase, noun)
        | _no_office(noun)
        | _no_group(scene, phrase),
        beside=near,
        among=among(scene, phrase),
        told=_told(scene, span, phrase),
        lost=met.lost,
        lately=_lately(scene, span),
        who=met.who if not phrase.plural else None,
        bodies=bodies or _outside(scene, phrase) or (looks and not near),
    )
    country = scene.setting.guess(ask)
    if country is None and ask.among and ask.noun in RELATED:
        return max(ask.among, key=scene.setting.share)
    return country


def _against(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """The one state whose forces rebels are told to fight in their sentence ("rebels killed Malian soldiers").

    None where the sentence tells another country that they fight in, and for forces that are mostly met abroad.
    """
    if noun is None or last_of(noun) not in _REBELS:
        return None
    words, fought = scene.words, set()
    for index in range(phrase.last, min(phrase.last + _SAME_CLAUSE, len(words))):
        if "\n" in words.gap(index) or words.gap(index)[:1] in (".", "?", "!", ";"):
            break
        hit = scene.found.at.get(index)
        behind = words.low[hit.last : hit.last + 1] if hit is not None else ()
        if hit is None or not scene.belongs(hit):
            continue
        if words.low[index - 1] == "in" or (behind and behind[0] in _STATE_FORCES):
            fought.add(scene.country_of(hit))
    country = fought.pop() if len(fought) == 1 else None
    foreign = country in PSEUDO or country in WITHOUT_REBELS or country in _SENT_ABROAD
    return country if not foreign and scene.setting.share(country) >= _MUCH else None


_SAME_CLAUSE = 16
_MUCH = 0.3
"""Share of what an article tells of countries that makes it about one."""
_SENT_ABROAD = frozenset(("FRA", "GBR", "RUS"))
"""States whose soldiers rebels meet abroad."""
_STATE_FORCES = word_set("soldiers troops army military police forces government")


def _militants(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """The country of the one armed group that an article tells of, for "the militants"; None where it tells of more."""
    wanted = noun is not None and last_of(noun) in _OF_THE_GROUP and phrase.plural and not among(scene, phrase)
    if noun is None or not wanted or not _UNTOLD.isdisjoint(scene.words.low[phrase.first : phrase.head]):
        return None
    return _the_group(scene, _NEARLY if last_of(noun) == "jihadist" else 1.0)


def _the_group(scene: Scene, share: float) -> str | None:
    """The country of the armed group that has this share of what an article names of armed groups; None without one."""
    named = [hit.entry for hit in scene.found.hits if hit.entry is not None and hit.entry.kind == "group"]
    armed = [entry for entry in named if entry.role(scene.day)[0].sectors[:1] == ("REB",)]
    if len(armed) < _OFTEN:
        return None
    most = max(armed, key=armed.count)
    return most.role(scene.day)[0].country if armed.count(most) >= share * len(armed) else None


def held(scene: Scene, phrase: Phrase, noun: Head) -> str | None:
    """The country of the one armed group that holds the posts and arms that a state strikes abroad; None of others."""
    theirs = (
        noun.sort == "thing" and last_of(noun) in _HELD and (struck_by(scene, phrase) or from_the_air(scene, phrase))
    )
    return _the_group(scene, _NEARLY) if theirs else None


_HELD = word_set(
    "headquarters camp post center centre depot vehicle truck tank position facility checkpoint compound hideout "
    "bunker stronghold warehouse tunnel cache convoy artillery launcher"
)
_OF_THE_GROUP = frozenset(("militant", "extremist", "jihadist"))
_UNTOLD = frozenset(("unidentified", "unknown", "other", "local", "foreign"))
"""Words before militants who are of no group that was told of."""
_NEARLY = 0.6
"""Share of all namings of armed groups by which one is meant by "jihadists", and by the posts that are hit."""
_OFTEN = 3
"""How often an article names a group at least that its militants are of."""


def _never(scene: Scene, phrase: Phrase, noun: Head | None) -> frozenset[str]:
    """What a party under `noun` is not of unless it says so.

    Rebels are not of states without any, and they and the groups of an opposition are not of no country.
    """
    if noun is None:
        return frozenset()
    if last_of(noun) in _REBELS:
        return WITHOUT_REBELS | {"IMG"} if last_of(noun) == "rebel" else WITHOUT_REBELS
    return frozenset(("IMG",)) if noun.sort in ("group", "force") and opposes(scene, phrase) else frozenset()


def opposes(scene: Scene, phrase: Phrase) -> bool:
    """True for groups that are told to be against the government of their own country ("rebel groups")."""
    return not _OPPOSED.isdisjoint(scene.words.low[phrase.first : phrase.last + 1])


_OPPOSED = frozenset(("rebel", "rebels", "opposition", "opposing", "opposed", "antigovernment"))


def _no_regime(noun: Head | None) -> frozenset[str]:
    """What "the regime" is not unless it says so."""
    return _FREE if noun is not None and noun.noun == "regime" else frozenset()


_FREE = frozenset(("USA", "CAN", "GBR", "FRA", "DEU", "ITA", "ESP", "NLD", "AUS", "NZL", "JPN", "KOR", "EUR", "UNO"))
"""States and bodies whose government no news calls a regime without saying whose."""


def _no_bodies(scene: Scene, phrase: Phrase, noun: Head | None) -> frozenset[str]:
    """Bodies of states, of which civilians, police, "regional" and "foreign" ones are not unless it says so."""
    if noun is None:
        return frozenset()
    if not _OF_NO_BODY.isdisjoint(scene.words.low[phrase.first : phrase.head]):
        return BODIES
    civil = noun.sort == "crowd" and noun.sectors[:1] == ("CVL",)
    return BODIES if civil or last_of(noun) in OF_ONE_STATE else frozenset()


_OF_NO_BODY = word_set(
    "provincial regional district municipal county city village town federal governorate prefecture foreign overseas"
)
"""Words for what one state has in it, and for what is of another state."""


def _no_office(noun: Head | None) -> frozenset[str]:
    """The state that has no holder of an office of this name ("the prime minister" is not American)."""
    return frozenset(("USA",)) if noun is not None and last_of(noun) in ELSEWHERE_THAN_US else frozenset()


def _told(scene: Scene, span: Span, phrase: Phrase) -> tuple[str, ...]:
    """The words of a mention before its noun, each once."""
    low, first = scene.words.low, scene.words.within(span.start, span.end).start
    return tuple(dict.fromkeys(low[min(first, phrase.first) : phrase.head]))


class _Met(NamedTuple):
    """Countries of the last parties before a mention: under its noun, with its sectors, of all, of the people with a
    name but no office; `lost` is True where the one under its noun had none.
    """

    same: str | None = None
    like: str | None = None
    last: str | None = None
    who: str | None = None
    lost: bool = False


def _outside(scene: Scene, phrase: Phrase) -> bool:
    """True where the word before the noun tells that it is of other countries ("foreign tourists")."""
    plural = phrase.plural or (phrase.noun is None and scene.words.low[phrase.last - 1].endswith("s"))
    before = scene.words.low[phrase.head - 1] if phrase.head else ""
    inside = phrase.head > phrase.first
    if phrase.noun is not None and phrase.noun.noun.startswith("foreign ") and phrase.noun.sort == "group":
        return plural
    leaders = phrase.noun is not None and phrase.noun.noun == "leader" and before in _BESIDE_US
    return plural and (leaders or (inside and before in _ELSEWHERE))


_BESIDE_US = frozenset(("other", "world", "fellow", "global", "regional", "strongman"))
"""Words before "leaders" for those of several countries."""


def _no_group(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The code of armed groups of no country, of which "foreign targets" are not unless they fight themselves."""
    fights = phrase.sectors[:1] == ("REB",)
    return frozenset(("IMG",)) if _outside(scene, phrase) and not fights else frozenset()


def _leads(scene: Scene) -> str:
    """Whose "coalition forces" are: of the state other than America that leads one ("the Saudi-led coalition")."""
    low = scene.words.low
    for index in range(2, len(low)):
        if low[index] == "coalition" and low[index - 1] == "led":
            hit = scene.found.covering.get(index - 2)
            if hit is not None and scene.country_of(hit) != "USA":
                return scene.country_of(hit)
    return "IGO"


def _of_several(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    """True for what several states have together: "a five-nation force", "international organizations"."""
    low = scene.words.low[phrase.first : phrase.head]
    if last_of(noun) in ("organization", "organisation"):
        return phrase.plural and low[-1:] == ("international",)
    behind = scene.words.low[phrase.last : phrase.last + 1]
    strikes = noun.noun == "coalition" and not phrase.plural and bool(behind) and behind[0] in _STRIKES
    return strikes or (noun.sectors[:1] == ("MIL",) and not _TOGETHER.isdisjoint(low))


_TOGETHER = frozenset(("multinational", "nation", "multilateral", "coalition"))
"""Words before a force of several states ("a five-nation force")."""
_STRIKES = word_set(
    "air airstrike airstrikes strikes strike bombing bombs bombardment jets planes warplanes aircraft raids"
)
"""Words behind a coalition that fights."""


def elsewhere(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    """True for those whom the place told of gives no country: "foreign tourists", "analysts"."""
    return _outside(scene, phrase) or looks_on(scene, phrase, noun)


def _lately(scene: Scene, span: Span) -> dict[str, int]:
    """How many of the last parties with a country, up to two sentences back, are of each."""
    last = islice((party.country for _, party in scene.parties.before(span.start, 2) if party.country), _FEW)
    return Counter(last)


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


def among(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The countries of a people without a state of its own that a phrase names ("Kurdish fighters")."""
    low = scene.words.low
    return next((PEOPLES[low[i]] for i in range(phrase.first, phrase.last) if low[i] in PEOPLES), ())


def homeland(scene: Scene, phrase: Phrase) -> str | None:
    """The country of a people that lives in one ("Rohingya refugees")."""
    lands = among(scene, phrase)
    return lands[0] if len(lands) == 1 else None


def _definite(scene: Scene, phrase: Phrase) -> bool:
    before = scene.words.low[phrase.first - 1] if phrase.first else ""
    return before in ("the", "that", "this", "those", "these")
