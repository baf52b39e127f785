"""Small PDFs, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class At:
    """Words at a place of a page; `font` is F1 (regular) or F2 (bold)."""

    left: float
    base: float
    text: str
    size: float = 11
    font: str = "F1"
    turned: bool = False


def column(texts: Sequence[str], *, left: float = 72, top: float = 700, gap: float = 14) -> list[At]:
    """Lines of one column."""
    return [At(left, top - gap * n, text) for n, text in enumerate(texts)]


def pdf(pages: Sequence[Sequence[At]], *, info: str = "", xmp: str = "", rotated: int = 0) -> bytes:
    """A file of these pages; `info` are entries of its document information, `xmp` its metadata."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/Lang(en-GB){'/Metadata 6 0 R' if xmp else ''}>>",
        f"<</Type/Pages/Kids[{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        f"<<{info}>>",
        _stream(xmp, "/Type/Metadata/Subtype/XML"),
    ]
    for number, page in enumerate(pages):
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            f"/Rotate {rotated}/Contents {8 + 2 * number} 0 R>>",
            _stream("".join(map(_drawn, page))),
        ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 5 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _stream(content: str, entries: str = "") -> str:
    return f"<<{entries}/Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream"


def _drawn(at: At) -> str:
    text = at.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    matrix = "0 1 -1 0" if at.turned else "1 0 0 1"
    return f"BT /{at.font} {at.size} Tf {matrix} {at.left} {at.base} Tm ({text}) Tj ET\n"
