"""The sample reports as they are coded, for a person to read: `python tests/test_golden.py` rewrites the files.

A change of the model, the rules or the data shows here as a difference of text; the difference is the review.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dateline import pipeline
from dateline.exporters import EXPORTERS
from dateline.readers import read_paths
from dateline.records.article import Article

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"


def articles() -> list[Article]:
    """The sample reports in English."""
    found = read_paths([str(ROOT / "samples" / "reports")], published=None, on_skip=lambda error: None)
    return sorted(found, key=lambda a: a.id)


def text_of(article: Article, parts: pipeline.Parts) -> str:
    """The events of one article as the table shows them."""
    out = io.StringIO()
    plain = Article(article.id, article.text, article.title, article.published, article.publisher, article.url)
    EXPORTERS["table"]([pipeline.code_article(plain, parts)], out)
    return out.getvalue()


@pytest.fixture(scope="module")
def shipped() -> pipeline.Parts:
    return pipeline.load()


@pytest.mark.parametrize("article", articles(), ids=lambda a: a.id)
def test_sample_report(article: Article, shipped: pipeline.Parts) -> None:
    expected = (GOLDEN / f"{article.id}.txt").read_text(encoding="utf-8")
    assert text_of(article, shipped) == expected


def test_no_golden_file_is_left_over() -> None:
    assert sorted(p.stem for p in GOLDEN.glob("*.txt")) == sorted(a.id for a in articles())


if __name__ == "__main__":
    loaded = pipeline.load()
    GOLDEN.mkdir(exist_ok=True)
    for one in articles():
        (GOLDEN / f"{one.id}.txt").write_text(text_of(one, loaded), encoding="utf-8")
