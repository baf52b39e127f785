"""Annotations of this project on articles of the shared corpora, kept by offset: their texts are not here.

`python -m train.offsets pack IN.jsonl OUT.jsonl.gz` takes annotated articles with their texts and keeps ids, a digest
of the text and the offsets; `unpack` puts the texts of `articles/en.jsonl.gz` back and checks the digests.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from eval.corpora import rows
from train.annotated import annotated as shared
from train.annotated import annotated_example
from train.example import Example, Row

OWN = Path(__file__).parent / "annotations"
READ_PAIRS = OWN / "relations" / "read.jsonl.gz"
"""Relations that were read as PLV has them (`pairs.relations_read`)."""


def text_of(article: Row) -> str:
    """The text that was annotated: the title as a first line where the text does not begin with it."""
    text, title = article["text"].strip(), (article["title"] or "").strip()
    return text if not title or text.startswith(title) else f"{title}\n{text}"


def digest(text: str) -> str:
    """A short hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def pack(source: Path, target: Path, *, marks: tuple[str, ...]) -> None:
    """Write the annotations without their texts.

    `marks` says of all of them: "voices", that they name who vouches for each event; "close", that their readers had
    first set their eye by the shared ones; "detailed", that times, sources and hedges were read once more.
    """
    with gzip.GzipFile(target, "wb", mtime=0) as out:
        for d in rows(source):
            row = {k: d[k] for k in ("doc", "source_id", "sents", "events", "says")} | {"digest": digest(d["text"])}
            row |= dict.fromkeys(marks, True)
            out.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def unpack(source: Path, corpora: Path) -> Iterator[Row]:
    """The annotated articles with their texts; those whose text is missing or differs are named on standard error."""
    texts = {a["id"]: a for a in rows(corpora / "articles" / "en.jsonl.gz")}
    for row in rows(source):
        article = texts.get(row["source_id"])
        if article is None or digest(text_of(article)) != row["digest"]:
            print(f"{row['source_id']}: no such text in the shared articles; left out", file=sys.stderr)
            continue
        yield row | {"text": text_of(article), "published": article["published"][:10], "title": article["title"]}


def shipped() -> list[Path]:
    """The files of annotated articles that this repository has; what else was read stands in folders beside them."""
    return sorted(OWN.glob("*.jsonl.gz"))


def annotated(corpora: Path, paths: Iterable[Path]) -> list[Example]:
    """The shared annotated articles that may be learned from, then those of the given files of this project.

    The closely read ones of these are the corpus "close", the others "own".
    """
    out = shared(corpora, held_out=False)
    for path in paths:
        out += [annotated_example(d, "close" if d.get("close") else "own") for d in unpack(path, corpora)]
    return out


def main() -> None:
    """Pack."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("what", choices=["pack"])
    p.add_argument("source", type=Path)
    p.add_argument("target", type=Path)
    p.add_argument("--marks", nargs="*", default=[], choices=["voices", "close", "detailed"])
    args = p.parse_args()
    pack(args.source, args.target, marks=tuple(args.marks))


if __name__ == "__main__":
    main()
