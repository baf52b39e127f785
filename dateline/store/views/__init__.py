"""What the workbench shows of a large store at once: lists, maps, bars and counts under any filter, in milliseconds."""

from __future__ import annotations

from dateline.store.views.views import Views

__all__ = ["Views"]
