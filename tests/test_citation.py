from __future__ import annotations

from pathlib import Path

import yaml

import dateline


def test_the_citation_names_this_version() -> None:
    told = yaml.safe_load((Path(__file__).parents[1] / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["version"] == dateline.__version__ and told["title"] == "Dateline"
