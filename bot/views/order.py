"""Whose card comes first."""

from collections.abc import Sequence

from bot.domain.greetings import Greeting, State
from bot.domain.measure import turn_of
from storage.unit import Unit


async def closest_first(unit: Unit, owner_id: int, greetings: Sequence[Greeting]) -> list[Greeting]:
    """The nearest day first, what needs no more than a tap before what needs a memory, the closest
    and longest-waiting person before the others."""
    contacts = await unit.contacts.some({one.contact_id for one in greetings})
    greeted = await unit.history.last_greeted(owner_id)

    def place(one: Greeting) -> tuple[object, ...]:
        contact = contacts[one.contact_id]
        needs_memory = one.state is State.NEEDS_MEMORY
        return one.day, needs_memory, *turn_of(contact, greeted.get(contact.id))

    return sorted(greetings, key=place)
