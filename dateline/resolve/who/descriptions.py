"""Who a description means: "Malian soldiers", "the minister", "its troops", "the group"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.acting import forces_act
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import ABROAD, ANY_GROUP, BLOCS, LOCAL, NAME_WORDS, THE_GROUP, THE_STATE
from dateline.resolve.who.owners import body, owner_country
from dateline.resolve.who.parties import Party
from dateline.resolve.who.phrases import Phrase, last_of
from dateline.resolve.who.scan import PSEUDO
from dateline.resolve.who.scene import EARLIER, Scene
from dateline.resolve.who.words import fold_name

HOME = 1.2
"""What it counts for "the president" to be of the country the article is about; set by trial."""


def described(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party:
    """The party of a phrase whose head is `noun`."""
    sectors, basis, country = phrase.sectors, "head noun", None
    owner = body(scene, phrase, noun)
    if owner is not None:
        country, basis = owner.country, "actor list"
        if owner.sectors and not phrase.hinted:
            sectors = owner.sectors
    elif (country := owner_country(scene, phrase)) is not None:
        basis = "country word"
    if last_of(noun) in ("regime", "government") and forces_act(scene.words, phrase.head, phrase.last):
        sectors = ("MIL",)
    earlier = _earlier(scene, span, phrase, noun, country)
    if earlier is not None:
        return earlier
    if phrase.former and noun.sort in ("office", "person") and "ELI" not in sectors:
        sectors = ("ELI", *sectors)
    country = country or _guess(scene, span, phrase, noun)
    if noun.sort == "country" and country is not None and last_of(noun) in THE_STATE:
        return scene.state(span, country, sectors, basis)
    weak = (noun.sort in ("crowd", "person", "thing") and not phrase.hinted) or last_of(noun) in ("general", "officer")
    return Party(
        span, noun.sort, country, sectors, basis=basis, plural=phrase.plural, weak=weak, noun=noun.noun
    )  # fmt: skip


def _earlier(scene: Scene, span: Span, phrase: Phrase, noun: Head, country: str | None) -> Party | None:
    """The earlier party that a description stands for ("the minister", "the group", "the country"), or None."""
    if noun.sort == "office":
        return _officer(scene, span, noun, country) if not phrase.plural else None
    if country is not None:
        return None
    if not phrase.plural and last_of(noun) in NAME_WORDS:
        named = _by_name_word(scene, span, last_of(noun))
        if named is not None:
            return named.said_by(span, EARLIER)
    if noun.sort == "group" and not phrase.former:
        return _group(scene, span, phrase, noun)
    if noun.sort in ("force", "state", "crowd"):
        same = scene.parties.antecedent(span.start, lambda p: p.noun == noun.noun and _of_state(p), 8)
        return _alike(span, phrase, noun, same, phrase.sectors) if same is not None else None
    if noun.sort == "country" and not phrase.plural:
        same = scene.parties.antecedent(span.start, lambda p: p.sort == "state" and _of_state(p), 2)
        if same is not None and same.country is not None:
            return scene.state(span, same.country, ("GOV",), EARLIER)
    return None


def _of_state(party: Party) -> bool:
    return party.country is not None and party.country not in PSEUDO


def _alike(span: Span, phrase: Phrase, noun: Head, same: Party, sectors: tuple[str, ...]) -> Party:
    return Party(span, noun.sort, same.country, sectors, plural=phrase.plural, noun=noun.noun)


def _by_name_word(scene: Scene, span: Span, word: str) -> Party | None:
    def fits(party: Party) -> bool:
        return party.name is not None and party.sort in ("state", "group", "alliance") and word in _words(party.name)

    named = scene.parties.antecedent(span.start, fits, 20)
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

    same = scene.parties.antecedent(span.start, fits, 5)
    if same is None:
        return None
    if last in THE_GROUP and not phrase.plural:
        return same.said_by(span, EARLIER)
    if same.country == "IMG" and last not in ANY_GROUP:
        return None
    return _alike(span, phrase, noun, same, same.sectors if last in ANY_GROUP else phrase.sectors)


def _officer(scene: Scene, span: Span, noun: Head, country: str | None) -> Party | None:
    """The person of the article who holds the office of `noun` (in `country`, if given)."""
    ending = last_of(noun)

    def fits(party: Party) -> bool:
        if party.sort != "person" or party.plural or (country is not None and party.country != country):
            return False
        return noun.noun in party.offices or any(office.rsplit(" ", 1)[-1] == ending for office in party.offices)

    def worth(party: Party) -> float:
        return HOME * scene.setting.share(party.country)

    known = scene.parties.antecedent(span.start, fits, 12 if country is None else 40, worth=worth)
    return known.said_by(span, EARLIER) if known is not None else None


def _guess(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> str | None:
    """The country of a described party that names none, from the passage; None for blocs and "countries"."""
    if (noun.sort == "country" and phrase.plural) or noun.sort in ("bloc", "text"):
        return None
    if last_of(noun) in ABROAD:
        host = scene.setting.guess(span.start, placed=True)
        return scene.setting.guess(span.start, placed=False, but={host} if host else ())
    ties = {scene.country_of(hit) for hit in phrase.inside if not scene.belongs(hit)}
    if "REB" in phrase.sectors:
        ties |= scene.ties
    of_state = noun.sort in ("state", "office", "country") and last_of(noun) not in LOCAL
    return scene.setting.guess(span.start, placed=not of_state, but=ties)
