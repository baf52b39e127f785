"""Who a description means: "Malian soldiers", "the minister", "its troops", "the group"."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.who.acting import acts_as
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.bystanders import looks_on
from dateline.resolve.who.english import (
    ABROAD,
    ANY_GROUP,
    BLOCS,
    LOCAL,
    NAME_WORDS,
    NOT_NAMES,
    PEOPLES,
    POSSESSIVE,
    RELATED,
    THE_GROUP,
    THE_STATE,
    WITHOUT_REBELS,
    word_set,
)
from dateline.resolve.who.owners import beside, body, outside_clause, owner_country, place_told, related_to
from dateline.resolve.who.parties import Party
from dateline.resolve.who.phrases import Phrase, last_of, noun_ending, read
from dateline.resolve.who.pronouns import pronoun, speaker_of
from dateline.resolve.who.referents import officer, referent
from dateline.resolve.who.scan import PSEUDO
from dateline.resolve.who.scene import EARLIER, Scene
from dateline.resolve.who.setting import Ask
from dateline.resolve.who.words import fold_name

_ELSEWHERE = frozenset(("foreign", "western", "international", "multinational", "overseas"))
"""Words for what is of several countries, and not of the one told of."""
_FEW = 5
"""How many parties before a mention count as the last."""
_NEW = frozenset(("a", "an", "another", "any", "every", "each", "no"))
_REBELS = frozenset(("rebel", "insurgent", "guerrilla"))
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_COMMANDERS = frozenset(("commander", "leader", "chief", "head", "founder"))
_PRIVATE = frozenset((("CVL",), ("UAF",), ("REB",), ("CRM",)))
"""First sectors of people without an office."""


def described(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party:
    """The party of a phrase whose head is `noun`."""
    sectors, basis, country = phrase.sectors, "head noun", None
    owner = body(scene, phrase, noun)
    if owner is not None:
        country, basis = owner.country, "actor list"
        if owner.sectors and not phrase.hinted:
            sectors = owner.sectors
    elif (country := owner_country(scene, phrase) or _possessor(scene, phrase) or _homeland(scene, phrase)) is not None:
        basis = "country word"
    elif not _elsewhere(scene, phrase, noun) and (country := place_told(scene, phrase)) is not None:
        basis = "place in the text"
    if owner is None or not owner.sectors:
        sectors = _told_apart(scene, phrase, noun, owned=owner is not None) or sectors
    if last_of(noun) in ("regime", "government") and sectors == ("GOV",):
        sectors = acts_as(scene.words, phrase.head, phrase.last, "regime", scene.weights)
    earlier = _earlier(scene, span, phrase, noun, country)
    if earlier is not None:
        return earlier
    if phrase.former and noun.sort in ("office", "person") and "ELI" not in sectors:
        sectors = ("ELI", *sectors)
    country = country or guess(scene, span, phrase, noun)
    if noun.sort == "country" and country is not None and last_of(noun) in THE_STATE:
        return scene.state(span, country, sectors, basis)
    weak = (noun.sort in ("crowd", "person", "thing") and not phrase.hinted) or last_of(noun) in ("general", "officer")
    return Party(
        span, noun.sort, country, sectors, basis=basis, plural=phrase.plural, weak=weak, noun=noun.noun
    )  # fmt: skip


def _told_apart(scene: Scene, phrase: Phrase, noun: Head, *, owned: bool) -> tuple[str, ...]:
    """The sectors that the words around a noun tell instead of its usual ones, () where they tell none."""
    irregular = _irregular(scene, phrase, noun)
    if irregular or owned or phrase.hinted:
        return irregular
    return _spoken_for(scene, phrase, noun) or _armed_owner(scene, phrase, noun)


def _spoken_for(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """The sectors of the described body for which a spokesperson speaks ("a spokesman for the Chadian army").

    Those of an armed group that someone commands ("a commander of a Sudanese militia").
    """
    words, index = scene.words, phrase.last
    commands = last_of(noun) in _COMMANDERS
    if not (commands or last_of(noun) in _SPEAKERS) or words.low[index : index + 1] not in (("for",), ("of",)):
        return ()
    for stop in range(index + 2, min(index + 2 + _REACH, len(words) + 1)):
        if words.gap(stop - 1) not in (" ", "-", "'s ", "’s "):
            break
        _, body_noun = noun_ending(words, index + 1, stop, scene.actors)
        if body_noun is not None and body_noun.sort in ("force", "group", "state", "office"):
            return () if commands and body_noun.sectors[0] not in ("REB", "PRM") else body_noun.sectors
    return ()


def _armed_owner(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """The sectors that "his men" and "its commander" take from an armed group or a commander.

    Rule: what is backed by or aligned with someone is an armed group where it is just called a group.
    """
    words = scene.words
    if noun.noun == "group":
        return ("REB",) if not _BACKED.isdisjoint(words.low[phrase.first : phrase.head]) else ()
    men = last_of(noun) == "man" and phrase.plural
    if not (men or last_of(noun) in _OWN_PEOPLE) or words.low[phrase.first] not in POSSESSIVE:
        return ()
    owner = pronoun(scene, scene.span(phrase.first, phrase.first + 1), phrase.first)
    armed = owner.sectors[:1] in (("REB",), ("PRM",)) or (men and owner.sectors[:1] in (("MIL",), ("CRM",)))
    return owner.sectors[:1] if armed else ()


def _irregular(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """REB for forces of no state: "U.S.-backed forces", "anti-Assad forces", "opposition forces", "Kurdish forces".

    What a government or the United Nations backs may well be an army.
    """
    if last_of(noun) not in _UNDER_ARMS or phrase.sectors[:1] not in (("MIL",), ("OPP",), ("GOV",), ("CVL",)):
        return ()
    low, words = scene.words.low, scene.words
    if last_of(noun) in ("ally", "unit"):
        return ("REB",) if _among(scene, phrase) else ()
    for index in range(phrase.first, phrase.head):
        tied = low[index] in _BACKED and words.gap(index) == "-" and low[index - 1] not in _LAWFUL
        sided = low[index] in ("pro", "anti") and words.gap(index + 1) == "-" and low[index + 1] not in _LAWFUL
        if tied or sided or low[index] == "opposition":
            return ("REB",)
    return ("REB",) if _among(scene, phrase) and phrase.sectors[:1] == ("MIL",) else ()


_UNDER_ARMS = frozenset(("force", "fighter", "ally", "unit"))
_LAWFUL = word_set(
    "government state un u.n nato terror terrorism aircraft riot corruption narcotics drug tank smuggling trafficking"
)
"""What backs an army, and what regular forces are against."""
_OWN_PEOPLE = _COMMANDERS | _SPEAKERS | {"member", "fighter", "official", "representative"}
_BACKED = frozenset(("backed", "aligned", "allied", "supported"))
_REACH = 5
"""Words behind "for" among which the body is looked for."""


def _possessor(scene: Scene, phrase: Phrase) -> str | None:
    """The country of a described possessor ("the group's spokesman", "leader of the movement")."""
    words, index = scene.words, None
    for at in range(phrase.head - 1, phrase.first - 2, -1):
        if at >= 0 and words.owns(at) and "\n" not in words.gap(at + 1):
            index = at
            break
    behind = words.low[phrase.last : phrase.last + 2]
    if index is None and behind in (("of", "the"), ("of", "that"), ("of", "this")) and words.gap(phrase.last) == " ":
        index = phrase.last + 2 if phrase.last + 2 < len(words) else None
    if index is None or index in scene.people.covering or index in scene.found.covering:
        return None
    start, noun = noun_ending(words, max(0, index - 1), index + 1, scene.actors)
    if noun is None or noun.sort not in ("country", "group", "state"):
        return None
    owner = read(words, range(start, index + 1), scene.found, scene.actors)
    return described(scene, scene.span(start, index + 1), owner, noun).country


def _earlier(scene: Scene, span: Span, phrase: Phrase, noun: Head, country: str | None) -> Party | None:
    """The earlier party that a description stands for ("the minister", "the group", "the country"), or None."""
    if noun.sort == "office":
        known = officer(scene, span.start, noun, country) if not phrase.plural else None
        return known.said_by(span, EARLIER) if known is not None else None
    if country is not None or _one_of_many(scene, phrase):
        return None
    if not phrase.plural and last_of(noun) in NAME_WORDS:
        named = _by_name_word(scene, span, last_of(noun))
        if named is not None and _shares_person(scene, phrase, named):
            return named.said_by(span, EARLIER)
    if noun.sort == "group" and not phrase.former:
        return _group(scene, span, phrase, noun)
    if noun.sort == "country" and not phrase.plural and last_of(noun) in THE_STATE:
        own = _speakers_own(scene, span, phrase)
        if own is not None:
            return scene.state(span, own, ("GOV",), EARLIER)
        same = referent(scene, span.start, "country", lambda p: p.sort == "state" and _of_state(p), 3, open_end=True)
        if same is not None and same.country is not None:
            return scene.state(span, same.country, ("GOV",), EARLIER)
    return None


def _shares_person(scene: Scene, phrase: Phrase, known: Party) -> bool:
    """False where a phrase names a person whose name a body does not bear (another one's administration)."""
    covering = scene.people.covering
    named = {scene.words.low[i] for i in range(max(0, phrase.first - 1), phrase.head) if i in covering}
    return not named or not named.isdisjoint(_words(known.name or ""))


def _speakers_own(scene: Scene, span: Span, phrase: Phrase) -> str | None:
    """The country of who speaks, for "this country" in a quotation."""
    this = "this" in scene.words.low[max(0, phrase.first - 1) : phrase.head]
    speaker = speaker_of(scene, span.start) if this else None
    return speaker.country if speaker is not None and _of_state(speaker) else None


def _one_of_many(scene: Scene, phrase: Phrase) -> bool:
    """True for a description that is met for the first time ("a country", "another group")."""
    return any(word in _NEW for word in scene.words.low[max(0, phrase.first - 1) : phrase.head])


def _of_state(party: Party) -> bool:
    return party.country is not None and party.country not in PSEUDO


def _alike(span: Span, phrase: Phrase, noun: Head, same: Party, sectors: tuple[str, ...]) -> Party:
    return Party(span, noun.sort, same.country, sectors, plural=phrase.plural, noun=noun.noun)


def _by_name_word(scene: Scene, span: Span, word: str) -> Party | None:
    def fits(party: Party) -> bool:
        return party.name is not None and party.sort in ("state", "group", "alliance") and word in _words(party.name)

    named = referent(scene, span.start, "name", fits, 20, open_end=True)
    if named is None and word in BLOCS:
        named = scene.parties.antecedent(span.start, lambda p: p.noun == "igo", 6)
    return named


def _words(name: str) -> list[str]:
    return fold_name(name).split()


def _group(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    last = last_of(noun)
    any_group = last in ANY_GROUP and not (last == "party" and phrase.plural)
    wanted = set(phrase.sectors)

    def fits(party: Party) -> bool:
        if party.sort != "group" or party.country is None or party.noun in ("media", "company", "ngo"):
            return False
        return any_group or bool(wanted & set(party.sectors))

    same = referent(scene, span.start, "group", fits, 6, open_end=True)
    if same is None or last not in ANY_GROUP or _own_name(scene, phrase):
        return None
    if last in THE_GROUP and not phrase.plural:
        return same.said_by(span, EARLIER)
    if same.country == "IMG" and last not in ANY_GROUP:
        return None
    return _alike(span, phrase, noun, same, same.sectors if last in ANY_GROUP else phrase.sectors)


def _own_name(scene: Scene, phrase: Phrase) -> bool:
    """True where a noun ends a name in capitals, which stands for nobody named before ("the Huda Party")."""
    words, end = scene.words, phrase.last - 1
    own = end > phrase.first and words.capital(end) and words.capital(end - 1) and words.low[end - 1] not in NOT_NAMES
    return own and words.gap(end) == " "


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
        never=_never(noun) | outside_clause(scene, phrase),
        beside=near,
        among=_among(scene, phrase),
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


def _never(noun: Head | None) -> frozenset[str]:
    """What a party under `noun` is not of unless it says so: rebels not of states without any, nor of no country."""
    if noun is None or last_of(noun) not in _REBELS:
        return frozenset()
    return WITHOUT_REBELS | {"IMG"} if last_of(noun) == "rebel" else WITHOUT_REBELS


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
    return plural and phrase.head > phrase.first and scene.words.low[phrase.head - 1] in _ELSEWHERE


def _elsewhere(scene: Scene, phrase: Phrase, noun: Head) -> bool:
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


def _among(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The countries of a people without a state of its own that a phrase names ("Kurdish fighters")."""
    low = scene.words.low
    return next((PEOPLES[low[i]] for i in range(phrase.first, phrase.last) if low[i] in PEOPLES), ())


def _homeland(scene: Scene, phrase: Phrase) -> str | None:
    """The country of a people that lives in one ("Rohingya refugees")."""
    among = _among(scene, phrase)
    return among[0] if len(among) == 1 else None


def _definite(scene: Scene, phrase: Phrase) -> bool:
    before = scene.words.low[phrase.first - 1] if phrase.first else ""
    return before in ("the", "that", "this", "those", "these")
