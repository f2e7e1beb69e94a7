"""A calendar's birthdays and days of every year, beside what there is; brought in and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from bot.calendar import Calendar
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.owners import Owner
from bot.exchange.entries import Birthday, Dates, Entry, Reading, Yearly
from bot.parsing.names import match_names
from bot.parsing.text import fold
from bot.services import edit, occasions
from bot.services.arrivals import Verdict
from bot.services.arrivals import compare as compare_people
from bot.services.forget import forget
from storage.unit import Unit

MOST_DAYS = 60
"""Days of one's own that one file may bring; more of them would be noise on /occasions."""

MOST_PEOPLE = 1_000
"""Newcomers that one file may bring: they are written in one transaction."""


@dataclass(frozen=True, slots=True)
class Known:
    """A birthday of somebody there is. `before`: another date they have, which is kept."""

    contact_id: int
    name: str
    day: PersonalDate
    before: PersonalDate | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a calendar would bring: birthdays for people there are (`differing` stay as they are),
    people who are new, days of every year. `present`: what is there already; `unclear`: names that
    several people bear; `left_out`: events that are no days of every year."""

    known: tuple[Known, ...]
    differing: tuple[Known, ...]
    newcomers: tuple[Birthday, ...]
    yearly: tuple[Yearly, ...]
    present: int
    unclear: tuple[str, ...]
    left_out: int


INCOMING = TypeAdapter(Incoming)


def compare(
    found: Dates,
    owner: Owner,
    contacts: Sequence[Contact],
    dates: dict[int, tuple[PersonalDate, ...]],
) -> Incoming:
    """What is new in a calendar. A first name is enough where one person bears it."""
    candidates = [(one.id, one.name, one.nickname, one.form_of_address) for one in contacts]
    by_id = {one.id: one for one in contacts}
    known, differing, newcomers, unclear, present = [], [], [], [], 0
    for one in found.birthdays:
        match = match_names(one.name, candidates).exact
        if len(match) > 1:
            unclear.append(one.name)
        elif not match:
            newcomers.append(one)
        else:
            (contact_id,) = match
            before = next((day for day in dates[contact_id] if day.key == "birthday"), None)
            theirs = Known(contact_id, by_id[contact_id].name, one.day, before)
            if before is None:
                known.append(theirs)
            elif (before.month, before.day) == (one.day.month, one.day.day):
                present += 1
            else:
                differing.append(theirs)
    mine = {(fold(one.name), one.rule) for one in owner.own}
    yearly = [one for one in found.yearly if (fold(one.name), one.rule) not in mine]
    present += len(found.yearly) - len(yearly)
    return Incoming(
        tuple(known),
        tuple(differing),
        tuple(newcomers),
        tuple(yearly[:MOST_DAYS]),
        present,
        tuple(unclear),
        found.left_out + len(yearly[MOST_DAYS:]),
    )


async def stage(unit: Unit, owner: Owner, incoming: Incoming) -> int:
    """Keep what was read until the owner has chosen; answers the number for the buttons."""
    return await unit.conversations.remember(
        owner.id, undo="calendar-staged", incoming=INCOMING.dump_python(incoming, mode="json")
    )


@dataclass(frozen=True, slots=True)
class Brought:
    """How much came in, and the number under which ↩️ takes it back."""

    birthdays: int
    newcomers: int
    days: int
    undo_id: int


async def bring_in(
    unit: Unit, owner: Owner, number: int, *, only_birthdays: bool
) -> tuple[Owner, Brought] | None:
    """Write what waits under a number; None when it was brought in before."""
    action = await unit.conversations.take(owner.id, number)
    if action is None or action.get("undo") != "calendar-staged":
        return None
    incoming = INCOMING.validate_python(action["incoming"])
    contacts = await unit.contacts.some([one.contact_id for one in incoming.known])
    steps = [
        (await edit.set_date(unit, owner, contacts[one.contact_id], "birthday", one.day)).undo_id
        for one in incoming.known
        if one.contact_id in contacts
    ]
    added = await _add(unit, owner, incoming.newcomers)
    keys = []
    for day in () if only_birthdays else incoming.yearly:
        owner, occasion = await occasions.add_own(unit, owner, day.name, day.rule)
        keys.append(occasion.key)
    undo_id = await unit.conversations.remember(
        owner.id, undo="calendar", steps=steps, ids=added, keys=keys
    )
    return owner, Brought(len(steps), len(added), len(keys), undo_id)


async def _add(unit: Unit, owner: Owner, newcomers: Sequence[Birthday]) -> list[int]:
    """As acquaintances: nobody becomes a friend by standing in a calendar."""
    entries = tuple(Entry(one.name, birthday=one.day) for one in newcomers[:MOST_PEOPLE])
    arrivals = compare_people(Reading(entries), owner, (), {}).of(Verdict.NEW)
    added = await unit.contacts.add_all(one.contact for one in arrivals)
    for contact, one in zip(added, arrivals, strict=True):
        for day in one.dates:
            await unit.contacts.set_date(contact, day)
    return [contact.id for contact in added]


async def take_back(
    unit: Unit, owner: Owner, calendar: Calendar, number: int
) -> tuple[Owner, list[int]] | None:
    """↩️: as it was before; answers the messages that still show somebody who is gone, too. None when
    it was taken back before."""
    action = await unit.conversations.take(owner.id, number)
    if action is None or action.get("undo") != "calendar":
        return None
    for step in action["steps"]:
        await edit.revert(unit, owner, step)
    found = await unit.contacts.some(action["ids"])
    gone = [contact for contact in found.values() if contact.owner_id == owner.id]
    cards = await forget(unit, owner, *gone)
    for key in action["keys"]:
        owner, _ = await occasions.drop_own(unit, owner, calendar, key)
    return owner, cards


def began(day: PersonalDate, today: date) -> date:
    """The first day to write of a yearly date: the year it happened in, if known."""
    if day.year:
        return day.on(day.year)
    return date(2024 if (day.month, day.day) == (2, 29) else today.year, day.month, day.day)
