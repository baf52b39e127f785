"""Answers of web servers as archives keep them: status, type, page."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.html import MAX_PAGE, page

HEADER_END = re.compile(rb"\r?\n\r?\n")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
PAGE_TYPES = ("text/html", "application/xhtml+xml")
TEXT_TYPE = "text/plain"
UNREAD_CODINGS = ("br", "zstd", "compress")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status, its media type and character set (None if not told), its body, and how that is packed.

    A body packed with gzip or deflate is unpacked already.
    """

    status: int
    kind: str | None
    charset: str | None
    body: bytes
    coding: str = ""


def answer(message: bytes) -> Answer | None:
    """The answer in an HTTP message; None where it is none. Wrong chunk marks and codings are passed over."""
    status = STATUS.match(message)
    if status is None:
        return None
    end = HEADER_END.search(message)
    head, body = (message[: end.start()], message[end.end() :]) if end else (message, b"")
    fields = dict(
        (name.strip().lower(), value.strip())
        for name, mark, value in (line.partition(":") for line in head.decode("latin-1").splitlines()[1:])
        if mark
    )
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _joined(body)
    kind, charset = media_type(fields.get("content-type"))
    coding = fields.get("content-encoding", "").lower()
    return Answer(int(status[1]), kind, charset, _unpacked(body, coding), coding)


def media_type(value: str | None) -> tuple[str | None, str | None]:
    """The type and the character set of a Content-Type field."""
    kind, _, rest = (value or "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w:.-]+)", rest, re.IGNORECASE)
    return kind.strip().lower() or None, charset[1] if charset else None


def report(source: str, url: str | None, found: Answer) -> Draft | ArticleError | None:
    """The report in an answer: an error where its page holds none, None where it is no page or text at all."""
    if found.status != 200 or found.kind not in (*PAGE_TYPES, TEXT_TYPE) or not found.body.strip():
        return None
    if found.coding in UNREAD_CODINGS:
        return ArticleError(source, f"the page is packed with {found.coding}, which is not read: store it unpacked")
    if found.kind == TEXT_TYPE:
        text = decode(found.body, found.charset)
        return None if url and url.rstrip("/").endswith("/robots.txt") else Draft(source, text, url=url)
    try:
        return page(source, found.body, url, found.charset)
    except ArticleError as error:
        return error


def _joined(body: bytes) -> bytes:
    """A chunked body in one piece; as far as the marks are right, or as it is where the first is wrong already."""
    pieces: list[bytes] = []
    at = 0
    while (mark := CHUNK.match(body, at)) is not None:
        size = int(mark[1], 16)
        if size == 0:
            break
        pieces.append(body[mark.end() : mark.end() + size])
        at = mark.end() + size
    else:
        pieces.append(body[at:])
    return b"".join(pieces)


def _unpacked(body: bytes, coding: str) -> bytes:
    try:
        if "gzip" in coding and body.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, MAX_PAGE)
        if "deflate" in coding:
            wrapped = body[:1] == b"\x78"
            return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS).decompress(body, MAX_PAGE)
    except zlib.error:
        pass  # some servers name a coding that they did not use
    return body
