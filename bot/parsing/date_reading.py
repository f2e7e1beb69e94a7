"""What comes of reading a text as a date."""

import datetime as dt
from calendar import isleap, monthrange
from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """Which comes first in 3/5. `ASK` where the owner's language and country do not settle it."""

    DMY = "dmy"
    MDY = "mdy"
    ASK = "ask"


_MONTH_FIRST = frozenset({"US", "FM", "GU", "MH", "MP", "PW"})
_MIXED = frozenset({"", "CA", "PH", "PR"})


def date_order(language: str, country: str = "") -> Order:
    """The order of day and month of an owner; the tag's own region counts when no country is given."""
    base, _, region = language.replace("_", "-").partition("-")
    where = (country or region).upper()
    if base != "en":
        return Order.ASK if where in _MONTH_FIRST else Order.DMY
    if where in _MONTH_FIRST:
        return Order.MDY
    return Order.ASK if where in _MIXED else Order.DMY


class Status(StrEnum):
    """What came of reading a text as a date."""

    OK = "ok"
    AMBIGUOUS = "ambiguous"
    IMPOSSIBLE = "impossible"
    NOT_A_DATE = "not_a_date"


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a text says as a date.

    `month` and `day` are set when `status` is OK, `year` when it was said or follows. Reasons:
    ambiguous `order`, `swapped` (only the unusual order fits), `weekday` (does not fit the date),
    `day_only`, `today_or_next`, `this_or_next`; impossible `no_such_month`, `no_such_day`,
    `not_leap_year`, `year_ahead`, `year_past`; ok `year_dropped` (a birthday's year that is yet to
    come says when, not since when); not a date `vague` (a month or a week without a day).
    """

    status: Status
    words: str
    month: int | None = None
    day: int | None = None
    year: int | None = None
    time: dt.time | None = None
    options: tuple["DateReading", ...] = ()
    reason: str | None = None

    @property
    def date(self) -> dt.date | None:
        """The calendar day, when the year is known too."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def next_on_or_after(self, today: dt.date) -> dt.date | None:
        """The date, or its next return when the year is unknown (29 February: a leap year's)."""
        if self.date or self.month is None or self.day is None:
            return self.date
        for year in range(today.year, today.year + 9):
            if impossible_because(self.day, self.month, year) is None:
                found = dt.date(year, self.month, self.day)
                if found >= today:
                    return found
        return None


def impossible_because(day: int, month: int, year: int | None) -> str | None:
    """Why no calendar holds this day; None when one does."""
    if not 1 <= month <= 12:
        return "no_such_month"
    if not 1 <= day <= monthrange(2000, month)[1]:
        return "no_such_day"
    if (month, day) == (2, 29) and year is not None and not isleap(year):
        return "not_leap_year"
    return None
