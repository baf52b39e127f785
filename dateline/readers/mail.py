"""Mails (RFC 5322, MIME): single ones, boxes of them (mbox, RFC 4155), pages that browsers save as such (MHTML)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO, cast

from dateline.errors import ArticleError
from dateline.readers import html
from dateline.readers.base import Draft, Enclosed
from dateline.readers.decode import decode
from dateline.readers.source import Stream, beside, streamed

MOST_BYTES = 50_000_000
"""Longest mail that is read, with all that is attached to it."""
MARKS = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|x-mailer|delivered-to|list-id):", re.IGNORECASE | re.MULTILINE
)
"""Lines that programs write and no person does."""
HEADS = re.compile(rb"^(?:from|date|subject):", re.IGNORECASE | re.MULTILINE)
BOX = re.compile(rb"From \S+.*\d\d:\d\d.*\r?\n[A-Za-z][A-Za-z0-9-]*:")
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*: ?")
ANSWERED = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
"""What programs put before the subject of an answer, or of what is sent on."""
SIGNED = "-- "
"""The line below which a signature stands (RFC 3676)."""
SAVED_PAGE = ("Snapshot-Content-Location", "Content-Location")


@dataclass(frozen=True, slots=True)
class Mail:
    """Mails, as lists, services and colleagues send reports: one report a mail, and what is attached as files are."""

    suffixes: tuple[str, ...] = (".eml", ".mbox", ".mht", ".mhtml")

    def claims(self, head: bytes) -> bool:
        """True where the content begins with the head of a mail as programs write it, or as a box of mails does."""
        if BOX.match(head):
            return True
        first = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
        return bool(HEADER.match(first) and MARKS.search(first) and len(HEADS.findall(first)) > 1)

    def read(self, stream: Stream) -> Iterator[Draft | Enclosed | ArticleError]:
        """The reports mail by mail, each followed by what is attached to it; a mail without words is an error."""
        if not BOX.match(stream.head):
            yield from _read(stream.name, _all(stream))
            return
        for number, data in enumerate(_boxed(stream), 1):
            place = f"{stream.name}:{number}"
            try:
                yield from _read(place, data)
            except ArticleError as error:
                yield error


def _all(stream: Stream) -> bytes:
    data = stream.bytes.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ArticleError(stream.name, _too_long())
    return data


def _boxed(stream: Stream) -> Iterator[bytes]:
    """The mails of a box: each begins with a line "From …" that follows an empty one."""
    lines: list[bytes] = []
    length, after_empty = 0, True
    while line := stream.bytes.readline(MOST_BYTES):
        if after_empty and line.startswith(b"From ") and lines:
            yield ESCAPED.sub(rb"\1", b"".join(lines))
            lines, length = [], 0
        after_empty = not line.strip()
        length += len(line)
        if length <= MOST_BYTES:
            lines.append(line)
        elif lines:
            lines = [lines[0], b"\n"]  # told as a mail without words
    if lines:
        yield ESCAPED.sub(rb"\1", b"".join(lines))


def _read(place: str, data: bytes) -> Iterator[Draft | Enclosed | ArticleError]:
    """The report of a mail, and what is attached to it; raises ArticleError where there is neither."""
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        yield from _reports(place, mail)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ArticleError(place, f"the mail is too broken to read ({type(error).__name__})") from error


def _reports(place: str, mail: Message) -> Iterator[Draft | Enclosed | ArticleError]:
    """What a mail holds: its own words, mails within it, and files attached."""
    parts = list(_parts(mail))
    sent, sender = _header(mail, "Date"), _sender(mail)
    body = _body(place, mail, [part for part in parts if not _attached(part)])
    if body is not None:
        yield body
    attached = [part for part in parts if _attached(part)]
    for number, part in enumerate(attached, 1):
        name = _line(part.get_filename() or "").replace("/", "_") or f"attachment-{number}"
        if part.get_content_type() == "message/rfc822":
            for inner in cast("list[Message]", part.get_payload())[:1]:
                yield from _reports(f"{place}/{name}", inner)
        elif beside([name])[0]:  # no picture, program or style
            content = cast(BinaryIO, io.BytesIO(_content(part)))
            try:
                yield Enclosed(streamed(f"{place}/{name}", name, content), published=sent, publisher=sender)
            except ArticleError as error:
                yield error
    if body is None and not attached:
        raise ArticleError(place, "the mail has no words")


def _parts(mail: Message) -> Iterator[Message]:
    """The parts of a mail that hold something; those of mails in it stay with these."""
    if mail.get_content_type() != "message/rfc822" and mail.is_multipart():
        for part in cast("list[Message]", mail.get_payload()):
            yield from _parts(part)
    else:
        yield mail


def _attached(part: Message) -> bool:
    return (
        part.get_content_disposition() == "attachment"
        or part.get_content_type() == "message/rfc822"
        or (part.get_filename() is not None and part.get_content_maintype() != "text")
    )


def _body(place: str, mail: Message, parts: list[Message]) -> Draft | None:
    """What the mail itself says: its plain text, else its page; None where it says nothing."""
    page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    address = next((found for name in SAVED_PAGE if (found := _saved(mail, page, name))), None)
    if page is not None and address is not None:
        return html.page(place, _content(page), address, page.get_content_charset())
    texts = [_unquoted(_text(part)) for part in parts if part.get_content_type() == "text/plain"]
    text = "\n\n".join(filter(None, texts))
    if not text and page is not None:
        text = _page_text(place, page)
    if not text:
        return None
    return Draft(
        place,
        text,
        id=_header(mail, "Message-ID").strip(" <>") or None,
        title=ANSWERED.sub("", _header(mail, "Subject")) or None,
        published=_header(mail, "Date") or None,
        publisher=_sender(mail),
        language=_header(mail, "Content-Language").partition(",")[0] or None,
    )


def _saved(mail: Message, page: Message | None, name: str) -> str | None:
    """The web address of a page that a browser saved; its mail is dated by the day of saving."""
    found = _header(mail, name) or (_header(page, name) if page is not None else "")
    return found if found.startswith(("http://", "https://")) else None


def _page_text(place: str, page: Message) -> str:
    """The words of a mail that is a page: its main text, or all of it where it has no such, as short ones have not."""
    from dateline.readers.markup import plain  # a library to load: only where there is markup

    try:
        return html.page(place, _content(page), charset=page.get_content_charset()).text
    except ArticleError:
        return plain(_text(page))


def _text(part: Message) -> str:
    return decode(_content(part), part.get_content_charset())


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _unquoted(text: str) -> str:
    """The words of the mail itself: without those of the mails that it answers (lines with >) and its signature."""
    lines = text.replace("\r\n", "\n").split("\n")
    if SIGNED in lines:
        lines = lines[: lines.index(SIGNED)]
    return "\n".join(line for line in lines if not line.startswith(">")).strip()


def _sender(mail: Message) -> str | None:
    name, address = parseaddr(_header(mail, "From"))
    return name or address or None


def _header(mail: Message, name: str) -> str:
    """What stands in a header, on one line, its encoded words read (RFC 2047); empty where it is not there."""
    found = mail.get(name)
    if found is None:
        return ""
    try:
        return _line(str(make_header(decode_header(found))))
    except (LookupError, ValueError):
        return _line(str(found))


def _line(words: str) -> str:
    return " ".join(words.split())


def _too_long() -> str:
    return f"the mail is longer than {MOST_BYTES:,} bytes: save what is attached to it as files"
