"""A year at a glance: whose days it holds, and who was greeted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.calendar import KEEP_IN_TOUCH, Calendar
from bot.domain.greetings import State
from bot.domain.owners import Owner
from bot.services import occasions, plan
from storage.unit import Unit


@dataclass(slots=True)
class YearDay:
    """A day on which somebody is due, or was greeted. `personal`: whose own day it is, by the name
    the owner uses; `shared`: for how many people each public occasion is, by its name. `due` and
    `greeted` are ids of contacts."""

    day: date
    personal: list[str] = field(default_factory=list)
    shared: dict[str, int] = field(default_factory=dict)
    due: set[int] = field(default_factory=set)
    greeted: set[int] = field(default_factory=set)

    @property
    def people(self) -> int:
        """How many are due, or were greeted although they are due no more."""
        return len(self.due | self.greeted)


@dataclass(frozen=True, slots=True)
class Year:
    """The days that hold something, in order."""

    year: int
    days: tuple[YearDay, ...]

    def of(self, month: int) -> list[YearDay]:
        """Those of a month."""
        return [one for one in self.days if one.day.month == month]

    @property
    def greeted(self) -> int:
        """How many people were greeted at least once."""
        return len(set[int]().union(*(one.greeted for one in self.days)))


async def at_a_glance(unit: Unit, owner: Owner, calendar: Calendar, year: int) -> Year:
    """What is due in a year as things are now, and what was sent."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    days: dict[date, YearDay] = {}
    people = await plan.people(unit, owner, calendar)
    for person in people:
        own_keys = {KEEP_IN_TOUCH, *(one.key for one in person.dates)}
        for found in plan.days_of(person, owner, calendar, first, last):
            day = days.setdefault(found.day, YearDay(found.day))
            day.due.add(person.contact.id)
            keys = [one.key for one in found.occasions]
            if own_keys & set(keys):
                day.personal.append(person.contact.called)
            for key in keys:
                if key not in own_keys:
                    name = _name(key, found.day, owner, calendar, [person])
                    day.shared[name] = day.shared.get(name, 0) + 1
    for sent in await unit.greetings.find(owner_id=owner.id, states={State.SENT}, since=first):
        if sent.day <= last:
            days.setdefault(sent.day, YearDay(sent.day)).greeted.add(sent.contact_id)
    return Year(year, tuple(days[day] for day in sorted(days)))


def _name(
    key: str, day: date, owner: Owner, calendar: Calendar, people: Iterable[plan.Person]
) -> str:
    found = occasions.find(key, owner, calendar, (one.contact for one in people), day)
    return found.name_in(owner.language) if found else key
