"""All that was between the owner and a contact, over every channel, and what was held back and why."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting
from bot.domain.measure import Held
from bot.domain.owners import Owner
from bot.services import plan
from storage.consent import Relay
from storage.history import Delivered
from storage.unit import Unit

AROUND = timedelta(days=60)
"""How far back and ahead held days are told."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day of the owner's, `at` an instant if it is known: a greeting with how it left,
    words or recordings of either side (`relay`), or a day `held` back (its keys, and why)."""

    day: date
    at: datetime | None = None
    greeting: Greeting | None = None
    left: Delivered | None = None
    relay: Relay | None = None
    keys: tuple[str, ...] = ()
    held: Held | None = None


async def story(unit: Unit, owner: Owner, calendar: Calendar, contact: Contact) -> list[Event]:
    """Everything, the newest first."""
    greetings = await unit.greetings.find(contact_id=contact.id)
    left = await unit.history.deliveries([one.id for one in greetings])
    events = [
        Event(
            one.day,
            getattr(left.get(one.id), "at", None),
            one,
            left.get(one.id),
            keys=one.occasions,
        )
        for one in greetings
    ]
    for relay in await unit.consents.exchanged(contact.id):
        at = relay.at or unit.now
        events.append(Event(at.astimezone(ZoneInfo(owner.timezone)).date(), at, relay=relay))
    known = {one.day for one in greetings}
    events += [one for one in await _held(unit, owner, calendar, contact) if one.day not in known]
    return sorted(events, key=lambda one: (one.day, one.at or unit.now), reverse=True)


async def _held(unit: Unit, owner: Owner, calendar: Calendar, contact: Contact) -> list[Event]:
    (person,) = await plan.people(unit, owner, calendar, contact.id)
    today = plan.today_of(owner, unit.now)
    found = []
    for due in plan.days_of(person, owner, calendar, today - AROUND, today + AROUND):
        why = plan.held(person, owner, calendar, due)
        if why is not None:
            keys = tuple(occasion.key for occasion in due.occasions)
            found.append(Event(due.day, keys=keys, held=why))
    return found
