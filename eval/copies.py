"""Copies against corroboration, measured: `python -m eval.copies --corpora FOLDER`.

Recall: 1,000 edits made of real articles as desks make them (another headline, a cut tail, joined and dropped
paragraphs, an added paragraph, changed numbers; one to three at once, the seed is fixed), each looked for among all
articles. Wrongly called: 1,000 pairs of different articles about one event. Pairs that copy from each other are no such
pairs; a pair is taken as different where less than 0.3 of its five-word runs are common, as the clusters list says.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dateline.merge.copies import Fingerprint, MemoryFingerprints, fingerprint, overlap, overlaps
from dateline.records.article import Article
from eval.corpora import Corpora, rows

CLUSTERS = "crossdoc/story_clusters.jsonl"
PARAGRAPH = re.compile(r"\n+")
SENTENCE = re.compile(r"(?<=[.!?\"”]) +(?=[A-Z\"“])")
SHORTEST = 900
"""Characters below which an article is not taken for an edit."""


def articles(corpora: Corpora) -> list[Article]:
    """The shared English articles; AbsentError where they are not there."""
    return [
        Article(r["id"], f"{r['title'] or ''}\n{r['text']}".strip(), r["title"], r["published"], r["publisher"])
        for r in rows(corpora.path("articles/en.jsonl.gz"))
    ]


def sentences(text: str) -> list[str]:
    """The sentences of an article, roughly."""
    return [s for p in PARAGRAPH.split(text) for s in SENTENCE.split(p) if s.strip()]


def retitled(lines: list[str], other: list[str], rng: random.Random) -> list[str]:
    """The article under the headline of another."""
    return [other[0], *lines[1:]]


def cut(lines: list[str], other: list[str], rng: random.Random) -> list[str]:
    """The first 45 to 85 % of the article."""
    return lines[: max(4, round(len(lines) * rng.uniform(0.45, 0.85)))]


def dropped(lines: list[str], other: list[str], rng: random.Random) -> list[str]:
    """The article without 10 to 30 % of its sentences, all in one paragraph."""
    share = rng.uniform(0.1, 0.3)
    return [" ".join([lines[0], *(line for line in lines[1:] if rng.random() > share)])]


def added(lines: list[str], other: list[str], rng: random.Random) -> list[str]:
    """The article with a paragraph of another report put in."""
    at = rng.randrange(1, len(lines) + 1)
    return [*lines[:at], " ".join(other[1:5]), *lines[at:]]


def renumbered(lines: list[str], other: list[str], rng: random.Random) -> list[str]:
    """The article with every number in digits changed."""
    return [re.sub(r"\d+", lambda m: str(int(m[0][:9]) + rng.randrange(1, 9)), line) for line in lines]


EDITS: tuple[Callable[[list[str], list[str], random.Random], list[str]], ...] = (
    retitled,
    cut,
    dropped,
    added,
    renumbered,
)


def edited(pool: list[Article], number: int, rng: random.Random) -> Iterator[tuple[Article, str, str]]:
    """Edits of articles drawn at random: the edit, the id of the article, the names of the edits."""
    for i, source in enumerate(rng.sample([a for a in pool if len(a.text) >= SHORTEST], number)):
        other = sentences(rng.choice(pool).text)
        lines = sentences(source.text)
        chosen = sorted(rng.sample(EDITS, rng.choice((1, 2, 2, 3))), key=EDITS.index)
        for edit in chosen:
            lines = edit(lines, other if len(other) > 1 else ["Other news"], rng)
        names = "+".join(e.__name__ for e in chosen)
        yield replace(source, id=f"edit-{i}", text="\n".join(lines), publisher="Another outlet"), source.id, names


def different(corpora: Corpora) -> list[tuple[str, str]]:
    """Pairs of articles of one story cluster that do not copy from each other."""
    pairs = []
    for row in rows(corpora.path(CLUSTERS)):
        verbatim = {frozenset(p[:2]) for p in row["verbatim_pairs"]}
        ids = [m["id"] for m in row["members"]]
        pairs += [p for p in itertools.combinations(ids, 2) if frozenset(p) not in verbatim]
    return pairs


def verbatim(corpora: Corpora) -> list[tuple[str, str, float]]:
    """Pairs of one story cluster with the share of five-word runs they have in common, 0.3 and up."""
    return [tuple(p) for row in rows(corpora.path(CLUSTERS)) for p in row["verbatim_pairs"]]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--number", type=int, default=1000)
    args = parser.parse_args()
    rng, corpora = random.Random(20), Corpora(args.corpora)
    pool = articles(corpora)
    started = time.perf_counter()
    prints = {a.id: fingerprint(a) for a in pool}
    print(f"fingerprints: {len(pool) / (time.perf_counter() - started):.0f} articles a second")
    known = MemoryFingerprints()
    for one in prints.values():
        known.add(one)
    recall(pool, known, args.number, rng)
    wrongly(different(corpora), prints, args.number, rng)
    by_overlap(verbatim(corpora), prints)


def recall(pool: list[Article], known: MemoryFingerprints, number: int, rng: random.Random) -> None:
    """Print how many edits are found, and by kind."""
    found: dict[str, list[bool]] = {}
    started = time.perf_counter()
    for edit, source, names in edited(pool, number, rng):
        hit = any(source in (o.earlier, o.later) for o in overlaps(fingerprint(edit), known))
        found.setdefault(names, []).append(hit)
    hits = sum(map(sum, found.values()))
    took = (time.perf_counter() - started) / number
    print(f"edits found: {hits} of {number} ({hits / number:.1%}), {1000 * took:.1f} ms each")
    for names, each in sorted(found.items()):
        if not all(each):
            print(f"  {names}: {sum(each)} of {len(each)}")


def wrongly(pairs: list[tuple[str, str]], prints: dict[str, Fingerprint], number: int, rng: random.Random) -> None:
    """Print how many pairs of different articles are called copies."""
    drawn = rng.sample(pairs, min(number, len(pairs)))
    called = [p for p in drawn if overlap(prints[p[0]], prints[p[1]])]
    share = len(called) / len(drawn)
    print(f"different articles about one event called copies: {len(called)} of {len(drawn)} ({share:.2%})")
    for one, two in called:
        print("  ", one, two, overlap(prints[one], prints[two]))


def by_overlap(pairs: list[tuple[str, str, float]], prints: dict[str, Fingerprint]) -> None:
    """Print how many pairs are called copies by the share of five-word runs that the clusters list gives."""
    for low, high in ((0.3, 0.4), (0.4, 0.5), (0.5, 0.7), (0.7, 1.01)):
        here = [p for p in pairs if low <= p[2] < high and p[0] in prints and p[1] in prints]
        called = sum(overlap(prints[a], prints[b]) is not None for a, b, _ in here)
        print(f"verbatim overlap {low:.1f} to {min(high, 1):.1f}: {called} of {len(here)} called copies")


if __name__ == "__main__":
    main()
