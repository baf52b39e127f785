"""What a time expression means: the value a rule gives to the words it matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.fixed import fixed
from dateline.resolve.when.periods import Period


@fixed()
class Reading:
    """TimeML value and type, and the days meant (None where open or unknown).

    `anchor` is the period that later expressions ("the next day") count from, None if this one gives none.
    """

    timex: str | None
    kind: str
    start: date | None = None
    end: date | None = None
    precision: str | None = None
    basis: str = "none"
    anchor: Period | None = None

    def over(self, start: date | None, end: date | None, basis: str, precision: str = "range") -> Reading:
        """The same value with other days."""
        return replace(self, start=start, end=end, basis=basis, precision=precision)


def dated(period: Period, basis: str, suffix: str = "", kind: str = "DATE") -> Reading:
    """A date, or a time of day (`suffix` "TMO", "T14:00") on a date."""
    timex = period.timex + suffix
    return Reading(timex, "TIME" if suffix else kind, period.start, period.end, period.grain, basis, period)


def spread(first: Period, last: Period, basis: str) -> Reading:
    """A stretch from one period to another."""
    whole = Period(first.start, max(first.end, last.end), "range", f"{first.timex}/{last.timex}")
    return Reading(whole.timex, "DATE", whole.start, whole.end, "range", basis, last)


def unresolved(timex: str | None = None, kind: str = "DATE", basis: str = "unresolved") -> Reading:
    """A date whose day cannot be told."""
    return Reading(timex, kind, basis=basis)


def reference(timex: str) -> Reading:
    """A vague PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Reading(timex, "DATE", precision="vague")


def span_of_time(timex: str) -> Reading:
    """A length of time that is not placed on the calendar."""
    return Reading(timex, "DURATION")


def repeated(timex: str) -> Reading:
    """A set of times."""
    return Reading(timex, "SET")
