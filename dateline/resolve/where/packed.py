"""Places and names in compressed blocks: less than half the bytes of one row each, and still found one by one.

A block of places is a column after the other, so that like values stand together; a block of names is the names, then
how many places each has, then the numbers of the places. Standard library only, as `build` is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

PLACES = 64
NAMES = 128
"""How many stand in a block: larger ones save a few hundredths of the file and take longer to open."""

KINDS = ("country", "admin1", "admin2", "city", "water", "mountain", "area", "facility")
Place = tuple[int, str, str, str, int | None, int | None, float | None, float | None, float | None, int, int]
"""GeoNames id, name, kind, country, admin1, admin2, lat, lon, radius, population, spellings."""

_COLUMNS = (
    "I",
    "B",
    "2s",
    "I",
    "I",
    "i",
    "i",
    "H",
    "I",
    "I",
)  # a place without its name; 0, _NOWHERE and _ENDLESS stand for "none"
_FIELDS = tuple(struct.Struct("<" + kind) for kind in _COLUMNS)
_POPULATION = 8  # which column it is
_STEP = 100_000  # degrees are kept to five decimals (about a metre), as GeoNames has them
_NOWHERE = -(2**31)
_ENDLESS = 2**16 - 1


def pack_places(places: Sequence[Place]) -> bytes:
    """One block of places."""
    columns = zip(*map(_numbers, places), strict=True)
    parts = [struct.pack("<" + kind * len(places), *column) for kind, column in zip(_COLUMNS, columns, strict=True)]
    return zlib.compress(b"".join(parts) + "\n".join(place[1] for place in places).encode(), 9)


def opened_places(block: bytes) -> bytes:
    """What a block of places holds: opening it takes longer than finding one in it."""
    return zlib.decompress(block)


def place_at(data: bytes, index: int, size: int) -> Place:
    """The place at `index` of an opened block of `size` places."""
    values, start = [], 0
    for field in _FIELDS:
        values.append(field.unpack_from(data, start + index * field.size)[0])
        start += field.size * size
    name = data[start:].split(b"\n", index + 1)[index].decode()
    geonames_id, kind_, country, admin1, admin2, lat, lon, radius, population, spellings = values
    return (
        geonames_id,
        name,
        KINDS[kind_],
        country.decode(),
        admin1 or None,
        admin2 or None,
        None if lat == _NOWHERE else lat / _STEP,
        None if lon == _NOWHERE else lon / _STEP,
        None if radius == _ENDLESS else float(radius),
        population,
        spellings,
    )


def pack_names(names: Sequence[tuple[str, Sequence[int]]]) -> bytes:
    """One block of names, in order, each with its numbers."""
    words = "\n".join(name for name, _ in names).encode()
    counts = struct.pack(f"<{len(names)}H", *(len(numbers) for _, numbers in names))
    numbers = [number for _, numbers in names for number in numbers]
    return zlib.compress(words + b"\0" + counts + struct.pack(f"<{len(numbers)}I", *numbers), 9)


def opened_names(block: bytes) -> bytes:
    """What a block of names holds, each name with a line break before and after it."""
    words, numbers = zlib.decompress(block).split(b"\0", 1)
    return b"\n" + words + b"\n\0" + numbers


def numbers_of(data: bytes, name: str) -> tuple[int, ...]:
    """The numbers of a name in its opened block; () where it is not there."""
    end = data.index(b"\0")
    at = data.find(b"\n" + name.encode() + b"\n", 0, end)
    if at < 0:
        return ()
    index, size = data.count(b"\n", 0, at), data.count(b"\n", 0, end) - 1
    counts = struct.unpack_from(f"<{size}H", data, end + 1)
    start = end + 1 + 2 * size + 4 * sum(counts[:index])
    return struct.unpack_from(f"<{counts[index]}I", data, start)


def names_beginning(block: bytes, start: str) -> list[tuple[int, ...]]:
    """The numbers of each name of a block that begins so."""
    data = zlib.decompress(block)
    end = data.index(b"\0")
    names = data[:end].split(b"\n")
    counts = struct.unpack_from(f"<{len(names)}H", data, end + 1)
    out, at, first = [], end + 1 + 2 * len(names), start.encode()
    for name, count in zip(names, counts, strict=True):
        if name.startswith(first):
            out.append(struct.unpack_from(f"<{count}I", data, at))
        at += 4 * count
    return out


def populations(block: bytes, indexes: Sequence[int], size: int) -> list[int]:
    """How many live in the places at these indexes of a block of `size` places."""
    data = zlib.decompress(block)
    start = sum(field.size for field in _FIELDS[:_POPULATION]) * size
    return [_FIELDS[_POPULATION].unpack_from(data, start + 4 * index)[0] for index in indexes]


def _numbers(place: Place) -> tuple[int | bytes, ...]:
    geonames_id, _, kind, country, admin1, admin2, lat, lon, radius, population, spellings = place
    return (
        geonames_id,
        KINDS.index(kind),
        country.encode(),
        admin1 or 0,
        admin2 or 0,
        _NOWHERE if lat is None else round(lat * _STEP),
        _NOWHERE if lon is None else round(lon * _STEP),
        _ENDLESS if radius is None else round(radius),
        population,
        spellings,
    )
