"""Keeping in touch: a word for no reason every few months, on days that do not fall together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EVERY = (1, 2, 3, 6)
"""Months between two of them, to choose from."""

SOONEST = timedelta(days=7)
"""From the choice to the first: who has just been told about is on the owner's mind anyway."""

APART = 10
"""Days that are far enough from one another; further away is not better."""

LATEST_DAY = 28
"""The last day that every month has."""


@dataclass(frozen=True, slots=True)
class Touch:
    """That somebody is written to every so many months for no reason. `first` is one of the days on
    which they are; it lies between the 1st and the 28th, which every month has."""

    months: int
    first: date

    def days(self, first: date, last: date) -> list[date]:
        """The days from `first` to `last`, both included, that are theirs; none before the first."""
        every = max(self.months, 1)
        begun = self.first.replace(day=min(self.first.day, LATEST_DAY))
        soonest = max(0, _months_between(begun, first) // every * every)
        found = range(soonest, _months_between(begun, last) + 1, every)
        days = (months_after(begun, months) for months in found)
        return [day for day in days if first <= day <= last]


def _months_between(day: date, other: date) -> int:
    """How many months the other's is after the day's."""
    return (other.year - day.year) * 12 + other.month - day.month


def months_after(day: date, months: int) -> date:
    """The same day of a later month. Raises ValueError where that month has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)


def first_day(today: date, months: int, others: Iterable[Touch]) -> date:
    """The first day for somebody new: within the first so many months, where it meets the fewest
    days of the others in the year to come, and lies furthest from the rest of them."""
    last = months_after(today.replace(day=min(today.day, LATEST_DAY)), months)
    year = timedelta(days=366)
    taken = [day for one in others for day in one.days(today, last + year)]

    def crowd(day: date) -> tuple[int, int, date]:
        mine = set(Touch(months, day).days(today, last + year))
        near = min((abs((day - other).days) for other in taken), default=APART)
        return sum(other in mine for other in taken), -min(near, APART), day

    span = range((last - today).days + 1)
    days = [day for n in span if (day := today + SOONEST + timedelta(n)).day <= LATEST_DAY]
    return min(days, key=crowd)
