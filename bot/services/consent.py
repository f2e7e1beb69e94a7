"""Their terms: an invited person reads who invites, accepts or not, and can stop with one tap."""

from datetime import timedelta

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.owners import Owner
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


async def stop(unit: Unit, chat_id: int) -> list[tuple[Owner, Contact, list[Greeting]]]:
    """/stop: nothing more reaches this chat, approved greetings included. Answers, for each owner,
    the contact and the greetings that now ask again."""
    stopped = []
    for contact in await unit.contacts.linked_to(chat_id):
        owner = await unit.owners.get(contact.owner_id)
        await unit.contacts.save(contact.evolve(linked_chat_id=None))
        asking = []
        states = {State.APPROVED}
        for greeting in await unit.greetings.find(contact_id=contact.id, states=states):
            if greeting.channel is Channel.BOT:
                moved = await unit.greetings.move(greeting, State.STALE, channel=None)
                asking += [moved] if moved else []
        if owner is not None:
            stopped.append((owner, contact, asking))
    return stopped
