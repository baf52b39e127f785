"""What changed in incidents from one state to the next, in entries for their histories."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from dateline.fixed import fixed
from dateline.records.incident import Change, Incident, Shown

Kind = Literal["article", "added", "judged", "edited", "withdrawn", "restored"]


@fixed()
class Cause:
    """What is behind a change, by its id and told in words: an article that was coded, or what people decided.

    They add an event, judge, edit (or take one of these back), withdraw an article or bring it back (restored).
    """

    id: str
    kind: Kind
    words: str
    at: datetime


def changes(
    before: Sequence[Incident], now: Sequence[Incident], ended: Mapping[str, str | None], cause: Cause
) -> Iterator[Change]:
    """The entries that lead from the incidents before to those of now; `ended` says where ids went that are no more."""
    old = {one.id: one for one in before}
    whose = {passage: one.id for one in before for passage in one.events}
    went = {passage: one.id for one in now for passage in one.events}
    for one in now:
        if one == old.get(one.id):
            continue
        told = tuple(_of_one(one, old, whose, ended, cause))
        told += tuple(_lost(one, old, went, cause))
        if cause.kind not in ("article", "added") and told:
            yield Change(one.id, cause.at, cause.kind, cause.id, cause.words)
        yield from told
    for id_, target in sorted(ended.items()):
        words = f"merged into {target}" if target else _emptied(cause)
        yield Change(id_, cause.at, "merged" if target else "left", cause.id, words, "id", id_, target)


def _emptied(cause: Cause) -> str:
    """Why an incident is no more that went into no other; what people did is told, for it stands nowhere else."""
    return "no passage is left" if cause.kind == "article" else f"no passage is left: {cause.words}"


def _of_one(
    one: Incident, old: Mapping[str, Incident], whose: Mapping[str, str], ended: Mapping[str, str | None], cause: Cause
) -> Iterator[Change]:
    """What came to an incident, and what reads otherwise now."""
    merged = sorted(id_ for id_, target in ended.items() if target == one.id and id_ in old)
    base = old.get(one.id) or max((old[id_] for id_ in merged), key=lambda i: (len(i.events), i.id), default=None)
    if base is None:
        yield from _begun(one, whose, cause)
        return
    for id_ in merged:
        words = (
            f"{id_} was merged into it" if one.id in old else f"known as {id_} before: an earlier report tells of it"
        )
        yield Change(one.id, cause.at, "merged", cause.id, words, "id", id_, one.id)
    known = {p for id_ in {base.id, *merged} if id_ in old for p in old[id_].events}
    if new := [p for p in one.events if p not in known]:
        words = f"{_passages(len(new))} {'of' if cause.kind == 'article' else 'by'} {cause.words}"
        yield Change(one.id, cause.at, "joined", cause.id, words, "events", None, new)
    yield from _revised(base, one, cause)


def _begun(one: Incident, whose: Mapping[str, str], cause: Cause) -> Iterator[Change]:
    source = sorted({whose[p] for p in one.events if p in whose})
    words = f"split from {', '.join(source)}" if source else cause.words
    kind = "split" if source else "begun"
    yield Change(one.id, cause.at, kind, cause.id, words, "events", None, list(one.events))


def _lost(one: Incident, old: Mapping[str, Incident], went: Mapping[str, str], cause: Cause) -> Iterator[Change]:
    """The passages that are not in an incident any more, by where they are now."""
    before = old.get(one.id)
    gone = [p for p in before.events if p not in one.events] if before else []
    for target in sorted({went.get(p, "") for p in gone}):
        lost = [p for p in gone if went.get(p, "") == target]
        words = f"{_passages(len(lost))} went to {target}" if target else f"{_passages(len(lost))} no longer told"
        yield Change(one.id, cause.at, "split" if target else "left", cause.id, words, "events", lost, target or None)


def _revised(before: Incident, now: Incident, cause: Cause) -> Iterator[Change]:
    """The fields that read otherwise, in the order in which they are shown."""
    old = {s.field: s for s in before.shown if s.field != "summary"}
    new = {s.field: s for s in now.shown if s.field != "summary"}
    for field in dict.fromkeys((*new, *old)):
        first, then = old.get(field), new.get(field)
        if first is None or then is None or _said(first) != _said(then):
            kind = "edited" if cause.kind == "edited" else "status" if field == "status" else "revised"
            was, is_ = _told(first), _told(then)
            said = f"{field}: {value_words(was)} → {value_words(is_)}{_whose(then)}"
            yield Change(now.id, cause.at, kind, cause.id, said, field, was, is_)
        elif first.set_by != then.set_by:
            kind = "edited" if cause.kind == "edited" else "revised"
            said = f"{field}: {value_words(_told(then))} as before{_whose(then) or ', set by people no more'}"
            yield Change(now.id, cause.at, kind, cause.id, said, field)
        elif _hedged(first) and not _hedged(then):
            yield Change(now.id, cause.at, "hedge gone", cause.id, f"{field} is told without a hedge now", field)


def _said(shown: Shown) -> str:
    return json.dumps([shown.value, shown.low, shown.high, shown.together], sort_keys=True, ensure_ascii=False)


def _told(shown: Shown | None) -> Any:
    """The value, with its bounds where there are some that differ."""
    if shown is None:
        return None
    if shown.together:
        return list(shown.together)
    if shown.low is None or shown.low == shown.high:
        return shown.value
    return {"best": shown.value, "low": shown.low, "high": shown.high}


def _whose(shown: Shown | None) -> str:
    return f", set by {shown.set_by.by}" if shown is not None and shown.set_by is not None else ""


def value_words(value: Any) -> str:
    """A value for people, as short as it is told apart by."""
    if value is None or value == []:
        return "nothing"
    if isinstance(value, list | tuple):
        return "; ".join(map(value_words, value))
    if not isinstance(value, Mapping):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if "best" in value:
        best, bounds = value_words(value["best"]), f"{value['low']:g} to {value['high']:g}"
        return best if best == bounds else f"{best} ({bounds})"
    if "start" in value:
        days: Iterable[Any] = dict.fromkeys(d or "…" for d in (value["start"], value["end"]))
        return " to ".join(days)
    if "name" in value:
        return str(value["name"] or value.get("text"))
    low, high = value.get("min"), value.get("max")
    if low is None and high is None:
        return str(value.get("text"))
    if low is None or high is None:
        return f"at least {low}" if high is None else f"up to {high}"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _hedged(shown: Shown) -> bool:
    """True where every version of the value is hedged."""
    same = [v for v in shown.versions if v.value == shown.value]
    return bool(same) and all(v.hedge for v in same)


def _passages(number: int) -> str:
    return "a passage" if number == 1 else f"{number} passages"
