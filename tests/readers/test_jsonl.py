from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from tests.readers.reading import REPORT, read, written


def line(**fields: object) -> str:
    return json.dumps({"text": REPORT} | fields) + "\n"


def test_fields_and_exact_text(tmp_path: Path) -> None:
    text = f"  {REPORT}\r\nTwo lines.\u2028 \n"
    record = line(
        id="r1",
        text=text,
        published="2024-08-02T10:00:00+02:00",
        publisher="The Marava Post",
        url="https://m.example/1",
        language="en",
        extra=[1],
    )
    (article,) = read(written(tmp_path, "a.jsonl", record)).articles
    assert article.text == text
    assert (article.id, article.published, article.publisher) == ("r1", "2024-08-02T10:00:00+02:00", "The Marava Post")
    assert (article.url, article.language, article.source) == ("https://m.example/1", "en", f"{tmp_path}/a.jsonl:1")


def test_title_becomes_the_first_line_unless_the_text_begins_with_it(tmp_path: Path) -> None:
    records = line(title="Two held in Marava") + line(title="Two held", text=f"Two held\n{REPORT}") + line(title=" ")
    first, second, third = read(written(tmp_path, "a.jsonl", records)).articles
    assert first.text == f"Two held in Marava\n{REPORT}" and first.title == "Two held in Marava"
    assert second.text == f"Two held\n{REPORT}"
    assert third.text == REPORT and third.title is None


def test_each_bad_line_is_one_clear_line_and_the_others_are_read(tmp_path: Path) -> None:
    records = "".join(
        [
            "not json at all\n",
            line(id="a"),
            '{"id": "b", "text": \n',
            "[1, 2]\n",
            '{"id": "c"}\n',
            '{"id": "d", "text": "  "}\n',
            '{"id": "e", "text": 7}\n',
            '{"id": ["f"], "text": "x"}\n',
            "\n",
            line(id="g", text=f"{REPORT} It was the second time."),
        ]
    )
    result = read(written(tmp_path, "a.jsonl", records))
    assert [article.id for article in result.articles] == ["a", "g"]
    assert [error.source.rpartition(":")[2] for error in result.skipped] == ["1", "3", "4", "5", "6", "7", "8"]
    assert result.reasons == [
        "not valid JSON (expecting value, column 1)",
        "not valid JSON (expecting value, column 21)",
        'not a JSON object: each line has to be {"text": …, …}',
        'no text: a record needs a field "text" with the words of the report (its fields: id)',
        "the text is empty",
        'the field "text" is not a string',
        'the field "id" has to be a string, not a list',
    ]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a"])
@pytest.mark.parametrize(
    "broken", ['{"id": "a", "text": "cut off', '{"id": "a" "text": "x"}', "{'id': 'a'}", "{no json", '{"id": "a"}}']
)
def test_a_broken_first_line_does_not_hide_the_others(tmp_path: Path, name: str, broken: str) -> None:
    rest = [line(id=str(n), text=f"{REPORT} Number {n}. {'So it went on. ' * 300}") for n in range(4)]
    result = read(written(tmp_path, name, f"{broken}\n" + "".join(rest)))
    assert [article.id for article in result.articles] == ["0", "1", "2", "3"]
    assert [error.source.rpartition(":")[2] for error in result.skipped] == ["1"]
    assert result.reasons[0].startswith("not valid JSON (") and ", column " in result.reasons[0]


def test_a_broken_first_line_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"id": "a", "text": "cut off\n' + line(id="b").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    result = read("-")
    assert [article.id for article in result.articles] == ["b"]
    assert [error.source for error in result.skipped] == ["standard input:1"]


def test_objects_over_several_lines_stay_whole(tmp_path: Path) -> None:
    records = [{"id": str(n), "text": f"{REPORT}\nNumber {n}."} for n in range(3)]
    raw = "\n".join(json.dumps(r).replace("\\n", "\n") for r in records)  # line breaks inside strings, as some write
    assert len(read(written(tmp_path, "a.jsonl", raw)).articles) == 3
    nested = json.dumps([{"tags": [{"a": 1}, {"b": 2}], **r} for r in records], indent=1)[1:-1].replace("\n },", "\n }")
    assert len(read(written(tmp_path, "b.jsonl", nested)).articles) == 3


def test_a_line_is_decoded_by_itself(tmp_path: Path) -> None:
    data = line(id="a", text=f"{REPORT} Café").encode() + f'{{"id": "b", "text": "{REPORT} Señor"}}\n'.encode("cp1252")
    assert [article.text[-5:] for article in read(written(tmp_path, "a.jsonl", data)).articles] == [" Café", "Señor"]


def test_half_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, "a.jsonl", '{"text": "' + REPORT + ' \\ud83d end"}\n')).articles
    assert article.text == f"{REPORT} \ufffd end"
    article.text.encode()


def test_nul_in_a_text_is_refused(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.jsonl", '{"text": "a\\u0000b"}\n')).reasons == [
        "the text holds NUL characters: it is binary or damaged"
    ]


def test_a_line_beyond_all_measure_is_passed_over(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.jsonl", b'{"text": "' + b"x" * 17_000_000 + b'"}\n' + line(id="b").encode()))
    assert [article.id for article in result.articles] == ["b"]
    assert result.reasons == ["the line is longer than 16,000,000 bytes"]


def test_nesting_without_end_is_one_line(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.jsonl", '{"text": ' + "[" * 100_000 + "\n" + line(id="b")))
    assert len(result.articles) == 1 and len(result.reasons) == 1


def test_truncated_gzip_gives_what_was_whole_and_one_line(tmp_path: Path) -> None:
    whole = gzip.compress("".join(line(id=str(n), text=f"{REPORT} Number {n * 7919}.") for n in range(3000)).encode())
    result = read(written(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
    assert result.reasons == ["the gzip data end early: the file is cut off, get it again"]
    assert 0 < len(result.articles) < 3000


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"x" * 4000, mtime=0)[:20], gzip.compress(b"word " * 900, mtime=0)[:40] + b"\xff" * 40, b"\x1f\x8b"],
)
def test_broken_gzip_is_one_line(tmp_path: Path, content: bytes) -> None:
    result = read(written(tmp_path, "a.txt.gz", content))
    assert result.articles == [] and len(result.reasons) == 1


def test_gzip_is_told_by_content(tmp_path: Path) -> None:
    assert len(read(written(tmp_path, "a.jsonl", gzip.compress(line().encode()))).articles) == 1
