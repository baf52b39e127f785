"""Which parties the grammar of a sentence rules out for a pronoun, and which it points to."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.resolve.who.english import AUXILIARY, FRONT, HE, SHE, SPEECH, STOPS, WHEN_TOLD
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

Fits = Callable[[Party], bool]

_NO_VERBS = STOPS - FRONT
_OBJECTS = frozenset(("him", "them", "her", "it"))
_OBJECT_BEHIND = _OBJECTS - {"him", "them"}
"""Objects that are so only at the end of a clause: "her" may own, and "it" be the subject of what comes next."""
_PARTICLES = frozenset(("on", "upon", "at", "against", "for", "to", "with"))
"""What may stand between a verb and its object ("called on him")."""
_OPENERS = word_set("after before during following despite in on at with at since upon amid throughout ahead")
"""Words that open a phrase before the main clause."""
_ACCUSATIONS = word_set(
    "accusations accusation allegations allegation charges charge claims claim suspicions suspicion"
)
_MADE_BY = frozenset(("by", "from", "in"))
_REACH = 16
"""Within how many words from it the main clause begins."""
_CLOSING = ('"', "”")


def barred(scene: Scene, index: int, *, quoted: bool) -> Fits:
    """Tells the parties that the pronoun at word `index` cannot mean.

    Outside a quotation (`quoted` False) none inside one; never the subject of the verb whose object it is ("Kerry met
    him"), nor the one of whom its relative clause tells ("Flynn, whom he fired", "a revolt, which it crushed"), nor who
    makes the accusation that tells of it ("accusations by Chad that it had fired"), nor where a mission is ("the
    embassy in Lima").
    """
    words = scene.words
    subject, accuser = subject_of(scene, index), _accuser(scene, index)
    behind = _named_behind(scene, index)

    def bars(party: Party) -> bool:
        if party.name is not None and party.name in behind:
            return True
        if not quoted and scene.quotes.around(party.span.start) is not None:
            return True
        if subject is not None and same(party, subject):
            return True
        if accuser is not None and same(party, accuser):
            return True
        if party.sort == "state" and _seats_mission(scene, party):
            return True
        end = party.span.end
        whom = index > 0 and words.low[index - 1] in ("whom", "which")
        return whom and words.text[end : words.start[index - 1]] in (" ", ", ")

    return bars


_MISSIONS = word_set(
    "embassy embassies consulate consulates mission missions ambassador ambassadors envoy envoys diplomat diplomats"
)


def _seats_mission(scene: Scene, party: Party) -> bool:
    """True for the place behind a mission or envoy ("the embassy in Lima", "ambassador to Peru")."""
    low, inside = scene.words.low, scene.words.within(party.span.start, party.span.end)
    first = inside.start - (1 if len(inside) and low[inside.start - 1] == "the" else 0)
    return bool(len(inside)) and first > 1 and low[first - 1] in ("in", "to", "at") and low[first - 2] in _MISSIONS


def _named_behind(scene: Scene, index: int) -> frozenset[str]:
    """The people whom the pronoun at word `index` does not mean as they are named behind it, in what it is subject of.

    "He said Mr. Lind had lost": in the whole sentence that it opens, else up to the end of its clause ("that she fired
    Lind"). Not behind a comma, where the speaker may be named ("he would go, Lind said").
    """
    words = scene.words
    if words.low[index] not in _SUBJECTS or index + 1 >= len(words) or words.gap(index + 1) != " ":
        return frozenset()
    opens = index == 0 or words.gap(index)[:1] in (".", "\n", "?", "!")
    found: set[str] = set()
    for at in range(index + 1, min(index + _SENTENCE, len(words))):
        gap = words.gap(at)
        if gap not in _PLAIN and not (gap[:1] == "." and words.joined(at)):
            break
        if not opens and words.low[at] in _CLAUSES:
            break
        sighting = scene.people.covering.get(at)
        if sighting is not None:
            found.add(sighting.person.name)
    return frozenset(found)


_WHEN = 4
"""How many words may tell when somebody said what comes next ("said in 2012 that he …")."""
_SUBJECTS = frozenset(("he", "she", "i"))
_SENTENCE = 24
"""Words behind a pronoun within which its sentence or clause is looked through."""
_PLAIN = (" ", "-", "'s ", "’s ")
_CLAUSES = word_set("and but or when while as because after before if that which who where until since so than")


def _accuser(scene: Scene, index: int) -> Party | None:
    """Who makes the accusation whose content begins with the pronoun at word `index`; None where there is none."""
    words = scene.words
    if index < 2 or words.low[index - 1] != "that":
        return None
    that = words.start[index - 1]
    for _, party in scene.parties.before(that, 0):
        between = words.text[party.span.end : that]
        first = words.within(party.span.start, party.span.end).start
        if between == " " and first > 1 and words.low[first - 1] in _MADE_BY and words.low[first - 2] in _ACCUSATIONS:
            return party
        if between.rstrip().removeprefix("'s ").removeprefix("’s ") in _ACCUSATIONS:
            return party
    return None


def same(one: Party, other: Party) -> bool:
    """True where two parties bear one name, or are one mention."""
    return one.span == other.span or (one.name is not None and one.name == other.name)


def subject_of(scene: Scene, index: int) -> Party | None:
    """The party whose verb has the pronoun at word `index` as its object ("Kerry met him", "Peru condemned it")."""
    words = scene.words
    low = words.low[index]
    behind = words.low[index + 1] if index + 1 < len(words) and words.gap(index + 1) == " " else ""
    ends = low not in _OBJECT_BEHIND or not behind or (behind in STOPS and behind not in AUXILIARY)
    if low not in _OBJECTS or not ends or index < 2 or words.gap(index) != " ":
        return None
    return object_of(scene, index)


def object_of(scene: Scene, index: int) -> Party | None:
    """The party whose verb has what begins at word `index` as its object ("X met |them", "X called on |both")."""
    words = scene.words
    verb = index - 1 - (index > 1 and words.low[index - 1] == "the")
    if verb > 0 and words.low[verb] in _PARTICLES and words.gap(verb) == " ":
        verb -= 1
    return _subject(scene, verb) if verb > 0 else None


def _subject(scene: Scene, verb: int) -> Party | None:
    """The party right before the verb at word `verb`; None where there is no verb or no such party."""
    if not _is_verb(scene, verb):
        return None
    words, start = scene.words, scene.words.start[verb]
    for _, party in scene.parties.before(start, 0):
        if _BEFORE_VERB.fullmatch(words.text, party.span.end, start):
            return party
    return None


_BEFORE_VERB = re.compile(r" (?:ha[sd] |have )?(?:(?:also|again|jointly|later|(?:on )?[A-Z][a-z]+day) )*")
"""What may stand between a subject and its verb."""


def _is_verb(scene: Scene, index: int) -> bool:
    words = scene.words
    low = words.low[index]
    plain = words.capital(index) or low in _NO_VERBS or low in AUXILIARY or low in SPEECH
    return not plain and low.endswith(("ed", "s", "t"))


def subject_ahead(scene: Scene, index: int, gender: str) -> Party | None:
    """The subject of the main clause that a pronoun in a phrase before it means ("After his talks with X, Y left").

    Only where a person of that gender is named right behind the comma that ends the phrase.
    """
    words = scene.words
    opens = index > 0 and words.low[index - 1] in _OPENERS and words.gap(index) == " "
    if not opens or words.gap(index - 1) == " ":
        return None
    for at in range(index + 1, min(index + _REACH, len(words))):
        gap = words.gap(at)
        if gap != ", ":
            if gap[:1] in (".", ";", "?", "!", "\n", '"'):
                return None
            continue
        sighting = scene.people.covering.get(at) or scene.people.covering.get(_behind_title(scene, at))
        if sighting is None or sighting.title != at or sighting.person.gender not in (gender, ""):
            return None
        return scene.person(scene.span(sighting.first, sighting.last), sighting.person, sighting)
    return None


def teller_ahead(scene: Scene, index: int, gender: str) -> Party | None:
    """Whom a pronoun means that begins what a person named is told to have said ("Ann Lind said she would go")."""
    words = scene.words
    cue = index - 1 - (index > 1 and words.low[index - 1] == "that")
    last = cue
    while cue > 0 and last - cue < _WHEN and (words.low[cue] in WHEN_TOLD or words.low[cue].isdigit()):
        cue -= 1
    begins = words.low[index] in _SUBJECTS or (words.low[index] == "his" and words.low[cue] in ("said", "says"))
    if (
        cue < 1
        or not begins
        or words.low[cue] not in SPEECH
        or any(words.gap(at) != " " for at in range(cue, index + 1))
    ):
        return None
    sighting = scene.people.covering.get(cue - 1)
    if sighting is None or sighting.last != cue or sighting.person.gender not in (gender, ""):
        return None
    return scene.person(scene.span(sighting.first, sighting.last), sighting.person, sighting)


def _behind_title(scene: Scene, at: int) -> int:
    """The word at which the name begins whose title begins at word `at`."""
    return next((s.first for s in scene.people.sightings if s.title == at), at)


def goes_on_speaking(scene: Scene, index: int) -> int | None:
    """The word of speech before a quotation whose speaker the pronoun at word `index` names again ('"...," he added').

    None where the pronoun does not speak right behind a quotation, and where more than that speaker stands between it
    and what was said before.
    """
    words = scene.words
    closed = any(mark in words.gap(index) for mark in _CLOSING) and words.gap(index)[-1:] == " "
    if words.low[index] not in (HE | SHE) or not closed:
        return None
    if index + 1 >= len(words) or words.low[index + 1] not in SPEECH:
        return None
    number = scene.quotes.before(words.start[index])
    if number is None:
        return None
    first = scene.quotes.start(number)
    near = words.within(scene.quotes.end(number - 1) if number else 0, first)
    if len(near) and words.low[near.stop - 1] in SPEECH and "." in words.gap(near.stop):
        return near.stop - 1
    told = [i for i in near if words.low[i] in SPEECH]
    alone = number > 0 and len(near) <= _CLOSE and len(told) == 1 and told[0] - near.start <= 1
    return told[0] if alone else None


_CLOSE = 9
"""How many words may stand between two quotations of one speaker: the name, the title and the word of speech."""
