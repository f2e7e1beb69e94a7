"""A database as a bot would have left it, beyond what is approved."""

from datetime import timedelta

from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, State
from bot.playground import Person
from storage.unit import Unit
from tests.e2e.seed import FRIENDS_DAY, NINE, open_database
from tests.fakes.people import marcelo
from tests.faults.morning import Morning

NOTE = "colecciona semáforos de hojalata"
"""A memory that must never show in a log."""


async def an_owner(morning: Morning, *friends: str, ready: str | None = None) -> None:
    """Marcelo with these friends, a note on each; nobody is planned yet, except that a card for
    `ready` waits for his decision."""
    database, work = await open_database(morning.home, morning.settings)
    owner = marcelo(morning.owner.id, next_plan_at=NINE - timedelta(days=300))
    async with work.begin() as unit:
        await unit.owners.add(owner, unit.now)
        for name in friends:
            contact = await unit.contacts.add(Contact(id=0, owner_id=owner.id, name=name))
            await unit.contacts.add_note(contact, f"{NOTE} y le dicen {name}ita")
        if ready is not None:
            await _card_waits(unit, Contact(id=0, owner_id=owner.id, name=ready))
    await database.close()


async def an_undecided_card(morning: Morning, guest: Person) -> None:
    """One more linked friend of his, whose card waits."""
    name = guest.account.first_name
    database, work = await open_database(morning.home, morning.settings)
    async with work.begin() as unit:
        linked = Contact(id=0, owner_id=morning.owner.id, name=name, linked_chat_id=guest.id)
        await _card_waits(unit, linked)
    await database.close()


async def _card_waits(unit: Unit, contact: Contact) -> None:
    contact = await unit.contacts.add(contact)
    closes = NINE + timedelta(hours=15)
    await unit.greetings.plan(contact.owner_id, contact.id, FRIENDS_DAY, ["friends-day"], closes)
    (greeting,) = await unit.greetings.find(contact_id=contact.id)
    for state in (State.DRAFTING, State.READY):
        moved = await unit.greetings.move(greeting, state)
        assert moved is not None
        greeting = moved
    texts = (f"{contact.name}, feliz día uno.", f"{contact.name}, feliz día dos.")
    await unit.alternatives.offer(
        greeting, [Alternative(0, number, text) for number, text in enumerate(texts, 1)]
    )


async def notes_of(morning: Morning) -> dict[str, list[str]]:
    """The notes of each contact in the reopened database."""
    database, work = await open_database(morning.home, morning.settings)
    async with work.read() as unit:
        contacts = await unit.contacts.of_owner(morning.owner.id)
        notes = await unit.contacts.notes([one.id for one in contacts])
    await database.close()
    names = [contact.name for contact in contacts]
    assert len(set(names)) == len(names), f"somebody is there twice: {names}"
    return {one.name: sorted(note.text for note in notes[one.id]) for one in contacts}
