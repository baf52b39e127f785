from __future__ import annotations

import json
from pathlib import Path

from dateline.cli import app
from tests.cli.calling import RUN


def test_relate_types_a_pair(tmp_path: Path) -> None:
    text = "Chad severed ties with France."
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "source_span": [0, 4], "target_span": [23, 29]}) + "\n")
    done = RUN.invoke(app, ["relate", str(path)])
    row = json.loads(done.stdout)
    assert (row["id"], row["type"], row["quad"]) == ("1", "SANCTION", "material_conflict")
    assert abs(sum(row["scores"].values()) - 1) < 0.01


def test_relate_refuses_spans_outside_the_text(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "Short.", "source_span": [0, 99], "target_span": None}) + "\n")
    done = RUN.invoke(app, ["relate", str(path)])
    assert done.exit_code == 1
    assert "not inside the text" in done.stderr


def test_relate_names_each_bad_line_and_goes_on(tmp_path: Path) -> None:
    good = {"id": "1", "text": "Chad severed ties with France.", "source_span": [0, 4], "target_span": [23, 29]}
    bad: list[object] = [
        good | {"text": 7},
        good | {"text": " "},
        good | {"source_span": [0, "4"]},
        good | {"source_span": [0]},
        good | {"target_span": [True, 4]},
        good | {"target_span": {"start": 0}},
        good | {"target_span": [4, 4]},
        [good],
    ]
    path = tmp_path / "pairs.jsonl"
    lines = ["{no json", "", *map(json.dumps, bad), json.dumps(good)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = RUN.invoke(app, ["relate", str(path)])
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["1"]
    told = [line.partition(": ") for line in done.stderr.splitlines()]
    assert [place.rpartition(":")[2] for place, _, _ in told] == ["1", *(str(n) for n in range(3, 11))]
    assert "not valid JSON" in told[0][2] and '"text" has to be a string' in told[1][2]
    assert all('"source_span" has to be [start, end]' in reason for _, _, reason in told[3:5])
    assert "not inside the text" in told[7][2] and "not a JSON object" in told[8][2]
