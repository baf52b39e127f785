"""How many: counts in words and figures as ranges of numbers, and what is counted."""

from dateline.resolve.howmany.kinds import what_is_counted
from dateline.resolve.howmany.ranges import count_range, read_count

__all__ = ["count_range", "read_count", "what_is_counted"]
