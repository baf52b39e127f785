"""What every format of a store's answers promises."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from dateline.cli.asking import ENDINGS, Format
from dateline.errors import InputError
from dateline.exporters import ANSWERS, beside, shapes
from dateline.exporters.shapes import (
    ARTICLES,
    CORRECTIONS,
    EVENTS,
    HISTORY,
    INCIDENTS,
    NEWS,
    PARTIES,
    RUNS,
    STATEMENTS,
    Shape,
    counted,
)
from dateline.fixed import replace
from dateline.merge.incident import incident
from dateline.records.addition import ArticleWithdrawal
from dateline.records.corrected import Corrected
from dateline.records.dyad import Dyad
from dateline.records.event import Event
from dateline.records.incident import Change
from dateline.records.run import Run
from dateline.records.stored import StoredArticle, StoredEvent, StoredParty, StoredStatement
from dateline.records.watch import News
from tests.make import coded, event, full_event, statement
from tests.merge.reports import GAO, Tell, passages, report

AT = datetime(2024, 8, 2, 12, tzinfo=UTC)
ARTICLE = coded().article


def stored(one: Event) -> StoredEvent:
    return StoredEvent(one.id, one, ARTICLE, "r1", AT, edited=("status",))


TOLD = Tell("Rebels attacked a post near Gao.", "attacked", place=("Gao", GAO, "settlement"), killed=(7, None))
RECORDS: dict[str, tuple[Shape, list[Any]]] = {
    "events": (EVENTS, [stored(full_event()), stored(event("condemned", contexts=("=cmd()",)))]),
    "statements": (STATEMENTS, [StoredStatement(statement(), ARTICLE, "r1", AT)]),
    "articles": (
        ARTICLES,
        [
            StoredArticle(ARTICLE, AT, None, 3, 1, 120),
            StoredArticle(ARTICLE, AT, "a0", 0, 0, 90, ArticleWithdrawal("w1", ARTICLE.id, "ana", AT, "taken back")),
        ],
    ),
    "corrections": (
        CORRECTIONS,
        [
            Corrected(
                *("d1", "edit", None, "ana", AT, "killed set", "the third paragraph", None, stored(full_event())),
                *(None, "status", "happened", "planned"),
            ),
            Corrected("d2", "judgement", None, "ben", AT, "a and b differ", "two towns", None, None),
        ],
    ),
    "parties": (PARTIES, [StoredParty("p1", "Rebels", "MLI", ("REB",), None, 3, 1, 0)]),
    "counts": (counted(("type",)), [{"type": "ASSAULT", "events": 4}]),
    "history": (HISTORY, [stored(event("condemned")), stored(full_event())]),
    "incidents": (INCIDENTS, [incident(passages(report("a", "2024-07-29", TOLD))[:1], {})]),
    "news": (
        NEWS,
        [
            News(
                *("mali", "changed", ("figure",), incident(passages(report("a", "2024-07-29", TOLD))[:1], {}), ()),
                (Change("ea00", AT, "revised", "a", "counts.killed: 7 → 9", "counts.killed", 7, 9),),
            )
        ],
    ),
    "runs": (RUNS, [(Run("r1", "0.1", "m1", "plover@2.0", {"floor": "0.5"}, AT), 3, 7)]),
    "dyads": (
        shapes.dyads(("material_conflict",), sectors=True),
        [Dyad("2024-07", AT.date(), "MLI", "REB", "MLI", "MIL", 2, (("material_conflict", 2),), -9.0, 7, 3)],
    ),
}
PLACED = {"events", "history", "incidents", "news"}
"""What a map can show."""
UNLISTED = (shapes.CODED, shapes.MEMBERS)
"""What no command lists: it is written beside something else, or before there is a store."""


@pytest.fixture(params=sorted(ANSWERS))
def format(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=sorted(RECORDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(format: str, shape: Shape, records: list[Any]) -> bytes:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", newline="")
    ANSWERS[format](iter(records), shape, out)
    out.flush()
    return raw.getvalue()


def rows(format: str, content: bytes) -> int:
    text = content.decode("utf-8", "replace")
    if format == "parquet":
        return int(pyarrow.parquet.read_table(io.BytesIO(content)).num_rows)
    if format == "xlsx":
        return zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").count(b"<row ") - 1
    if format == "gpkg":
        with layers(content) as file:
            return sum(file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names_of(file))
    if format == "geojson":
        return len(json.loads(text)["features"])
    return len(text.splitlines()) - (format != "jsonl")


@contextmanager
def layers(content: bytes) -> Iterator[sqlite3.Connection]:
    """A GeoPackage opened, with the functions that programs for maps bring."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(content)
        for name, place in (("ST_MinX", 0), ("ST_MaxX", 0), ("ST_MinY", 1), ("ST_MaxY", 1)):
            file.create_function(name, 1, lambda point, place=place: struct.unpack("<dd", point[13:])[place])
        file.create_function("ST_IsEmpty", 1, lambda point: point is None)
        yield file


def names_of(file: sqlite3.Connection) -> list[str]:
    """What its layers are called."""
    return [name for (name,) in file.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid")]


def test_every_kind_of_answer_has_a_sample() -> None:
    shaped = [shape for name, shape in vars(shapes).items() if isinstance(shape, Shape) and shape not in UNLISTED]
    assert {id(shape) for shape in shaped} <= {id(shape) for shape, _ in RECORDS.values()}


def test_no_record_is_lost_and_none_is_no_error(format: str, kind: str) -> None:
    shape, records = RECORDS[kind]
    if format in ("geojson", "gpkg") and kind not in PLACED:
        with pytest.raises(InputError, match="only events and incidents have places"):
            written(format, shape, records)
        return
    assert rows(format, written(format, shape, records)) == len(records)
    assert rows(format, written(format, shape, [])) == 0
    assert written(format, shape, records) == written(format, shape, records)


def test_the_command_line_knows_all_formats() -> None:
    assert [f.value for f in Format] == list(ANSWERS)
    assert set(ENDINGS.values()) | {"table"} == set(ANSWERS)


def test_json_lines_hold_the_whole_record_and_when_it_came() -> None:
    first = json.loads(written("jsonl", *RECORDS["events"]).splitlines()[0])
    assert first["recipients"][0]["text"] == "army post"
    assert (first["passage"], first["run"], first["recorded"], first["superseded"], first["edited"]) == (
        "e-attacked", "r1", "2024-08-02T12:00:00.000000Z", None, ["status"],
    )  # fmt: skip


def test_csv_is_flat_and_never_a_formula() -> None:
    first, second = csv.DictReader(io.StringIO(written("csv", *RECORDS["events"]).decode()))
    assert (first["start"], first["killed_min"], first["lat"]) == ("2024-07-29", "7", "16.27")
    assert second["contexts"] == "'=cmd()" and second["recorded"] == "2024-08-02T12:00:00.000000Z"


def test_csv_says_flags_as_r_reads_them() -> None:
    (first,) = csv.DictReader(io.StringIO(written("csv", *RECORDS["statements"]).decode()))
    assert first["quoted"] == "FALSE"


def test_geojson_has_points_in_the_order_of_the_standard() -> None:
    first, second = json.loads(written("geojson", *RECORDS["events"]))["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}
    assert first["properties"]["type"] == "ASSAULT" and "lat" not in first["properties"]
    assert second["geometry"] is None


def test_a_geopackage_says_how_many_it_holds_and_goes_on_counting() -> None:
    # QGIS shows this number where a layer is filtered, and counts by itself only where the table is there.
    with layers(written("gpkg", *RECORDS["events"])) as file:
        assert file.execute("SELECT * FROM gpkg_ogr_contents").fetchall() == [("events", 2)]
        file.execute("DELETE FROM events WHERE fid = 1")
        assert file.execute("SELECT * FROM gpkg_ogr_contents").fetchall() == [("events", 1)]
        file.execute("INSERT INTO events (type) VALUES ('PROTEST')")
        assert file.execute("SELECT * FROM gpkg_ogr_contents").fetchall() == [("events", 2)]


def test_a_geopackage_has_an_index_of_its_points_that_follows_edits() -> None:
    # Without it QGIS reads a layer whole, however little of it is on the screen.
    with layers(written("gpkg", *RECORDS["events"])) as file:
        about = "SELECT table_name, column_name, extension_name, scope FROM gpkg_extensions"
        assert file.execute(about).fetchall() == [("events", "geom", "gpkg_rtree_index", "write-only")]
        near = "SELECT id FROM rtree_events_geom WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?"
        assert file.execute(near, (0, -1, 17, 16)).fetchall() == [(1,)]
        assert file.execute(near, (10, 9, 17, 16)).fetchall() == []
        file.execute("UPDATE events SET geom = (SELECT geom FROM events WHERE fid = 1) WHERE fid = 2")
        assert file.execute(near, (0, -1, 17, 16)).fetchall() == [(1,), (2,)]
        file.execute("UPDATE events SET geom = NULL WHERE fid = 1")
        file.execute("UPDATE events SET fid = 7 WHERE fid = 2")
        assert file.execute(near, (0, -1, 17, 16)).fetchall() == [(7,)]
        file.execute("DELETE FROM events")
        assert file.execute("SELECT count(*) FROM rtree_events_geom").fetchone() == (0,)


def test_without_r_trees_a_geopackage_has_no_index_and_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if "USING rtree" in sql:
                raise sqlite3.OperationalError("no such module: rtree")
            return super().execute(sql, *values)

    connect = sqlite3.connect
    monkeypatch.setattr("dateline.exporters.gpkg.sqlite3.connect", lambda *a, **k: connect(*a, factory=Plain, **k))
    content = written("gpkg", *RECORDS["events"])
    monkeypatch.undo()
    with layers(content) as file:
        assert file.execute("SELECT count(*) FROM events").fetchone() == (2,)
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE '%rtree%'").fetchone() == (0,)


def test_a_geopackage_is_what_it_says_and_has_the_tables_that_the_standard_asks_for() -> None:
    content = written("gpkg", *RECORDS["events"])
    with layers(content) as file:
        assert [file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")] == [
            0x47504B47, 10300,
        ]  # fmt: skip
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        systems = [number for (number,) in file.execute("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id")]
        assert systems == [-1, 0, 4326]
        about = file.execute("SELECT data_type, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents").fetchall()
        assert about == [("features", -0.04, 16.27, -0.04, 16.27, 4326)]
        of = file.execute("SELECT * FROM gpkg_geometry_columns").fetchall()
        assert of == [("events", "geom", "POINT", 4326, 0, 0)]


def test_a_geopackage_has_points_precision_and_types() -> None:
    with layers(written("gpkg", *RECORDS["events"])) as file:
        kinds = {name: kind for _, name, kind, *_ in file.execute("PRAGMA table_info(events)")}
        assert {name: kinds[name] for name in ("start", "recorded", "trigger_start", "killed_min", "type")} == {
            "start": "DATE", "recorded": "DATETIME", "trigger_start": "INTEGER", "killed_min": "DOUBLE", "type": "TEXT",
        }  # fmt: skip
        assert "lat" not in kinds
        (point, *first), (none, *_) = file.execute(
            "SELECT geom, point_precision, start, recorded, contexts FROM events"
        )
    assert point[:4] == b"GP\0\1" and struct.unpack("<iBIdd", point[4:]) == (4326, 1, 1, -0.04, 16.27)
    assert first[:3] == ["settlement", "2024-07-29", "2024-08-02T12:00:00.000Z"] and none is None


def test_a_geopackage_of_incidents_has_their_events_beside_them() -> None:
    shape, (one,) = RECORDS["incidents"]
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8")
    write = beside("gpkg", lambda ids: [replace(stored(full_event()), passage=id_) for id_ in ids])
    assert write is not None and beside("geojson", lambda ids: []) is None
    write(iter([one]), shape, out)
    with layers(raw.getvalue()) as file:
        assert names_of(file) == ["incidents", "events"]
        joined = file.execute("SELECT i.summary, e.evidence FROM events e JOIN incidents i USING (incident_id)")
        assert [len(row) for row in joined] == [2] * len(one.events)


def test_parquet_has_types(tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written("parquet", *RECORDS["events"])))
    kinds = {name: str(table.schema.field(name).type) for name in ("start", "lat", "recorded", "trigger_start", "type")}
    assert kinds == {
        "start": "date32[day]", "lat": "double", "recorded": "timestamp[us, tz=UTC]", "trigger_start": "int64",
        "type": "string",
    }  # fmt: skip


def test_a_list_has_one_line_a_record_whatever_the_article_says() -> None:
    odd = StoredStatement(statement(), coded().article, "r1", AT)
    object.__setattr__(odd.article, "publisher", "A\tpaper\n\x1b[31mred")
    lines = written("table", STATEMENTS, [odd]).decode().splitlines()
    assert len(lines) == 2 and "\x1b" not in lines[1]
    assert lines[1].count("\t") == lines[0].count("\t")
