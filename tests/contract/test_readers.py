"""What holds for every reader of the table: a new one gets these tests by giving a sample here."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.readers import READERS
from tests.readers.making import arc, http, page, warc
from tests.readers.pdf_making import column, pdf
from tests.readers.reading import REPORT, read, written
from tests.readers.test_mail import mail

TWO = [f"{REPORT} One.", f"{REPORT} Two."]
SAMPLES: dict[str, Callable[[], bytes]] = {
    "warc": lambda: b"".join(
        warc(http(text.encode(), "text/plain"), url=f"http://m.example/{n}") for n, text in enumerate(TWO)
    ),
    "arc": lambda: (
        arc("filedesc://x", b"1 0 x\n")
        + b"".join(arc(f"http://m.example/{n}", http(text.encode(), "text/plain")) for n, text in enumerate(TWO))
    ),
    "pdf": lambda: pdf([column([TWO[0]])]),
    "rtf": lambda: (r"{\rtf1\ansi\ansicpg1252 " + TWO[0] + r"\par}").encode(),
    "jsonl": lambda: "".join(json.dumps({"text": text}) + "\n" for text in TWO).encode(),
    "json": lambda: json.dumps([{"text": text} for text in TWO]).encode(),
    "mail": lambda: b"".join(
        b"From a@m.example Fri Aug  2 14:30:00 2024\n" + mail(text, id=f"{n}@m.example") + b"\n"
        for n, text in enumerate(TWO)
    ),
    "feed": lambda: (
        "<rss><channel><title>M</title>"
        + "".join(f"<item><title>Arrests {n}</title><description>{t}</description></item>" for n, t in enumerate(TWO))
        + "</channel></rss>"
    ).encode(),
    "html": lambda: page().encode(),
    "csv": lambda: ("id,text\n" + "".join(f'{n},"{text}"\n' for n, text in enumerate(TWO))).encode(),
    "text": lambda: TWO[0].encode(),
}
NAMES = sorted(READERS)


def test_every_reader_has_a_sample() -> None:
    assert set(SAMPLES) == set(READERS)


@pytest.mark.parametrize("name", NAMES)
def test_suffixes_are_its_own(name: str) -> None:
    others = {suffix for other, reader in READERS.items() if other != name for suffix in reader.suffixes}
    assert READERS[name].suffixes and not others & set(READERS[name].suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS[name].suffixes)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["own", "own.gz", "none"])
def test_the_sample_is_read_under_any_name_and_twice_the_same(name: str, ending: str, tmp_path: Path) -> None:
    suffix = "" if ending == "none" else READERS[name].suffixes[0] + ending.removeprefix("own")
    content = SAMPLES[name]()
    file = written(tmp_path, f"sample{suffix}", gzip.compress(content) if ending.endswith("gz") else content)
    first, second = read(file), read(file)
    assert first.articles and first.articles == second.articles and first.skipped == []
    assert all(article.source and article.source.startswith(str(file)) for article in first.articles)
    assert len({article.id for article in first.articles}) == len(first.articles)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_at_most_lines_never_a_crash(name: str, data: st.DataObject, tmp_path: Path) -> None:
    content = bytearray(SAMPLES[name]())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
        content = content or bytearray(b" ")
    result = read(written(tmp_path, f"damaged{READERS[name].suffixes[0]}", bytes(content)))
    assert all(error.source and error.reason and "\n" not in str(error) for error in result.skipped)
    for article in result.articles:
        article.text.encode()
