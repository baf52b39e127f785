"""The annotations that are kept by offset: what training and fitting read of the repository itself."""

from __future__ import annotations

import gzip
import json

import pytest

from eval.happenings import HELD_OUT, READ, Gold, part
from train import offsets

ARTICLE = {"doc", "source_id", "sents", "events", "says", "digest"}


@pytest.mark.parametrize("path", offsets.shipped(), ids=lambda p: p.name)
def test_files_for_training_hold_annotated_articles(path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        row = json.loads(next(rows))
    assert row.keys() >= ARTICLE
    assert all(0 <= e["trigger"][0] < e["trigger"][1] <= row["sents"][-1][1] for e in row["events"])


def test_groups_for_the_linker_hold_mentions_with_happenings() -> None:
    with gzip.open(READ, "rt", encoding="utf-8") as rows:
        row = json.loads(next(rows))
    assert row.keys() >= {"article", "story", "read_to", "mentions"}


def test_no_article_of_clusters_held_out_is_fitted_on() -> None:
    gold = Gold.load()
    held = {article for article, story in gold.story.items() if part(story) == HELD_OUT}
    assert held
    assert held.isdisjoint(Gold.load(READ).story)
    assert not {story for a, story in gold.story.items() if a not in held} & {gold.story[a] for a in held}
