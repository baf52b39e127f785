"""Whom a description means that stands again for a party: "the minister", "the group", "the country"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.regions import Region, region_before
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.again.role_holder import role_holder
from dateline.resolve.who.english import ANY_GROUP, BLOCS, NAME_WORDS, NOT_NAMES, THE_GROUP, THE_STATE
from dateline.resolve.who.guessing.ruled_out import opposes
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.names.scan import PSEUDO
from dateline.resolve.who.owners.places_beside import beside
from dateline.resolve.who.pronouns.binding import Fits
from dateline.resolve.who.pronouns.pronoun import speaker_of
from dateline.resolve.who.pronouns.referents import officer, referent
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.who.words import fold_name

SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_OF_MANY = SPEAKERS | {"official"}
"""Offices that many hold, so that "an official" is none named before."""
_NOBODY = frozenset(("no", "every", "each"))
_ADJECTIVES = 3
"""How many words may stand between such a word and the office."""
_SOON = 6
"""How many sentences back somebody without a name may have spoken."""
_NEW = frozenset(("a", "an", "another", "any", "every", "each", "no", "one"))


def earlier(scene: Scene, span: Span, phrase: Phrase, noun: Head, country: str | None) -> Party | None:
    """The earlier party that a description stands for ("the minister", "the group", "the country"), or None."""
    if noun.sort == "office":
        anyone = phrase.former or last_of(noun) in _OF_MANY
        if phrase.plural or _nobody(scene, phrase) or (anyone and _one_of_many(scene, phrase)):
            return None
        country = country or next((c for c, how in beside(scene, phrase).items() if how == "joined"), None)
        known = officer(scene, span.start, noun, country) or role_holder(scene, span, phrase, noun, country)
        known = _unnamed_since(scene, span, noun, country, known) or known
        return known.said_by(span, EARLIER) if known is not None else None
    if country is not None or _one_of_many(scene, phrase):
        return None
    if not phrase.plural and last_of(noun) in NAME_WORDS:
        named = _by_name_word(scene, span, last_of(noun), _rules(scene, phrase))
        if named is not None and _shares_person(scene, phrase, named) and not _another(scene, span, phrase, named):
            return named.said_by(span, EARLIER)
    if noun.sort == "group" and not phrase.former:
        return _group(scene, span, phrase, noun)
    if noun.sort == "country" and not phrase.plural and last_of(noun) in THE_STATE:
        own = _speakers_own(scene, span, phrase)
        if own is not None:
            return scene.state(span, own, ("GOV",), EARLIER)
        region = region_before(scene.words.low, phrase.head)
        same = referent(scene, span.start, "country", lambda p: _is_state_of(p, region), 3, open_end=True)
        if same is not None and same.country is not None:
            return scene.state(span, same.country, ("GOV",), EARLIER)
    return None


def _unnamed_since(scene: Scene, span: Span, noun: Head, country: str | None, known: Party | None) -> Party | None:
    """The nameless speaker of a body who spoke since `known` ("a ministry spokesman", then "the spokesman")."""
    if known is None or last_of(noun) not in SPEAKERS:
        return None
    for _, party in scene.parties.before(span.start, _SOON):
        if party.span.start <= known.span.start:
            return None
        office = party.noun is not None and party.noun.rsplit(" ", 1)[-1] == last_of(noun)
        if office and party.name is None and party.country is not None and country in (None, party.country):
            return party
    return None


def _is_state_of(party: Party, region: Region | None) -> bool:
    """True for a state, one of the region where a description tells it ("the West African country")."""
    return party.sort == "state" and _of_state(party) and (region is None or party.country in region.countries)


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
    """True for a description that is met for the first time ("a country", "another group", "international bodies")."""
    low = scene.words.low
    if phrase.plural and "international" in low[phrase.first : phrase.head]:
        return True
    return any(word in _NEW for word in low[max(0, phrase.first - 1) : phrase.head])


def _nobody(scene: Scene, phrase: Phrase) -> bool:
    """True for an office that nobody is said to hold ("no sitting US president has ever met one")."""
    words = scene.words
    for index in range(phrase.head - 1, max(-1, phrase.head - 2 - _ADJECTIVES), -1):
        if words.gap(index + 1) != " ":
            return False
        if words.low[index] in _NOBODY:
            return True
    return False


def _of_state(party: Party) -> bool:
    return party.country is not None and party.country not in PSEUDO


def _alike(span: Span, phrase: Phrase, noun: Head, same: Party, sectors: tuple[str, ...]) -> Party:
    return Party(span, noun.sort, same.country, sectors, plural=phrase.plural, noun=noun.noun)


def _rules(scene: Scene, phrase: Phrase) -> Fits:
    """What a party must be for "the ruling party" (of the government) and "the opposition party" (not of it)."""
    before = scene.words.low[phrase.first : phrase.last]
    if "ruling" in before:
        return lambda party: "GOV" in party.sectors
    return lambda party: "opposition" not in before or "GOV" not in party.sectors


def _by_name_word(scene: Scene, span: Span, word: str, rules: Fits) -> Party | None:
    def fits(party: Party) -> bool:
        bears = party.name is not None and party.sort in ("state", "group", "alliance") and word in _words(party.name)
        return bears and rules(party)

    named = referent(scene, span.start, "name", fits, 20, open_end=True)
    if named is None and word in BLOCS:
        named = scene.parties.antecedent(span.start, lambda p: p.noun == "igo", 6)
    return named


def _words(name: str) -> list[str]:
    return fold_name(name).split()


def _group(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """The group named before that "the group", "the rebels" or "the militants" means."""
    last = last_of(noun)
    any_group = last in ANY_GROUP and not (last == "party" and phrase.plural)
    wanted = set(phrase.sectors)
    rules, home = _rules(scene, phrase), phrase.plural and opposes(scene, phrase)

    def fits(party: Party) -> bool:
        if home and party.country == "IMG":
            return False
        if party.sort != "group" or party.country is None or party.noun in ("media", "company", "ngo"):
            return False
        return rules(party) and (any_group or bool(wanted & set(party.sectors)))

    same = referent(scene, span.start, "group", fits, 6, open_end=True)
    if same is None or last not in ANY_GROUP or _own_name(scene, phrase) or _joined_bare(scene, phrase):
        return None
    if last in THE_GROUP and not phrase.plural:
        return same.said_by(span, EARLIER)
    if same.country == "IMG" and last not in ANY_GROUP:
        return None
    return _alike(span, phrase, noun, same, same.sectors if last in ANY_GROUP else phrase.sectors)


def _joined_bare(scene: Scene, phrase: Phrase) -> bool:
    """True for what is counted with others and has no article: "40 troops and militia" are none named before."""
    words, first = scene.words, phrase.first
    return first == phrase.head and first > 0 and words.low[first - 1] == "and" and not phrase.plural


def _own_name(scene: Scene, phrase: Phrase) -> bool:
    """True where a noun ends a name in capitals, which stands for nobody named before ("the Huda Party")."""
    words, end = scene.words, phrase.last - 1
    own = end > phrase.first and words.capital(end) and words.capital(end - 1) and words.low[end - 1] not in NOT_NAMES
    return own and (words.gap(end) == " " or words.owns(end - 1))


def _another(scene: Scene, span: Span, phrase: Phrase, known: Party) -> bool:
    """True where a phrase tells more than a party's name: a name of its own, or whose ("the union of miners")."""
    words, index = scene.words, phrase.last
    if index + 1 < len(words) and words.low[index] == "of" and words.start[index + 1] < span.end:
        rest = words.low[index + 1 : words.within(span.start, span.end).stop]
        if set(rest).isdisjoint(_words(known.name or "")):
            return True
    return _other_name(scene, phrase, known)


def _other_name(scene: Scene, phrase: Phrase, known: Party) -> bool:
    """True where a noun ends a name in capitals of which a party's name has nothing else ("the People's Movement")."""
    return _own_name(scene, phrase) and scene.words.low[phrase.last - 2] not in _words(known.name or "")
