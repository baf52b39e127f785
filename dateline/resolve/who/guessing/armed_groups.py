"""Where rebels and militants are of: the state they fight, or the country of the one group an article tells of."""

from __future__ import annotations

from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import WITHOUT_REBELS
from dateline.resolve.who.guessing.struck import from_the_air, struck_by
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.names.scan import PSEUDO
from dateline.resolve.who.owners.of_people import among
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

REBELS = frozenset(("rebel", "insurgent", "guerrilla"))
_SAME_CLAUSE = 16
_MUCH = 0.3
"""Share of what an article tells of countries that makes it about one."""
_SENT_ABROAD = frozenset(("FRA", "GBR", "RUS"))
"""States whose soldiers rebels meet abroad."""
_STATE_FORCES = word_set("soldiers troops army military police forces government")
_OF_THE_GROUP = frozenset(("militant", "extremist", "jihadist"))
_UNTOLD = frozenset(("unidentified", "unknown", "other", "local", "foreign"))
"""Words before militants who are of no group that was told of."""
_HELD = word_set(
    "headquarters camp post center centre depot vehicle truck tank position facility checkpoint compound hideout "
    "bunker stronghold warehouse tunnel cache convoy artillery launcher"
)
_NEARLY = 0.6
"""Share of all namings of armed groups by which one is meant by "jihadists", and by the posts that are hit."""
_OFTEN = 3
"""How often an article names a group at least that its militants are of."""


def state_fought(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """The one state whose forces rebels are told to fight in their sentence ("rebels killed Malian soldiers").

    None where the sentence tells another country that they fight in, and for forces that are mostly met abroad.
    """
    if noun is None or last_of(noun) not in REBELS:
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


def of_the_group(scene: Scene, phrase: Phrase, noun: Head | None) -> str | None:
    """The country of the one armed group that an article tells of, for "the militants"; None where it tells of more."""
    wanted = noun is not None and last_of(noun) in _OF_THE_GROUP and phrase.plural and not among(scene, phrase)
    if noun is None or not wanted or not _UNTOLD.isdisjoint(scene.words.low[phrase.first : phrase.head]):
        return None
    return _the_group(scene, _NEARLY if last_of(noun) == "jihadist" else 1.0)


def held(scene: Scene, phrase: Phrase, noun: Head) -> str | None:
    """The country of the one armed group that holds the posts and arms that a state strikes abroad; None of others."""
    theirs = (
        noun.sort == "thing" and last_of(noun) in _HELD and (struck_by(scene, phrase) or from_the_air(scene, phrase))
    )
    return _the_group(scene, _NEARLY) if theirs else None


def _the_group(scene: Scene, share: float) -> str | None:
    """The country of the armed group that has this share of what an article names of armed groups; None without one."""
    named = [hit.entry for hit in scene.found.hits if hit.entry is not None and hit.entry.kind == "group"]
    armed = [entry for entry in named if entry.role(scene.day)[0].sectors[:1] == ("REB",)]
    if len(armed) < _OFTEN:
        return None
    most = max(armed, key=armed.count)
    return most.role(scene.day)[0].country if armed.count(most) >= share * len(armed) else None
