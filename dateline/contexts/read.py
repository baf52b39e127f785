"""In what setting acts belong: read from their words and parties, their own kind, and the story of the report.

The rules are written down in docs/explain/contexts.md; which words, sectors and acts they look for is data of the
codebook (contexts.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dateline.codebooks.codebook import Setting
from dateline.contexts.cues import Cues
from dateline.contexts.reach import cues_of, reach
from dateline.records.article import Sentence
from dateline.records.event import Event
from dateline.records.resolved import Actor
from dateline.records.span import Span

STORY = 0.25
"""Share of the sentences of a report that hold a cue of what it is about, at least."""
STORY_SENTENCES = 3
"""Sentences that hold a cue of what a report is about, at least."""
STORY_REACH = 3
"""Sentences between an act and the next cue of what the report is about, at most."""
OPENING = 2
"""Sentences of which one has to hold a cue of what a report is about."""
STATES = frozenset({"IGO", "UNO", "EUR"})
"""Organisations of states."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article with the cues that stand in it, the acts that are told, and what it is about."""

    text: str
    cues: Mapping[str, Sequence[Span]]
    acts: Sequence[Span]
    sentences: Sequence[Sentence]
    story: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Act:
    """An event as the settings ask about it: its kinds ("AID", "COERCE arrest") and the sectors of its parties."""

    event: Event
    kinds: frozenset[str]
    sectors: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> Act:
        """The act of an event; of each party the first sector counts alone, for the second is a guess too often."""
        kinds = (event.type, *(f"{event.type} {m}" for m in event.modes))
        sectors = (p.sectors[0] for p in (*event.actors, *event.recipients) if p.sectors)
        return cls(event, frozenset(kinds), frozenset(sectors))


class Contexts:
    """Finds the contexts of the events of an article by the settings of a codebook; `order` is that of its contexts."""

    def __init__(self, order: Iterable[str], settings: Mapping[str, Setting], names: Sequence[str] = ()) -> None:
        self._order = tuple(order)
        self._settings = settings
        self._cues = Cues({**{name: s.cues for name, s in settings.items()}, "": names})
        self._without_words = {n for n, s in settings.items() if s.acts or s.parties or s.states}
        self._after = {n: s.after for n, s in settings.items() if s.after}

    def set_in(self, text: str, sentences: Sequence[Sentence], events: Sequence[Event]) -> tuple[Event, ...]:
        """The events with their contexts, in the codebook's order, besides those that they have.

        An event that is told more than once has in each passage what surely holds in one of them.
        """
        if not events:
            return ()
        found = self._found(text)
        told = [s for s in sentences if s.part != "furniture"]
        report = Report(text, found, [e.trigger.span for e in events], told, self._story(found, told))
        ties = [self._ties(e, report) for e in events]
        sure: dict[str, set[str]] = {}
        for event, tied in zip(events, ties, strict=True):
            sure.setdefault(event.story_event, set()).update(n for n, is_sure in tied.items() if is_sure)
        shared = {story: {n for n in names if self._settings[n].shared} for story, names in sure.items()}
        held = [self._listed({*e.contexts, *t, *shared[e.story_event]}) for e, t in zip(events, ties, strict=True)]
        return tuple(
            e if names == e.contexts else replace(e, contexts=names) for e, names in zip(events, held, strict=True)
        )

    def _found(self, text: str) -> dict[str, list[Span]]:
        """The cues of each context, but for those inside of names that say nothing of it."""
        found = self._cues.within(text)
        names = found.pop("", [])
        if not names:
            return found
        return {n: [c for c in cues if not any(m.holds(c) and m != c for m in names)] for n, cues in found.items()}

    def _story(self, found: Mapping[str, Sequence[Span]], told: Sequence[Sentence]) -> dict[str, list[int]]:
        """What the report is about: cues at its beginning, and in many of its sentences, each with their numbers."""
        out = {}
        for name, cues in found.items():
            if self._settings[name].story is None or len(cues) < STORY_SENTENCES:
                continue
            holding = [k for k, s in enumerate(told) if any(s.start <= c.start < s.end for c in cues)]
            if len(holding) >= max(STORY_SENTENCES, STORY * len(told)) and holding[0] < OPENING:
                out[name] = holding
        return out

    def _ties(self, event: Event, report: Report) -> dict[str, bool]:
        """The contexts that hold for an event in its own passage, each with whether it is sure."""
        here = {name: cues for name in report.cues if (cues := cues_of(event, report.cues[name]))}
        act, out = Act.of(event), {}
        for name in self._without_words | here.keys() | report.story.keys():
            tie = _tie(name, self._settings[name], act, here.get(name, ()), report)
            if tie is not None:
                out[name] = tie
        return out

    def _listed(self, known: Set[str]) -> tuple[str, ...]:
        """Contexts in the codebook's order, without those for which others leave no room."""
        return tuple(n for n in self._order if n in known and not self._after.get(n, frozenset()) & known)


def _tie(name: str, setting: Setting, act: Act, cues: Sequence[Span], report: Report) -> bool | None:
    """True where a setting surely holds for an act, False where it likely does, None where it does not."""
    event = act.event
    own = not setting.types or not act.kinds.isdisjoint(setting.types)
    barred = (setting.only and not own) or not act.sectors.isdisjoint(setting.unless)
    if barred or (setting.abroad and _at_home(event)):
        return None
    if not act.kinds.isdisjoint(setting.acts) or _by_party(setting, act, own) or _by_states(setting, act):
        return True
    reaches = [reach(event, cue, own, report.acts, report.text) for cue in cues]
    if True in reaches:
        return True
    story = _in_story(name, event, report) and (not setting.story or not act.kinds.isdisjoint(setting.story))
    return False if story or False in reaches else None


def _in_story(name: str, event: Event, report: Report) -> bool:
    """True where the report is about a setting, also in the sentences around the event."""
    holding = report.story.get(name, ())
    if not holding:
        return False
    here = next((k for k, s in enumerate(report.sentences) if s.end > event.trigger.span.start), 0)
    return any(abs(k - here) <= STORY_REACH for k in holding)


def _by_party(setting: Setting, act: Act, own: bool) -> bool:
    if not setting.parties:
        return False
    if own and not act.sectors.isdisjoint(setting.parties):
        return True
    return any(f"{kind} {sector}" in setting.parties for kind in act.kinds for sector in act.sectors)


def _by_states(setting: Setting, act: Act) -> bool:
    """True where a state acts upon, or together with, another one or its businesses."""
    if act.kinds.isdisjoint(setting.states):
        return False
    event = act.event
    acting = {p.country for p in event.actors if _is_state(p)}
    other = {p.country for p in event.recipients if _is_state(p) or (p.country and "BUS" in p.sectors)}
    return bool(acting) and len(acting | other) > 1


def _is_state(party: Actor) -> bool:
    return party.country is not None and (party.country in STATES or "GOV" in party.sectors)


def _at_home(event: Event) -> bool:
    """True where actors and recipients are known and all of one country."""
    if not (event.actors and event.recipients):
        return False
    countries = {p.country for p in (*event.actors, *event.recipients)}
    return len(countries) == 1 and None not in countries
