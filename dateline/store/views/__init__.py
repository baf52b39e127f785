"""What the workbench shows of a large store at once: lists, maps, bars and counts under any filter, in milliseconds.

`views` is what it asks. `columns` holds events and incidents as arrays (`state` at one moment), `selection` finds the
rows of a filter; `drawing` makes bars, counts and maps of them, `sums` (`told`) tables, `ties` relations, `portrait` an
actor, `queue` the order of reviews. `lists` are pages of what is not in memory, `paging` goes on in an order.
"""

from __future__ import annotations

from dateline.store.views.views import Views

__all__ = ["Views"]
