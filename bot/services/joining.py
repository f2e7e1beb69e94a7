"""Two contacts that are one person, and that part again: nobody is greeted twice, nor linked anew."""

from collections import Counter
from dataclasses import replace
from typing import Any

from bot.domain.contacts import Contact, PersonalDate
from bot.domain.greetings import MAY_HAVE_LEFT, Alternative, Greeting, State
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.codec import CONTACT, DATES, DRAFTED, NOTES, PASTS
from bot.services.approve import begin_anew
from bot.services.consent import unlink
from storage.unit import Unit

QUIET = ("paused", "deceased")
"""Whoever is so gets no greetings."""


Drafted = tuple[tuple[Greeting, tuple[tuple[Alternative, ...], ...]], ...]
"""Greetings with every round of their alternatives."""


class BeingSent(Exception):
    """A greeting of this contact is on its way this instant. Nothing was changed."""


async def wait_for_sending(unit: Unit, *contacts: Contact) -> None:
    """Raises BeingSent while a greeting of one of them is on its way: how it ends has to find it."""
    for one in contacts:
        if await unit.greetings.find(contact_id=one.id, states={State.SENDING}, limit=1):
            raise BeingSent


async def doubles(unit: Unit, keep: Contact, gone: Contact) -> Drafted:
    """The greetings of the days that both have."""
    found = await unit.greetings.find(contacts=[keep.id, gone.id])
    days = Counter(one.day for one in found)
    of_both = [one for one in found if days[one.day] > 1]
    rounds = await unit.alternatives.rounds_of(of_both)
    return tuple((one, tuple(map(tuple, rounds.get(one.id, ())))) for one in of_both)


async def left(unit: Unit, contact: Contact) -> tuple[Past, ...]:
    """What of theirs has left, or may have."""
    found = await unit.greetings.find(contact_id=contact.id, states=MAY_HAVE_LEFT)
    delivered = await unit.history.deliveries([one.id for one in found])
    return tuple(
        Past(
            one.day,
            State.SENT if one.state is State.SENT else State.UNKNOWN,
            one.occasions,
            one.text,
            one.channel,
            delivered[one.id].at if one.id in delivered else None,
        )
        for one in found
    )


async def replaced(
    unit: Unit, owner: Owner, keep: Contact, before: Drafted
) -> tuple[Drafted, list[int]]:
    """The doubles that had to make room, and their messages."""
    stay = {one.id for one in await unit.greetings.find(contact_id=keep.id)}
    made_room = tuple(one for one in before if one[0].id not in stay)
    cards = []
    for greeting, _ in made_room:
        await unit.reviews.close(owner.id, greeting.id)
        cards += await unit.consents.showing(owner.id, greeting.id)
    return made_room, cards


async def part(
    unit: Unit, owner: Owner, merged: Contact, keep: Contact, action: dict[str, Any]
) -> tuple[Contact, list[Greeting]]:
    """Undo a merge: answers the other one, who is back with what was theirs, and what had been approved
    and asks again.

    Whoever said /stop, or is to get no greetings, since then, stays so; and what has left since then
    counts for both. Who accepted since then may be either: neither is linked to them.
    """
    source = CONTACT.validate_python(action["gone"])
    as_before = not relinked(merged, action) and merged.linked_chat_id == source.linked_chat_id
    since = {name for name in QUIET if getattr(merged, name)} - set(action.get("quiet", QUIET))
    back = source.evolve(
        linked_chat_id=source.linked_chat_id if as_before else None,
        **dict.fromkeys(since, True),
    )
    (gone,) = await unit.contacts.add_all([back])
    await begin_anew(unit, keep)
    made_room = DRAFTED.validate_python(action.get("made_room", ()))
    theirs = [one.id for one, _ in made_room if one.contact_id == gone.id]
    moved = action["moved"] | {"greeting": [*action["moved"]["greeting"], *theirs]}
    await unit.merging.move(keep, gone, moved, chat_id=source.linked_chat_id)
    stranger = merged.linked_chat_id if relinked(merged, action) else None
    await unit.consents.part(keep.id, gone.id, action.get("links", ()), stranger)
    await _count_for_both(unit, keep, gone, action)
    asking = []
    for one in (keep, gone):
        asking += [] if one.linked_chat_id else await unlink(unit, one)
    await put_dates(unit, gone, DATES.validate_python(action["gone_dates"]))
    for note in NOTES.validate_python(action["gone_notes"]):
        await unit.contacts.put_note(gone, note)
    if action["extra"]:
        await unit.contacts.drop_note(owner.id, action["extra"])
    return gone, asking


def relinked(merged: Contact, action: dict[str, Any]) -> bool:
    """Whether somebody has accepted, or said /stop, while the two were one."""
    return bool(merged.linked_chat_id != action.get("linked", merged.linked_chat_id))


async def put_back(unit: Unit, action: dict[str, Any]) -> list[Greeting]:
    """The greetings that had made room, where their day is free again; answers those that had been
    approved, which ask again."""
    made_room = DRAFTED.validate_python(action.get("made_room", ()))
    contacts = await unit.contacts.some([one.contact_id for one, _ in made_room])
    asking = []
    for greeting, rounds in made_room:
        contact = contacts[greeting.contact_id]
        if any(getattr(contact, name) for name in QUIET):
            continue
        if await unit.greetings.find(contact_id=contact.id, day=greeting.day):
            continue
        approved = greeting.state is State.APPROVED
        back = replace(greeting, state=State.STALE, due_at=None) if approved else greeting
        await unit.merging.put_back(back)
        for one in rounds:
            await unit.alternatives.offer(back, one)
        if approved:
            asking += await unit.greetings.find(ids=[back.id])
    return asking


async def _count_for_both(unit: Unit, keep: Contact, gone: Contact, action: dict[str, Any]) -> None:
    """Nobody is greeted twice: what had left before and made room is written back, and the day of what
    has left since then is let go for the other one."""
    before = {
        keep.id: PASTS.validate_python(action.get("left", ())),
        gone.id: PASTS.validate_python(action.get("gone_left", ())),
    }
    known = {past.day for pasts in before.values() for past in pasts}
    for one, other in ((keep, gone), (gone, keep)):
        taken = {greeting.day for greeting in await unit.greetings.find(contact_id=one.id)}
        lost = [past for past in before[one.id] if past.day not in taken]
        since = [
            Past(past.day, State.SKIPPED, past.occasions)
            for past in await left(unit, other)
            if past.day not in known | taken
        ]
        await unit.history.restore(one, [*lost, *since])


async def put_dates(unit: Unit, contact: Contact, days: tuple[PersonalDate, ...]) -> None:
    """These yearly dates, and no others."""
    present = (await unit.contacts.dates([contact.id]))[contact.id]
    for key in {day.key for day in present}:
        await unit.contacts.drop_date(contact, key)
    for day in days:
        await unit.contacts.set_date(contact, day)
