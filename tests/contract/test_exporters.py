"""What every exporter promises."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pyarrow.parquet
import pytest

from dateline.cli.asking import Format
from dateline.exporters import EXPORTERS
from tests.make import coded, event, full_event, statement


@pytest.fixture(params=sorted(EXPORTERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def raw(name: str, *rows: object) -> bytes:
    whole = io.BytesIO()
    out = io.TextIOWrapper(whole, encoding="utf-8", newline="")
    EXPORTERS[name](iter(rows), out)  # type: ignore[arg-type]
    out.flush()
    return whole.getvalue()


def text_of(layers: bytes) -> str:
    """The rows of a GeoPackage of events."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(layers)
        return json.dumps(file.execute("SELECT * FROM events").fetchall(), default=str)


def written(name: str, *rows: object) -> str:
    """What is written as text; of packed formats the words in it."""
    content = raw(name, *rows)
    if name == "parquet":
        return json.dumps(pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist(), default=str)
    if name == "gpkg":
        return text_of(content)
    if name == "xlsx":
        return zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    return content.decode()


def test_the_same_records_give_the_same_characters(name: str) -> None:
    rows = [coded(full_event(), event("killing"))]
    assert raw(name, *rows) == raw(name, *rows)


def test_no_event_is_lost(name: str) -> None:
    text = written(name, coded(full_event(), event("killing")), coded(event("condemned", "ACCUSE")))
    for word in ("attacked", "killing", "condemned"):
        assert word in text


def test_the_command_line_knows_all_formats() -> None:
    assert [f.value for f in Format] == list(EXPORTERS)


def test_nothing_to_write_is_no_error(name: str) -> None:
    written(name)
    written(name, coded())


def test_jsonl_has_the_fields_of_the_contract() -> None:
    first = json.loads(written("jsonl", coded(full_event())).splitlines()[0])
    assert list(first) == [
        "record", "id", "article", "codebook", "type", "modes", "contexts", "quad", "intensity", "cameo", "trigger",
        "actors", "recipients", "where", "when", "counts", "status", "hedge", "according_to", "evidence",
        "story_event", "confidence",
    ]  # fmt: skip
    assert first["when"] == {
        "text": "Monday", "span": [41, 47], "start": "2024-07-29", "end": "2024-07-29", "precision": "day",
        "basis": "published",
    }  # fmt: skip
    assert first["counts"] == [{"what": "killed", "text": "at least seven", "span": [57, 71], "min": 7, "max": None}]
    assert first["according_to"][0]["cue"]["text"] == "said"


def test_jsonl_writes_statements_after_the_events() -> None:
    lines = [json.loads(x) for x in written("jsonl", coded(full_event(), statements=(statement(),))).splitlines()]
    assert [x["record"] for x in lines] == ["event", "statement"]


def test_csv_cells_are_never_formulas() -> None:
    text = written("csv", coded(event("attacked", contexts=("=cmd()",))))
    row = next(csv.DictReader(io.StringIO(text)))
    assert row["contexts"] == "'=cmd()"


def test_csv_puts_bounds_into_columns() -> None:
    row = next(csv.DictReader(io.StringIO(written("csv", coded(full_event())))))
    assert (row["killed_min"], row["killed_max"], row["place_country"]) == ("7", "", "MLI")
    assert row["actor_sectors"] == "REB"


def test_table_reads_like_a_sentence() -> None:
    text = written("table", coded(full_event()))
    assert "Rebels [MLI:REB] → army post [MLI:MIL]" in text
    assert "killed at least 7 (“at least seven”)" in text
