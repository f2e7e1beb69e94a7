"""Argentine numbers of an import that may be mobiles: only a person knows."""

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting
from bot.domain.owners import Owner
from bot.parsing.phones import as_fixed, as_mobile
from bot.services import edit
from storage.unit import Unit


async def doubtful(unit: Unit, owner: Owner, number: int) -> list[Contact] | None:
    """Those of the import whose number may be either, by name; None when it was taken back."""
    action = await unit.conversations.peek(owner.id, number)
    if action is None or action.get("undo") != "import":
        return None
    found = (await unit.contacts.some(action["doubtful"])).values()
    mine = (one for one in found if one.owner_id == owner.id and (is_mobile(one) or _fixed(one)))
    return sorted(mine, key=lambda one: one.name.casefold())


def is_mobile(contact: Contact) -> bool:
    """Whether the number stands as a mobile now."""
    return bool(contact.phone and as_fixed(contact.phone))


def _fixed(contact: Contact) -> bool:
    return bool(contact.phone and as_mobile(contact.phone))


async def turn_over(unit: Unit, owner: Owner, contact: Contact) -> tuple[Greeting, ...]:
    """A mobile becomes a fixed line, a fixed line a mobile; answers the approved greetings that ask
    again."""
    phone = contact.phone or ""
    changed = await edit.change(unit, owner, contact, phone=as_fixed(phone) or as_mobile(phone))
    return tuple(changed.asking)


async def all_mobiles(unit: Unit, owner: Owner, number: int) -> int | None:
    """Every number of an import that may be a mobile is one; answers how many were turned over, None
    when it was taken back. Nothing has been approved for who came in a moment ago."""
    some = await doubtful(unit, owner, number)
    if some is None:
        return None
    fixed = [(one, as_mobile(one.phone)) for one in some if one.phone and not is_mobile(one)]
    for contact, mobile in fixed:
        await unit.contacts.save(contact.evolve(phone=mobile))
    return len(fixed)
