"""Their terms: an invited person reads who invites, accepts or not, can stop with one tap, and can have
everything deleted."""

from datetime import timedelta

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.owners import Owner
from bot.services.forget import forget
from storage.consent import Invitation
from storage.unit import Unit

INVITATION_LASTS = timedelta(days=30)


async def invite(unit: Unit, contact: Contact) -> str:
    """A single-use token for the link `t.me/<bot>?start=<token>`."""
    return await unit.consents.invite(contact.owner_id, contact.id, unit.now + INVITATION_LASTS)


async def open_invitation(
    unit: Unit, token: str, chat_id: int
) -> tuple[Invitation, Owner, Contact] | None:
    """Who invites whom by this token; None when it is unknown, spent or somebody else's."""
    invitation = await unit.consents.open(token, chat_id)
    if invitation is None or invitation.owner_id == chat_id:
        return None
    owner = await unit.owners.get(invitation.owner_id)
    contact = await unit.contacts.get(invitation.owner_id, invitation.contact_id)
    return (invitation, owner, contact) if owner and contact else None


async def answer(
    unit: Unit, chat_id: int, contact_id: int, *, accepted: bool
) -> tuple[Owner, Contact] | None:
    """👍 links the contact to this chat, ❌ does not; either way the link is spent. None when
    there is no such open invitation."""
    invitation = await unit.consents.opened_by(chat_id, contact_id)
    if invitation is None:
        return None
    owner = await unit.owners.get(invitation.owner_id)
    contact = await unit.contacts.get(invitation.owner_id, contact_id)
    if owner is None or contact is None:
        return None
    await unit.consents.end(invitation)
    if accepted:
        contact = contact.evolve(linked_chat_id=chat_id)
        await unit.contacts.save(contact)
    return owner, contact


async def unlink(unit: Unit, contact: Contact) -> list[Greeting]:
    """Nothing reaches this contact through the bot any more. Answers the approved greetings that
    would have, which ask again."""
    await unit.contacts.save(contact.evolve(linked_chat_id=None))
    asking = []
    approved = await unit.greetings.find(contact_id=contact.id, states={State.APPROVED})
    for greeting in approved:
        if greeting.channel is Channel.BOT:
            moved = await unit.greetings.move(greeting, State.STALE, channel=None)
            asking += [moved] if moved else []
    return asking


async def stop(unit: Unit, chat_id: int) -> list[tuple[Owner, Contact, list[Greeting]]]:
    """/stop, or the bot was blocked: nothing more reaches this chat. Answers, for each owner, the
    contact and the greetings that now ask again."""
    stopped = []
    for contact in await unit.contacts.linked_to(chat_id):
        owner = await unit.owners.get(contact.owner_id)
        asking = await unlink(unit, contact)
        if owner is not None:
            stopped.append((owner, contact, asking))
    return stopped


async def known_as(unit: Unit, chat_id: int) -> list[Contact]:
    """The contacts that are this chat's person, those who stopped included."""
    linked = {contact.id: contact for contact in await unit.contacts.linked_to(chat_id)}
    wrote = await unit.contacts.some(await unit.consents.contacts_of(chat_id))
    return [one for one in (linked | wrote).values() if one.owner_id != chat_id]


async def ask_again(unit: Unit, chat_id: int) -> list[tuple[Owner, Contact]]:
    """Who stopped and presses /start again is asked as on the first day. Answers who would greet
    whom: nobody, where this chat never accepted or asked to be forgotten."""
    asking = []
    for contact in await known_as(unit, chat_id):
        opened = await open_invitation(unit, await invite(unit, contact), chat_id)
        asking += [opened[1:]] if opened else []
    return asking


async def forget_me(unit: Unit, chat_id: int) -> list[tuple[Owner, Contact, list[int]]]:
    """/forgetme: all that is kept about this person goes, whoever kept it. Answers whom to tell, and
    the messages in that owner's chat that still show a greeting of theirs."""
    forgotten = []
    for contact in await known_as(unit, chat_id):
        owner = await unit.owners.get(contact.owner_id)
        if owner is not None:
            forgotten.append((owner, contact, await forget(unit, owner, contact)))
    return forgotten
