"""New stories into what is known: links to their neighbours, and the incidents that change.

`Known` is what linking needs of a store. Incidents are a pure function of the stories and the live judgements: what is
recomputed is the neighbourhood that links and judgements reach from the touched passages, whatever the store holds
besides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import combinations
from typing import Protocol

from dateline.merge import block, fragments
from dateline.merge.cluster import NOT_COMPARED, Pair, groups
from dateline.merge.profile import Profile
from dateline.merge.score import link, log_odds
from dateline.merge.within import hopeful
from dateline.records.incident import Link
from dateline.records.judgement import Judgement
from dateline.records.odds import logit

SAME = 0.5
"""Score from which a link says the same happening."""
FITTING = 0.2
"""Log-odds that the other stories of an incident have to come to with each: one that joined when the incident was small
leaves it where it fits ill with what it became.
"""
LEAST = -0.001
"""Log-odds under which no score is rounded up to that."""
MANY = 100
"""Stories of an article from which its pairs are told apart together: of fewer that costs more than it spares."""


class Known(Protocol):
    """What linking asks of a store. A story goes by the id of its first passage."""

    def near(self, keys: Collection[int]) -> Iterable[Profile]:
        """The stories that have at least one of the keys (see `block`)."""

    def stories(self, passages: Collection[str]) -> Iterable[Profile]:
        """The stories that hold one of the passages."""

    def links(self, stories: Collection[str]) -> Iterable[Link]:
        """The links of one happening (score 0.5 and up) that touch one of the stories."""

    def judgements(self, passages: Collection[str]) -> Iterable[Judgement]:
        """The judgements that touch one of the passages and are not withdrawn."""


def links(
    new: Iterable[Profile],
    known: Known,
    *,
    keys_of: Callable[[Profile], Collection[int]] = block.keys,
    weigh: Callable[[Profile, Profile], float] = log_odds,
) -> tuple[Link, ...]:
    """The links of one happening between new stories, and between them and the known ones.

    `keys_of` and `weigh` may remember what `block.keys` and `score.log_odds` say.
    """
    fresh = {p.id: p for p in new}
    keys = {id_: keys_of(p) for id_, p in fresh.items()}
    met = {p.id: p for p in known.near(sorted(set().union(*keys.values())))} if keys else {}
    pool = met | fresh
    pairs = _meeting(fresh, pool, {id_: keys.get(id_) or keys_of(profile) for id_, profile in pool.items()})
    likely = ((one, two) for one, two in sorted(pairs) if weigh(pool[one], pool[two]) > LEAST)
    found = (link(pool[one], pool[two]) for one, two in likely)
    return tuple(one for one in found if one.score >= SAME)


def _meeting(
    fresh: Mapping[str, Profile], pool: Mapping[str, Profile], keys: Mapping[str, Collection[int]]
) -> set[Pair]:
    """The pairs of a new story and another that share a key, without those of a long article that are in no link."""
    articles: dict[str, list[str]] = {}
    for id_, profile in sorted(fresh.items()):
        articles.setdefault(profile.article, []).append(id_)
    long = {article: ids for article, ids in articles.items() if len(ids) >= MANY}
    met: dict[int, dict[str, list[str]]] = {}
    for id_, profile in pool.items():
        part = profile.article if profile.article in long else ""
        for key in keys[id_]:
            met.setdefault(key, {}).setdefault(part, []).append(id_)
    pairs = {
        _pair(id_, other)
        for id_, profile in fresh.items()
        for key in keys[id_]
        for part, others in met[key].items()
        if not part or part != profile.article
        for other in others
        if other != id_
    }
    for ids in long.values():
        some = ((ids[i], ids[j]) for i, j in hopeful([fresh[id_] for id_ in ids]))
        pairs |= {(one, two) for one, two in some if not set(keys[one]).isdisjoint(keys[two])}
    return pairs


def regroup(
    touched: Collection[str], known: Known, *, weigh: Callable[[Profile, Profile], float] = log_odds
) -> tuple[tuple[str, ...], ...]:
    """The groups of passages in the neighbourhood of the touched ones, each one incident, in the order of their ids.

    A judgement that two passages of one story differ takes the later one out of the story. `weigh` may remember what
    `score.log_odds` says.
    """
    reached = _reach(touched, known)
    same, different = _verdicts(known.judgements([p for story in reached.values() for p in story.passages]))
    found = known.links(sorted(reached))
    made: list[tuple[str, ...]] = []
    for piece in _pieces(reached, found, same):
        units = _units(piece.values(), different)
        of = {p: unit for unit, members in units.items() for p in members}
        odds = {(x.left, x.right): logit(x.score) for x in found if x.left in piece and x.right in piece}
        held = [[(of[a], of[b]) for a, b in some if a in of and b in of] for some in (same, different)]
        others = partial(_odds, piece, weigh)
        say = {u: piece[u].say for u in units if u in piece}
        whole = groups(units, odds, others=others, say=say, least=FITTING, same=held[0], different=held[1])
        joined = fragments.joined(whole, piece, odds, others, {u for pairs in held for pair in pairs for u in pair})
        made += [tuple(sorted(p for unit in group for p in units[unit])) for group in joined]
    return tuple(sorted(made))


def _pieces(stories: Mapping[str, Profile], found: Iterable[Link], same: Iterable[Pair]) -> list[dict[str, Profile]]:
    """The stories in pieces that no link and no "same" joins: what stands apart is grouped apart."""
    of = {p: id_ for id_, story in stories.items() for p in story.passages}
    edges: dict[str, set[str]] = {id_: set() for id_ in stories}
    for one, two in (*((x.left, x.right) for x in found), *same):
        if one in of and two in of:
            edges[of[one]].add(of[two])
            edges[of[two]].add(of[one])
    out: list[dict[str, Profile]] = []
    waiting = dict.fromkeys(sorted(stories))
    while waiting:
        piece: dict[str, Profile] = {}
        edge = {next(iter(waiting))}
        while edge:
            piece |= {id_: stories[id_] for id_ in edge}
            edge = {near for id_ in edge for near in edges[id_]} - piece.keys()
        out.append(piece)
        waiting = {id_: None for id_ in waiting if id_ not in piece}
    return out


def _reach(touched: Collection[str], known: Known) -> dict[str, Profile]:
    """All stories that links of one happening, or judgements, reach from the touched passages."""
    reached: dict[str, Profile] = {}
    edge = {p.id: p for p in known.stories(touched)}
    while edge:
        reached |= edge
        passages = [p for story in edge.values() for p in story.passages]
        following = {p for one in known.links(sorted(edge)) for p in (one.left, one.right)}
        following |= {p for j in known.judgements(passages) for p in (j.left, j.right)}
        edge = {p.id: p for p in known.stories(sorted(following)) if p.id not in reached}
    return reached


def _units(stories: Iterable[Profile], different: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """The stories as their passages, without those that people took out, which stand by themselves."""
    apart = set(different)
    out: dict[str, tuple[str, ...]] = {}
    for story in stories:
        leaves = {two for one, two in combinations(story.passages, 2) if _pair(one, two) in apart}
        out[story.id] = tuple(p for p in story.passages if p not in leaves)
        out |= {p: (p,) for p in leaves}
    return out


def _odds(piece: Mapping[str, Profile], weigh: Callable[[Profile, Profile], float], one: str, two: str) -> float:
    """The log-odds of two stories that no link joins; passages that people took out of theirs are not compared."""
    return weigh(piece[one], piece[two]) if one in piece and two in piece else NOT_COMPARED


def _verdicts(judgements: Iterable[Judgement]) -> tuple[list[Pair], list[Pair]]:
    """The pairs held to be the same and those held to be different, each by the last judgement of the pair."""
    last = {_pair(j.left, j.right): j.verdict for j in sorted(judgements, key=lambda j: (j.at, j.id))}
    pairs = sorted(last.items())
    return [p for p, verdict in pairs if verdict == "same"], [p for p, verdict in pairs if verdict == "different"]


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)
