from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.readers.reading import REPORT, read, written


def records(number: int) -> list[dict[str, str]]:
    return [{"id": str(n), "text": f"{REPORT} Number {n}. “Très” 💥"} for n in range(number)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_list_is_read_piece_by_piece(tmp_path: Path, indent: int | None, ascii_only: bool) -> None:
    file = written(tmp_path, "a.json", json.dumps(records(3000), indent=indent, ensure_ascii=ascii_only))
    articles = read(file).articles
    assert [article.text for article in articles] == [record["text"] for record in records(3000)]
    assert articles[1].source == f"{file}[2]"


def test_one_object_and_a_sequence_of_objects(tmp_path: Path) -> None:
    one = json.dumps(records(1)[0], indent=1)
    assert len(read(written(tmp_path, "a.json", one)).articles) == 1
    assert len(read(written(tmp_path, "b.json", one + "\n" + json.dumps(records(2)[1], indent=1))).articles) == 2
    assert len(read(written(tmp_path, "c.json", "\n".join(map(json.dumps, records(4))))).articles) == 4


def test_records_without_text_are_lines_of_their_own(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.json", json.dumps([{"id": "x"}, *records(1), 5])))
    assert len(result.articles) == 1
    assert [error.source.removeprefix(str(tmp_path)) for error in result.skipped] == ["/a.json[1]", "/a.json[3]"]


def test_broken_json_gives_what_came_before(tmp_path: Path) -> None:
    whole = json.dumps(records(20))
    result = read(written(tmp_path, "a.json", whole[: len(whole) // 2]))
    assert len(result.articles) == 9 or len(result.articles) == 10
    assert len(result.reasons) == 1 and result.reasons[0].startswith("not valid JSON after report ")


@pytest.mark.parametrize("indent", [None, 1])
def test_the_place_of_what_is_broken_is_told(tmp_path: Path, indent: int | None) -> None:
    text = json.dumps(records(4000), indent=indent)
    at = text.index('"3999"')
    broken = text[:at] + "?" + text[at:]
    (reason,) = read(written(tmp_path, "a.json", broken)).reasons
    place = f", line {broken.count(chr(10), 0, at) + 1}, column {at - broken.rfind(chr(10), 0, at)})"
    assert reason.startswith("not valid JSON after report 3999 (") and reason.endswith(place)


def test_an_empty_list_is_silent(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.json", "[]"))
    assert result.articles == [] and result.skipped == []
