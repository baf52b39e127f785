"""What a described party is not of unless it says so: states without rebels, offices that a state has not."""

from __future__ import annotations

from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import BODIES, ELSEWHERE_THAN_US, OF_ONE_STATE, WITHOUT_REBELS
from dateline.resolve.who.guessing.armed_groups import REBELS
from dateline.resolve.who.guessing.bystanders import outside
from dateline.resolve.who.guessing.struck import struck_by
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.owners.places_beside import outside_clause
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

_FREE = frozenset(("USA", "CAN", "GBR", "FRA", "DEU", "ITA", "ESP", "NLD", "AUS", "NZL", "JPN", "KOR", "EUR", "UNO"))
"""States and bodies whose government no news calls a regime without saying whose."""
_OPPOSED = frozenset(("rebel", "rebels", "opposition", "opposing", "opposed", "antigovernment"))
_OF_NO_BODY = word_set(
    "provincial regional district municipal county city village town federal governorate prefecture foreign overseas"
)
"""Words for what one state has in it, and for what is of another state."""


def ruled_out(scene: Scene, phrase: Phrase, noun: Head | None) -> frozenset[str]:
    """Countries and bodies that a party is not of, whatever the passage tells of them."""
    return (
        _rebels_without_state(scene, phrase, noun)
        | outside_clause(scene, phrase)
        | struck_by(scene, phrase)
        | _no_regime(noun)
        | _no_bodies(scene, phrase, noun)
        | _no_office(noun)
        | _no_group(scene, phrase)
    )


def _rebels_without_state(scene: Scene, phrase: Phrase, noun: Head | None) -> frozenset[str]:
    """What a party under `noun` is not of unless it says so.

    Rebels are not of states without any, and they and the groups of an opposition are not of no country.
    """
    if noun is None:
        return frozenset()
    if last_of(noun) in REBELS:
        return WITHOUT_REBELS | {"IMG"} if last_of(noun) == "rebel" else WITHOUT_REBELS
    return frozenset(("IMG",)) if noun.sort in ("group", "force") and opposes(scene, phrase) else frozenset()


def opposes(scene: Scene, phrase: Phrase) -> bool:
    """True for groups that are told to be against the government of their own country ("rebel groups")."""
    return not _OPPOSED.isdisjoint(scene.words.low[phrase.first : phrase.last + 1])


def _no_regime(noun: Head | None) -> frozenset[str]:
    """What "the regime" is not unless it says so."""
    return _FREE if noun is not None and noun.noun == "regime" else frozenset()


def _no_bodies(scene: Scene, phrase: Phrase, noun: Head | None) -> frozenset[str]:
    """Bodies of states, of which civilians, police, "regional" and "foreign" ones are not unless it says so."""
    if noun is None:
        return frozenset()
    if not _OF_NO_BODY.isdisjoint(scene.words.low[phrase.first : phrase.head]):
        return BODIES
    civil = noun.sort == "crowd" and noun.sectors[:1] == ("CVL",)
    return BODIES if civil or last_of(noun) in OF_ONE_STATE else frozenset()


def _no_office(noun: Head | None) -> frozenset[str]:
    """The state that has no holder of an office of this name ("the prime minister" is not American)."""
    return frozenset(("USA",)) if noun is not None and last_of(noun) in ELSEWHERE_THAN_US else frozenset()


def _no_group(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The code of armed groups of no country, of which "foreign targets" are not unless they fight themselves."""
    fights = phrase.sectors[:1] == ("REB",)
    return frozenset(("IMG",)) if outside(scene, phrase) and not fights else frozenset()
