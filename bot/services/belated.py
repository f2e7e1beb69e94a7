"""Greetings that were missed: who can still be written to, up to a week after the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.calendar import KEEP_IN_TOUCH, Calendar
from bot.domain import due
from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting, State
from bot.domain.owners import Owner
from bot.services import plan
from storage.unit import Unit

WITHIN = timedelta(days=7)
"""For how long after its day a greeting is late and not forgotten."""

ANSWERED_BY_OWNER = frozenset({State.HANDED_OFF, State.UNKNOWN})
"""Only the owner knows of these whether they are out."""

_NOTHING_LEFT = frozenset({State.EXPIRED, State.SKIPPED})


@dataclass(frozen=True, slots=True)
class Missed:
    """An occasion on a day that is over, with those who got nothing, and for what each is greeted
    that day, by contact id. While the owner has not said whether the greetings of `unanswered` are
    out, nobody of that day is written to."""

    day: date
    key: str
    people: tuple[Contact, ...]
    keys: Mapping[int, tuple[str, ...]]
    unanswered: tuple[Greeting, ...]


async def missed(unit: Unit, owner: Owner, calendar: Calendar) -> list[Missed]:
    """What was missed within a week, the latest first; skipped on purpose is not missed, and nobody
    is listed who got a greeting since or is due today anyway."""
    today = plan.today_of(owner, unit.now)
    first = today - WITHIN
    greetings = await unit.greetings.find(owner_id=owner.id, since=first)
    unanswered: dict[date, list[Greeting]] = {}
    for one in greetings:
        if one.state in ANSWERED_BY_OWNER:
            unanswered.setdefault(one.day, []).append(one)
    people: dict[tuple[date, str], dict[Contact, tuple[str, ...]]] = {}
    for person in await plan.people(unit, owner, calendar):
        theirs = {one.day: one for one in greetings if one.contact_id == person.contact.id}
        days = plan.days_of(person, owner, calendar, first, today)
        over = [
            found
            for found in days
            if due.expires_at(found.day, person.contact.timezone) <= unit.now
        ]
        if len(over) < len(days):
            continue
        for found in over:
            if not _open(found.day, theirs):
                continue
            keys = tuple(one.key for one in found.occasions if one.key != KEEP_IN_TOUCH)
            for key in keys:
                people.setdefault((found.day, key), {})[person.contact] = keys
    return [
        Missed(
            day,
            key,
            tuple(people[day, key]),
            {contact.id: keys for contact, keys in people[day, key].items()},
            tuple(unanswered.get(day, ())),
        )
        for day, key in sorted(people, key=lambda place: (-place[0].toordinal(), place[1]))
    ]


async def unoffered(unit: Unit, owner: Owner) -> tuple[list[Greeting], list[Greeting]]:
    """What expired and was not offered yet: what can be offered now, which counts as done, and what
    waits because something of its day is unanswered. What nobody answered within the week is late no
    more, and neither is somebody who is not greeted any longer."""
    first = plan.today_of(owner, unit.now) - WITHIN
    owed = await unit.greetings.find(
        owner_id=owner.id, states={State.EXPIRED}, since=first, due_before=unit.now
    )
    asked = await unit.greetings.find(owner_id=owner.id, states=ANSWERED_BY_OWNER, since=first)
    unanswered = {one.day for one in asked}
    now = [one for one in owed if one.day not in unanswered]
    await unit.greetings.settle_due([one.id for one in now])
    contacts = await unit.contacts.some({one.contact_id for one in owed})
    greeted = {key for key, one in contacts.items() if not (one.paused or one.deceased)}
    return (
        [one for one in now if one.contact_id in greeted],
        [one for one in owed if one.day in unanswered],
    )


def _open(day: date, theirs: dict[date, Greeting]) -> bool:
    """Whether nothing of that day left, or was decided, and nothing is on its way since."""
    of_the_day = theirs.get(day)
    if of_the_day is not None and of_the_day.state is not State.EXPIRED:
        return False
    since = [one for one in theirs.values() if one.day > day]
    return all(one.state in _NOTHING_LEFT for one in since)


async def plan_late(
    unit: Unit,
    owner: Owner,
    calendar: Calendar,
    found: Missed,
    people: Iterable[Contact] | None = None,
) -> int:
    """Plan the greetings of a missed day for those who got none (or some of them), to be written as
    late ones; answers how many."""
    planned = 0
    for contact in people or found.people:
        closes = due.expires_at(found.day + WITHIN, contact.timezone)
        greeting = next(iter(await unit.greetings.find(contact_id=contact.id, day=found.day)), None)
        if greeting is None:
            planned += await unit.greetings.plan(
                owner.id, contact.id, found.day, found.keys[contact.id], closes
            )
        elif greeting.state is State.EXPIRED and await unit.greetings.move(
            greeting,
            State.PLANNED,
            expires_at=closes,
            attempt=0,
            channel=None,
            text=None,
            rests_on=(),
            media=None,
        ):
            planned += 1
    return planned


def is_late(greeting: Greeting, contact: Contact, unit: Unit) -> bool:
    """Whether the contact's day is over."""
    return due.expires_at(greeting.day, contact.timezone) <= unit.now
