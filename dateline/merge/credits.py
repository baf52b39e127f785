"""Which agency a report came from, as its opening, its credit line or its publisher says."""

from __future__ import annotations

import re

AGENCIES = {
    "AP": r"(?:The )?Associated Press|AP",
    "AFP": r"Agence France[- ]Presse|AFP",
    "Reuters": r"(?:Thomson )?Reuters|REUTERS",
    "UPI": r"United Press International|UPI",
    "dpa": r"Deutsche Presse-Agentur|dpa|DPA",
    "EFE": r"(?:ACAN-)?EFE",
    "ANSA": r"ANSA",
    "PTI": r"Press Trust of India|PTI",
    "IANS": r"IANS",
    "ANI": r"ANI",
    "PA": r"Press Association|PA Media",
    "Anadolu": r"Anadolu(?: Agency)?",
    "TASS": r"(?:ITAR-)?TASS|Tass",
    "RIA": r"RIA(?: Novosti)?",
    "Interfax": r"Interfax",
    "Xinhua": r"Xinhua(?: News Agency)?|XINHUA",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "SANA": r"SANA",
    "IRNA": r"IRNA",
    "Bloomberg": r"Bloomberg(?: News)?",
    "CNS": r"Catholic News Service",
}
"""News agencies, each with the forms of its name."""

LOOKED_AT = 400
"""Characters at the beginning and at the end in which a credit stands."""

_NAME = "|".join(f"(?P<{key}{{n}}>{forms})" for key, forms in AGENCIES.items())
_OPENING = re.compile(
    rf"\((?:{_NAME.format(n=1)})\)|/(?:{_NAME.format(n=2)})/|\b[Bb]y [^\n]{{0,60}}\b(?:{_NAME.format(n=3)})\b"
    rf"|^\s*(?:{_NAME.format(n=4)})\s*$",
    re.MULTILINE,
)
_CREDIT = re.compile(
    rf"\b(?:{_NAME.format(n=1)})\b[^.\n]{{0,80}}\bcontributed\b|\([^()\n]{{0,60}}\b(?:{_NAME.format(n=2)})\b[^()\n]{{0,40}}\)\s*$"
    rf"|(?:©|[Cc]opyright)[^.\n]{{0,20}}\b(?:{_NAME.format(n=3)})\b|[—–/-]\s*(?:{_NAME.format(n=4)})\s*$"
    rf"|\b(?:[Ww]ith|[Ss]ource:) [^.\n]{{0,40}}\b(?:{_NAME.format(n=5)})\b[^.\n]{{0,20}}$"
)
_PUBLISHER = re.compile(_NAME.format(n=""))


def agency(text: str, publisher: str | None = None) -> str | None:
    """The agency that a report credits or is published by, under one name ("AP"), or None."""
    if publisher and (found := _PUBLISHER.fullmatch(publisher.strip())):
        return found.lastgroup
    head, tail = text[:LOOKED_AT], text[-LOOKED_AT:].rstrip()
    found = _OPENING.search(head) or _CREDIT.search(tail)
    return found.lastgroup.rstrip("12345") if found and found.lastgroup else None
