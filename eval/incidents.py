"""Incidents across articles against happenings that were annotated by reading: `python -m eval.incidents`.

The gold (eval/gold/incidents.jsonl, offsets only) holds 199 story clusters: the openings of 476 articles, each mention
that a reader saw as an event with the happening it tells of, null where no other mention tells of it, "?" where the
reader could not say. A happening bears the name of the story where it was first seen; other stories may tell of it too.
Lines with "part_of" name happenings of which one is part of another: pairs of those count neither way. Dateline codes
the whole articles, all are merged together, and pairs of coded events whose triggers overlap judged mentions are
counted. Weights were fitted on 162 clusters, together with groups of other articles; the 37 whose names begin with
"n" are held out. Of these the words judged are those that Dateline looks at (confidence of 0.12 and more), so what it
never saw is not asked for there. Read by a language model, not by people.

`--cross` weighs the clusters that are fitted on by five-fold cross-validation, with bootstrap intervals over clusters.
`--fit` prints weights that are fitted anew, `--fit --write` puts them into dateline/merge/data, `--errors N` shows
pairs that went wrong, `--cache FILE` keeps the coded articles between runs (take another file for another model).
`--evened N` evens decisions that a hair tips over N draws of chance (see `eval.evened`): settings are compared by that.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from dateline.merge import score
from dateline.merge.folder import merge
from dateline.merge.profile import stories, topic
from dateline.records.coded import Coded
from eval.corpora import Corpora
from eval.evened import Evened, between
from eval.happenings import FIT, HELD_OUT, READ, UNSURE, Gold, Judged, articles, judged, part
from eval.incident_fit import (
    FILE,
    Pairs,
    as_shipped,
    bounds,
    chosen,
    compared,
    curve,
    fitted,
    put,
    put_measures,
    rates,
    table,
    written,
)
from eval.pairs import counts, told

ENOUGH = 0.55
"""Recall below which more caution is not looked at."""


def measured(coded: Sequence[Coded], gold: Gold, wanted: str) -> dict[str, list[tuple[int, int, int]]]:
    """Counts of pairs by story of one part: between articles, within them, and end to end.

    The first two are pairs of events that both the gold and the coder hold. "end to end" are pairs of all mentions of
    the gold between articles: one that the coder does not hold is with no other.
    """
    incident_of = {p: i.id for i in merge(coded).incidents for p in i.events}
    mine = [j for j in judged(coded, gold) if part(j.story) == wanted]
    found = {j.story: {"between articles": [0, 0, 0], "within articles": [0, 0, 0]} for j in mine}
    held = {p for some in _together(incident_of[j.event.id] for j in mine) for p in combinations(some, 2)}
    due = {p for some in _together(j.happening or n for n, j in enumerate(mine)) for p in combinations(some, 2)}
    for pair in held | due:
        one, two = mine[pair[0]], mine[pair[1]]
        together = pair in held
        verdict = gold.same(one.happening, two.happening)
        if verdict is not None:
            name = "within articles" if one.article == two.article else "between articles"
            sums = found[min(one.story, two.story)][name]
            sums[0] += together and verdict
            sums[1] += together
            sums[2] += verdict
    out: dict[str, list[tuple[int, int, int]]] = {"between articles": [], "within articles": [], "end to end": []}
    for story, of_story in sorted(found.items()):
        for name, (right, joined, belong) in of_story.items():
            out[name].append((right, joined, belong))
        out["end to end"].append(whole([c for c in coded if gold.story[c.article.id] == story], gold, incident_of))
    return out


def _together(names: Iterable[Hashable]) -> list[list[int]]:
    """The numbers of those that bear one name."""
    out: dict[Hashable, list[int]] = {}
    for n, name in enumerate(names):
        out.setdefault(name, []).append(n)
    return list(out.values())


def whole(coded: Sequence[Coded], gold: Gold, incident_of: Mapping[str, str]) -> tuple[int, int, int]:
    """Pairs of all mentions of the gold between the articles of one story: rightly together, together, belonging."""
    told = [
        (one.article.id, happening, _incident(one, start, end, incident_of))
        for one in coded
        for start, end, happening in gold.mentions[one.article.id]
        if happening is not None and happening != UNSURE
    ]
    return counts(
        [group if group is not None else f"none {n}" for n, (_, _, group) in enumerate(told)],
        lambda i, j: gold.same(told[i][1], told[j][1]),
        lambda i, j: told[i][0] != told[j][0],
    )


def _incident(one: Coded, start: int, end: int, incident_of: Mapping[str, str]) -> str | None:
    """The incident of the coded event whose trigger meets a mention."""
    met = (e for e in one.events if e.trigger.span.start < end and start < e.trigger.span.end)
    return next((incident_of[e.id] for e in met), None)


def coded_articles(corpora: Corpora, gold: Gold, cache: Path | None) -> list[Coded]:
    """The articles of the gold as Dateline codes them; with `cache` they are kept there between runs."""
    if cache and cache.exists():
        return list(pickle.loads(cache.read_bytes()))
    found = list(corpora.code(articles(corpora, gold.story)))
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Print the figures, fitted weights, or pairs that went wrong in the clusters that were fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--model", type=Path, help="folder of another model")
    parser.add_argument("--fit", action="store_true", help="print weights fitted on what is not held out")
    parser.add_argument("--write", action="store_true", help="with --fit: put them into dateline/merge/data")
    parser.add_argument("--cross", action="store_true", help="five-fold cross-validation over the same clusters")
    parser.add_argument("--evened", type=int, default=0, help="figures between articles over so many draws of chance")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong pairs of either kind")
    parser.add_argument("--cache", type=Path, help="file that keeps the coded articles between runs")
    args = parser.parse_args()
    gold = Gold.load()
    coded = coded_articles(Corpora(args.corpora, model=args.model), gold, args.cache)
    if args.fit or args.cross:
        more = Gold.load(READ).strictly()
        cache = args.cache and args.cache.with_suffix(".read.pkl")
        read = compared(coded_articles(Corpora(args.corpora, model=args.model), more, cache), more, judged=True)
        if args.fit:
            fitted_anew(coded, gold, read, write=args.write)
        else:
            crossed(coded, gold, read)
        return
    if args.evened:
        even(coded, gold, args.evened)
        return
    for wanted in (FIT, HELD_OUT):
        for name, found in measured(coded, gold, wanted).items():
            right, together, belong = map(sum, zip(*found, strict=True))
            print(told(f"{wanted}, {name}", (right, together, belong)))
    if args.errors:
        wrong(coded, gold, args.errors)


def even(coded: Sequence[Coded], gold: Gold, draws: int) -> None:
    """Print pairs between articles of both parts and of all clusters, summed over some draws of chance."""
    linked, mine = Evened(coded), judged(coded, gold)
    parts = {wanted: [j for j in mine if part(j.story) == wanted] for wanted in (FIT, HELD_OUT)}
    found: dict[str, list[tuple[int, int, int]]] = {wanted: [] for wanted in parts}
    for draw in range(draws):
        incident_of = linked.incidents(draw)
        for wanted, some in parts.items():
            found[wanted].append(between(some, gold, [incident_of[j.event.id] for j in some]))
    for wanted, pairs in (*found.items(), ("all", [one for some in found.values() for one in some])):
        right, together, belong = map(sum, zip(*pairs, strict=True))
        print(told(f"{wanted}, between articles, evened over {draws} draws", (right, together, belong)))


def fitted_anew(coded: Sequence[Coded], gold: Gold, read: Pairs, *, write: bool) -> None:
    """Fit weights on what is not held out and on what was read besides, print how they fare there by
    cross-validation, and print them or write them.
    """
    table_of = compared(coded, gold, FIT)
    known = table_of.judged() + read
    points = []
    for caution, pairs in curve(table_of, known, gold, coded):
        points.append((caution, pairs))
        print("caution {:.3f}: precision {:.1%}, recall {:.1%}".format(caution, *rates(pairs.values())), flush=True)
    found = fitted(known, set(known.stories))
    found["between"][1][-1] -= chosen(points)
    weights, measures = as_shipped(found, known)
    if write:
        put(weights, FILE)
        put_measures(measures, FILE.parent / "senses.npz")
    else:
        print(written({name: table(names, value) for name, (names, value) in weights.items()}))


def crossed(coded: Sequence[Coded], gold: Gold, read: Pairs) -> None:
    """Print pairs between articles by weights fitted without them, at rising caution."""
    table_of = compared(coded, gold, FIT)
    for caution, by_cluster in curve(table_of, table_of.judged() + read, gold, coded, precise=1.0):
        pairs = list(by_cluster.values())
        (p, r), (of_p, of_r) = rates(pairs), bounds(pairs)
        print(
            f"caution {caution:.3f}: precision {p:.1%} ({of_p[0]:.1%} to {of_p[1]:.1%}), "
            f"recall {r:.1%} ({of_r[0]:.1%} to {of_r[1]:.1%}), {sum(b for _, _, b in pairs)} pairs",
            flush=True,
        )
        if r < ENOUGH:
            return


def wrong(coded: Sequence[Coded], gold: Gold, number: int) -> None:
    """Print pairs between articles that are wrongly together, and wrongly apart, with the reasons."""
    incident_of = {p: i.id for i in merge(coded).incidents for p in i.events}
    mine = [j for j in judged(coded, gold) if part(j.story) == FIT]
    told_in = (stories([(e.id, e) for e in c.events], c.article, topic(c.article)) for c in coded)
    profile_of = {p: story for some in told_in for story in some for p in story.passages}
    kinds: dict[bool, list[tuple[Judged, Judged]]] = {True: [], False: []}
    for one, two in combinations(mine, 2):
        verdict = gold.same(one.happening, two.happening)
        held = incident_of[one.event.id] == incident_of[two.event.id]
        if one.article != two.article and verdict is not None and verdict != held:
            kinds[held].append((one, two))
    for held, pairs in kinds.items():
        print(f"== wrongly {'together' if held else 'apart'}: {len(pairs)}")
        for one, two in random.Random(3).sample(pairs, min(number, len(pairs))):
            link = score.link(profile_of[one.event.id], profile_of[two.event.id])
            print(f"-- {one.story} / {two.story}: {link.score}")
            for j in (one, two):
                print(f"   {j.event.type} {j.event.trigger.text!r}: {j.event.evidence.text[:160]!r}")
            print("   " + "; ".join(link.reasons))


if __name__ == "__main__":
    main()
