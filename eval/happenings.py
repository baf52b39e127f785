"""The gold of incidents: which mentions of which articles tell of one happening, and the coded events that meet it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from eval.corpora import ROOT, Corpora, rows
from eval.pairs import Verdict

GOLD = ROOT / "eval" / "gold" / "incidents.jsonl"
READ = ROOT / "train" / "annotations" / "happenings" / "read.jsonl.gz"
"""Groups of other articles, read for the fit alone."""
UNSURE = "?"
FIT, HELD_OUT = "fitted on", "held out"
NEW = "n"
"""What the names of the clusters that are held out begin with."""
Mention = tuple[int, int, str | None]
"""Where it begins and ends, and its happening."""


@dataclass(frozen=True)
class Gold:
    """What was annotated: by article its story, how far it was read, its mentions; and which happenings are parts.

    `loose` are the stories that were read less strictly.
    """

    story: dict[str, str]
    read_to: dict[str, int]
    mentions: dict[str, list[Mention]]
    part_of: tuple[frozenset[str], ...]
    loose: frozenset[str] = frozenset()

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
            frozenset(r["story"] for r in articles if r.get("loose")),
        )

    def strictly(self) -> Gold:
        """The stories alone that were read strictly."""
        kept = {article for article, story in self.story.items() if story not in self.loose}
        story = {a: self.story[a] for a in kept}
        return Gold(story, {a: self.read_to[a] for a in kept}, {a: self.mentions[a] for a in kept}, self.part_of)

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


def part(story: str) -> str:
    """Whether a story is fitted on or held out."""
    return HELD_OUT if story.startswith(NEW) else FIT


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
