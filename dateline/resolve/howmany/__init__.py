"""How many: counts in words and figures as ranges of numbers, and what is counted.

`ranges` reads a count, `numbers` the figures and words in it; `kinds` says what it counts, `apart` which numbers beside
an act count none of its people, `of_act` what is counted for one act.
"""

from dateline.resolve.howmany.kinds import kinds_of_none, what_is_counted
from dateline.resolve.howmany.of_act import counts_of_act
from dateline.resolve.howmany.ranges import count_range, read_count

__all__ = ["count_range", "counts_of_act", "kinds_of_none", "read_count", "what_is_counted"]
