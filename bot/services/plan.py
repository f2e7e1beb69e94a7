"""Who is due when: greetings are planned the evening before, in the owner's hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calendar import Calendar, DueDay, days_for
from bot.domain import due
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.owners import Owner
from storage.unit import Unit

HORIZON_DAYS = 60
"""How far ahead /draft looks for a day (and /occasions shows)."""

_ANY_ZONE = timedelta(days=2)
"""No two zones are more than 26 hours apart."""


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with the dates that are theirs."""

    contact: Contact
    dates: tuple[PersonalDate, ...]


async def people(unit: Unit, owner: Owner, contact_id: int | None = None) -> list[Person]:
    """The owner's contacts (or one of them) with their dates."""
    contacts = await unit.contacts.of_owner(owner.id)
    if contact_id is not None:
        contacts = [contact for contact in contacts if contact.id == contact_id]
    dates = await unit.contacts.dates([contact.id for contact in contacts])
    return [Person(contact, dates[contact.id]) for contact in contacts]


def days_of(
    person: Person, owner: Owner, calendar: Calendar, first: date, last: date
) -> list[DueDay]:
    """The days on which a person is greeted."""
    return days_for(
        person.contact,
        owner_country=owner.country,
        first=first,
        last=last,
        calendar=calendar,
        personal_dates=person.dates,
    )


def prepares_at(owner: Owner, contact: Contact, day: date) -> datetime:
    """When the drafts for a contact's day are written: the owner's evening before, or earlier when
    it is morning at the contact's by then."""
    sends = due.send_at(day, contact.timezone, owner.send_at)
    return due.prepare_at(day, owner.timezone, owner.prepare_at, sends)


async def plan_due(unit: Unit, owner: Owner, calendar: Calendar) -> int:
    """Plan every greeting whose hour to prepare has come; answers how many are new.

    Also sets the instant at which this owner's days have to be looked at again.
    """
    now = unit.now
    today = now.astimezone(ZoneInfo(owner.timezone)).date()
    planned = 0
    upcoming = [_next_evening(owner, now)]
    for person in await people(unit, owner):
        contact = person.contact
        days = days_of(person, owner, calendar, today - timedelta(1), today + timedelta(3))
        for found in days:
            opens = prepares_at(owner, contact, found.day)
            if opens > now:
                upcoming.append(opens)
                continue
            closes = due.expires_at(found.day, contact.timezone)
            if closes > now:
                planned += await _plan(unit, owner, contact, found)
    await unit.owners.save(owner.evolve(next_plan_at=min(upcoming)))
    return planned


def _next_evening(owner: Owner, now: datetime) -> datetime:
    today = now.astimezone(ZoneInfo(owner.timezone)).date()
    evenings = (
        due.local_instant(today + timedelta(days), owner.prepare_at, owner.timezone)
        for days in range(3)
    )
    return next(evening for evening in evenings if evening > now)


async def _plan(unit: Unit, owner: Owner, contact: Contact, found: DueDay) -> bool:
    return await unit.greetings.plan(
        owner.id,
        contact.id,
        found.day,
        [occasion.key for occasion in found.occasions],
        due.expires_at(found.day, contact.timezone),
    )


@dataclass(frozen=True, slots=True)
class Ahead:
    """What /draft planned: the day, how many greetings, and how many of them are new."""

    day: date
    greetings: int
    new: int


async def plan_ahead(
    unit: Unit,
    owner: Owner,
    calendar: Calendar,
    *,
    contact_id: int | None = None,
    occasion: str | None = None,
) -> Ahead | None:
    """Plan the next day on which somebody (that contact, that occasion) is due, whenever it is
    within a year for what was named, within HORIZON_DAYS otherwise. None when there is none."""
    named = contact_id is not None or occasion is not None
    today = unit.now.astimezone(ZoneInfo(owner.timezone)).date()
    last = today + timedelta(366 if named else HORIZON_DAYS)
    found: list[tuple[date, Contact, DueDay]] = []
    for person in await people(unit, owner, contact_id):
        for day in days_of(person, owner, calendar, today, last):
            fits = occasion is None or occasion in {one.key for one in day.occasions}
            if fits and due.expires_at(day.day, person.contact.timezone) > unit.now:
                found.append((day.day, person.contact, day))
                break
    if not found:
        return None
    first = min(when for when, _, _ in found)
    new = greetings = 0
    for when, contact, which in found:
        if when == first:
            greetings += 1
            new += await _plan(unit, owner, contact, which)
    return Ahead(first, greetings, new)
