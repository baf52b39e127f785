from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import app
from dateline.errors import InputError
from tests.cli.calling import REPORT, RUN, call
from tests.readers.pdf_making import column, pdf


def test_code_writes_json_lines_that_verify(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert any(r["record"] == "event" and r["when"]["start"] == "2024-07-29" for r in records if r.get("when"))
    assert RUN.invoke(app, ["verify", str(out), str(report)]).exit_code == 0


def test_events_of_a_pdf_verify_against_the_pdf(tmp_path: Path) -> None:
    lines = [
        "Rebels attacked an army post near Gao on Monday, killing at least seven sol-",
        "diers, the ministry said.",
    ]
    (tmp_path / "bulletin.pdf").write_bytes(pdf([column(lines)]))
    out = tmp_path / "out.jsonl"
    assert RUN.invoke(app, ["code", str(tmp_path / "bulletin.pdf"), "--out", str(out)]).exit_code == 0
    assert "seven soldiers, the ministry" in out.read_text(encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(tmp_path / "bulletin.pdf")])
    assert done.exit_code == 0, done.output


def test_verify_names_what_does_not_stand_in_the_text(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    first = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    first["trigger"]["span"][0] += 1
    out.write_text(json.dumps(first) + "\n", encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(report)])
    assert done.exit_code == 1
    assert "trigger" in done.output


def test_verify_names_each_article_that_is_not_there_once(report: Path, tmp_path: Path) -> None:
    out, wrong = tmp_path / "out.jsonl", tmp_path / "wrong.txt"
    RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    wrong.write_text("Another report of the day.", encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(wrong), str(tmp_path / "none.txt")])
    assert done.exit_code == 1
    (line,) = done.stdout.splitlines()
    article = json.loads(out.read_text(encoding="utf-8").splitlines()[0])["article"]["id"]
    number = len(out.read_text(encoding="utf-8").splitlines())
    assert line == f"article {article} is not among those given: {number} records not checked"
    assert "none.txt: there is no such file" in done.stderr and f"{number} failures" in done.stderr


@pytest.mark.parametrize("line", ["event\ttype", "[1]", '{"record":'])
def test_a_file_that_dateline_did_not_write_is_told_by_its_line(report: Path, tmp_path: Path, line: str) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(f"\n{line}\n", encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(other), str(report)])
    assert isinstance(done.exception, InputError)
    assert str(done.exception).startswith(f"{other}:2 is no JSON")
    assert "`dateline code --out FILE.jsonl` writes such a file" in str(done.exception)


def test_a_table_with_names_of_its_own_is_coded_and_verified(tmp_path: Path) -> None:
    table, out = tmp_path / "export.csv", tmp_path / "events.jsonl"
    table.write_text(f'Tag;Volltext\n2024-08-02;"{REPORT.strip()}"\n', encoding="utf-8")
    fields = ("--field", "text=Volltext", "--field", "published=Tag")
    call("code", str(table), *fields, "--publisher", "Lake Wire", "--out", str(out), "--workers", "1")
    article = json.loads(out.read_text(encoding="utf-8").splitlines()[0])["article"]
    assert (article["published"], article["publisher"]) == ("2024-08-02", "Lake Wire")
    call("verify", str(out), str(table), *fields)
    done = RUN.invoke(app, ["code", str(table), "--field", "Volltext"])
    assert isinstance(done.exception, InputError) and "give it as field=name" in str(done.exception)
