"""Events as GeoJSON (RFC 7946) for maps: one feature an event, at its closest place, or with no geometry."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.exporters.shapes import CODED, Shape, flat
from dateline.records.coded import Coded
from dateline.records.flat import row
from dateline.records.stored_lines import moment


def write(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """A feature collection; InputError for records that have no places."""
    if not shape.layer:
        raise InputError("only events and incidents have places: choose another --format")
    out.write('{"type": "FeatureCollection", "features": [')
    for number, record in enumerate(records):
        values = row(shape.columns, record)
        lat, lon = values.pop("lat"), values.pop("lon")
        geometry = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
        feature = {"type": "Feature", "geometry": geometry, "properties": {k: _plain(v) for k, v in values.items()}}
        out.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False))
    out.write("\n]}\n")


def write_coded(coded: Iterable[Coded], out: TextIO) -> None:
    """The events of articles as a feature collection."""
    write(flat(coded), CODED, out)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else value
