"""Whether a country acts by force ("Russia shelled", "US airstrikes") or by its government."""

from __future__ import annotations

from dateline.resolve.who.words import Words

_FORCE_NOUNS = frozenset(
    "airstrike airstrikes strike strikes bombing bombings bombardment shelling shellfire raid raids drone drones missile "
    "missiles rocket rockets forces troops soldiers invasion offensive artillery warplane warplanes jets jet aircraft "
    "helicopter helicopters attack attacks assault assaults ambush fire gunfire incursion blockade army military navy "
    "warship warships tanks tank bombs attackers air airforce fighter naval ground counteroffensive mortar sniper "
    "marines launchers retaliation led-coalition barrage".split()
)
_FORCE_VERBS = frozenset(
    "attacked attacks attacking bombed bombs bombing shelled shells shelling struck strikes fired fires firing launched launches "
    "launching invaded invades invading killed kills killing seized captured captures occupied destroyed hit hits downed "
    "deployed deploys deploying targeted targets targeting pounded raided stormed advanced shot test-fired tested conducted "
    "bombarded intercepted massed amassed retreated withdrew annexed".split()
)
_PASSIVE = frozenset(
    "attacked bombed shelled struck fired launched invaded killed seized captured occupied destroyed hit downed targeted "
    "conducted carried bombardment bombing shelling attacks attack strikes airstrikes invasion raids".split()
)


def forces_act(words: Words, first: int, last: int) -> bool:
    """True where the words around the name at `first` to before `last` tell of armed force by its bearer."""
    total = len(words)
    if last < total and words.gap(last) in (" ", "-", "'s ", "’s ", "' ", "’ "):
        if words.low[last] in _FORCE_NOUNS:
            return True
        for index in range(last, min(last + 3, total)):
            if words.gap(index) not in (" ", "-", "'s ", "’s "):
                break
            if index < last + 2 and words.low[index] in _FORCE_VERBS:
                return True
            if words.owns(last - 1) and words.low[index] in _FORCE_NOUNS:
                return True
    if first > 1 and words.low[first - 1] == "by" and words.gap(first) == " ":
        return any(words.low[index] in _PASSIVE for index in range(max(0, first - 5), first - 1))
    return False
