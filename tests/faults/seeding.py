"""A database as a bot would have left it, beyond what is approved."""

from datetime import time, timedelta

from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, State
from bot.domain.owners import Owner
from tests.e2e.seed import FRIENDS_DAY, NINE, open_database
from tests.faults.morning import Morning

NOTE = "colecciona semáforos de hojalata"
"""A memory that must never show in a log."""


async def an_owner(morning: Morning, *friends: str, ready: str | None = None) -> None:
    """Marcelo with these friends, a note on each; nobody is planned yet, except that a card for
    `ready` waits for his decision."""
    database, work = await open_database(morning.home, morning.settings)
    owner_id = morning.owner.id
    async with work.begin() as unit:
        owner = Owner(
            id=owner_id,
            name="Marcelo",
            language="es",
            country="AR",
            timezone="America/Argentina/Buenos_Aires",
            prepare_at=time(20),
            send_at=time(9),
            next_plan_at=NINE - timedelta(days=300),
        )
        await unit.owners.add(owner, unit.now)
        for name in friends:
            contact = await unit.contacts.add(Contact(id=0, owner_id=owner_id, name=name))
            await unit.contacts.add_note(contact, f"{NOTE} y le dicen {name}ita")
        if ready is not None:
            contact = await unit.contacts.add(Contact(id=0, owner_id=owner_id, name=ready))
            closes = NINE + timedelta(hours=15)
            await unit.greetings.plan(owner_id, contact.id, FRIENDS_DAY, ["friends-day"], closes)
            (greeting,) = await unit.greetings.find(contact_id=contact.id)
            for state in (State.DRAFTING, State.READY):
                moved = await unit.greetings.move(greeting, state)
                assert moved is not None
                greeting = moved
            texts = (f"{ready}, feliz día uno.", f"{ready}, feliz día dos.")
            await unit.alternatives.offer(
                greeting, [Alternative(0, number, text) for number, text in enumerate(texts, 1)]
            )
    await database.close()


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
