from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from dateline.cli import app
from tests.cli.calling import REPORT, RUN


@pytest.mark.parametrize("what", ["when", "where", "who", "said"])
def test_tag_writes_one_line_a_mention(what: str, report: Path) -> None:
    done = RUN.invoke(app, ["tag", what, str(report), "--published", "2024-08-02"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    for row in rows:
        assert row["id"] == hashlib.sha256(REPORT.encode()).hexdigest()[:16]
        assert REPORT[row["span"][0] : row["span"][1]] == row["text"]


def test_a_tagged_party_has_the_id_of_its_article_and_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "r1", "text": "Emmanuel Macron met ministers in Paris on Monday."}) + "\n")
    rows = [json.loads(line) for line in RUN.invoke(app, ["tag", "who", str(path)]).stdout.splitlines()]
    assert rows and {row["id"] for row in rows} == {"r1"}
    assert [row["actor_id"] for row in rows if row["text"] == "Emmanuel Macron"] == ["emmanuel-macron"]
