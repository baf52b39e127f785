"""The page on a codebook of one's own: what it adds to one is coded as it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from tests.cli.calling import call
from tests.codebooks.test_own import append, change
from tests.docs.pages import ROOT
from tests.docs.test_code_blocks import blocks

PAGE = ROOT / "docs" / "how-to" / "codebook.md"


def test_the_codebook_of_the_page_codes_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "water@1 is in water" in call("codebook", "copy", "water", "--name", "water").stderr
    mode, context, cues, phrases = blocks(PAGE, "yaml")
    (example,) = blocks(PAGE, "json")
    change(Path("water/codebook.yaml"), "      disapprove: {", f"{mode}\n      disapprove: {{")
    change(Path("water/codebook.yaml"), "contexts:\n", f"contexts:\n{context}\n")
    for file, text in (("contexts.yaml", cues), ("phrases.yaml", phrases)):
        append(Path("water") / file, text)
    Path("water/examples.jsonl").write_text(example + "\n", encoding="utf-8")
    told = call("codebook", "check", "water").stdout
    assert "water@1 has no faults, and 4 differences from plover@2.0\n" in told
    assert "examples coded as they say: 1 of 1\n" in told
    text = json.loads(example)["text"] + " Fishermen filed a new lawsuit against the government over the river."
    first, second = dateline.load(codebook="water").code(text).events
    assert [(e.codebook, e.type, e.modes, e.intensity) for e in (first, second)] == [
        ("water@1", "ACCUSE", ("sue",), -4)
    ] * 2
    assert "water" in first.contexts and "water" in second.contexts
