"""A database as a bot would have left it: an owner, people who accepted, greetings approved."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Channel, Greeting, State
from bot.domain.owners import Owner
from storage.crypto import Vault, key_beside
from storage.engine import Database
from storage.migrate import migrate
from storage.unit import Unit, Work
from tests.fakes.people import marcelo

FRIENDS_DAY = date(2027, 7, 20)
SQLITE: Mapping[str, str] = {}
"""Settings that name no database."""

NINE = datetime(2027, 7, 20, 12, tzinfo=UTC)
"""09:00 of that day in Buenos Aires."""


async def approved_greetings(
    home: Path, owner_id: int, guests: dict[int, str], settings: Mapping[str, str] = SQLITE
) -> None:
    """Contacts linked to these chats (chat id → name), each with a greeting approved for nine."""
    database, work = await open_database(home, settings)
    async with work.begin() as unit:
        await an_owner_with_approved(unit, owner_id, guests)
    await database.close()


async def an_owner_with_approved(
    unit: Unit, owner_id: int, guests: dict[int, str], due_at: datetime = NINE
) -> None:
    """The same, in a unit."""
    owner = marcelo(owner_id, next_plan_at=NINE + timedelta(hours=11))
    await unit.owners.add(owner, unit.now)
    for chat_id, name in guests.items():
        await _approved(unit, owner, chat_id, name, due_at)


async def _approved(unit: Unit, owner: Owner, chat_id: int, name: str, due_at: datetime) -> None:
    contact = await unit.contacts.add(
        Contact(id=0, owner_id=owner.id, name=name, linked_chat_id=chat_id)
    )
    await unit.greetings.plan(
        owner.id, contact.id, FRIENDS_DAY, ["friends-day"], NINE + timedelta(hours=15)
    )
    (greeting,) = await unit.greetings.find(contact_id=contact.id)
    for state in (State.DRAFTING, State.READY):
        moved = await unit.greetings.move(greeting, state)
        assert moved is not None
        greeting = moved
    text = text_for(name)
    await unit.alternatives.offer(greeting, [Alternative(id=0, number=1, text=text)])
    await unit.greetings.move(
        greeting, State.APPROVED, text=text, channel=Channel.BOT, due_at=due_at
    )


def text_for(name: str) -> str:
    """What was approved for somebody."""
    return f"{name}, feliz día. Te debo una charla larga."


async def open_database(home: Path, settings: Mapping[str, str] = SQLITE) -> tuple[Database, Work]:
    """The bot's database, opened beside it: the one its settings name, or else the SQLite file."""
    path = home / "abrazo.db"
    database = Database(settings.get("DATABASE_URL", f"sqlite+aiosqlite:///{path}"))
    key = settings.get("ENCRYPTION_KEY")
    vault = Vault(key_beside(path) if key is None else key)
    await migrate(database, datetime.now(UTC))
    return database, Work(database, vault, Clock())


async def states(
    home: Path, owner_id: int, settings: Mapping[str, str] = SQLITE
) -> dict[str, Greeting]:
    """What the reopened database says of each person's greeting."""
    database, work = await open_database(home, settings)
    async with work.read() as unit:
        greetings = await unit.greetings.find(owner_id=owner_id)
        contacts = await unit.contacts.some([one.contact_id for one in greetings])
    await database.close()
    return {contacts[one.contact_id].name: one for one in greetings}
