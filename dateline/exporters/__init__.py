"""Exporters: one file and one line here for each format."""

from __future__ import annotations

from dateline.exporters import csv, jsonl, table
from dateline.exporters.base import Exporter

EXPORTERS: dict[str, Exporter] = {"table": table.write, "jsonl": jsonl.write, "csv": csv.write}
