"""What a state that fights only abroad strikes: it is not its own ("An Israeli plane hit a car")."""

from __future__ import annotations

from dateline.resolve.who.english import POSSESSIVE_GAPS, ROUGHLY, STOPS, STRIKES
from dateline.resolve.who.names.phrases import Phrase
from dateline.resolve.who.pronouns.binding import object_of
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

_ABROAD = frozenset(("ISR", "USA", "GBR", "FRA", "SAU", "ARE"))
"""States whose planes and missiles hit other countries' ground, never their own."""
_STRIKES = word_set(
    "bombed shelled pounded destroyed destroys destroying targeted targets targeting strafed flattened "
    "leveled levelled bombing shelling"
)
_HITS = word_set("hit hits hitting struck strikes striking killed killing kills wounded wounding injured injuring")
"""Verbs of which a car may be the subject too."""
_DEEDS = STRIKES | {"bombardment"}
"""What has what is struck behind "on", "of" and "against"."""
_BY_AIR = _DEEDS | word_set(
    "drone drones missile missiles jet jets plane planes warplane warplanes aircraft helicopter helicopters artillery "
    "fire tank tanks shell shells army military forces troops"
)
_BEFORE = ROUGHLY | word_set("a an their his two three four five six seven eight nine ten several")
_HELD = frozenset(("held", "controlled", "run"))
"""What a hyphen ties to who holds a place ("a rebel-held village")."""
_REACH = 7
"""Words before a verb among which its subject is looked for."""
_FAR = 22
_PLANES = word_set(
    "strikes strike airstrike airstrikes raids raid jets jet planes plane warplanes warplane drone drones aircraft "
    "bombers bomber helicopters"
)


def struck_by(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The state that strikes what the phrase names from the air or with its guns; none where it may be its own."""
    words, low = scene.words, scene.words.low
    verb = _verb(scene, phrase.first)
    if verb < 1 or words.gap(verb + 1) not in (" ", "-"):
        return _by(scene, phrase.last)
    if low[verb] in ("on", "of", "against") and low[verb - 1] in _DEEDS:
        return _left(scene, verb - 1, air=True)
    if low[verb] not in _STRIKES | _HITS:
        return _by(scene, phrase.last)
    doer = object_of(scene, verb + 1)
    if doer is not None and doer.country in _ABROAD and doer.sectors[:1] in (("GOV",), ("MIL",)):
        return frozenset((doer.country,))
    return _left(scene, verb, air=low[verb] in _STRIKES)


def _verb(scene: Scene, first: int) -> int:
    """The word whose object begins at word `first`, past what comes before it in a list ("hit a camp and |a depot")."""
    words, low = scene.words, scene.words.low
    verb = first - 1
    if verb > 1 and low[verb] in _HELD and words.gap(verb) == "-" and words.gap(verb + 1) == " ":
        verb -= 2
    while verb > 0 and (low[verb] in _BEFORE or low[verb].isdigit()) and words.gap(verb + 1) == " ":
        verb -= 1
    if verb < 1 or (low[verb] not in ("and", "as") and words.gap(verb + 1) != ", "):
        return verb
    for index in range(verb, max(0, verb - _LISTED), -1):
        if low[index] in _STRIKES | _HITS:
            return index
        if words.gap(index) not in (" ", "-", ", ") or (low[index] in STOPS and low[index] not in _IN_LISTS):
            break
    return verb


_LISTED = 14
"""How many words a list of what is struck may have."""
_IN_LISTS = frozenset(("and", "of", "as", "two", "three"))


def _by(scene: Scene, last: int) -> frozenset[str]:
    """The state by which what ends before word `last` is told to be struck ("was hit by an Israeli missile")."""
    low = scene.words.low
    if low[last : last + 1] not in (("was",), ("were",)) or low[last + 2 : last + 3] not in (("by",), ("in",)):
        return frozenset()
    if low[last + 1] not in _STRIKES | _HITS:
        return frozenset()
    for index in range(last + 3, min(last + 6, len(low))):
        hit = scene.found.at.get(index)
        if scene.words.gap(index) not in (" ", "-"):
            break
        if hit is not None and scene.belongs(hit) and scene.country_of(hit) in _ABROAD:
            armed = not _BY_AIR.isdisjoint(low[index : index + 3])
            return frozenset((scene.country_of(hit),)) if armed else frozenset()
    return frozenset()


def from_the_air(scene: Scene, phrase: Phrase) -> bool:
    """True where planes or their strikes, and not those of a group, hit what the phrase names ("the strikes hit").

    Also where it is only told to be destroyed ("two vehicles were destroyed"), by nobody who is a group.
    """
    words, low = scene.words, scene.words.low
    verb = _verb(scene, phrase.first)
    if _destroyed(scene, phrase.last):
        return True
    if verb < 1 or low[verb] not in _STRIKES | _HITS:
        return False
    planes = False
    for index in range(verb - 1, max(-1, verb - _back(low[verb])), -1):
        if words.gap(index + 1)[:1] in (".", "\n", ";", "?", "!"):
            break
        if _fights(scene, index):
            return False
        planes = planes or low[index] in _PLANES
    return planes


def _destroyed(scene: Scene, last: int) -> bool:
    """True where what ends before word `last`, or is joined there, was destroyed, and not by a group."""
    words, low = scene.words, scene.words.low
    for index in range(last, min(last + 5, len(words) - 1)):
        if words.gap(index) != " ":
            return False
        if low[index] in ("was", "were"):
            done = next((i for i in (index + 1, index + 2) if low[i : i + 1] and low[i] in _STRIKES), None)
            return done is not None and not any(_fights(scene, i) for i in range(done, min(done + 6, len(words))))
    return False


def _fights(scene: Scene, index: int) -> bool:
    hit = scene.found.at.get(index)
    return hit is not None and hit.entry is not None and hit.entry.kind == "group"


def _back(verb: str) -> int:
    """How far before a verb its subject stands: a participle may be far behind it ("hit a hill, destroying a tank")."""
    return _FAR if verb.endswith("ing") else _REACH


def _left(scene: Scene, verb: int, *, air: bool) -> frozenset[str]:
    """The state whose arms are told right before word `verb`; with `air` that word itself tells of them."""
    words, low = scene.words, scene.words.low
    for index in range(verb - 1, max(-1, verb - _REACH), -1):
        if words.gap(index + 1) not in (" ", "-", *POSSESSIVE_GAPS) or (low[index] in STOPS and low[index] != "has"):
            break
        air = air or low[index] in _BY_AIR
        hit = scene.found.covering.get(index)
        if hit is not None:
            country = scene.country_of(hit) if scene.belongs(hit) else None
            return frozenset((country,)) if air and country in _ABROAD and country is not None else frozenset()
    return frozenset()
