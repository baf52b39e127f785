"""The rules, one file a kind of expression; `pieces` and `amounts` are parts of several, `titles` are no times."""

from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.rules.beyond import RULES as BEYOND
from dateline.resolve.when.rules.clock import RULES as CLOCK
from dateline.resolve.when.rules.dates import RULES as DATES
from dateline.resolve.when.rules.durations import RULES as DURATIONS
from dateline.resolve.when.rules.holidays import RULES as HOLIDAYS
from dateline.resolve.when.rules.months import RULES as MONTHS
from dateline.resolve.when.rules.near_days import RULES as NEAR_DAYS
from dateline.resolve.when.rules.offsets import RULES as OFFSETS
from dateline.resolve.when.rules.quarters import RULES as QUARTERS
from dateline.resolve.when.rules.references import RULES as REFERENCES
from dateline.resolve.when.rules.relative import RULES as RELATIVE
from dateline.resolve.when.rules.sets import RULES as SETS
from dateline.resolve.when.rules.stretches import RULES as STRETCHES
from dateline.resolve.when.rules.weekdays import RULES as WEEKDAYS
from dateline.resolve.when.rules.weeks import RULES as WEEKS
from dateline.resolve.when.rules.years import RULES as YEARS

RULES: tuple[Rule, ...] = (
    *DATES,
    *MONTHS,
    *HOLIDAYS,
    *YEARS,
    *QUARTERS,
    *WEEKDAYS,
    *WEEKS,
    *NEAR_DAYS,
    *RELATIVE,
    *STRETCHES,
    *BEYOND,
    *OFFSETS,
    *CLOCK,
    *SETS,
    *DURATIONS,
    *REFERENCES,
)
"""All rules, in order of preference among matches of the same words."""
