from __future__ import annotations

import json
from typing import Any

from typer.testing import CliRunner

from dateline.cli import app

RUN = CliRunner()

REPORT = (
    "Rebels attacked an army post near Gao on Monday, killing at least seven soldiers, the defence ministry said.\n"
)


def call(*words: str, code: int = 0) -> Any:
    done = RUN.invoke(app, list(words))
    assert done.exit_code == code, (done.output, done.exception)
    return done


def lines(*words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call(*words, "--format", "jsonl").stdout.splitlines()]
