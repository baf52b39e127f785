"""The forms that values of events take: each field with what checks a value and brings it into the form of the record.

A value that a person gives has no words of its own in the article unless they name some; its proof is then the words
that stood there before, or else the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.codebooks.codebook import Codebook
from dateline.codebooks.own import of_record
from dateline.errors import InputError
from dateline.records.resolved import COUNTED, PRECISIONS
from dateline.store.codes import folded_code

Json = dict[str, Any]

RANGE = re.compile(r"(\d[\d,.]*)\s*(?:(\+)|(?:-|–|\.\.)\s*(\d[\d,.]*))?$")
MOST = 10**15
"""No count is larger."""
LONGEST = 1000
"""Characters of a name."""


def codebook_of(record: Json) -> Codebook:
    """The codebook by which a record was coded; CodebookError where it is not here."""
    return of_record(record["codebook"])


def _type(field: str, value: Any, record: Json) -> str:
    return _one_of(field, value, tuple(codebook_of(record).types))


def _modes(field: str, value: Any, record: Json) -> list[str]:
    known = tuple(codebook_of(record).types[record["type"]].modes)
    return [_one_of(field, v, known) for v in _list(value)]


def _contexts(field: str, value: Any, record: Json) -> list[str]:
    return [_one_of(field, v, tuple(codebook_of(record).contexts)) for v in _list(value)]


def _status(field: str, value: Any, record: Json) -> str:
    return _one_of(field, value, tuple(codebook_of(record).status))


def _quad(field: str, value: Any, record: Json) -> str:
    return _one_of(field, value, tuple(codebook_of(record).quads))


def _one_of(field: str, value: Any, known: Sequence[str]) -> str:
    found = {folded_code(code): code for code in known}.get(folded_code(value)) if isinstance(value, str) else None
    if found is None:
        raise InputError(f"{field}: {value!r} is none of {', '.join(known) or '(there are none)'}")
    return found


def _list(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [v.strip() for v in value.split(",") if v.strip()]
    return value if isinstance(value, list) else [value]


def _intensity(field: str, value: Any, record: Json) -> float:
    return _number(field, value, -10, 10)


def _confidence(field: str, value: Any, record: Json) -> float:
    return _number(field, value, 0, 1)


def _number(field: str, value: Any, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise InputError(f"{field}: {value!r} is no number from {least} to {most}")
    return float(value)


def _words(field: str, value: Any, record: Json) -> Json:
    """Words of the sentence as a piece: where they are said to stand, else where they stand first."""
    if isinstance(value, Mapping):
        if value.get("span") is not None:
            return _at_span(field, value, record)
        value = value.get("text")
    evidence = record["evidence"]
    at = evidence["text"].find(value) if isinstance(value, str) and value else -1
    if at < 0:
        raise InputError(f"{field}: {value!r} does not stand in the sentence “{evidence['text']}”")
    start = evidence["span"][0] + at
    return {"text": value, "span": [start, start + len(value)]}


def _at_span(field: str, value: Mapping[str, Any], record: Json) -> Json:
    """The words at their span, which lies in the sentence, or is that of words the field has already."""
    text, span = value.get("text"), value["span"]
    if not (isinstance(span, list | tuple) and len(span) == 2 and all(_is_offset(x) for x in span)):
        raise InputError(f"{field}: {span!r} is no span: two offsets in the text of the article")
    start, end = span
    evidence, first = record["evidence"], record["evidence"]["span"][0]
    inside = first <= start < end <= evidence["span"][1] and evidence["text"][start - first : end - first] == text
    if not inside and (text, start, end) not in _pieces(record.get(field)):
        raise InputError(f"{field}: {text!r} does not stand at {start} to {end} in the sentence “{evidence['text']}”")
    return {"text": text, "span": [start, end]}


def _pieces(value: Any) -> set[tuple[str, int, int]]:
    """The words of a field, of its cues too."""
    entries = value if isinstance(value, list) else [value] if value else []
    found = [piece for entry in entries for piece in (entry, entry.get("cue")) if piece]
    return {(piece["text"], *piece["span"]) for piece in found}


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _hedge(field: str, value: Any, record: Json) -> Json | None:
    return None if value is None else _words(field, value, record)


def _cameo(field: str, value: Any, record: Json) -> str | None:
    if value is not None and not re.fullmatch(r"\d{2,4}", str(value)):
        raise InputError(f"cameo: {value!r} is no CAMEO code (two to four digits) and not null")
    return None if value is None else str(value)


def _parties(field: str, value: Any, record: Json) -> list[Json]:
    return [_party(field, entry, record) for entry in _entries(field, value)]


def _party(field: str, entry: Mapping[str, Any], record: Json) -> Json:
    country, sectors = entry.get("country"), entry.get("sectors") or []
    if not isinstance(sectors, list):
        raise InputError(f"{field}: sectors are a list of codes")
    if country is not None and not re.fullmatch(r"[A-Z]{3}", str(country)):
        raise InputError(f"{field}: country {country!r} is no code of three capitals such as MLI, IGO")
    for sector in sectors:
        _one_of(f"{field}: sectors", sector, tuple(codebook_of(record).sectors))
    return _proof(field, entry, record) | {
        "name": _text(field, entry, "name"),
        "country": country,
        "sectors": list(sectors),
        "id": _text(field, entry, "id"),
        "basis": "",
    }


def _voices(field: str, value: Any, record: Json) -> list[Json]:
    return [
        _party(field, entry, record) | {"cue": _words(field, entry["cue"], record) if entry.get("cue") else None}
        for entry in _entries(field, value)
    ]


def _places(field: str, value: Any, record: Json) -> list[Json]:
    """Places that somebody set, in the form of the record; InputError where a value is none."""
    out = []
    for entry in _entries(field, value):
        lat, lon = entry.get("lat"), entry.get("lon")
        if (lat is None) != (lon is None):
            raise InputError("where: give lat and lon, or neither")
        if entry.get("precision") is not None:
            _one_of("where: precision", entry["precision"], PRECISIONS)
        out.append(
            _proof(field, entry, record)
            | {name: _text(field, entry, name) for name in ("name", "country", "admin1")}
            | {
                "lat": None if lat is None else _number("where: lat", lat, -90, 90),
                "lon": None if lon is None else _number("where: lon", lon, -180, 180),
                "geonames_id": _whole(field, entry, "geonames_id"),
                "precision": entry.get("precision"),
                "basis": "",
            }
        )
    return out


def _text(field: str, entry: Mapping[str, Any], name: str) -> str | None:
    value = entry.get(name)
    if value is not None and not (isinstance(value, str) and len(value) <= LONGEST):
        raise InputError(f"{field}: {name} is a text of at most {LONGEST} characters, or null")
    return value


def _whole(field: str, entry: Mapping[str, Any], name: str) -> int | None:
    value = entry.get(name)
    if value is not None and not (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53):
        raise InputError(f"{field}: {name} is a whole number, or null")
    return value


def _entries(field: str, value: Any) -> list[Mapping[str, Any]]:
    entries = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(entry, Mapping) for entry in entries):
        raise InputError(f"{field} takes a JSON list of objects, as the record has it")
    return entries


def _proof(field: str, entry: Mapping[str, Any], record: Json) -> Json:
    """The words that a person names, else those that stood there, else the sentence."""
    if entry.get("text"):
        return _words(field, entry, record)
    before = record.get(field)
    first = (before[0] if before else None) if isinstance(before, list) else before
    source = first or record["evidence"]
    return {"text": source["text"], "span": source["span"]}


def _when(field: str, value: Any, record: Json) -> Json | None:
    """A day, two days with a slash between ("2024-07-01/2024-07-31", either side may be empty), or the object."""
    if value is None:
        return None
    entry: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    if isinstance(value, str):
        start, slash, end = value.partition("/")
        entry = {"start": start or None, "end": (end or None) if slash else start}
    days = [_day(entry.get(name)) for name in ("start", "end")]
    if days == [None, None]:
        raise InputError(f"when: {value!r} is no day (2024-07-29) and no two days (2024-07-01/2024-07-31)")
    start_day, end_day = days
    if start_day and end_day and end_day < start_day:
        raise InputError(f"when: {value!r} ends before it begins")
    precision = _text(field, entry, "precision") or ("day" if start_day == end_day else "vague")
    return _proof(field, entry, record) | {
        "start": start_day.isoformat() if start_day else None,
        "end": end_day.isoformat() if end_day else None,
        "precision": precision,
        "basis": "",
    }


def _day(value: Any) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise InputError(f"when: {value!r} is no day such as 2024-07-29") from error


def count(what: str, value: Any, record: Json) -> Json:
    """A number, "10-14", "7+", or an object with min and max."""
    least, most = bounds(what, value)
    before = next((c for c in record["counts"] if c["what"] == what), None)
    entry = value if isinstance(value, Mapping) else {}
    proof = _proof("counts", entry, record | {"counts": before})
    return {"what": what} | proof | {"min": least, "max": most}


def bounds(what: str, value: Any) -> tuple[float | None, float | None]:
    """The least and the most of a number as people give it: 12, "10-14", "7+", or an object; else InputError."""
    if _is_count(value):
        return value, value
    if isinstance(value, Mapping) and {"min", "max"} & set(value):
        least, most = value.get("min"), value.get("max")
        if all(bound is None or _is_count(bound) for bound in (least, most)):
            return least, most
    match = RANGE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise InputError(f'counts.{what}: {value!r} is no number, range ("10-14"), least number ("7+") or null')
    first, plus, last = match.groups()
    low = _plain(first)
    high = None if plus else _plain(last) if last else low
    if not _is_count(low) or not (high is None or _is_count(high)):
        raise InputError(f"counts.{what}: no count is larger than {MOST:,}")
    return low, high


def _is_count(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST


def _plain(words: str) -> int | float:
    number = float(words.replace(",", ""))
    return int(number) if number.is_integer() else number


def _counts(field: str, value: Any, record: Json) -> list[Json]:
    entries = _entries(field, value)
    return [count(_one_of("counts: what", e.get("what"), COUNTED), e, record) for e in entries]


FIELDS: Mapping[str, Callable[[str, Any, Json], Any]] = {
    "type": _type,
    "modes": _modes,
    "contexts": _contexts,
    "quad": _quad,
    "intensity": _intensity,
    "cameo": _cameo,
    "trigger": _words,
    "actors": _parties,
    "recipients": _parties,
    "where": _places,
    "when": _when,
    "counts": _counts,
    "status": _status,
    "hedge": _hedge,
    "according_to": _voices,
    "confidence": _confidence,
}
"""Each field that can be edited, with what brings its value into form."""
