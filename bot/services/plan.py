"""Who is due when: greetings are planned the evening before, in the owner's hours."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calendar import KEEP_IN_TOUCH, Calendar, DueDay, days_for, own_occasions
from bot.calendar.own import PREFIX
from bot.domain import ahead, due
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.measure import GREETED, YEAR, Greeted, Held, held_back, turn_of
from bot.domain.occasions import Audience
from bot.domain.owners import Owner
from storage.ahead import Wanted
from storage.greetings import Opening
from storage.unit import Unit

HORIZON_DAYS = 60
"""How far ahead /draft looks for a day (and /occasions shows)."""

_ANY_ZONE = timedelta(days=2)
"""No two zones are more than 26 hours apart."""


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with the dates that are theirs and the days on which they were greeted."""

    contact: Contact
    dates: tuple[PersonalDate, ...]
    history: tuple[Greeted, ...] = ()


async def people(
    unit: Unit, owner: Owner, calendar: Calendar, contact_id: int | None = None
) -> list[Person]:
    """The owner's contacts (or one of them) with their dates and a year of greetings."""
    contacts = await unit.contacts.of_owner(owner.id)
    if contact_id is not None:
        contacts = [contact for contact in contacts if contact.id == contact_id]
    dates = await unit.contacts.dates([contact.id for contact in contacts])
    by_id = {contact.id: contact for contact in contacts}
    history: defaultdict[int, list[Greeted]] = defaultdict(list)
    for greeting in await unit.greetings.find(
        owner_id=owner.id,
        contact_id=contact_id,
        states=GREETED,
        since=today_of(owner, unit.now) - YEAR,
    ):
        contact = by_id[greeting.contact_id]
        counts = all(_obeys(key, contact, owner, calendar) for key in greeting.occasions)
        history[contact.id].append(Greeted(greeting.day, counts))
    return [Person(contact, dates[contact.id], tuple(history[contact.id])) for contact in contacts]


def today_of(owner: Owner, now: datetime) -> date:
    """The owner's day."""
    return now.astimezone(ZoneInfo(owner.timezone)).date()


def days_of(
    person: Person, owner: Owner, calendar: Calendar, first: date, last: date
) -> list[DueDay]:
    """The days on which a person is due, those included whose greeting is held back."""
    return days_for(
        person.contact,
        owner_country=owner.country,
        first=first,
        last=last,
        calendar=calendar,
        personal_dates=person.dates,
        own=own_occasions(owner),
        switches=owner.switches,
        leap_day=owner.leap_day,
        friends_day=owner.friends_day,
    )


def held(person: Person, owner: Owner, calendar: Calendar, found: DueDay) -> Held | None:
    """Why that day's greeting is held back by the measure, or None when it may be written."""
    obeying = (
        _obeys(occasion.key, person.contact, owner, calendar) for occasion in found.occasions
    )
    if not all(obeying):
        return None
    contact = person.contact
    return held_back(
        found.day, contact.relationship, person.history, owner.gap_days, owner.client_year
    )


_FREE = frozenset({Audience.FRIENDS, Audience.NAMESAKES})


def _obeys(key: str, contact: Contact, owner: Owner, calendar: Calendar) -> bool:
    """Whether an occasion obeys the measure: personal dates, name days among them, and Friend's Day
    do not."""
    if key.startswith(PREFIX) or key == KEEP_IN_TOUCH:
        return True
    public = calendar.get(key, contact.country) or calendar.get(key, owner.country)
    return public is not None and public.audience not in _FREE


def prepares_at(owner: Owner, contact: Contact, day: date) -> datetime:
    """When the drafts for a contact's day are written: the owner's evening before, or earlier when
    it is morning at the contact's by then."""
    sends = due.send_at(day, contact.timezone, owner.send_at)
    return due.prepare_at(day, owner.timezone, owner.prepare_at, sends)


def leaves_before_usual(
    owner: Owner, contact: Contact, day: date, now: datetime
) -> datetime | None:
    """When a greeting of that day leaves, on the owner's clock, if its card has to come before the
    evening on which they come by custom, and that evening is still ahead."""
    usual = due.prepare_at(day, owner.timezone, owner.prepare_at)
    if now >= usual or prepares_at(owner, contact, day) >= usual:
        return None
    sends = due.send_at(day, contact.timezone, owner.send_at)
    return sends.astimezone(ZoneInfo(owner.timezone))


_Found = tuple[Contact, DueDay, datetime]
"""Who is due on a day, and when the drafting for it begins."""


async def plan_due(unit: Unit, owner: Owner, calendar: Calendar) -> int:
    """Plan every greeting whose hour to prepare has come; answers how many are new.

    Also says what is to be drafted ahead, and sets the instant at which this owner's days have to be
    looked at again.
    """
    now = unit.now
    await unit.owners.alone(owner.id)
    owner = await unit.owners.get(owner.id) or owner
    today = today_of(owner, now)
    opened: list[_Found] = []
    coming: list[_Found] = []
    upcoming = [_next_evening(owner, now)]
    if owner.ask_after is not None and owner.ask_after > now:
        upcoming.append(owner.ask_after)
    for person in await people(unit, owner, calendar):
        contact = person.contact
        days = days_of(person, owner, calendar, today - timedelta(1), today + timedelta(3))
        for found in days:
            opens = prepares_at(owner, contact, found.day)
            begins = ahead.begins_at(owner.id, opens)
            upcoming += [instant for instant in (begins, opens) if instant > now]
            if begins > now or due.expires_at(found.day, contact.timezone) <= now:
                continue
            if held(person, owner, calendar, found) is None:
                (opened if opens <= now else coming).append((contact, found, begins))
    await _draft_ahead(unit, owner, opened, coming)
    planned = await _plan(unit, owner, opened)
    await unit.owners.look_at(owner.id, min(upcoming))
    return planned


async def _closest_first(unit: Unit, owner: Owner, found: list[_Found]) -> list[_Found]:
    """The nearest day first, and on a day the closest and longest-waiting person."""
    greeted = await unit.history.last_greeted(owner.id) if len(found) > 1 else {}
    return sorted(found, key=lambda one: (one[1].day, turn_of(one[0], greeted.get(one[0].id))))


async def _draft_ahead(
    unit: Unit, owner: Owner, opened: list[_Found], coming: list[_Found]
) -> None:
    """Have drafted what is not planned yet. Who is told of in these very hours may be told more of."""
    since = today_of(owner, unit.now) - timedelta(1)
    known = await unit.greetings.find(owner_id=owner.id, since=since) if coming else []
    places = {(one.contact_id, one.day) for one in known}
    wanted = [
        Wanted(
            contact.id,
            found.day,
            owner.id,
            tuple(sorted(occasion.key for occasion in found.occasions)),
            turn,
            begins if unit.now < begins + ahead.QUIET else unit.now + ahead.QUIET,
        )
        for turn, (contact, found, begins) in enumerate(await _closest_first(unit, owner, coming))
        if (contact.id, found.day) not in places
    ]
    await unit.ahead.want(owner.id, wanted, {(one.id, found.day) for one, found, _ in opened})


def _next_evening(owner: Owner, now: datetime) -> datetime:
    today = today_of(owner, now)
    evenings = (
        due.local_instant(today + timedelta(days), owner.prepare_at, owner.timezone)
        for days in range(3)
    )
    return next(evening for evening in evenings if evening > now)


async def _plan(unit: Unit, owner: Owner, found: list[_Found]) -> int:
    """The greetings of these days, in the order in which they are to be drafted; answers how many are
    new."""
    openings = [
        Opening(
            owner.id,
            contact.id,
            day.day,
            tuple(occasion.key for occasion in day.occasions),
            due.expires_at(day.day, contact.timezone),
        )
        for contact, day, _ in await _closest_first(unit, owner, found)
    ]
    return await unit.greetings.plan_all(owner.id, openings) if openings else 0


@dataclass(frozen=True, slots=True)
class Next:
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
) -> Next | None:
    """Plan the next day on which somebody (that contact, that occasion) is due, whenever it is
    within a year for what was named, within HORIZON_DAYS otherwise. None when there is none.

    The measure holds back nobody the owner names."""
    named = contact_id is not None or occasion is not None
    today = today_of(owner, unit.now)
    last = today + timedelta(366 if named else HORIZON_DAYS)
    coming: list[_Found] = []
    for person in await people(unit, owner, calendar, contact_id):
        for day in days_of(person, owner, calendar, today, last):
            fits = occasion is None or occasion in {one.key for one in day.occasions}
            if contact_id is None and held(person, owner, calendar, day) is not None:
                continue
            if fits and due.expires_at(day.day, person.contact.timezone) > unit.now:
                coming.append((person.contact, day, unit.now))
                break
    if not coming:
        return None
    first = min(found.day for _, found, _ in coming)
    that_day = [one for one in coming if one[1].day == first]
    return Next(first, len(that_day), await _plan(unit, owner, that_day))
