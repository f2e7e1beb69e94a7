"""The owner's style, from what they pasted, edited and approved."""

from bot.domain.contacts import Contact, Relationship
from bot.domain.greetings import Greeting
from bot.domain.learning import Touch, changed, may_leave, nameless, touch
from bot.domain.owners import Owner
from bot.domain.signing import unsigned
from bot.drafters.disclosure import speaks_of_purchases
from storage.unit import Unit

LOOKED_AT = 30
"""Newest approved texts that are looked through for examples."""

OF_EACH = 2
"""Pasted and edited texts that come before all others of their kind."""

IN_A_ROW = 10
"""Texts that one figure of /status is about."""


async def examples(
    unit: Unit, owner: Owner, contact: Contact, greeting: Greeting
) -> tuple[str, ...]:
    """How the owner writes to somebody like this contact, the most telling first: what they pasted,
    what they edited, what they approved as it was; all in the contact's language and register.

    A text for somebody else of the same day counts only when it was edited: drafts that resemble
    their siblings are not offered. Names stay behind, and so does what rests on a private note or
    tells what a client bought.
    """
    pasted = [*reversed(owner.samples)] if contact.language == owner.language else []
    approved = await unit.greetings.approved_texts(owner.id, LOOKED_AT)
    readers = await unit.contacts.some({one.contact_id for one in approved})
    notes = await unit.contacts.notes(list(readers))
    rounds = await unit.alternatives.rounds_of(approved)
    edited: list[str] = []
    kept: list[str] = []
    for one in approved:
        reader = readers.get(one.contact_id)
        if reader is None or one.text is None or reader.id == contact.id:
            continue
        if (reader.language, reader.register) != (contact.language, contact.register):
            continue
        bought = reader.relationship is Relationship.CLIENT and speaks_of_purchases(one.text)
        if bought or not may_leave(one.text, reader, notes[reader.id]):
            continue
        text = nameless(unsigned(one.text, owner), reader)
        if changed(one.text, rounds.get(one.id, [])) != 0:
            edited.append(text)
        elif one.day != greeting.day:
            kept.append(text)
    first = [*pasted[:OF_EACH], *edited[:OF_EACH]]
    return tuple(dict.fromkeys([*first, *pasted[OF_EACH:], *edited[OF_EACH:], *kept]))


async def touched(unit: Unit, owner: Owner) -> tuple[Touch | None, Touch | None]:
    """How much the owner touched of the newest texts they approved, and of those before them."""
    approved = await unit.greetings.approved_texts(owner.id, 2 * IN_A_ROW)
    rounds = await unit.alternatives.rounds_of(approved)
    shares = [
        share
        for one in approved
        if one.text
        and not one.media
        and (share := changed(one.text, rounds.get(one.id, []))) is not None
    ]
    newest, before = shares[:IN_A_ROW], shares[IN_A_ROW:]
    return touch(newest) if newest else None, touch(before) if before else None
