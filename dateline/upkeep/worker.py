"""The work itself: an article or a decision at a time, its links, the incidents it touches, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from dateline.merge import linking
from dateline.merge.history import Cause, changes
from dateline.merge.incident import incident, moved
from dateline.records.addition import Addition, ArticleWithdrawal
from dateline.records.article import Article
from dateline.records.edit import Edit
from dateline.records.incident import Incident
from dateline.records.stored import StoredEvent, Touched
from dateline.resolve.countries import names_by_code
from dateline.store.session import Session
from dateline.upkeep import causes, copying
from dateline.upkeep.known import StoreKnown
from dateline.upkeep.memo import Memo


class Worker:
    """Looks at what was touched. It remembers what it compared, and knows nothing that the store does not."""

    def __init__(self) -> None:
        self._memo = Memo()
        self._countries = names_by_code()

    def look(self, session: Session, touched: Sequence[Touched]) -> None:
        """Link what is new and write the incidents that change, in the order in which it was touched."""
        work = _Work(session, self._memo, self._countries)
        for cause, some in groupby(touched, key=lambda t: t.cause):
            found = list(some)
            articles = list(dict.fromkeys(t.id for t in found if t.kind == "article"))
            for id_ in articles:
                work.article(id_, cause)
            if passages := [t.id for t in found if t.kind == "passage"]:
                work.decision(cause, passages)


class _Work:
    """One transaction."""

    def __init__(self, session: Session, memo: Memo, countries: Mapping[str, str]) -> None:
        self.session = session
        self.memo = memo
        self.countries = countries
        self.known = StoreKnown(session, memo)

    def article(self, id_: str, cause: str) -> None:
        """An article was coded, for the first time or again, or withdrawn, or brought back."""
        found = self.session.marks.articles([id_])
        if not found:
            return
        others: list[str] = []
        if self.session.withdrawn(id_):
            others = copying.unmark(self.session, self.memo, found[0])
        elif not self.session.marks.topics([id_]):
            others = copying.mark(self.session, self.memo, found[0])[1:]
        dirty = self._link(id_)
        dirty |= {p for some in self.session.passages_of(others).values() for p in some}
        self._regroup(dirty, self._behind(found[0], cause))

    def _behind(self, article: Article, cause: str) -> Cause:
        """That people withdrew an article or brought it back, else the article itself."""
        made = self.session.decision(cause) if cause != article.id else None
        if isinstance(made, ArticleWithdrawal):
            return causes.of_withdrawal(made, article, self.session.now)
        return causes.of_article(article, self.session.now)

    def decision(self, id_: str, passages: Sequence[str]) -> None:
        """People decided about passages, or took it back."""
        made = self.session.decision(id_)
        dirty = set(passages)
        if isinstance(made, Edit | Addition):
            for article in self.session.articles_of(passages):
                dirty |= self._link(article)
        if made is not None:
            self._regroup(dirty, causes.of_decision(made, self.session.now))

    def _link(self, article: str) -> set[str]:
        """Link the stories of an article anew; its passages, and those that links led to and lead to."""
        ever = self.session.passages_of([article])[article]
        stories = list(self.known.stories(ever))
        none: dict[str, Collection[int]] = {p: () for p in ever}
        self.session.put_keys(none | {s.id: self.memo.blocks(s) for s in stories})
        found = linking.links(stories, self.known, keys_of=self.memo.blocks, weigh=self.memo.weigh)
        before = self.session.links(ever)
        ends = {(one.left, one.right) for one in found}
        gone = [one for one in before if (one.left, one.right) not in ends]
        self.session.put_links(found, gone)
        return {*ever, *(end for one in gone for end in (one.left, one.right))}

    def _regroup(self, touched: Collection[str], cause: Cause) -> None:
        """Write the incidents that the touched passages are in, were in, or lead to by links and judgements."""
        asked = set(touched)
        while True:
            groups = linking.regroup(sorted(asked), self.known, weigh=self.memo.weigh)
            reached = asked | {p for group in groups for p in group}
            before = self.session.incidents_of(sorted(reached))
            more = {p for one in before for p in one.events} - reached
            if not more:
                break
            asked |= more
        self._write(groups, before, set(touched), cause)

    def _write(
        self, groups: Sequence[tuple[str, ...]], before: Sequence[Incident], dirty: Collection[str], cause: Cause
    ) -> None:
        """Write the incidents of the groups around what changed; those whose passages are as before stay."""
        held = {frozenset(one.events): one for one in before}
        keep = [held[k] for group in groups if (k := frozenset(group)) in held and k.isdisjoint(dirty)]
        kept = {frozenset(one.events) for one in keep}
        telling, origin_of = self._telling([group for group in groups if frozenset(group) not in kept])
        made = [incident(told, origin_of, countries=self.countries) for told in telling]
        now = [*keep, *made]
        ended = moved({one.id: one.events for one in before}, now)
        if edits := self.session.set_over({one.id for one in now}, ended):
            made = [
                incident(told, origin_of, edits.get(one.id, ()), countries=self.countries)
                for told, one in zip(telling, made, strict=True)
            ]
            now = [*keep, *made]
        old = {one.id: one for one in before}
        new = [one for one in made if one != old.get(one.id)]
        if new or ended:
            self.session.put_incidents(new, ended, changes(before, now, ended, cause))

    def _telling(self, groups: Sequence[tuple[str, ...]]) -> tuple[list[list[StoredEvent]], dict[str, str]]:
        """The passages of each group, and the origins of their articles."""
        told = {s.passage: s for s in self.session.passages([p for group in groups for p in group])}
        origin_of = self.session.origin_of(sorted({s.article.id for s in told.values()}))
        return [[told[p] for p in group] for group in groups], origin_of
