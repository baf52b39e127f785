"""XML of others: read without looking anything up, its names without their namespaces."""

from __future__ import annotations

from typing import Any


def parsed(data: bytes | str, *, mended: bool = False) -> Any:
    """The root of a document, None where nothing of it can be read; `mended` reads on behind mistakes.

    No entity is looked up in another file or on the net, and none is unfolded: it could grow without bound. Raises
    ValueError where it is broken.
    """
    from lxml import etree  # type: ignore[import-untyped]  # a library to load: only where there is such a file

    parser = etree.XMLParser(recover=mended, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def name(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
