"""When something happens every year: the rules of the calendar.

Easter, whose rule needs a library, has the same shape and lives in `bot.calendar`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol


class Rule(Protocol):
    """When something happens: none, one or (a lunar feast) two days of a Gregorian year."""

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of that year, in order; none where the rule or its table says nothing."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same month and day every year; `else_on` (month, day) stands for 29 February in common years,
    which has none without."""

    month: int
    day: int
    else_on: tuple[int, int] | None = None

    def dates_in(self, year: int) -> tuple[date, ...]:
        """One day, or none for a 29 February that nothing stands for."""
        try:
            return (date(year, self.month, self.day),)
        except ValueError:
            return (date(year, *self.else_on),) if self.else_on else ()


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth weekday of a month (Monday is 0; n = -1 is the last), `offset` days later."""

    weekday: int
    n: int
    month: int
    offset: int = 0

    def dates_in(self, year: int) -> tuple[date, ...]:
        """One day."""
        if self.n > 0:
            first = date(year, self.month, 1)
            day = first + timedelta((self.weekday - first.weekday()) % 7 + 7 * (self.n - 1))
        else:
            last = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(1)
            day = last - timedelta((last.weekday() - self.weekday) % 7 - 7 * (self.n + 1))
        return (day + timedelta(self.offset),)


@dataclass(frozen=True, slots=True)
class Unless:
    """`rule`, but `otherwise` in years when it would meet `clash` (France's Mother's Day)."""

    rule: Rule
    clash: Rule
    otherwise: Rule

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of whichever rule holds that year."""
        days = self.rule.dates_in(year)
        return self.otherwise.dates_in(year) if set(days) & set(self.clash.dates_in(year)) else days


@dataclass(frozen=True, slots=True)
class Until:
    """`before` up to and including a year, `rule` afterwards: the custom was moved for good."""

    rule: Rule
    year: int
    before: Rule

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of whichever rule holds that year."""
        return (self.before if year <= self.year else self.rule).dates_in(year)


@dataclass(frozen=True, slots=True)
class Moved:
    """`rule`, except in the years somebody (a chamber of commerce, an election) moved the day."""

    rule: Rule
    days: Mapping[int, date] = field(hash=False)

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The moved day, or the rule's."""
        return (self.days[year],) if year in self.days else self.rule.dates_in(year)


@dataclass(frozen=True, slots=True)
class Table:
    """The days of a feast that no simple arithmetic gives (the moon's calendars), in order."""

    days: tuple[date, ...]

    def dates_in(self, year: int) -> tuple[date, ...]:
        """None outside the table: silence is better than a wrong day."""
        first = bisect_left(self.days, date(year, 1, 1))
        return self.days[first : bisect_right(self.days, date(year, 12, 31))]
