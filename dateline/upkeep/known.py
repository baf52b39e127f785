"""A store as `merge.linking` asks it: stories by their keys and passages, links and judgements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dateline.merge.profile import Profile, story
from dateline.records.incident import Link
from dateline.records.judgement import Judgement
from dateline.records.stored import StoredEvent
from dateline.store.session import Session, Told
from dateline.upkeep.memo import Memo


class StoreKnown:
    """Keeps what `linking.Known` promises, in one transaction."""

    def __init__(self, session: Session, memo: Memo) -> None:
        self._session = session
        self._memo = memo

    def near(self, keys: Collection[int]) -> Iterable[Profile]:
        """The stories that have at least one of the keys."""
        return self.stories(self._session.stories_with(keys))

    def stories(self, passages: Collection[str]) -> Iterable[Profile]:
        """The stories that hold one of the passages, by id."""
        told = self._session.stories(passages)
        held = {one: found for one in told if (found := self._memo.profiles.get(one)) is not None}
        held |= self._profiles([one for one in told if one not in held])
        return sorted(held.values(), key=lambda p: p.id)

    def links(self, stories: Collection[str]) -> Iterable[Link]:
        """The links that touch one of the stories."""
        return self._session.links(sorted(stories))

    def judgements(self, passages: Collection[str]) -> Iterable[Judgement]:
        """The judgements that touch one of the passages and are not withdrawn."""
        return self._session.judgements(passages)

    def _profiles(self, told: Sequence[Told]) -> dict[Told, Profile]:
        """The profiles of stories, made from their events and the topics of their articles.

        Stories of articles that were not looked at yet are left out: they come when it is their turn.
        """
        flat = [key for one in told for key, _ in one]
        events = dict(zip(flat, self._session.by_keys(flat), strict=True))
        about = self._session.marks.topics(sorted({e.article.id for e in events.values()}))
        out = {}
        for one in told:
            some = sorted((events[key] for key, _ in one), key=_order)
            article = some[0].article
            if article.id in about:
                profile = story([(s.passage, s.event) for s in some], article, about[article.id])
                out[one] = self._memo.profiles.put(one, profile)
        return out


def _order(stored: StoredEvent) -> tuple[int, int, str]:
    span = stored.event.trigger.span
    return (span.start, span.end, stored.passage)
