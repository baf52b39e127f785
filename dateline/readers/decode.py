"""Bytes of any usual encoding as text, with nothing lost."""

from __future__ import annotations

import codecs
import re

from dateline.errors import ArticleError
from dateline.readers.source import Stream

GOOD_UTF8 = re.compile(
    rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
"""Well-formed UTF-8 (Unicode Standard, table 3-7)."""

CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b")) + b"\x7f"
OLE = b"\xd0\xcf\x11\xe0"
LOCKED = "an office file that a password locks, or of an older kind: save it as .docx or .xlsx without a password"
OUTLOOK = "this is a mail as Outlook keeps it: save it there as text or HTML, or as .eml in another mail program"
SIGNATURES = (
    (0, b"PK\x03\x04", "a zip or office file: unpack it or save it as text first"),
    (0, OLE, "an office file of an older kind: save it as .docx, .xlsx or PDF"),
    (0, b"\x89PNG", "an image"),
    (0, b"\xff\xd8\xff", "an image"),
    (0, b"GIF8", "an image"),
    (0, b"\x28\xb5\x2f\xfd", "packed with zstd: unpack it first"),
    (0, b"BZh", "packed with bzip2: unpack it first"),
    (0, b"\xfd7zXZ", "packed with xz: unpack it first"),
    (257, b"ustar", "a tar archive: unpack it first, or make a zip of it"),
)
"""Where and by which bytes files are known that hold no plain text."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: UTF-8 where it is well formed, then `declared`, then a mixture of UTF-8 and Windows-1252.

    A byte order mark is dropped. In the mixture each run of good UTF-8 is kept and each other byte is read as
    Windows-1252, so that files put together from several sources lose nothing.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    encoding = _known(declared)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return _mixed(data)


def refuse_binary(stream: Stream) -> None:
    """Nothing where the stream looks like text; raises ArticleError where its first bytes are no text at all."""
    head = stream.head
    if stream.suffix == ".msg" and head.startswith(OLE):
        raise ArticleError(stream.name, OUTLOOK)
    if stream.suffix in (".docx", ".xlsx") and head.startswith(OLE):
        raise ArticleError(stream.name, f"this is {LOCKED}")
    for at, signature, what in SIGNATURES:
        if head.startswith(signature, at):
            raise ArticleError(stream.name, f"this is {what}")
    controls = len(head) - len(head.translate(None, CONTROL))
    if b"\x00" in head or controls > len(head) * 0.02 + 1:
        raise ArticleError(stream.name, "this is a binary file, not text")


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip(" \t\"';")).name
    except (LookupError, ValueError):
        return None
    # The web reads these two as Windows-1252 (WHATWG Encoding Standard), and undefined bytes are left to the mixture.
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name.startswith("utf-8") else name


def _mixed(data: bytes) -> str:
    pieces: list[str] = []
    last = 0
    for run in GOOD_UTF8.finditer(data):
        pieces += _windows(data[last : run.start()]), run.group().decode("utf-8")
        last = run.end()
    return "".join([*pieces, _windows(data[last:])])


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # five bytes have no meaning there
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
