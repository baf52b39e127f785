"""Those who watch and tell: analysts, foreign visitors, a "monitoring group" and the watch it stands for."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.names.bodies import watching
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.word_lists import word_set

_LOOKING_ON = word_set("analyst expert observer westerner")
"""Nouns for people who are of the country they speak of no more often than not."""
_WATCHING = frozenset(("monitor", "watchdog", "observatory"))
"""Nouns that stand for such a body."""
_GROUPS = frozenset(("group", "organization", "organisation", "agency"))
_OTHER_WATCHDOGS = word_set("financial government police nuclear media internet ethics budget atomic privacy")
"""Words before the noun that tell another kind of body."""
_ELSEWHERE = frozenset(("foreign", "western", "international", "multinational", "overseas"))
"""Words for what is of several countries, and not of the one told of."""
_BESIDE_US = frozenset(("other", "world", "fellow", "global", "regional", "strongman"))
"""Words before "leaders" for those of several countries."""
_COUNTRIES = frozenset(("countries", "nations", "capitals"))
_CERTAIN = frozenset(("both", "two", "the", "these", "those", "their", "all", "its", "and", "in", "to", "who"))
"""Words of countries that were named before, or that end the phrase."""
_COUNTRIES_WITHIN = 5


def looks_on(scene: Scene, phrase: Phrase, noun: Head | None) -> bool:
    """True for people whom the topic of an article gives no country ("analysts", "an expert"; not "the expert")."""
    again = not phrase.plural and phrase.first > 0 and "the" in scene.words.low[phrase.first - 1 : phrase.head]
    return noun is not None and noun.noun in _LOOKING_ON and not phrase.hinted and not again


def outside(scene: Scene, phrase: Phrase) -> bool:
    """True where the word before the noun tells that it is of other countries ("foreign tourists")."""
    plural = phrase.plural or (phrase.noun is None and scene.words.low[phrase.last - 1].endswith("s"))
    plural = plural or (phrase.noun is not None and phrase.noun.noun == "media")
    before = scene.words.low[phrase.head - 1] if phrase.head else ""
    beside = phrase.head > phrase.first or scene.words.gap(phrase.head) == " "
    alone = phrase.noun is None and scene.words.slice(phrase.first, phrase.last) in _ELSEWHERE
    world = before in _ELSEWHERE and beside and scene.words.low[phrase.last - 1] == "community"
    if alone or world or _everywhere(scene, phrase):
        return True
    if phrase.noun is not None and phrase.noun.noun.startswith("foreign ") and phrase.noun.sort == "group":
        return plural
    leaders = phrase.noun is not None and phrase.noun.noun == "leader" and before in _BESIDE_US | _ELSEWHERE
    return plural and (leaders or (beside and before in _ELSEWHERE) or _from_countries(scene, phrase))


def _everywhere(scene: Scene, phrase: Phrase) -> bool:
    """True for those "around the world" and "in both countries"."""
    behind = scene.words.low[phrase.last : phrase.last + 3]
    if scene.words.gap(phrase.last) != " " or len(behind) < 3:
        return False
    return behind in _AROUND or (behind[0] in _OF and behind[1] == "both" and behind[2] in _COUNTRIES)


_AROUND = tuple((word, "the", all_) for word in ("around", "across", "throughout") for all_ in ("world", "globe"))
_OF = frozenset(("in", "of", "from"))


def _from_countries(scene: Scene, phrase: Phrase) -> bool:
    """True where countries follow that nobody names: "ministers from Arab states", "children from 46 countries"."""
    words, first = scene.words, phrase.last
    if words.low[first : first + 1] not in (("from",), ("of",)) or phrase.inside:
        return False
    for index in range(first + 1, min(first + 1 + _COUNTRIES_WITHIN, len(words))):
        if words.gap(index) not in (" ", "-") or words.low[index] in _CERTAIN or scene.found.covering.get(index):
            return False
        if words.low[index] in _COUNTRIES:
            return True
    return False


def elsewhere(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    """True for those whom the place told of gives no country: "foreign tourists", "analysts"."""
    return outside(scene, phrase) or looks_on(scene, phrase, noun)


def watch(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """The one body of the article that watches others, for "a monitor", "the war monitor", "the Britain-based group".

    It may be named before or after; None where the article names none or several.
    """
    low = scene.words.low[phrase.first : phrase.last]
    based = "based" in low and last_of(noun) in (_GROUPS | _WATCHING)
    watches = last_of(noun) in _WATCHING or (last_of(noun) in _GROUPS and not _WATCHING.isdisjoint(_stems(low)))
    if phrase.plural or not (based or watches) or not _OTHER_WATCHDOGS.isdisjoint(low):
        return None
    if not based and any(scene.belongs(hit) for hit in phrase.inside):
        return None
    entry = watching(scene.found)
    hit = next((hit for hit in scene.found.hits if hit.entry is entry), None)
    return scene.listed(span, hit).said_by(span, EARLIER) if entry is not None and hit is not None else None


def _stems(low: tuple[str, ...]) -> set[str]:
    return {"monitor" if word == "monitoring" else word for word in low}
