"""The places beside a described party: where the words say it is, and what they tell of its country."""

from __future__ import annotations

from dateline.resolve.who.english import (
    LOCAL,
    POSSESSIVE_GAPS,
    ROUGHLY,
    STRIKES,
)
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.names.scan import Hit
from dateline.resolve.who.scene.country_marks import ON_THE_MAP
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

_DEEDS = STRIKES | {"drone", "custody"}
"""Words behind a country for what it does, or where it holds somebody ("killed in US strikes")."""
_LEADS = 5
"""How many words may stand between "in which" and whom it tells of."""
_CLAUSE = 16
_NOT_DONE = word_set("neighboring neighbouring leading ruling warring remaining existing")
"""Words in "-ing" that stand before a name and are no deed."""


def place_told(scene: Scene, phrase: Phrase) -> str | None:
    """The country of the place that the words say a crowd is in; None where they do not say it.

    Rule: "protesters in Hong Kong", "Venezuela, where residents …", "In South Africa, thousands marched", "residents
    were arrested in the capital Brussels".
    """
    words, first = scene.words, phrase.first
    if phrase.noun is not None and last_of(phrase.noun) in LOCAL:
        return _fronted(scene, first - (words.low[first - 1] == "the"))
    if phrase.noun is None or phrase.noun.sort != "crowd" or not phrase.plural:
        return None
    if in_several(scene, phrase):
        return None
    behind = [country for country, how in beside(scene, phrase).items() if how == "behind in"]
    if behind:
        return behind[0]
    done = _done_in(scene, phrase.last) or _harmed_in(scene, phrase.first)
    if done is not None:
        return done
    return _fronted(scene, first) or _in_front(scene, phrase)


def in_several(scene: Scene, phrase: Phrase) -> bool:
    """True for a crowd that is in several countries at once ("132 civilians were killed in Mali, Niger and Chad")."""
    if phrase.noun is None or phrase.noun.sort != "crowd" or not phrase.plural:
        return False
    words, low = scene.words, scene.words.low
    for index in range(phrase.last, min(phrase.last + _CLAUSE, len(words) - 1)):
        if words.gap(index) not in (" ", "-", ". ") or low[index] in _TURNS:
            return False
        one = scene.found.at.get(index + 1) if low[index] == "in" else None
        if one is None or one.name.sort != "country":
            continue
        if one.last >= len(words) or words.gap(one.last) not in (" ", ", "):
            return False
        two = scene.found.at.get(one.last + (low[one.last] == "and"))
        listed = words.gap(one.last) == ", " or low[one.last] == "and"
        return listed and two is not None and two.name.sort == "country" and scene.belongs(two)
    return False


_TURNS = frozenset(("and", "who", "that", "but", "while", "after", "when"))
"""Words behind which somebody else may be told of."""


def _fronted(scene: Scene, first: int) -> str | None:
    """The country of the place right before word `first` ("In Turkey, |police …", "Venezuela, where |residents")."""
    words = scene.words
    at = first - 2 if first > 1 and words.low[first - 1] == "where" else first - 1
    hit = scene.found.covering.get(at)
    if hit is None or not scene.belongs(hit) or hit.name.sort not in ON_THE_MAP or words.gap(hit.last) != ", ":
        return None
    opens = hit.first == 1 or "\n" in words.gap(hit.first - 1) or "." in words.gap(hit.first - 1)
    return scene.country_of(hit) if at == first - 2 or (opens and words.low[hit.first - 1] == "in") else None


def _harmed_in(scene: Scene, first: int) -> str | None:
    """The country of the place before the verb whose object begins at word `first` ("a blast in Chad killed |nine").

    What comes behind "and" is of the same place ("killed nine and wounded |others").
    """
    words, low, verb = scene.words, scene.words.low, first - 1
    while verb > 0 and (low[verb] in ROUGHLY or low[verb].isdigit()):
        verb -= 1
    if verb > 1 and low[verb] in _HARMED and low[verb - 1] == "and":
        verb = next((at for at in range(verb - 2, max(0, verb - _PAIR), -1) if low[at] in _HARMED), 0)
    hit = scene.found.covering.get(verb - 1) if verb > 1 and low[verb] in _HARMED and words.gap(verb) == " " else None
    if hit is None or hit.name.sort not in ON_THE_MAP or hit.first == 0 or not scene.belongs(hit):
        return None
    return scene.country_of(hit) if low[hit.first - 1] in ("in", "near", "outside", "inside", "across") else None


_HARMED = frozenset(("killed", "kills", "wounded", "injured", "injures", "wounds"))
_PAIR = 8
"""Words between two verbs that an "and" joins."""


def _in_front(scene: Scene, phrase: Phrase) -> str | None:
    """The country of the place that opens a sentence with no other before civilians ("In Bol, a blast hit |nine").

    None behind a quotation mark: what somebody says of them may be of elsewhere.
    """
    if phrase.sectors[:1] != ("CVL",):
        return None
    words = scene.words
    for index in range(phrase.first - 1, max(0, phrase.first - _SENTENCE), -1):
        gap = words.gap(index)
        if words.low[index] == "in" and (index == 0 or "\n" in gap or "." in gap):
            hit = scene.found.at.get(index + 1)
            placed = hit is not None and hit.name.sort in ON_THE_MAP and words.gap(hit.last)[:1] == ","
            return scene.country_of(hit) if hit is not None and placed and scene.belongs(hit) else None
        other = scene.found.covering.get(index)
        ended = "\n" in gap or '"' in gap or "”" in gap or (gap[:1] == "." and not words.joined(index))
        if ended or (other is not None and not (other.first > 0 and words.low[other.first - 1] == "in")):
            return None
    return None


_SENTENCE = 30
"""How many words back the place may stand with which a sentence opens."""


def _done_in(scene: Scene, last: int) -> str | None:
    """The country of the place where something was done to those named before word `last` ("were arrested in X")."""
    words, low = scene.words, scene.words.low
    if low[last : last + 1] not in (("were",), ("was",)) and low[last : last + 2] != ("have", "been"):
        return None
    for index in range(last + 1, min(last + 8, len(words))):
        if words.gap(index) != " " or low[index] in ("and", "who", "that", "by", "for"):
            return None
        if low[index] in ("in", "near") and index > last + 1:
            hit = next((h for i in range(index + 1, index + 4) if (h := scene.found.at.get(i)) is not None), None)
            clear = hit is not None and all(words.gap(i) == " " for i in range(index + 1, hit.first + 1))
            mapped = hit is not None and hit.name.sort in ON_THE_MAP and scene.belongs(hit)
            if hit is None or not clear or not mapped or not _DEEDS.isdisjoint(low[hit.last : hit.last + 3]):
                return None
            return scene.country_of(hit)
    return None


def beside(scene: Scene, phrase: Phrase) -> dict[str, str]:
    """Countries that stand by a phrase without surely owning it, with how ("in Mali" behind it).

    They count in the guess of its country.
    """
    found: dict[str, str] = {}
    words, index = scene.words, phrase.last
    if (
        index < len(words)
        and words.gap(index) == " "
        and words.low[index] in ("in", "inside", "from", "at", "near", "of")
    ):
        hit = next_name(scene, index + 1)
        if hit is not None:
            found[scene.country_of(hit)] = f"behind {'in' if words.low[index] == 'inside' else words.low[index]}"
    first = phrase.first
    if "behind from" in found.values():
        return found
    if first > 2 and words.low[first - 1] in ("and", "or") and words.gap(first) == " ":
        for start in range(first - 2, max(-1, first - 6), -1):
            if words.gap(start + 1) not in (" ", "-", *POSSESSIVE_GAPS):
                break
            hit = scene.found.covering.get(start)
            if hit is not None and scene.belongs(hit) and start < first - 2:
                found.setdefault(scene.country_of(hit), "joined")
                break
    return found


def outside_clause(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The countries of a sentence before a place and ", in which" ("Paris deplored a raid near Bol, in which 9 died").

    The victims are of the place, though the list may not know it. None where the list knows it.
    """
    words, low = scene.words, scene.words.low
    if not phrase.plural or phrase.sectors[:1] != ("CVL",):
        return frozenset()
    for index in range(phrase.first, max(1, phrase.first - _LEADS), -1):
        if low[index - 1 : index + 1] == ("in", "which") and words.gap(index - 1) == ", ":
            break
    else:
        return frozenset()
    place = index - 2
    unknown = place > 0 and words.capital(place) and place not in scene.found.covering
    if not unknown or low[place - 1] not in ("near", "in", "at", "outside"):
        return frozenset()
    found = set()
    for at in range(place - 1, max(-1, place - _CLAUSE), -1):
        if "." in words.gap(at + 1) or "\n" in words.gap(at + 1):
            break
        hit = scene.found.covering.get(at)
        if hit is not None:
            found.add(scene.country_of(hit))
    return frozenset(found)


def next_name(scene: Scene, first: int) -> Hit | None:
    """The listed name among the words from `first` on, behind what may stand before it; None where none follows."""
    words = scene.words
    if first < len(words) and words.low[first].endswith("ing") and words.low[first] not in _NOT_DONE:
        return None  # what someone does, not whose they are ("accused the regime of bombing Peru")
    for after in range(first, min(first + 4, len(words))):
        if words.gap(after) not in (" ", "-", "'s ", "’s "):
            return None
        hit = scene.found.at.get(after)
        if hit is not None and scene.belongs(hit):
            return hit
        if words.low[after] in ("and", "who", "that", "to", "with", "by"):
            return None
    return None
