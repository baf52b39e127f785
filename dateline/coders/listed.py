"""Parties that stand in one list: "Norway and Chile have left" has two, though the model reads one with the act."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.records.annotation import Mention, Trigger
from dateline.records.span import Span, by_place

_LINK = re.compile(
    r"(?P<comma>,)?\s*(?P<last>\b(?:and|or|as\s+well\s+as)\b\s+(?:then\s+)?)?(?:(?:the|an?|its|their|his|her|both)\s+)?"
)
"""What stands between two neighbours of a list."""
_BEHIND = re.compile(
    r"\s*(?:[,.;:)—–\"”]|\Z|(?:in|at|on|near|with|during|from|who|which|that|over|after|before|by|for|to|and|as|of|following|amid"
    r"|inside|outside|under|since|while|when|against|about|across)\b)"
)
"""What a list ends with; a verb behind it tells another act ("killed a guard and the gunmen fled")."""
_NAMES_NONE = re.compile(
    r"(?:another|its|their|his|her|our|my|your|that|this|these|those|then|up|all|other|others|both|so|each|it|several|many|some)",
    re.I,
)
_WITHIN = re.compile(
    r"(?:(?P<before>\S+)\s+)?\b(?:of|at|in|near|from|including|like|as)\s+(?:the\s+)?\Z", re.IGNORECASE
)
"""What makes a list tell more of another word: "the mayors of Lund and Ystad", "the plant at Lund and the pier"."""
_OF_ITS_OWN = re.compile(r"\s(?:of|from|in|at)\s")
_KNOWN = re.compile(
    r"(?:\bthe|\b(?:two|three|four|five|six|\d+))\s+\Z|\A(?:two|three|four|five|six|\d+)\b", re.IGNORECASE
)
"""Before a party that a comma gives names to: "the two suspects, Lind and Falk"."""
_OF_ONE_HEAD = re.compile(r"['’]s\s+[a-z]+\s+and\s+[a-z]+\s", re.ASCII)
"""One party whose parts share their last word: "Lund's bus and subway network"."""
_AGAIN = re.compile(r",\s+(?:the|an?)\s+")
_BARE_NUMBER = re.compile(r"[\d,.]+")
"""No party beside another: "between 30 and 40 miners"."""
LIKELY = 0.3
"""Score from which another act has parties of its own."""


class Lists:
    """The parties of an article that the model reads, ready to be looked up beside those of an act."""

    def __init__(self, text: str, mentions: Sequence[Mention], triggers: Sequence[Trigger]) -> None:
        self._text = text
        self.told = [m.span for m in mentions if m.kind == "part"]
        """The parties as they were read, in their order."""
        parties = sorted(set(self.told), key=by_place)
        self._parties = [p for p in parties if not _NAMES_NONE.fullmatch(p.of(text))]
        self._starts = [p.start for p in self._parties]
        self._roles: dict[Span, set[tuple[Span, str]]] = {}
        for trigger in triggers:
            for a in trigger.arguments:
                if trigger.score >= LIKELY and a.role in ("actor", "recipient"):
                    self._roles.setdefault(a.span, set()).add((trigger.span, a.role))

    def whole(
        self, sentence: Span, act: Span, actors: Sequence[Span], recipients: Sequence[Span]
    ) -> tuple[list[Span], list[Span]]:
        """The actors and recipients of an act with those that stand in a list with one of them, then in text order.

        A party that has a role elsewhere stays out, unless the one that it stands with has it too. In 300 further
        articles nine in ten of the parties that this adds were right.
        """
        near = self._near(sentence, [*actors, *recipients, act]) if actors or recipients else []
        if not near:
            return list(actors), list(recipients)
        return self._with_listed(actors, near, act), self._with_listed(recipients, near, act)

    def _near(self, sentence: Span, taken: Sequence[Span]) -> list[Span]:
        """The parties of a sentence that share no letter with what is `taken`."""
        first, last = (bisect_left(self._starts, place) for place in (sentence.start, sentence.end))
        inside = [p for p in self._parties[first:last] if p.end <= sentence.end]
        return [p for p in inside if not any([p.start < t.end and t.start < p.end for t in taken])]

    def _with_listed(self, role: Sequence[Span], near: Sequence[Span], act: Span) -> list[Span]:
        """The parties of one role with those near by that stand in a list with one of them."""
        out, none = list(role), frozenset[tuple[Span, str]]()
        for party in role:
            roles = self._roles.get(party, none)
            fitting = [p for p in near if self._roles.get(p, none) <= roles and p not in out]
            if fitting:
                alone = self._told_again(party, role)
                out += [*([] if alone else self._before(party, fitting, act)), *self._after(party, fitting, act)]
        return sorted(out)

    def _told_again(self, party: Span, role: Sequence[Span]) -> bool:
        """True where the one behind it says who it is: in "Chad and the Fangs, a gang that took" only the gang acts."""
        return any(
            _AGAIN.fullmatch(self._text, party.end, other.start)
            and self._text[other.start].islower()
            and not other.of(self._text).endswith("s")
            for other in role
            if other.start > party.end
        )

    def _before(self, party: Span, near: Sequence[Span], act: Span) -> list[Span]:
        """The parties of a list that ends with this one."""
        found, links = _chain(self._neighbours(party, near, before=True))
        if not links or not _closed(links[0], len(links)):
            return []
        within = _WITHIN.search(self._text, max(0, found[-1].start - 40), found[-1].start)
        of_the_act = within and within["before"] and act.of(self._text).endswith(within["before"])
        return [] if within and not of_the_act else found

    def _after(self, party: Span, near: Sequence[Span], act: Span) -> list[Span]:
        """The parties of a list that begins with this one."""
        found, links = _chain(self._neighbours(party, near, before=False))
        if not links or not _closed(links[-1], len(links)) or _OF_ITS_OWN.search(party.of(self._text)):
            return []
        if _OF_ONE_HEAD.match(self._text, max(0, party.start - 3)):
            return []
        named = links[0]["last"] is None and (
            _KNOWN.search(party.of(self._text)) or _KNOWN.search(self._text, max(0, party.start - 10), party.start)
        )
        if named:
            return []
        ends = found[-1].end <= act.start or _BEHIND.match(self._text, found[-1].end)
        return found if ends else []

    def _neighbours(self, party: Span, near: Sequence[Span], *, before: bool) -> Iterator[tuple[Span, re.Match[str]]]:
        """One neighbour after the other, with what stands between it and the last."""
        left = list(near)
        while True:
            for one in left:
                first, second = (one, party) if before else (party, one)
                between = _LINK.fullmatch(self._text, first.end, second.start) if first.end < second.start else None
                if between and (between["comma"] or between["last"]) and not _BARE_NUMBER.fullmatch(one.of(self._text)):
                    yield one, between
                    party = one
                    left.remove(one)
                    break
            else:
                return


def _chain(found: Iterator[tuple[Span, re.Match[str]]]) -> tuple[list[Span], list[re.Match[str]]]:
    pairs = list(found)
    return [p for p, _ in pairs], [link for _, link in pairs]


def _closed(last: re.Match[str], links: int) -> bool:
    """True where a list has its "and"; ", and" between two joins clauses rather than parties."""
    return bool(last["last"]) and not (last["comma"] and links == 1)
