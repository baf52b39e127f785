"""What relative expressions are reckoned from, and the choice of year, month or week that the words leave open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.cues import DEEDS
from dateline.resolve.when.direction import FUTURE, PAST, UNKNOWN, Sense, sense_of
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period

MENTION = "another time expression"
_BESIDE = 6
"""Tokens within which what is mentioned is meant, whatever the tense: "by May, the same month as …"."""
_CLOSE = 60
"""Tokens within which a time of day still belongs to the day mentioned."""
_TOMORROW = 6
"""Days back to the weekday that tomorrow has."""
_SOME_DAYS = (3, 4, 5)
"""Days back to what only a look back names by its weekday."""
_SIGNS = 2
_LEAD, _REPORT = 80, 120
"""Tokens in which a report tells its news, and that it has at least."""
_UP_TO = frozenset(("to", "until", "till", "by", "for", "through", "before", "of", "next"))
"""Before a date that may be ahead of what is told in the past: "the sale ended talks for January"."""
_SOON, _LONG_AGO, _NEAR, _NEXT_MONTH, _YEAR = 280, 265, 95, 31, 366
"""Days: a date without a year is hardly ever further ahead, or further back when the other is near."""
_YEAR_TURN = 240
_FRESH, _AHEAD = 60, 30
"""Days before and after the day of writing whose dates news gives without a year, whatever year was told before."""


@dataclass(slots=True)
class Frame:
    """The day of writing and the state of the reading of one text (lives for one call).

    `today` is the day relative words count from and `basis` where it comes from; `narrative` tells a history, in
    which dates without a year follow the last one mentioned. `last` is the last period mentioned. `sentence` gives
    the tokens of the sentence around a token. `quarter` is the last quarter mentioned, `behind` the last period that is
    not ahead of today, and `day` the last day, each with its token. `months` tells that "the first nine months" were
    spoken of since the last quarter, `over` is the latest quarter mentioned that has ended, `told` the last day or
    month whose year the words gave, with its token, `years` the year last given for each month, `latest` the latest
    given for each day. `early` tells that the report is out a day before that of its place: the morrow's weekday is
    then the morrow, whatever the tense.
    """

    today: date | None
    basis: str
    narrative: bool
    sentence: Callable[[int], tuple[int, int]]
    last: Period | None = None
    last_token: int = -1
    quarter: Period | None = None
    behind: tuple[Period, int] | None = None
    day: tuple[Period, int] | None = None
    months: bool = False
    over: Period | None = None
    told: tuple[Period, int] | None = None
    years: dict[int, int] = field(default_factory=dict)
    latest: dict[tuple[int, int], int] = field(default_factory=dict)
    early: bool = False

    @property
    def reported(self) -> Period | None:
        """The quarter that a report of earnings compares with that of the year before: the latest over, if any is."""
        return self.over or self.quarter

    def direction(self, hit: Hit) -> int:
        """Whether the sentence speaks of the past or of the future at the words of a match."""
        return self.sense(hit).way

    def sense(self, hit: Hit) -> Sense:
        """The direction of the sentence at the words of a match, and whether it is sure."""
        low, high = self.sentence(hit.first)
        return sense_of(hit.tokens, hit.first, hit.last, low, high)

    def remember(self, hit: Hit, period: Period) -> None:
        """Make the period of a match the last one mentioned."""
        self.last, self.last_token = period, hit.last
        if not self._is_ahead(period):
            self.behind = (period, hit.last)
        if period.grain == "day":
            self.day = (period, hit.last)
        if hit.kind == "explicit" and period.grain in ("day", "month"):
            self.told = (period, hit.last)
            self.years[period.start.month] = period.start.year
            if period.grain == "day":
                day = (period.start.month, period.start.day)
                self.latest[day] = max(period.start.year, self.latest.get(day, 0))
        if period.grain == "quarter" and (self.today is None or period.start <= self.today):
            self._report(period)

    def _report(self, quarter: Period) -> None:
        self.quarter, self.months = quarter, False
        over = self.today is None or quarter.end < self.today
        if over and (self.over is None or quarter.end > self.over.end):
            self.over = quarter

    def mentioned(self, hit: Hit) -> tuple[Period, int] | None:
        """The last period mentioned, with its token; where the sentence tells of the past the last not ahead."""
        if self.last is None:
            return None
        far = hit.first - self.last_token > _BESIDE
        if far and self._is_ahead(self.last) and self.direction(hit) == PAST:
            return self.behind
        return self.last, self.last_token

    def _is_ahead(self, period: Period) -> bool:
        """True for what begins after today; after the morrow where the report is out early."""
        return self.today is not None and period.start > self.today + timedelta(days=self.early)

    def day_near(self, hit: Hit) -> Period | None:
        """The day mentioned within the last sentences before a match."""
        found = self.mentioned(hit)
        if found is None or found[0].grain != "day" or hit.first - found[1] >= _CLOSE:
            return None
        return found[0]

    def now(self) -> tuple[date, str] | None:
        """The day relative expressions count from, with its basis: the day of writing, or the last mention."""
        if self.narrative and self.last is not None:
            return self.last.start, MENTION
        return None if self.today is None else (self.today, self.basis)

    def then(self, hit: Hit) -> tuple[Period, str] | None:
        """The last period mentioned, else the day of writing."""
        if (found := self.mentioned(hit)) is not None:
            return found[0], MENTION
        return None if self.today is None else (periods.day(self.today), self.basis)

    def weekday(self, hit: Hit, number: int) -> tuple[Period, str] | None:
        """The day a bare weekday means: the closest before, or after if the sentence looks ahead; today if today."""
        now = self.now() if self.today is None else (self.today, self.basis)
        if now is None:
            return None
        anchor, basis = now
        back = (anchor.weekday() - number) % 7
        ahead = basis == MENTION or (back and self._looks_ahead(hit, back))
        return periods.day(anchor + timedelta(days=(number - anchor.weekday()) % 7 if ahead else -back)), basis

    def _looks_ahead(self, hit: Hit, back: int) -> bool:
        """False also for yesterday's name behind a loose cue, true for tomorrow's without one.

        "Were to meet Wednesday", said on Thursday; "the games begin Thursday", said on Wednesday: six days back a
        weekday is seldom named by itself. "Closed through Saturday" is told while it is closed.
        """
        if self.early and back == _TOMORROW and not _counts_back(hit):
            return True
        if hit.before() == "through":
            return True
        sense = self.sense(hit)
        if sense.way == UNKNOWN:
            return back == _TOMORROW
        return sense.way == FUTURE and not (sense.loose and back == 1)

    def heed_weekdays(self, hits: Iterable[Hit]) -> None:
        """Tell whether the report is out early: it tells of the morrow's weekday as past.

        News names the weekdays of its own day and those just over. Reports of the other side of the world, and those
        that were filed again, name the weekday after that of publication: of 90 articles read that did, three in four
        meant the morrow. The signs are the weekday of publication beside it, that it is in the lead of a report, and
        that no weekday further back is named: two of them are enough.
        """
        if self.today is None:
            return
        today = self.today.weekday()
        named = [(hit, (today - hit.number("day")) % 7) for hit in hits]
        its_own = [hit for hit, back in named if back == _TOMORROW]
        if not its_own or any(hit.before() == "since" for hit in its_own):
            return
        told = [(hit, back) for hit, back in named if self.direction(hit) == PAST and not _counts_back(hit)]
        days = {back for _, back in told}
        leads = bool(told) and told[0][1] == _TOMORROW and told[0][0].first < _LEAD
        lead = leads and len(told[0][0].tokens.codes) >= _REPORT
        signs = (0 in days) + lead + days.isdisjoint(_SOME_DAYS)
        self.early = _TOMORROW in days and (0 in days or lead) and signs >= _SIGNS

    def yearly(self, hit: Hit, make: Callable[[int], Period | None]) -> tuple[Period, str] | None:
        """The one of a yearly recurring period (a month, a day of a month, a feast) that the sentence means."""
        now = self.now()
        if now is None:
            return None
        anchor, basis = now
        if self.narrative:
            return _told(make, anchor, basis)
        choices = [made for shift in (-1, 0, 1) if (made := _made(make, anchor.year + shift)) is not None]
        fresh = any(-_AHEAD < (anchor - made.end).days < _FRESH for made in choices)
        if not fresh and (same := self._same_month(hit, make)) is not None:
            return same, MENTION
        past = [p for p in choices if p.start <= anchor]
        ahead = [p for p in choices if p.end >= anchor]
        return self._choose(hit, anchor, past, ahead, basis)

    def _same_month(self, hit: Hit, make: Callable[[int], Period | None]) -> Period | None:
        """The day of a month in the year that the words gave just before: "on May 5, 2003, … ; on May 9 they left".

        A day that was given several years is that of the latest of them, of which the report is likelier to tell.
        """
        if self.told is None or hit.first - self.told[1] >= _CLOSE or self.direction(hit) == FUTURE:
            return None
        last = self.told[0]
        found = _made(make, last.start.year)
        if found is not None and found.grain == "day":
            found = _made(make, self.latest.get((found.start.month, found.start.day), found.start.year))
        if found is None or found.grain != "day" or found.start.month != last.start.month:
            return None
        return found if last.grain == "month" or found.start >= last.start else None

    def _choose(
        self, hit: Hit, anchor: date, past: list[Period], ahead: list[Period], basis: str
    ) -> tuple[Period, str] | None:
        """The period that a name without its year means, of those behind and ahead of a day; None without any."""
        if not past or not ahead:
            return None if not (past or ahead) else ((past or ahead)[-1 if past else 0], basis)
        latest, soonest = past[-1], ahead[0]
        if latest == soonest and latest.grain == "month" and hit.after() in DEEDS:
            year = self.years.get(anchor.month, anchor.year)
            return next((period for period in past if period.start.year == year), latest), basis
        if latest == soonest or hit.before() == "ended":
            return latest, basis
        sense = self.sense(hit)
        if sense.way == PAST and latest.grain == "day" and hit.after() in DEEDS and (anchor - latest.end).days <= _YEAR:
            return latest, basis
        since, until = (anchor - latest.end).days, (soonest.start - anchor).days
        ends = (sense.way != PAST or not sense.sure) and _is_end(hit, latest.grain)
        if ends or (sense.way == FUTURE and sense.sure):
            chosen = soonest if until <= 2 * since or until < _SOON else latest
        elif sense.way == PAST:
            told = sense.sure and latest.grain != "day" and hit.before() not in _UP_TO
            near = _NEAR if latest.grain == "day" or not sense.sure else _NEXT_MONTH
            chosen = soonest if since > _LONG_AGO and until < near and not told else latest
        elif sense.way == FUTURE:
            chosen = soonest if until <= since else latest
        else:
            chosen = soonest if 2 * until < since else latest
        return chosen, basis


def _is_end(hit: Hit, grain: str) -> bool:
    """True for "by May", "before the November vote", "set for June 8": not told as past, it ends at a time ahead."""
    lead = hit.before(2) if hit.before() == "the" else hit.before()
    return lead in {"by", "before", "until", "till"} or (lead == "for" and grain == "day")


def _counts_back(hit: Hit) -> bool:
    """True for "since Tuesday", "that Sunday", "the Sunday after it": days that lie behind."""
    return hit.before() in {"since", "that"} or hit.after() in {"after", "before"}


def _told(make: Callable[[int], Period | None], anchor: date, basis: str) -> tuple[Period, str] | None:
    """In a history, the year of the last date; January after December is in the next."""
    same, following = _made(make, anchor.year), _made(make, anchor.year + 1)
    if same and following and (anchor - same.end).days > _YEAR_TURN and (following.start - anchor).days < _NEAR:
        return following, basis
    return (same, basis) if same else None


def _made(make: Callable[[int], Period | None], year: int) -> Period | None:
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None
