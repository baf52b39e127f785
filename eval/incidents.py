"""Incidents across articles against happenings that were annotated by reading: `python -m eval.incidents`.

The gold (eval/gold/incidents.jsonl, offsets only) holds 94 story clusters: the openings of 226 articles, each mention
that a reader saw as an event with the happening it tells of, null where no other mention tells of it, "?" where the
reader could not say. Lines with "part_of" name happenings of which one is part of another: pairs of those count neither
way. Dateline codes the whole articles, all are merged together, and pairs of coded events whose triggers overlap judged
mentions are counted. Weights were fitted on one half of the clusters (by the hash of the name); the other is held out.
Read by a language model, not by people.

`--fit` prints weights that are fitted anew, `--fit --write` puts them into dateline/merge/score.py, `--errors N` shows
pairs that went wrong, `--cache FILE` keeps the coded articles between runs (take another file for another model).
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from dateline.merge import score
from dateline.merge.folder import merge
from dateline.merge.profile import Profile, stories, topic
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from eval.corpora import ROOT, Corpora, rows
from eval.logistic import Floats, fit, signs, table, written
from eval.pairs import Verdict, counts, told

GOLD = ROOT / "eval" / "gold" / "incidents.jsonl"
CAUTION = {"WEIGHTS": 0.5, "WITHIN": 0.3}
"""How much lower than fitted the biases are: a wrong merger costs more than a missed one."""
UNSURE = "?"
FIT, HELD_OUT = "fitted on", "held out"
PRIORS = {
    "other type": -3.0,
    "other day": -4.5,
    "other days": -2.5,
    "other place": -2.5,
    "same place": 0.8,
    "same count": 0.6,
    "other count": -2.0,
}
"""Weights held near these: story clusters hold few look-alikes, such as two attacks of one week in one district."""
Mention = tuple[int, int, str | None]


@dataclass(frozen=True)
class Gold:
    """What was annotated: by article its story, how far it was read, its mentions; and which happenings are parts."""

    story: dict[str, str]
    read_to: dict[str, int]
    mentions: dict[str, list[Mention]]
    part_of: tuple[frozenset[str], ...]

    @classmethod
    def load(cls, path: Path = GOLD) -> Gold:
        """The gold of this repository."""
        lines = list(rows(path))
        articles = [r for r in lines if "article" in r]
        return cls(
            {r["article"]: r["story"] for r in articles},
            {r["article"]: r["read_to"] for r in articles},
            {r["article"]: [tuple(m) for m in r["mentions"]] for r in articles},
            tuple(frozenset(r["part_of"]) for r in lines if "part_of" in r),
        )

    def happening(self, article: str, event: Event) -> str | None:
        """The happening an event tells of, None where it is the only one to, "?" where the gold does not say."""
        span = event.trigger.span
        met = [m for m in self.mentions[article] if m[0] < span.end and span.start < m[1]]
        if not met or span.start >= self.read_to[article] or len({m[2] for m in met}) > 1:
            return UNSURE
        return met[0][2]

    def same(self, one: str | None, two: str | None) -> Verdict:
        """Whether two mentions tell of one happening; None where the gold does not say."""
        if UNSURE in (one, two):
            return None
        if one is None or two is None or one == two:
            return one is not None and one == two
        return None if any(one in parts and two in parts for parts in self.part_of) else False


@dataclass(frozen=True)
class Judged:
    """A coded event that the gold says something about."""

    article: str
    story: str
    happening: str | None
    event: Event


def half_of(story: str) -> str:
    """The half a story belongs to, by the hash of its name."""
    return (FIT, HELD_OUT)[hashlib.sha256(story.encode()).digest()[0] % 2]


def articles(corpora: Corpora, wanted: Iterable[str]) -> list[Article]:
    """The articles by id as the gold read them: the title is the first line."""
    ids = set(wanted)
    found = [r for r in rows(corpora.path("articles/en.jsonl.gz")) if r["id"] in ids]
    made = []
    for r in found:
        title, text = r["title"], r["text"]
        whole = text if not title or text.startswith(title) else f"{title}\n{text}"
        made.append(Article(r["id"], whole, title, r["published"], r["publisher"], r["url"]))
    return sorted(made, key=lambda a: a.id)


def judged(coded: Sequence[Coded], gold: Gold) -> list[Judged]:
    """The coded events that the gold says something about."""
    found = (
        Judged(c.article.id, gold.story[c.article.id], gold.happening(c.article.id, e), e)
        for c in coded
        for e in c.events
    )
    return [j for j in found if j.happening != UNSURE]


def measured(coded: Sequence[Coded], gold: Gold, half: str) -> dict[str, list[tuple[int, int, int]]]:
    """Counts of pairs by story of one half: between articles, and within them."""
    incident_of = {p: i.id for i in merge(coded).incidents for p in i.events}
    mine = [j for j in judged(coded, gold) if half_of(j.story) == half]
    groups = [incident_of[j.event.id] for j in mine]

    def across(i: int, j: int) -> bool:
        return mine[i].article != mine[j].article

    out: dict[str, list[tuple[int, int, int]]] = {"between articles": [], "within articles": []}
    for story in sorted({j.story for j in mine}):

        def of_story(i: int, j: int, story: str = story) -> bool:
            return min(mine[i].story, mine[j].story) == story

        def truth(i: int, j: int) -> Verdict:
            return gold.same(mine[i].happening, mine[j].happening)

        out["between articles"].append(counts(groups, truth, lambda i, j: of_story(i, j) and across(i, j)))
        out["within articles"].append(counts(groups, truth, lambda i, j: of_story(i, j) and not across(i, j)))
    return out


def units(coded: Sequence[Coded], gold: Gold, half: str) -> list[tuple[Profile, str | None]]:
    """The stories of articles of one half with the happening most of their judged passages tell of."""
    out = []
    for one in coded:
        if half_of(gold.story[one.article.id]) != half:
            continue
        happening = {e.id: gold.happening(one.article.id, e) for e in one.events}
        for profile in stories([(e.id, e) for e in one.events], one.article, topic(one.article)):
            votes = Counter(happening[p] for p in profile.passages if happening[p] != UNSURE)
            if votes:
                out.append((profile, max(sorted(votes, key=str), key=lambda h: votes[h])))
    return out


def signals(
    some: Sequence[tuple[Profile, str | None]], gold: Gold, names: Sequence[str], *, within: bool
) -> tuple[Floats, Floats, Floats]:
    """The signals of pairs of stories, whether they are one happening, and how much each counts.

    `within` takes pairs of one article, else those of two articles.
    """
    column = {name: n for n, name in enumerate(names)}
    vectors, labels, owners = [], [], []
    for (one, first), (two, second) in combinations(some, 2):
        verdict = gold.same(first, second)
        if verdict is None or not one.families & two.families or (one.article == two.article) != within:
            continue
        vector = np.zeros(len(names))
        for signal in score.signals(one, two):
            vector[column[signal.name]] += signal.value
        vectors.append(vector)
        labels.append(float(verdict))
        owners.append((gold.story[one.article], gold.story[two.article]))
    size = Counter(owners)
    weights = np.array([size[o] ** -0.5 for o in owners])
    return np.array(vectors), np.array(labels), weights * len(weights) / weights.sum()


def fitted(coded: Sequence[Coded], gold: Gold) -> dict[str, tuple[list[str], Floats]]:
    """Both tables of weights by name, fitted on one half: the signals, their weights and, last, the bias."""
    some = units(coded, gold, FIT)
    out = {}
    for name, weights, within in (("WEIGHTS", score.WEIGHTS, False), ("WITHIN", score.WITHIN, True)):
        names = list(weights)
        held = {names.index(n): v for n, v in PRIORS.items()}
        value = fit(*signals(some, gold, names, within=within), signs(names), held)
        value[-1] -= CAUTION[name]
        out[name] = (names, value)
    return out


def put(found: Mapping[str, tuple[list[str], Floats]], path: Path) -> None:
    """Write the weights into their module; where they are others, what links are signed with changes too."""
    before = path.read_text(encoding="utf-8")
    source = before
    for name, (names, value) in found.items():
        source = written(source, name, names, value)
    if source != before:
        source = re.sub(r'(BY = "merge\.score )(\d+)"', lambda m: f'{m[1]}{int(m[2]) + 1}"', source)
    path.write_text(source, encoding="utf-8")


def coded_articles(corpora: Corpora, gold: Gold, cache: Path | None) -> list[Coded]:
    """The articles of the gold as Dateline codes them; with `cache` they are kept there between runs."""
    if cache and cache.exists():
        return list(pickle.loads(cache.read_bytes()))
    found = list(corpora.code(articles(corpora, gold.story)))
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Print the figures, fitted weights, or pairs that went wrong in the half that was fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--model", type=Path, help="folder of another model")
    parser.add_argument("--fit", action="store_true", help="print weights fitted on one half")
    parser.add_argument("--write", action="store_true", help="with --fit: put them into dateline/merge/score.py")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong pairs of either kind")
    parser.add_argument("--cache", type=Path, help="file that keeps the coded articles between runs")
    args = parser.parse_args()
    gold = Gold.load()
    coded = coded_articles(Corpora(args.corpora, model=args.model), gold, args.cache)
    if args.fit:
        found_weights = fitted(coded, gold)
        for name, (names, value) in found_weights.items():
            print(table(names, value, name=name))
        if args.write:
            put(found_weights, Path(str(score.__file__)))
        return
    for half in (FIT, HELD_OUT):
        for name, found in measured(coded, gold, half).items():
            right, together, belong = map(sum, zip(*found, strict=True))
            print(told(f"{half}, {name}", (right, together, belong)))
    if args.errors:
        wrong(coded, gold, args.errors)


def wrong(coded: Sequence[Coded], gold: Gold, number: int) -> None:
    """Print pairs between articles that are wrongly together, and wrongly apart, with the reasons."""
    incident_of = {p: i.id for i in merge(coded).incidents for p in i.events}
    mine = [j for j in judged(coded, gold) if half_of(j.story) == FIT]
    profile_of = {p: s for s, _ in units(coded, gold, FIT) for p in s.passages}
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
