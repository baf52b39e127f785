"""The sample reports as they are coded, for a person to read: `python tests/test_golden.py` rewrites the files.

A change of the model, the rules or the data shows here as a difference of text; the difference is the review.

Processors of another kind round the model's sums in another order, and what is small moves: a confidence, a fact at its
floor. `outputs.json` says of each report what the model put out where its file was written. Where it puts out the same,
the text has to be the same; where it does not, it may differ as far as rounding does.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from dateline import pipeline
from dateline.annotate.heads import Floats
from dateline.annotate.session import Session
from dateline.annotate.tokens import Window
from dateline.exporters import EXPORTERS
from dateline.readers import read_paths
from dateline.records.article import Article

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
OUTPUTS = GOLDEN / "outputs.json"
SURE = re.compile(r"sure (\d\.\d\d)")


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


def noted(digest: hashlib._Hash, patch: pytest.MonkeyPatch) -> None:
    """All that the model puts out goes into `digest` too."""
    plain = Session.outputs

    def outputs(self: Session, window: Window) -> tuple[Floats, Floats]:
        found = plain(self, window)
        for values in found:
            digest.update(values.tobytes())
        return found

    patch.setattr(Session, "outputs", outputs)


def coded(article: Article, parts: pipeline.Parts) -> tuple[str, str]:
    """The text of an article, and the digest of what the model put out for it."""
    digest = hashlib.sha256()
    with pytest.MonkeyPatch.context() as patch:
        noted(digest, patch)
        text = text_of(article, parts)
    return text, digest.hexdigest()[:16]


def alike(expected: str, found: str) -> float:
    """The share of lines that both have, whatever confidence they show."""
    a, b = (SURE.sub("", text).splitlines() for text in (expected, found))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def moved(expected: str, found: str) -> Iterator[float]:
    """How far the confidence of each event moved that both have."""
    a, b = ([line for line in text.splitlines() if SURE.search(line)] for text in (expected, found))
    plain = ([SURE.sub("", line) for line in lines] for lines in (a, b))
    for i, j, size in SequenceMatcher(None, *plain, autojunk=False).get_matching_blocks():
        for one, other in zip(a[i : i + size], b[j : j + size], strict=True):
            yield abs(sum(float(m[1]) * sign for line, sign in ((one, 1), (other, -1)) for m in SURE.finditer(line)))


@pytest.fixture(scope="module")
def shipped() -> pipeline.Parts:
    return pipeline.load()


@pytest.mark.parametrize("article", articles(), ids=lambda a: a.id)
def test_sample_report(article: Article, shipped: pipeline.Parts) -> None:
    expected = (GOLDEN / f"{article.id}.txt").read_text(encoding="utf-8")
    found, outputs = coded(article, shipped)
    if found != expected and outputs != json.loads(OUTPUTS.read_text(encoding="utf-8"))[article.id]:
        assert alike(expected, found) > 0.85, found
        assert max(moved(expected, found)) <= 0.15, found
    else:
        assert found == expected


def test_what_rounding_may_not_do_is_seen() -> None:
    one = "  AID  “sent”  +7  happened  sure 0.90\n    who      Chad\n"
    assert alike(one, one.replace("0.90", "0.88")) == 1
    assert list(moved(one, one.replace("0.90", "0.88"))) == pytest.approx([0.02])
    assert alike(one, one.replace("Chad", "Niger")) < 0.85


def test_no_golden_file_is_left_over() -> None:
    ids = sorted(a.id for a in articles())
    assert sorted(p.stem for p in GOLDEN.glob("*.txt")) == ids == sorted(json.loads(OUTPUTS.read_text()))


if __name__ == "__main__":
    loaded = pipeline.load()
    GOLDEN.mkdir(exist_ok=True)
    put_out = {}
    for one in articles():
        text, put_out[one.id] = coded(one, loaded)
        (GOLDEN / f"{one.id}.txt").write_text(text, encoding="utf-8")
    OUTPUTS.write_text(json.dumps(put_out, indent=1) + "\n", encoding="utf-8")
