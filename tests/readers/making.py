"""Pages, archives and zips to read."""

from __future__ import annotations

import io
import zipfile

BODY = """
<p>Fishermen in the port of Marava blocked the harbour on Monday in protest at higher fuel prices, witnesses said.</p>
<p>The governor met their leaders in the evening and promised to bring the matter before the cabinet this week.</p>
<p>It is the third such protest this year. Two earlier ones ended with a promise that was not kept, the men say.</p>
"""


def page(head: str = "", body: str = BODY, lang: str = "en") -> str:
    """An HTML page of the Marava Post."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>Harbour blocked - Marava Post</title>{head}"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>Harbour blocked</h1>{body}</article>"
        f"<footer>Copyright 2024 Marava Post</footer></body></html>"
    )


def http(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """An answer of a server."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def warc(
    block: bytes, url: str = "https://marava.example/1", kind: str = "response", content: str = "application/http"
) -> bytes:
    """A record of a WARC file."""
    fields = ("WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"Content-Type: {content}")
    head = "\r\n".join([*fields, f"Content-Length: {len(block)}", "", ""])
    return head.encode() + block + b"\r\n\r\n"


def arc(url: str, block: bytes, kind: str = "text/html") -> bytes:
    """A record of an ARC file."""
    return f"{url} 127.0.0.1 20080501120000 {kind} {len(block)}\n".encode() + block + b"\n"


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
