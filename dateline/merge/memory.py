"""Stories, links and judgements in memory: for a folder that is coded without a store, and for tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.merge import block
from dateline.merge.linking import links, regroup
from dateline.merge.profile import Profile
from dateline.records.incident import Link
from dateline.records.judgement import Judgement


class Memory:
    """Keeps what `linking.Known` promises."""

    def __init__(self) -> None:
        self._stories: dict[str, Profile] = {}
        self._of: dict[str, str] = {}
        self._by_key: dict[int, list[str]] = {}
        self._links: dict[str, list[Link]] = {}
        self._judgements: list[Judgement] = []

    def add(self, new: Collection[Profile]) -> tuple[tuple[str, ...], ...]:
        """Take in new stories; the incidents they touch, as groups of passages."""
        self.keep(new)
        return regroup([story.id for story in new], self)

    def keep(self, new: Collection[Profile]) -> None:
        """Take in new stories with their links; known stories change nothing."""
        new = [story for story in new if story.id not in self._stories]
        for one in links(new, self):
            for end in (one.left, one.right):
                self._links.setdefault(end, []).append(one)
        for story in new:
            self._stories[story.id] = story
            self._of |= dict.fromkeys(story.passages, story.id)
            for key in block.keys(story):
                self._by_key.setdefault(key, []).append(story.id)

    def judge(self, judgement: Judgement) -> tuple[tuple[str, ...], ...]:
        """Take in a judgement, or its withdrawal; the incidents it touches."""
        before = [j for j in self._judgements if j.id == judgement.id]
        self._judgements = [j for j in self._judgements if j.id != judgement.id]
        if judgement.withdrawn is None:
            self._judgements.append(judgement)
        touched = {p for j in (judgement, *before) for p in (j.left, j.right)}
        return regroup(sorted(touched), self)

    def incidents(self) -> tuple[tuple[str, ...], ...]:
        """All incidents as groups of passages."""
        found: set[tuple[str, ...]] = set()
        seen: set[str] = set()
        for passage in sorted(self._of):
            if passage not in seen:
                new = regroup([passage], self)
                found |= set(new)
                seen |= {p for group in new for p in group}
        return tuple(sorted(found))

    def near(self, keys: Collection[int]) -> Iterable[Profile]:
        """The stories that have at least one of the keys, by id."""
        found = {story for key in keys for story in self._by_key.get(key, ())}
        return [self._stories[s] for s in sorted(found)]

    def stories(self, passages: Collection[str]) -> Iterable[Profile]:
        """The stories that hold one of the passages, by id."""
        return [self._stories[s] for s in sorted({self._of[p] for p in passages if p in self._of})]

    def links(self, stories: Collection[str]) -> Iterable[Link]:
        """The links that touch one of the stories."""
        return [one for s in sorted(stories) for one in self._links.get(s, ())]

    def judgements(self, passages: Collection[str]) -> Iterable[Judgement]:
        """The judgements that touch one of the passages."""
        some = set(passages)
        return [j for j in self._judgements if j.left in some or j.right in some]
