"""In what setting acts belong: read from their words and parties, their own kind, and the story of the report.

The rules are written down in docs/explain/contexts.md; which words, sectors and acts they look for is data of the
codebook (contexts.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from dateline.codebooks.codebook import Setting
from dateline.contexts.acts import Act, is_barred, is_enough, is_own
from dateline.contexts.cues import Cues
from dateline.contexts.reach import cues_in, reach
from dateline.contexts.story import Report, is_near
from dateline.fixed import replace
from dateline.records.article import Sentence
from dateline.records.event import Event
from dateline.records.span import Span

Found = Mapping[str, Sequence[Span]]
"""The cues in a text by the names of their contexts."""


class Contexts:
    """Finds the contexts of the events of an article by the settings of a codebook; `order` is that of its contexts."""

    def __init__(self, order: Iterable[str], settings: Mapping[str, Setting], names: Sequence[str] = ()) -> None:
        self._order = tuple(order)
        self._settings = settings
        self._cues = Cues({**{name: s.cues for name, s in settings.items()}, "": names})
        self._without_words = {n for n, s in settings.items() if s.acts or s.parties or s.states}
        self._stories = {n: s for n, s in settings.items() if s.story}
        self._after = {n: s.after for n, s in settings.items() if s.after}

    def set_in(self, text: str, sentences: Sequence[Sentence], events: Sequence[Event]) -> tuple[Event, ...]:
        """The events with their contexts, in the codebook's order, besides those that they have.

        An event that is told more than once has in each passage what surely holds in one of them.
        """
        if not events:
            return ()
        found = self._found(text)
        acts = [Act.of(e) for e in events]
        spans = [e.trigger.span for e in events]
        told = {s: cues_in(s, found) for s in {e.evidence.span for e in events}}
        ties = [self._ties(act, told[act.event.evidence.span], spans, text) for act in acts]
        sure: dict[str, set[str]] = {}
        for event, tied in zip(events, ties, strict=True):
            sure.setdefault(event.story_event, set()).update(n for n, is_sure in tied.items() if is_sure)
        shared = {story: {n for n in names if self._settings[n].shared} for story, names in sure.items()}
        known = [{*e.contexts, *t, *shared[e.story_event]} for e, t in zip(events, ties, strict=True)]
        self._add_story(known, acts, found, Report(sentences, events))
        held = [self._listed(names) for names in known]
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

    def _ties(self, act: Act, here: Found, spans: Sequence[Span], text: str) -> dict[str, bool]:
        """The contexts that hold for an act in its own sentence, each with whether it is sure; `here` are its cues."""
        out = {}
        for name in self._without_words | here.keys():
            tie = _tie(self._settings[name], act, here.get(name, ()), spans, text)
            if tie is not None:
                out[name] = tie
        return out

    def _add_story(self, known: Sequence[set[str]], acts: Sequence[Act], found: Found, report: Report) -> None:
        """Add what the report is about to the contexts of those acts that are of its story."""
        for name, setting in self._stories.items():
            share, holding = report.about(found.get(name, ()), [k for k, names in enumerate(known) if name in names])
            told = [kinds for least, kinds in setting.story if least <= share]
            for names, act, place in zip(known, acts, report.places, strict=True):
                if name in names or not any(not kinds or not act.kinds.isdisjoint(kinds) for kinds in told):
                    continue
                if is_near(place, holding) and not is_barred(setting, act):
                    names.add(name)

    def _listed(self, known: Set[str]) -> tuple[str, ...]:
        """Contexts in the codebook's order, without those for which others leave no room."""
        return tuple(n for n in self._order if n in known and not self._after.get(n, frozenset()) & known)


def _tie(setting: Setting, act: Act, cues: Sequence[Span], spans: Sequence[Span], text: str) -> bool | None:
    """True where a setting surely holds for an act, False where it likely does, None where it does not."""
    if is_barred(setting, act):
        return None
    if is_enough(setting, act):
        return True
    if not cues:
        return None
    own = is_own(setting, act)
    reaches = {reach(act.event, cue, own, spans, text) for cue in cues}
    return True if True in reaches else False if False in reaches else None
