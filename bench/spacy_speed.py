"""The small English pipeline of spaCy, parse and entities only, for comparison: run by its own interpreter.

    python bench/spacy_speed.py ARTICLES.jsonl MODULE

Prints words a second (by white space) of processor time on one thread.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Load the pipeline, read the texts, print the speed."""
    nlp = importlib.import_module(sys.argv[2]).load(exclude=["tagger", "attribute_ruler", "lemmatizer"])
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    for _ in nlp.pipe(texts[:5]):
        pass
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    print(sum(len(t.split()) for t in texts) / (time.process_time() - began))


if __name__ == "__main__":
    main()
