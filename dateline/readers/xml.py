"""XML of others: read without looking anything up, its names without their namespaces."""

from __future__ import annotations

import re
from typing import Any

REFERENCE = re.compile(r"&#(x[0-9a-fA-F]{1,12}|\d{1,12});?")
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def parsed(data: bytes | str, *, mended: bool = False) -> Any:
    """The root of a document, None where nothing of it can be read; `mended` reads on behind mistakes.

    No entity is looked up in another file or on the net, and none is unfolded: it could grow without bound. Raises
    ValueError where it is broken.
    """
    from lxml import etree  # type: ignore[import-untyped]  # a library to load: only where there is such a file

    if mended and isinstance(data, str):
        data = REFERENCE.sub(_whole, data)
    parser = etree.XMLParser(recover=mended, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def _whole(reference: re.Match[str]) -> str:
    """A reference to a character as it is; to half of one (U+D800 to U+DFFF) what stands for the unknown.

    lxml takes halves in when it reads on behind mistakes, and fails later, where their words are asked for.
    """
    digits = reference[1]
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return UNKNOWN if 0xD800 <= code <= 0xDFFF else reference[0]


def name(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
