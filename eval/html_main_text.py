"""How well web pages are read (main text, title, date, publisher): `python -m eval.html_main_text [--folder FOLDER]`.

The folder holds two others:

- `scrapinghub_aeb`, the article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark), with
  `ground-truth.json` and `html/*.html.gz`;
- `fundus`, test pages of the crawler Fundus (github.com/flairNLP/fundus), with `COUNTRY/*.html.gz` and
  `COUNTRY/*.json`.

The texts belong to their publishers and are not part of this repository.

Main text is scored as that benchmark does it: shingles of four words, precision and recall averaged over pages, F1 of
the two averages. Titles count as right when equal but for case, spaces and punctuation; dates when they name the same
day (or the same moment in another time zone).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import mean

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.html import page
from dateline.readers.language import identified
from eval.corpora import Corpora

WORD = re.compile(r"\w+")
SHINGLE = 4


def main() -> int:
    """Print the scores; 2 where the data are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Corpora.folder / "html")
    folder = parser.parse_args().folder
    if not (folder / "scrapinghub_aeb").is_dir():
        print(f"no data: {folder / 'scrapinghub_aeb'} is not there (see --help)", file=sys.stderr)
        return 2
    main_text(folder / "scrapinghub_aeb")
    if (folder / "fundus").is_dir():
        facts(folder / "fundus")
    return 0


def main_text(folder: Path) -> None:
    """Print precision, recall and F1 of main text."""
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    counts = []
    before = time.process_time()
    for name, expected in gold.items():
        draft = read(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
        counts.append(compared(expected["articleBody"], draft.text if draft else ""))
    seconds = time.process_time() - before
    precision = mean(both / (both + more) for both, more, _ in counts if both + more)
    recall = mean(both / (both + missed) for both, _, missed in counts if both + missed)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"main text of {len(counts)} pages: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}", end="")
    print(f" ({len(counts) / seconds:.0f} pages a second)")


def compared(expected: str, found: str) -> tuple[int, int, int]:
    """Shingles in both, in `found` alone, in `expected` alone."""
    one, other = shingles(expected), shingles(found)
    both = (one & other).total()
    return both, other.total() - both, one.total() - both


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words with their numbers; of a shorter text the text itself."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def facts(folder: Path) -> None:
    """Print the shares of right titles and dates, of pages with a publisher, and of body text found."""
    right: Counter[str] = Counter()
    total = english = 0
    for html, expected in gold_pages(folder):
        draft = read(html)
        total += 1
        if draft is None:
            continue
        is_english = identified(draft.text) == "en"
        english += is_english
        for name, value in (
            ("title", plain(draft.title) == plain(expected["title"])),
            ("day", same_day(draft.published, expected["publishing_date"])),
            ("moment", same_moment(draft.published, expected["publishing_date"])),
            ("no date", draft.published is None),
            ("publisher", draft.publisher is not None),
        ):
            right[name] += value
            right[f"{name} (English)"] += value and is_english
    print(f"{total} pages in many languages, {english} in English:")
    for name in ("title", "day", "moment", "no date", "publisher"):
        share, of_english = right[name] / total, right[f"{name} (English)"] / max(1, english)
        print(f"  {name:10} {share:6.1%}   in English {of_english:6.1%}")


def gold_pages(folder: Path) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Each page with what is stated of it."""
    for file in sorted(folder.glob("*/*.html.gz")):
        name = re.split(r"_\d{4}_", file.name)[0]
        versions = json.loads((file.parent / f"{name}.json").read_text("utf-8"))
        yield gzip.decompress(file.read_bytes()), list(versions.values())[-1]


def read(html: bytes) -> Draft | None:
    """The draft of one page, None where it has no text."""
    try:
        return page("page", html)
    except ArticleError:
        return None


def plain(title: str | None) -> str:
    """A title without what is a matter of typing."""
    return "".join(filter(str.isalnum, (title or "").lower()))


def same_day(found: str | None, expected: str) -> bool:
    """True where both name the same calendar day, or the same moment."""
    return found is not None and (found[:10] == expected[:10] or same_moment(found, expected))


def same_moment(found: str | None, expected: str) -> bool:
    """True where both name the same minute."""
    if found is None:
        return False
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(expected)
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return abs((one - other).total_seconds()) < 60


if __name__ == "__main__":
    sys.exit(main())
