"""Which days are whose: public occasions and personal dates of one contact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import MappingProxyType

from bot.calendar.calendar import Calendar
from bot.domain.contacts import Contact, FriendsDay, LeapDay, PersonalDate
from bot.domain.drafting import OccasionRef
from bot.domain.occasions import Audience, Occasion, OccasionDay
from bot.domain.whose import Switches, greeted

_NONE: Switches = MappingProxyType({})


NAME_DAY = "name-day"
"""The one public occasion that somebody may have a date of their own for."""

KEEP_IN_TOUCH = "keep-in-touch"


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
    return personal.on(year, leap_day)


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
    friends_day: FriendsDay = FriendsDay.MINE,
) -> list[DueDay]:
    """The days from `first` to `last`, both included, on which a contact is greeted, in order.

    Public feasts are those of the contact's country; Friend's Day is the owner's, because it is
    the owner who celebrates the friendship, unless `friends_day` or the contact says otherwise.
    `own` are the owner's own occasions. Personal dates come first in a day and are everybody's. A
    word for no reason waits where there is a reason. Who is deceased or wants no greetings has none.
    """
    if contact.paused or contact.deceased:
        return []
    language = contact.language
    found: dict[date, dict[str, OccasionRef]] = {}
    personal_dates = tuple(personal_dates)
    for personal in personal_dates:
        name = personal.name or calendar.name_of(personal.key, language) or personal.key
        for year in range(first.year, last.year + 1):
            day = personal_day(personal, year, leap_day)
            if day and first <= day <= last:
                found.setdefault(day, {})[personal.key] = OccasionRef(personal.key, name)
    named = any(personal.key == NAME_DAY for personal in personal_dates)
    theirs = contact.country or owner_country
    public = _public(calendar.between(first, last, theirs), friends=False)
    friends = chain.from_iterable(
        _public(calendar.between(first, last, country), friends=True)
        for country in friends_day_of(
            contact.friends_day or friends_day, owner_country, theirs, calendar
        )
    )
    for day, occasion in chain(public, friends, _days(own, first, last)):
        if greeted(occasion, contact, switches) and not (named and occasion.key == NAME_DAY):
            found.setdefault(day, {}).setdefault(occasion.key, occasion.ref_in(language))
    for day in contact.touch.days(first, last) if contact.touch else ():
        if day not in found:
            name = calendar.name_of(KEEP_IN_TOUCH, language) or KEEP_IN_TOUCH
            found[day] = {KEEP_IN_TOUCH: OccasionRef(KEEP_IN_TOUCH, name)}
    return [DueDay(day, tuple(found[day].values())) for day in sorted(found)]


def friends_day_of(
    choice: FriendsDay, mine: str, theirs: str, calendar: Calendar
) -> tuple[str, ...]:
    """The countries whose Friend's Day is kept; the owner's where the contact's has none."""
    keeps_one = any(
        occasion.audience is Audience.FRIENDS and occasion.default
        for occasion in calendar.occasions(theirs)
    )
    if choice is FriendsDay.MINE or not keeps_one or mine == theirs:
        return (mine,)
    return (theirs,) if choice is FriendsDay.THEIRS else (mine, theirs)


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
