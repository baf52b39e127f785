"""Whether a party acts by force ("Russia shelled", "US airstrikes", "government bombardment") or by its government."""

from __future__ import annotations

from dateline.resolve.who.english import FORMER, SPEECH
from dateline.resolve.who.people.person import Sighting
from dateline.resolve.who.weights import Weights
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set

_FORCE_NOUNS = word_set(
    "airstrike airstrikes strike strikes bombing bombings bombardment shelling shellfire raid raids drone "
    "drones missile missiles rocket rockets forces troops troop soldiers invasion offensive offensives "
    "artillery warplane warplanes jets jet aircraft helicopter helicopters attack attacks assault assaults "
    "ambush fire gunfire incursion army military militaries navy warship warships tanks tank bombs airforce "
    "naval counteroffensive mortar mortars sniper marines launchers barrage launch drill drills exercises "
    "maneuvers manoeuvres munitions ordnance warheads war withdrawal captivity occupation counterterrorism "
    "counterinsurgency f-16s infantry commandos paratroopers airmen bombers ceasefire-violations patrol "
    "patrols"
)
_FORCE_VERBS = word_set(
    "attacked attacks attacking bombed bombs bombing shelled shells shelling struck strikes fired fires firing "
    "launched launches launching invaded invades invading killed kills killing seized captured captures "
    "destroyed hit hits downed deployed deploys deploying targeted targets targeting pounded raided stormed "
    "advanced shot bombarded intercepted massed amassed retreated retaliated test-fired tested flew shoot fire"
)
_PASSIVE = word_set(
    "attacked bombed shelled struck fired launched invaded killed seized captured destroyed hit downed "
    "targeted conducted carried bombardment bombing shelling attacks attack strikes airstrikes invasion raids "
    "offensive intervention shot crimes violence force drill drills airstrike operation incursion escalation"
)
_FIGHTING = word_set(
    "fighting clashes clash war battle battles skirmishes firefight hostilities drill drills exercise exercises"
)
_BREAKS = word_set(
    "said says say told that accused condemned warned called urged wants want would will could should because "
    "after before while if when who which what whether denied denies blamed rejected vowed pledged threatened "
    "hopes over against for with in on at agreed agrees welcomed calls urges warns asks asked demanded "
    "supports backed seeks from about amid response of as not this"
)
_ENABLING = word_set(
    "carried conducted conducts staged stage stages continues continued conducting conduct held resumed"
)
"""Verbs after which the act itself follows as a noun."""
_REACH = 7
_AGO = (60, 365, 1100, 3000)
"""Days since an office ended, as features."""
ROLES = ("GOV", "MIL", "CVL", "BUS")
"""Sectors in which a country may act under its own name."""


def acts_as(words: Words, first: int, last: int, kind: str, weights: Weights) -> tuple[str, ...]:
    """The sector in which a country acts at the words from `first` to before `last`: GOV, MIL, CVL or BUS.

    `kind` is how it is named ("country", "adjective", "nationals", "capital", "pronoun", "regime").
    """
    seen = _around(words, first, last)
    scores = weights.labels("sector", kind, seen)
    return (max(ROLES, key=lambda sector: scores.get(sector, 0.0)),)


def acts_in_office(words: Words, sighting: Sighting, weights: Weights) -> bool:
    """True where the words tell that a person whose listed office is over acts in it, at that time."""
    person = sighting.person
    seen = ["always", *(f"past {days}" for days in _AGO if person.since > days)]
    begin = sighting.title
    title = words.low[begin : sighting.first]
    if title:
        seen.append("former" if FORMER & set(title) else "title")
    near = words.low[max(0, begin - 8) : sighting.last + 12]
    if "then" in near or "under" in near:
        seen.append("then")
    seen += ["year"] if any(len(w) == 4 and w.isdigit() and w[:2] in ("19", "20") for w in near) else []
    if sighting.last < len(words):
        seen += ["has"] if words.owns(sighting.last - 1) else []
        seen += ["says"] if words.low[sighting.last] in SPEECH else []
        seen += ["had"] if words.low[sighting.last] in ("had", "was", "were", "signed") else []
    rows = {"office": seen, "ELI": []}
    return weights.best("former", "*", rows) == "office"


def is_ousted(words: Words, sighting: Sighting) -> bool:
    """True where the words tell how somebody lost the office: "the ouster of X", "toppled X", "X's overthrow"."""
    low, begin, last = words.low, sighting.title, sighting.last
    if any(low[i] in _TOOK and i > 0 and low[i - 1] not in _DETERMINERS for i in range(begin, sighting.first)):
        return True  # a verb, and no part of the title: "troops ousted President X"
    lead = begin - (begin > 0 and low[begin - 1] in ("the", "then"))
    before, behind = low[max(0, lead - 2) : lead], low[last : last + 2]
    fell = before[-1:] == ("of",) and before[0] in _FALL
    took = bool(before) and before[-1] in _TOOK
    owned = words.owns(last - 1) and bool(behind) and behind[0] in _FALL
    passive = len(behind) > 1 and behind[0] in ("was", "were", "is", "being") and behind[1] in _FELLED
    return fell or took or owned or passive


_FALL = frozenset(("ouster", "overthrow", "toppling", "ousting", "downfall", "deposition", "removal", "fall"))
_TOOK = frozenset(
    ("ousted", "toppled", "overthrew", "deposed", "unseated", "ousting", "toppling", "overthrowing", "oust", "topple")
)
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_FELLED = frozenset(("ousted", "toppled", "overthrown", "deposed", "unseated"))


def _around(words: Words, first: int, last: int) -> list[str]:
    """Features of the words around a name: each by its side and distance, up to the end of the sentence."""
    found = ["always"]
    if forces_act(words, first, last):
        found.append("force")
    if last < len(words) and words.gap(last) == " ":
        after = words.low[last]
        found.append("strikes" if after in _FORCE_VERBS else "arms" if after in _FORCE_NOUNS else "other")
    for index in range(last, min(last + 7, len(words))):
        gap = words.gap(index)
        if "\n" in gap or (gap[:1] in ".;?!" and gap[1:2] in (" ", '"', "”")):
            break
        if index == last:
            found += ["has"] if words.owns(index - 1) else ["hyphen"] if gap == "-" else []
            found.append(f"next {words.low[index]}")
        found.append(f"{'soon' if index < last + 3 else 'later'} {words.low[index]}")
    for index in range(first - 1, max(-1, first - 6), -1):
        gap = words.gap(index + 1)
        if "\n" in gap or (gap[:1] in ".;?!" and gap[1:2] in (" ", '"', "”")):
            break
        if index == first - 1:
            found.append(f"before {words.low[index]}")
        found.append(f"{'just' if index > first - 4 else 'ago'} {words.low[index]}")
    return found


def forces_act(words: Words, first: int, last: int) -> bool:
    """True where the words around the name at `first` to before `last` tell of armed force by its bearer."""
    return _goes_on(words, last) or _by(words, first) or _between(words, first)


def _goes_on(words: Words, last: int) -> bool:
    """True where a word of force follows in the same clause ("has carried out an air raid", "and Filipino troops")."""
    reach = 3
    for index in range(last, min(last + _REACH, len(words))):
        if not _same_clause(words, index, last):
            return False
        low = words.low[index]
        if low in _FORCE_VERBS or (low in _FORCE_NOUNS and index - last < reach):
            return True
        if low in _BREAKS or (low == "to" and words.low[index - 1] not in ("continues", "continued", "began", "begun")):
            return False
        if low in _ENABLING or words.capital(index) or low in ("and", "or"):
            reach += 1 if low not in _ENABLING else 4
        elif low.endswith("ed") and "-" not in (words.gap(index), words.gap(index + 1)):
            return False
    return False


def _same_clause(words: Words, index: int, last: int) -> bool:
    gap = words.gap(index)
    if "\n" in gap or gap[:1] in (".", ";", ":", "(", '"', "”", "?", "!"):
        return False
    if gap[:1] == "-" and index == last and words.low[index] in ("bound", "based", "born", "backed", "speaking"):
        return False
    return not (gap[:1] == "," and not words.capital(index))


def _by(words: Words, first: int) -> bool:
    start = first - 1
    while start > max(0, first - 4) and words.low[start] in ("the", "and", "russian", "a"):
        start -= 1
    if start < 1 or words.low[start] != "by":
        return False
    return any(words.low[index] in _PASSIVE for index in range(max(0, start - 6), start))


def _between(words: Words, first: int) -> bool:
    for index in range(first - 1, max(0, first - 6), -1):
        if words.low[index] == "between":
            if words.low[max(0, index - 2)] == "trade":
                return False
            return any(words.low[before] in _FIGHTING for before in range(max(0, index - 2), index))
        if "." in words.gap(index + 1) and words.gap(index + 1) != ". ":
            return False
    return False
