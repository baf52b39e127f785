"""Which earlier party a pronoun or a repeated description means, chosen by learned weights."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import AUXILIARY, CONFLICT, SPEECH
from dateline.resolve.who.names.phrases import last_of
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene

_LINKS = frozenset(("of", "by", "with", "to", "in", "for", "against", "from", "on", "and", "between", "about"))
_MOST = 14
"""How many candidates are weighed at most, nearest first."""
_NAMED = (2, 4, 8)
"""How often an article names a party, as features."""


def referent(
    scene: Scene,
    position: int,
    kind: str,
    fits: Callable[[Party], bool],
    sentences: int,
    *,
    gender: str = "",
    speaker: Party | None = None,
    asked: bool = False,
    open_end: bool = False,
) -> Party | None:
    """The party up to `sentences` back that a mention at character `position` most likely means, of those that fit.

    `kind` names the weights (a pronoun, or the sort of description), `speaker` is who speaks the words around, a
    candidate too where the speaker is `asked` for. With `open_end` the mention may also mean nobody met before: None.
    """
    fitting = ((back, party) for back, party in scene.parties.before(position, sentences) if fits(party))
    met = list(islice(fitting, _MOST))
    if asked and speaker is not None and all(party is not speaker for _, party in met):
        met.append((sentences, speaker))
    if not met or (len(met) == 1 and not open_end):
        return met[0][1] if met else None
    firsts = {back: party for back, party in met}
    here = _Here(scene, position, gender)
    rows: dict[Party | None, list[str]] = {
        party: here.features(party, back, order, firsts[back] is party) + _speaks(party, speaker)
        for order, (back, party) in enumerate(met)
    }
    if open_end:
        rows[None] = ["nobody"]
    return scene.weights.best("referent", kind, rows)


def _speaks(party: Party, speaker: Party | None) -> list[str]:
    if speaker is None:
        return []
    if party is speaker:
        return ["speaker"]
    return ["speaker too"] if party.name is not None and party.name == speaker.name else []


def officer(scene: Scene, position: int, noun: Head, country: str | None) -> Party | None:
    """The person of the article who holds the office of `noun` (in `country`, if given), as seen from `position`."""
    ending = last_of(noun)

    def fits(party: Party) -> bool:
        if party.sort != "person" or party.plural or (country is not None and party.country != country):
            return False
        return noun.noun in party.offices or _alike(party.offices, noun.noun, ending)

    kind = "office" if country is None else "office of"
    return referent(scene, position, kind, fits, 12 if country is None else 40, open_end=country is None)


def _alike(offices: frozenset[str], noun: str, ending: str) -> bool:
    """True where one of the offices may be called by a noun with the same last word: a foreign minister "the minister".

    A foreign minister is no defence minister, and a prime minister is not called "the minister".
    """
    ends = {office for office in offices if office.rsplit(" ", 1)[-1] == ending}
    told = ends - _ABOVE
    return bool(told) if noun == ending else told == {ending}


_ABOVE = frozenset(("prime minister", "deputy prime minister", "vice president", "deputy president"))


class _Here:
    """A mention as its candidates are seen from it."""

    def __init__(self, scene: Scene, position: int, gender: str) -> None:
        self._scene, self._position, self._gender = scene, position, gender
        words = scene.words
        inside = words.within(position, position + 1)
        self._index = inside.start if len(inside) else 0
        self._quote = scene.quotes.around(position)
        before = words.gap(self._index)
        self._opens = "." in before or "\n" in before or '"' in before or "“" in before
        low = words.low[max(0, self._index - 2) : self._index]
        self._told = any(word in SPEECH for word in low)
        self._says = self._index + 1 < len(words) and words.low[self._index + 1] in SPEECH

    def features(self, party: Party, back: int, order: int, first: bool) -> list[str]:
        """What speaks for `party`, `back` sentences and `order` candidates before the mention."""
        scene, words = self._scene, self._scene.words
        near = min(back, 4)
        features = [f"back{near}", f"order{min(order, 5)}", party.sort, f"basis {party.basis}"]
        features.append(f"sector {party.sectors[0]}" if party.sectors else "sector none")
        if first:
            features += (
                [f"first{min(near, 2)}", f"first{min(near, 2)} opens"] if self._opens else [f"first{min(near, 2)}"]
            )
        if first and near == 0 and self._told:
            features.append("first told")
        if party.plural:
            features.append("plural")
        if party.name:
            count = scene.parties.named(party.name)
            features += ["named", *(f"named{n}" for n in _NAMED if count >= n)]
        if self._gender:
            features.append("gender" if party.gender == self._gender else "gender unknown")
        share = scene.setting.share(party.country)
        features.append("country much" if share >= 0.4 else "country some" if share >= 0.15 else "country little")
        if party.country is None:
            features.append("no country")
        features += self._quoted(party)
        inside = words.within(party.span.start, party.span.end)
        if not len(inside):
            return features
        features += self._place(inside.start, inside.stop)
        if back == 0 and any(words.low[i] in CONFLICT for i in range(inside.stop, self._index)):
            features.append("across")
        if party.basis == "pronoun" and words.low[inside.start] == words.low[self._index]:
            features.append("same pronoun")
        return features

    def _quoted(self, party: Party) -> list[str]:
        quote = self._scene.quotes.around(party.span.start)
        if quote is not None and quote == self._quote:
            return ["same quote"]
        return [f"quote {'in' if quote is not None else 'out'} {'in' if self._quote is not None else 'out'}"]

    def _place(self, first: int, last: int) -> list[str]:
        """Features of the words around a party from word `first` to before `last`."""
        words = self._scene.words
        before = words.low[first - 1] if first else ""
        if before in ("the", "a", "an") and first > 1:
            before = words.low[first - 2]
        found = [f"behind {before}"] if before in _LINKS else []
        if words.owns(last - 1):
            found.append("owner")
        if last < len(words) and words.gap(last) == " ":
            after = words.low[last]
            if after in SPEECH:
                found += ["agent", "agent says"] if self._says else ["agent"]
            elif after in AUXILIARY or after.endswith("ed"):
                found.append("subject")
            elif after.endswith("s") and not words.capital(last) and not words.owns(last - 1):
                found.append("subject now")
            if "subject" in found or "agent" in found or "subject now" in found:
                found += ["acts told"] if self._told else ["acts"]
        if "\n" not in words.text[words.end[last - 1] : self._position]:
            found.append("paragraph")
        return found
