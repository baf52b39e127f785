from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import app
from dateline.cli.watch import ENDINGS, Format
from dateline.errors import InputError, MissingError
from dateline.exporters import ANSWERS
from tests.cli.calling import RUN, call
from tests.store.making import article


def more(reports: Path, *numbers: int) -> None:
    """Bring in more reports."""
    lines = [{"id": a.id, "text": a.text, "published": a.published, "language": "en"} for a in map(article, numbers)]
    reports.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    call("ingest", str(reports))


def test_new_incidents_are_told_once(db: Path, reports: Path) -> None:
    assert "no question is kept" in call("watch").stderr
    kept = call("watch", "add", "protests", "--type", "protest", "--country", "Mali").stderr
    assert "protests is kept; " in kept and "fit it already" in kept
    call("watch", "add", "all")
    listed = call("watch").stdout.splitlines()
    assert listed[0].startswith("watch\t") and [line.split("\t")[0] for line in listed[1:]] == ["all", "protests"]
    assert "type PROTEST" in listed[2] and "country Mali" in listed[2]
    asked = [json.loads(line) for line in call("watch", "--json").stdout.splitlines()]
    assert asked[1]["asked"] == {"types": ["PROTEST"], "countries": ["MLI"]} and asked[1]["by"] == "ana"
    nothing = call("watch", "run", code=1)
    assert (nothing.stdout, nothing.stderr) == ("", "nothing is new\n")
    more(reports, *range(20, 26))
    news = call("watch", "run").stdout.splitlines()
    assert {line.split("\t")[0] for line in news[1:]} == {"all", "protests"}
    assert {line.split("\t")[1] for line in news[1:]} <= {"new", "changed"}
    silent = call("watch", "run", "--quiet", code=1)
    assert (silent.stdout, silent.stderr) == ("", "")


def test_formats_and_a_mark_that_stays(db: Path, reports: Path, tmp_path: Path) -> None:
    call("watch", "add", "all")
    more(reports, 20, 21)
    lines = [
        json.loads(line) for line in call("watch", "run", "all", "--keep", "--format", "jsonl").stdout.splitlines()
    ]
    assert lines and all(line["record"] == "news" and line["incident"]["shown"] for line in lines)
    for ending, mark in ((".csv", "watch,news,what,"), (".md", "# all\n"), (".html", "<!doctype html>")):
        out = tmp_path / f"news{ending}"
        call("watch", "run", "all", "--keep", "--out", str(out))
        assert out.read_text(encoding="utf-8").startswith(mark)
    text = (tmp_path / "news.md").read_text(encoding="utf-8")
    assert "## New" in text and "[^1]:" in text and "new or changed since" in text
    out = tmp_path / "news.docx"
    assert isinstance(RUN.invoke(app, ["watch", "run", "--out", str(out)]).exception, InputError)
    out = tmp_path / "news.xlsx"
    call("watch", "run", "all", "--out", str(out))  # told
    kept = out.read_bytes()
    call("watch", "run", "all", "--out", str(out), code=1)
    assert out.read_bytes() == kept  # nothing new, nothing written


def test_all_formats_of_answers_are_there() -> None:
    assert [f.value for f in Format][:-2] == list(ANSWERS) and set(ENDINGS.values()) == {f.value for f in Format}


def test_looking_back_and_undoing(db: Path, reports: Path) -> None:
    call("watch", "add", "all")
    known = len(call("incidents", "--limit", "100").stdout.splitlines())
    assert len(call("watch", "run", "all", "--since", "2020-01-01").stdout.splitlines()) == known
    call("watch", "run", "all", "--since", "2099-01-01", code=1)
    more(reports, 20)
    first = call("watch", "run").stdout
    call("watch", "run", code=1)
    assert "is told again from" in call("watch", "undo", "all", "--reason", "the mail bounced").stderr
    assert call("watch", "run").stdout == first
    call("watch", "remove", "all", "--reason", "not needed")
    assert "no question is kept" in call("watch", "run", code=1).stderr
    call("watch", "undo", "all")
    call("watch", "run", "all", code=1)


def test_where_it_cannot_be_written_nothing_counts_as_told(db: Path, reports: Path, tmp_path: Path) -> None:
    call("watch", "add", "all")
    more(reports, 20)
    done = RUN.invoke(app, ["watch", "run", "--out", str(tmp_path / "none" / "x.csv")])
    assert isinstance(done.exception, InputError)
    call("watch", "run")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("add", "all", "--type", "NOTHING"), InputError),
        (("add", "all", "--country", "Nowhere"), InputError),
        (("run", "none"), MissingError),
        (("run", "--since", "yesterday"), InputError),
        (("remove", "none"), MissingError),
    ],
)
def test_what_is_wrong_is_told(db: Path, words: tuple[str, ...], error: type[Exception]) -> None:
    assert isinstance(RUN.invoke(app, ["watch", *words]).exception, error)
