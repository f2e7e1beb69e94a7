"""Two contacts that are one person, and that part again: nobody is greeted twice, nor linked anew."""

from collections.abc import Collection
from typing import Any

from bot.domain.contacts import Contact, PersonalDate
from bot.domain.greetings import MAY_HAVE_LEFT, Greeting, State
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.codec import CONTACT, DATES, NOTES, PASTS
from storage.unit import Unit

QUIET = ("paused", "deceased")
"""Whoever is so gets no greetings."""


class BeingSent(Exception):
    """A greeting of this contact is on its way this instant. Nothing was changed."""


async def wait_for_sending(unit: Unit, *contacts: Contact) -> None:
    """Raises BeingSent while a greeting of one of them is on its way: how it ends has to find it."""
    for one in contacts:
        if await unit.greetings.find(contact_id=one.id, states={State.SENDING}, limit=1):
            raise BeingSent


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
    unit: Unit, owner: Owner, keep: Contact, before: Collection[Greeting]
) -> list[int]:
    """The messages of the greetings that had to make room."""
    stay = {one.id for one in await unit.greetings.find(contact_id=keep.id)}
    cards = []
    for greeting in before:
        if greeting.id not in stay:
            await unit.reviews.close(owner.id, greeting.id)
            cards += await unit.consents.showing(owner.id, greeting.id)
    return cards


async def part(
    unit: Unit, owner: Owner, merged: Contact, keep: Contact, action: dict[str, Any]
) -> Contact:
    """Undo a merge: answers the other one, who is back with what was theirs.

    Whoever said /stop, or is to get no greetings, since then, stays so; and what has left since then
    counts for both.
    """
    source = CONTACT.validate_python(action["gone"])
    still_linked = merged.linked_chat_id == source.linked_chat_id
    since = {name for name in QUIET if getattr(merged, name)} - set(action.get("quiet", QUIET))
    back = source.evolve(
        linked_chat_id=source.linked_chat_id if still_linked else None,
        **dict.fromkeys(since, True),
    )
    (gone,) = await unit.contacts.add_all([back])
    await unit.merging.move(keep, gone, action["moved"], chat_id=source.linked_chat_id)
    await _count_for_both(unit, keep, gone, action)
    await put_dates(unit, gone, DATES.validate_python(action["gone_dates"]))
    for note in NOTES.validate_python(action["gone_notes"]):
        await unit.contacts.put_note(gone, note)
    if action["extra"]:
        await unit.contacts.drop_note(owner.id, action["extra"])
    return gone


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
