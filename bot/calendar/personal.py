"""Which days are whose: public occasions and personal dates of one contact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from types import MappingProxyType

from bot.calendar.calendar import Calendar
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.drafting import OccasionRef
from bot.domain.occasions import Audience, Occasion, OccasionDay
from bot.domain.whose import Switches, greeted

_NONE: Switches = MappingProxyType({})


class LeapDay(StrEnum):
    """When somebody born on 29 February is greeted in common years."""

    FEBRUARY_28 = "02-28"
    MARCH_1 = "03-01"


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day on which a contact is greeted, and for what: one greeting however many coincide."""

    day: date
    occasions: tuple[OccasionRef, ...]


def personal_day(
    personal: PersonalDate, year: int, leap_day: LeapDay = LeapDay.FEBRUARY_28
) -> date | None:
    """The day of a personal date in a year; None up to the year in which it happened itself."""
    if personal.year is not None and year <= personal.year:
        return None
    day = personal.on(year)
    if leap_day is LeapDay.MARCH_1 and day.day != personal.day:
        return date(year, 3, 1)
    return day


def days_for(
    contact: Contact,
    *,
    owner_country: str,
    first: date,
    last: date,
    calendar: Calendar,
    personal_dates: Iterable[PersonalDate] = (),
    own: Iterable[Occasion] = (),
    switches: Switches = _NONE,
    leap_day: LeapDay = LeapDay.FEBRUARY_28,
) -> list[DueDay]:
    """The days from `first` to `last`, both included, on which a contact is greeted, in order.

    Public feasts are those of the contact's country; Friend's Day is the owner's, because it is
    the owner who celebrates the friendship. `own` are the owner's own occasions. Personal dates
    come first in a day and are everybody's. Who is deceased or wants no greetings has none.
    """
    if contact.paused or contact.deceased:
        return []
    language = contact.language
    found: dict[date, dict[str, OccasionRef]] = {}
    for personal in personal_dates:
        name = personal.name or calendar.name_of(personal.key, language) or personal.key
        for year in range(first.year, last.year + 1):
            day = personal_day(personal, year, leap_day)
            if day and first <= day <= last:
                found.setdefault(day, {})[personal.key] = OccasionRef(personal.key, name)
    public = _public(calendar.between(first, last, contact.country or owner_country), friends=False)
    friends = _public(calendar.between(first, last, owner_country), friends=True)
    for day, occasion in chain(public, friends, _days(own, first, last)):
        if greeted(occasion, contact, switches):
            found.setdefault(day, {}).setdefault(occasion.key, occasion.ref_in(language))
    return [DueDay(day, tuple(found[day].values())) for day in sorted(found)]


def _public(days: Iterable[OccasionDay], *, friends: bool) -> Iterator[tuple[date, Occasion]]:
    for found in days:
        if (found.occasion.audience is Audience.FRIENDS) is friends:
            yield found.day, found.occasion


def _days(
    occasions: Iterable[Occasion], first: date, last: date
) -> Iterator[tuple[date, Occasion]]:
    for occasion in occasions:
        for year in range(first.year, last.year + 1):
            for day in occasion.dates_in(year):
                if first <= day <= last:
                    yield day, occasion
