"""Asking for a memory while there is time: a few questions a day in the week before a big occasion, one
more after the day, all in the owner's waking hours. What was asked is kept with the owner, so that a
restart asks nothing twice."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.calendar import Calendar
from bot.domain import due
from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting, State
from bot.domain.owners import Owner, Question
from bot.services import occasions, plan
from storage.unit import Unit

BIG = 5
"""People due on one day that make an occasion big."""

EARLIEST, LATEST = timedelta(days=7), timedelta(days=2)
"""How long before the day questions begin and end; the eve belongs to the cards."""

A_DAY = 3
"""Questions a day at most."""

FROM = time(10)
"""The hour of the day before which nobody is asked, unless they rise later still."""

BETWEEN = timedelta(hours=4)
"""From one question to the next when nobody answers."""

SOON = timedelta(minutes=2)
"""From an answer to the next question."""

NEWCOMER = timedelta(hours=20)
"""For how long a new owner is asked nothing: they are telling anyway."""

SEVERAL = 2
"""Greetings of one day that are worth a word on the next."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What to ask an owner now. `contact` is due on `day` with nobody's memory to rest on; `known`
    of `total` people have one. `first`: nobody was asked about that day before."""

    day: date
    occasion: str
    contact: Contact
    known: int
    total: int
    first: bool


@dataclass(frozen=True, slots=True)
class Looking:
    """What to say to an owner now, if anything: a question, or how many were greeted yesterday."""

    asking: Asking | None = None
    greeted: int = 0


async def look(unit: Unit, owner: Owner, calendar: Calendar) -> Looking:
    """What there is to ask this owner now; noted as asked in the same unit. Also sets the instant
    before which nothing more is asked."""
    now = unit.now
    if owner.ask_after is not None and owner.ask_after > now:
        return Looking()
    start = _start_of_day(owner, plan.today_of(owner, now))
    awake = due.within_waking_hours(
        max(now, start), owner.timezone, owner.wakes_at, owner.sleeps_at
    )
    if awake > now:
        await _ask_after(unit, owner, awake)
        return Looking()
    greeted = await _follow_up(unit, owner)
    if greeted:
        return Looking(greeted=greeted)
    asking = await _asking(unit, owner, calendar)
    today = plan.today_of(owner, now)
    asked_today = sum(one.on == today for one in owner.questions)
    if asking is None or asked_today >= A_DAY:
        await _ask_after(unit, owner, _next_morning(owner, now))
        return Looking()
    kept = tuple(
        one
        for one in owner.questions
        if one.day >= today and (one.contact_id, one.day) != (asking.contact.id, asking.day)
    )
    question = Question(asking.contact.id, asking.day, today)
    await _ask_after(unit, owner.evolve(questions=(*kept, question)), now + BETWEEN)
    return Looking(asking=asking)


async def _ask_after(unit: Unit, owner: Owner, instant: datetime) -> None:
    await unit.owners.save(owner.evolve(ask_after=instant))


def _start_of_day(owner: Owner, day: date) -> datetime:
    return due.local_instant(day, max(FROM, owner.wakes_at), owner.timezone)


def _next_morning(owner: Owner, now: datetime) -> datetime:
    return _start_of_day(owner, plan.today_of(owner, now) + timedelta(1))


async def _follow_up(unit: Unit, owner: Owner) -> int:
    """How many were greeted yesterday, once, when it was several and the owner likes to be asked."""
    yesterday = plan.today_of(owner, unit.now) - timedelta(1)
    if not owner.follow_up or owner.followed_up == yesterday:
        return 0
    counts = await unit.greetings.counts(owner.id, yesterday)
    greeted = counts.get(State.SENT, 0)
    if greeted < SEVERAL:
        return 0
    await _ask_after(unit, owner.evolve(followed_up=yesterday), unit.now + BETWEEN)
    return greeted


async def _asking(unit: Unit, owner: Owner, calendar: Calendar) -> Asking | None:
    """The next person to ask about: of the nearest big day, the first not asked about yet."""
    today = plan.today_of(owner, unit.now)
    for coming in await occasions.coming(
        unit, owner, calendar, first=today + LATEST, last=today + EARLIEST
    ):
        due_then = coming.writable
        if coming.personal or len(due_then) < BIG:
            continue
        notes = await unit.contacts.notes([contact.id for contact in due_then])
        silent = [contact for contact in due_then if not notes[contact.id]]
        asked = {one.contact_id: one for one in owner.questions if one.day == coming.day}
        decided = {
            greeting.contact_id
            for greeting in await unit.greetings.find(owner_id=owner.id, day=coming.day)
        }
        for contact in silent:
            before = asked.get(contact.id)
            again = before is not None and before.again and before.on < today
            if contact.id not in decided and (before is None or again):
                known = len(due_then) - len(silent)
                return Asking(coming.day, coming.name, contact, known, len(due_then), not asked)
    return None


async def tomorrow(unit: Unit, owner: Owner, contact: Contact) -> None:
    """🕘: ask about this contact again another day, and about the next one soon."""
    questions = tuple(
        replace(one, again=True) if one.contact_id == contact.id else one for one in owner.questions
    )
    await _next_soon(unit, owner.evolve(questions=questions))


async def answering(unit: Unit, owner: Owner) -> None:
    """➕: the owner is telling; the next question may follow soon."""
    await _next_soon(unit, owner)


async def _next_soon(unit: Unit, owner: Owner) -> None:
    soon = unit.now + SOON
    await unit.owners.save(owner.evolve(ask_after=soon))
    await unit.owners.look_at(owner.id, min(soon, owner.next_plan_at))


async def not_this_time(
    unit: Unit, owner: Owner, calendar: Calendar, contact: Contact, day: date
) -> Greeting | None:
    """⏭: this contact is not greeted on that day; None when that is decided already."""
    (person,) = await plan.people(unit, owner, calendar, contact.id)
    keys = [
        occasion.key
        for found in plan.days_of(person, owner, calendar, day, day)
        for occasion in found.occasions
    ]
    closes = due.expires_at(day, contact.timezone)
    if not keys or not await unit.greetings.plan(owner.id, contact.id, day, keys, closes):
        return None
    (greeting,) = await unit.greetings.find(contact_id=contact.id, day=day)
    await _next_soon(unit, owner)
    return await unit.greetings.move(greeting, State.SKIPPED)


async def after_all(unit: Unit, owner: Owner, contact: Contact, day: date) -> bool:
    """↩️ under ⏭: the contact is due again; answers whether there was something to take back."""
    for greeting in await unit.greetings.find(
        owner_id=owner.id, contact_id=contact.id, day=day, states={State.SKIPPED}
    ):
        planned = await unit.greetings.move(greeting, State.PLANNED)
        if planned is not None and await unit.greetings.withdraw(planned):
            await unit.owners.look_at(owner.id, unit.now)
            return True
    return False
