"""Oblivion: a contact and all that hangs on it."""

from dataclasses import dataclass

from bot.domain.contacts import Contact
from bot.domain.greetings import State
from bot.domain.owners import Owner
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Hanging:
    """What goes when a contact is forgotten."""

    notes: int
    dates: int
    greetings: int


async def what_goes(unit: Unit, contact: Contact) -> Hanging:
    """What forgetting this contact would erase."""
    return Hanging(
        notes=len((await unit.contacts.notes([contact.id]))[contact.id]),
        dates=len((await unit.contacts.dates([contact.id]))[contact.id]),
        greetings=len(await unit.greetings.find(contact_id=contact.id)),
    )


async def forget(unit: Unit, owner: Owner, *contacts: Contact) -> list[int]:
    """Erase these contacts. A greeting that is being sent this instant can't be called back.

    Answers the messages in the owner's chat that still show a greeting of theirs.
    """
    shown = []
    ids = [contact.id for contact in contacts]
    greetings = await unit.greetings.find(contacts=ids)
    for greeting in greetings:
        await unit.reviews.close(owner.id, greeting.id)
        if greeting.state not in _A_LINE:
            shown += await unit.consents.showing(owner.id, greeting.id)
    await unit.conversations.forget(owner.id, [*ids, *(one.id for one in greetings)])
    for contact in contacts:
        await unit.contacts.forget(contact)
    return shown


_A_LINE = frozenset({State.SENT, State.SKIPPED})
"""The cards of these have shrunk long ago."""


@dataclass(frozen=True, slots=True)
class Everything:
    """What goes when an owner leaves."""

    contacts: int
    greetings: int


async def all_that_goes(unit: Unit, owner: Owner) -> Everything:
    """What forgetting the owner would erase."""
    return Everything(
        contacts=await unit.contacts.count(owner.id),
        greetings=len(await unit.greetings.find(owner_id=owner.id)),
    )


async def forget_everything(unit: Unit, owner: Owner) -> None:
    """Erase the owner with every row that is theirs, and the one copy of their key."""
    await unit.owners.forget(owner.id)
