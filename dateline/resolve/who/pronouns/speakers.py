"""Who goes on speaking: "he said" behind the words of one who spoke, "the source added" behind those of a source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.fixed import fixed, replace
from dateline.records.annotation import Said
from dateline.records.span import Span
from dateline.resolve.who.english import HE, SHE
from dateline.resolve.who.pronouns.binding import Fits, same
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.who.words import sentence_of

_PERSONS = frozenset(("person", "office", "crowd", "name"))
"""Sorts of single parties that "he" and "she" may mean where they speak ("the captain", "a resident")."""
_BODIES = frozenset(("group", "state", "force", "country", "alliance", "text"))
"""Sorts that "it" may mean where it speaks."""
_AGAIN = frozenset(("person", "office", "crowd", "state", "force"))
"""Sorts of nouns that mean who spoke before under the same noun ("an army source", then "the source")."""
_STATEMENTS = frozenset(("statement", "communique", "declaration"))
"""What somebody gives out to be quoted from: who spoke last ("... said. The statement added")."""
_BODY_AGAIN = frozenset(("group", "organization", "organisation"))
"""What a body that spoke last is called by when it speaks on ("Stratfor said. The group added")."""
_GIVEN_OUT = re.compile(r"\s(?:by|from|of|that|which|issued|released|published|posted|signed)\b")
_MOST = 20
"""How many statements around one are looked through for the one before it; they stand in order of what is said."""
_SOON = 10
"""How many sentences back that one may have spoken."""
_BEHIND = re.compile(r",|\s(?:of|at|in|for|from|on|with|by|to|close|familiar|who|inside|near)\s")
"""What ends the noun of a described speaker."""


@fixed()
class _Spoken:
    """A statement; `whole` goes from its first character to its last, speaker and word of saying included."""

    source: Span | None
    content: Span
    whole: Span


class Speakers:
    """The speakers of an article's statements, each with who spoke last before.

    One who speaks on is mostly called by a pronoun: "..., the captain said. He added that ...". In 500 articles, 631
    statements have "he" or "she" for their speaker; 58 of them were taken for somebody else before, mostly for the one
    most spoken of, and 55 of these are the one who spoke last. Of "it" and "they" 14 of 15 are.
    """

    def __init__(self, scene: Scene, said: Sequence[Said], sentences: Sequence[int]) -> None:
        self._scene, self._sentences = scene, sentences
        self._spoken: list[_Spoken] = []
        for one in sorted(said, key=lambda s: s.content):
            whole = _whole(one)
            last = self._spoken[-1] if self._spoken else None
            if one.source is None and one.cue is None and last is not None and self._apart(last.whole, whole) <= 1:
                whole = Span(last.whole.start, max(last.whole.end, whole.end))
                self._spoken[-1] = replace(last, whole=whole)
            else:
                self._spoken.append(_Spoken(one.source, one.content, whole))
        self._at = {s.source: i for i, s in reversed([*enumerate(self._spoken)])}
        self._parties: dict[Span | None, Party] = {}

    def met(self, span: Span, party: Party) -> None:
        """Take in who the mention at `span` is, where it is that of a speaker."""
        if span in self._at:
            self._parties[span] = party

    def again(self, span: Span, party: Party) -> Party | None:
        """Who spoke before under the noun that "the" and this mention call a speaker by again; None where nobody did.

        All 26 that this changed in 500 articles mean who spoke last so.
        """
        text = self._scene.words.text
        noun = span.of(text)
        definite = text[max(0, span.start - 4) : span.start].casefold() == "the "
        if span not in self._at or not definite or not noun.islower():
            return None
        if noun in _BODY_AGAIN and (by := self._last(self._spoken[self._at[span]], _is_named_body)) is not None:
            return _as_known(by, span, EARLIER)
        if party.name:
            return None
        if noun in _STATEMENTS and party.basis != EARLIER and not _GIVEN_OUT.match(text, span.end):
            return self._given_out(span, party)
        if party.sort not in _AGAIN or not noun.isalpha():
            return None
        here = self._number(span.start)
        for source, other in reversed(self._parties.items()):
            if source is None or here - self._number(source.start) > _SOON:
                return None
            told = _BEHIND.split(source.of(text), maxsplit=1)[0]
            if told.casefold().split()[-1:] == [noun] and other.sort in _AGAIN and other.plural == party.plural:
                return _as_known(other, span, EARLIER) if other.name is None or other.sort in _BODIES else None
        return None

    def _given_out(self, span: Span, party: Party) -> Party | None:
        """A statement as that of who spoke last, a body's with its name; all 11 changed in 500 articles are right."""
        now = self._spoken[self._at[span]]
        by = self._last(now, lambda p: p.sort != "text" and p.noun != "media")
        if by is None:
            return None
        body = by.sort in ("state", "group") and by.basis != "country word"
        name, key = (by.name, by.id) if body else (None, None)
        given = replace(party, country=by.country, sectors=by.sectors, name=name, id=key, basis=EARLIER, weak=by.weak)
        return _as_known(given, span, EARLIER)

    def going_on(self, span: Span, index: int) -> Party | None:
        """Who spoke last and goes on, where the pronoun at word `index` is the speaker; None where nobody does."""
        low = self._scene.words.low[index]
        fits = _FITS.get(low)
        if fits is None or self._scene.quotes.around(span.start) is not None:
            return None
        at = self._at.get(span)
        now = self._spoken[at] if at is not None else None
        if now is None or not self._is_tag(now, span, fits):
            return None
        last = self._last(now, fits)
        return _as_known(last, span, "pronoun") if last is not None and not self._names(now, last) else None

    def _last(self, now: _Spoken, fits: Fits) -> Party | None:
        """Who of those that fit spoke last before, no farther than a sentence; None where it may be one of several."""
        at = self._at[now.source]
        near = self._spoken[max(0, at - _MOST) : at + _MOST]
        before = [s for s in near if s.whole.end <= now.whole.start and self._apart(s.whole, now.whole) <= 1]
        end = max((self._number(s.whole.end - 1) for s in before), default=0)
        parties = [self._parties.get(s.source) for s in before if self._number(s.whole.end - 1) == end]
        people = [p for p in parties if p is not None and fits(p)]
        alone = people and None not in parties and all(same(p, people[0]) for p in people)
        return people[0] if alone else None

    def _number(self, position: int) -> int:
        return sentence_of(self._sentences, position)

    def _apart(self, one: Span, two: Span) -> int:
        """How many sentences lie from the end of one statement to the beginning of the next."""
        return self._number(two.start) - self._number(one.end - 1)

    def _is_tag(self, now: _Spoken, pronoun: Span, fits: Fits) -> bool:
        """True where the pronoun stands behind what is said, or is the first of its sentence that fits."""
        if now.content.end <= pronoun.start:
            return True
        start = self._sentences[self._number(pronoun.start)]
        return not any(fits(p) for p in self._scene.parties.between(start, pronoun.start))

    def _names(self, now: _Spoken, party: Party) -> bool:
        """True where what is said names the party, so that somebody else says it."""
        inside = self._scene.parties.between(now.content.start, now.content.end)
        return party.name is not None and any(p.name == party.name for p in inside)


def _is_named_body(party: Party) -> bool:
    return party.sort == "group" and party.name is not None


def _whole(one: Said) -> Span:
    spans = [s for s in (one.content, one.source, one.cue) if s is not None]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _as_known(party: Party, span: Span, basis: str) -> Party:
    """The party as meant by another mention, whose words leave its sectors as they are where they are known.

    What is said of a named party counts for all of its mentions together.
    """
    again = party.said_by(span, basis)
    again.told = party.told or (party.name is None and not party.has_open_sector())
    return again


def _one(gender: str) -> Fits:
    return lambda party: party.sort in _PERSONS and not party.plural and party.gender in (gender, "")


_FITS: Mapping[str, Fits] = {
    **dict.fromkeys(HE, _one("m")),
    **dict.fromkeys(SHE, _one("f")),
    "it": lambda party: party.sort in _BODIES and not party.plural,
    "they": lambda party: party.plural,
}
"""What a party must be for a pronoun that speaks."""
