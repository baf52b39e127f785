from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from tests.readers.making import arc, http, page, warc
from tests.readers.reading import REPORT, read, written

PAGE = page().encode()


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:500], body[500:])) + b"0\r\n\r\n"


def test_pages_of_a_warc(tmp_path: Path) -> None:
    data = (
        warc(b"software: x\r\n", kind="warcinfo")
        + warc(http(PAGE))
        + warc(b"GET / HTTP/1.1\r\n\r\n", kind="request")
        + warc(http(b"gone", status="404 Not Found"), url="https://marava.example/gone")
        + warc(http(b"\x89PNG", kind="image/png"), url="https://marava.example/x.png")
        + warc(http(REPORT.encode(), kind="text/plain"), url="https://marava.example/2")
        + warc(REPORT.encode() + b" Again.", url="https://marava.example/3", kind="conversion", content="text/plain")
        + warc(b"log", url="metadata://crawler/log", kind="resource", content="text/plain")
    )
    for name, content in (
        ("a.warc", data),
        ("a.warc.gz", b"".join(map(gzip.compress, [data[:300], data[300:]]))),
        ("a", data),
    ):
        result = read(written(tmp_path, name, content))
        assert [article.url for article in result.articles] == [f"https://marava.example/{n}" for n in (1, 2, 3)]
        assert result.articles[0].published is None and result.skipped == []
        assert result.articles[0].source == f"{tmp_path}/{name}#https://marava.example/1"


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (chunked(PAGE), "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (chunked(gzip.compress(PAGE)), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
    ],
)
def test_codings_of_servers_right_and_wrong(tmp_path: Path, body: bytes, more: str) -> None:
    (article,) = read(written(tmp_path, "a.warc", warc(http(body, more=more)))).articles
    assert article.title == "Harbour blocked"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (warc(http(PAGE))[:-200], "the archive is cut off in its record 1: get it again"),
        (warc(http(b"x", status="404 No")), "no page or plain text with status 200 in the archive"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "the archive is damaged after its record 0"),
        (
            b"rubbish\r\n",
            "it does not begin as web archives do (WARC/1.1): get it again, or give it the ending of its kind",
        ),
        (warc(http(b"")) + b"rubbish\r\n", "the archive is damaged after its record 1"),
        (
            warc(http(PAGE, more="Content-Encoding: br\r\n")),
            "the page is packed with br, which is not read: store it unpacked",
        ),
    ],
)
def test_damaged_archives_are_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    assert read(written(tmp_path, "a.warc", data)).reasons == [reason]


def test_what_came_before_the_damage_is_read(tmp_path: Path) -> None:
    result = read(
        written(tmp_path, "a.warc", warc(http(PAGE)) + warc(http(PAGE), url="https://marava.example/2")[:-50])
    )
    assert len(result.articles) == 1 and len(result.skipped) == 1


def test_pages_of_an_arc(tmp_path: Path) -> None:
    data = arc("filedesc://a.arc", b"1 0 Crawler\nURL IP-address\n", "text/plain") + arc(
        "http://marava.example/a b?c", http(PAGE)
    )
    for name, content in (("a.arc", data), ("b.arc.gz", gzip.compress(data))):
        (article,) = read(written(tmp_path, name, content)).articles
        assert article.url == "http://marava.example/a b?c"
    result = read(written(tmp_path, "c.arc", data[:-300]))
    assert result.reasons == ["the archive is cut off in its record 2: get it again"]
