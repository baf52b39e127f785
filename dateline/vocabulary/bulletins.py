"""What reports that come out in series call themselves in their titles ("Situation Report No. 3"), as a pattern."""

from __future__ import annotations

BULLETIN = (
    "(?:report|update|bulletin|brief(?:ing)?|sitrep|digest|snapshot|overview|newsletter|monitor|dispatch|statement"
    "|press release)"
)
