"""A new article among the copies that a store knows: what hangs on what, and whose origin changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.merge.copies import Fingerprint, Overlap, hanging, overlap, share, window
from dateline.merge.profile import topic
from dateline.records.article import Article
from dateline.records.incident import Copy, Origin
from dateline.store.marks import Hanging
from dateline.store.session import Session
from dateline.upkeep.memo import Memo

Order = tuple[str, str]


def mark(session: Session, memo: Memo, article: Article) -> list[str]:
    """Mark a new article and put it among its copies; the articles whose origin is another now, itself first."""
    one = memo.printed(article)
    found = _found(session, memo, one)
    session.marks.put(article.id, topic(article), one.agency, one.keys)
    moved = _hang(session, found)
    left = session.origin_of(moved).values()
    trees = {_top(session, id_) for id_ in {article.id, *moved, *left}}
    changed: list[str] = []
    for top in sorted(trees):
        changed += _put_tree(session, memo, top)
    return [article.id, *sorted(set(changed) - {article.id})]


def unmark(session: Session, memo: Memo, article: Article) -> list[str]:
    """Take an article out from among its copies, as if it had never come; the articles whose origin is another now."""
    if not session.marks.topics([article.id]):
        return []
    tops = {_top(session, article.id)} - {article.id}
    left = sorted(h.article for h in session.marks.hung([article.id]))
    session.marks.remove(article.id)
    session.end_origin(article.id)
    moved: list[str] = []
    for one in _prints(session, memo, left):
        moved += _hang(session, _found(session, memo, one))
    tops |= {_top(session, id_) for id_ in {*left, *moved}}
    return sorted({id_ for top in sorted(tops) for id_ in _put_tree(session, memo, top)})


def _found(session: Session, memo: Memo, one: Fingerprint) -> list[Overlap]:
    """The overlaps of an article with all that are marked."""
    near = [id_ for id_ in session.marks.sharing(one.keys, window(one)) if id_ != one.article]
    return [o for o in (overlap(one, two) for two in _prints(session, memo, near)) if o is not None]


def _hang(session: Session, found: Iterable[Overlap]) -> list[str]:
    """Hang articles on what shares most with them, of what is known and what was found; those that hang anew."""
    new = list(found)
    held = session.marks.hanging(sorted({o.later for o in new}))
    known = [Overlap(h.article, h.earlier, h.share, h.basis) for h in held.values()]
    order = _orders(session, {id_ for o in (*new, *known) for id_ in (o.later, o.earlier)})
    best = hanging(order, [*new, *known])
    fresh = [o for id_, o in sorted(best.items()) if id_ not in held or held[id_].earlier != o.earlier]
    session.marks.hang(Hanging(o.later, o.earlier, o.share, o.basis) for o in fresh)
    return [o.later for o in fresh]


def _put_tree(session: Session, memo: Memo, top: str) -> list[str]:
    """Write the origin at the top of a tree with all its copies; the articles that had another origin."""
    hung = _below(session, top)
    stubs = session.marks.stubs([top, *hung])
    order = {id_: (published or "9999", id_) for id_, (published, _) in stubs.items()}
    members = sorted(hung, key=lambda id_: order[id_])
    known = {c.article: c for o in session.origins([top]) if o.id == top for c in o.copies}
    copies = [_copy(session, memo, hung[id_], top, known.get(id_)) for id_ in members]
    agency = next((a for _, a in (stubs[id_] for id_ in (top, *members)) if a), None)
    before = session.origin_of([top, *members])
    session.put_origins([Origin(top, (Copy(top, 1.0, "itself"), *copies), agency)])
    return [id_ for id_ in (top, *members) if before.get(id_) != top]


def _copy(session: Session, memo: Memo, hung: Hanging, top: str, known: Copy | None) -> Copy:
    """An article as a copy of the origin; what is known of it is not reckoned again."""
    if hung.earlier == top:
        return Copy(hung.article, hung.share, hung.basis)
    if known is not None and known.basis == hung.basis:
        return known
    prints = {p.article: p for p in _prints(session, memo, [hung.article, top])}
    return Copy(hung.article, share(prints[hung.article].runs, prints[top].runs), hung.basis)


def _top(session: Session, article: str) -> str:
    while (found := session.marks.hanging([article]).get(article)) is not None:
        article = found.earlier
    return article


def _below(session: Session, top: str) -> dict[str, Hanging]:
    """All that hangs on an article, also by others."""
    out: dict[str, Hanging] = {}
    edge = [top]
    while edge:
        some = {h.article: h for h in session.marks.hung(edge)}
        out |= some
        edge = sorted(some)
    return out


def _orders(session: Session, ids: Iterable[str]) -> Mapping[str, Order]:
    stubs = session.marks.stubs(sorted(ids))
    return {id_: (published or "9999", id_) for id_, (published, _) in stubs.items()}


def _prints(session: Session, memo: Memo, ids: Iterable[str]) -> list[Fingerprint]:
    wanted = list(ids)
    held = {id_: found for id_ in wanted if (found := memo.print_(id_)) is not None}
    held |= {a.id: memo.printed(a) for a in session.marks.articles([id_ for id_ in wanted if id_ not in held])}
    return [held[id_] for id_ in wanted]
