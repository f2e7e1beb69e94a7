"""What tests of every kind share: a clock that stands still, a Telegram and a model on loopback, and
a fresh database of each kind."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cryptography.fernet import Fernet
from hypothesis import settings
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.clock import Clock
from bot.domain.contacts import Contact
from bot.domain.owners import Owner
from bot.playground import Playground
from storage.crypto import Vault
from storage.engine import Database
from storage.migrate import migrate
from storage.unit import Work
from tests.fakes.model import FakeModel
from tests.fakes.people import marcelo

settings.register_profile("same", derandomize=True)
settings.register_profile("chance", print_blob=True)
settings.load_profile("same")
"""The checks say the same of the same code; `pytest --hypothesis-profile chance` looks for more."""

BUENOS_AIRES = ZoneInfo("America/Argentina/Buenos_Aires")
NOON = datetime(2027, 7, 18, 15, tzinfo=UTC)
"""12:00 in Buenos Aires, two days before Friend's Day."""


WITHOUT_POSTGRES = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a server, what needs PostgreSQL is left out, and one line at the end says so."""
    if os.environ.get("TEST_POSTGRES_URL"):
        return
    away = [
        item
        for item in items
        if isinstance(item, pytest.Function)
        and hasattr(item, "callspec")
        and item.callspec.params.get("database_url") == "postgresql"
    ]
    config.stash[WITHOUT_POSTGRES] = len(away)
    items[:] = [item for item in items if item not in set(away)]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.stash.get(WITHOUT_POSTGRES, 0):
        terminalreporter.write_line(
            f"{config.stash[WITHOUT_POSTGRES]} tests left out for want of PostgreSQL: "
            "set TEST_POSTGRES_URL=postgresql+psycopg://…"
        )


class StillClock(Clock):
    """Shows the hour a test set, until it sets another."""

    def __init__(self, instant: datetime = NOON) -> None:
        super().__init__()
        self._instant = instant

    def now(self) -> datetime:
        return self._instant

    def move_to(self, instant: datetime) -> None:
        self._instant = instant

    def at(self, day: int, hour: int, minute: int = 0, *, month: int = 7) -> datetime:
        """Make it that hour of 2027 in Buenos Aires; answers the instant."""
        self.move_to(datetime(2027, month, day, hour, minute, tzinfo=BUENOS_AIRES).astimezone(UTC))
        return self._instant

    def later(self, **by: float) -> datetime:
        """Let so much time pass; answers the instant."""
        self._instant += timedelta(**by)
        return self._instant


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def tg() -> AsyncIterator[Playground]:
    """A Telegram, over HTTP."""
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    """A model that answers as it is told, over HTTP."""
    async with FakeModel() as fake:
        yield fake


@pytest.fixture
def encryption_key() -> str:
    return Fernet.generate_key().decode()


@pytest.fixture
def on_it(database_url: str, encryption_key: str) -> dict[str, Any]:
    """The settings of a bot that runs on the test's own database, which `work` looks into."""
    return {"database_url": database_url, "encryption_key": SecretStr(encryption_key)}


@pytest.fixture
def vault(encryption_key: str) -> Vault:
    return Vault(encryption_key)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}"


@asynccontextmanager
async def a_schema() -> AsyncIterator[str]:
    """A schema of its own on the server of TEST_POSTGRES_URL, dropped afterwards."""
    server = os.environ["TEST_POSTGRES_URL"]
    schema = f"abrazo_{secrets.token_hex(8)}"
    engine = create_async_engine(server)
    async with engine.begin() as connection:
        await connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{server}?options=-csearch_path%3D{schema}"
    async with engine.begin() as connection:
        await connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    await engine.dispose()


@pytest.fixture
async def postgres_url() -> AsyncIterator[str]:
    async with a_schema() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The same test runs on both databases."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
async def database(database_url: str, clock: StillClock) -> AsyncIterator[Database]:
    """Migrated and empty."""
    database = Database(database_url)
    await migrate(database, clock.now())
    yield database
    await database.close()


@pytest.fixture
def work(database: Database, vault: Vault, clock: StillClock) -> Work:
    return Work(database, vault, clock)


@pytest.fixture
async def owner(work: Work, clock: StillClock) -> Owner:
    """Marcelo, in Buenos Aires, with nobody yet."""
    return await add_owner(work, clock)


async def add_owner(work: Work, clock: StillClock, owner_id: int = 7, **changes: Any) -> Owner:
    """Marcelo, or whom the changes make of him, to be planned at once."""
    owner = marcelo(owner_id, **{"next_plan_at": clock.now()} | changes)
    async with work.begin() as unit:
        await unit.owners.add(owner, clock.now())
    return owner


async def befriend(
    work: Work, owner: Owner, name: str, *notes: str, private: str | None = None, **changes: Any
) -> Contact:
    """A friend of the owner's, with notes and perhaps a private one."""
    async with work.begin() as unit:
        contact = await unit.contacts.add(Contact(id=0, owner_id=owner.id, name=name, **changes))
        for note in notes:
            await unit.contacts.add_note(contact, note)
        if private is not None:
            await unit.contacts.add_note(contact, private, private=True)
    return contact


async def damage(work: Work, table: str, row_id: int) -> None:
    """That row opens no more."""
    async with work.begin() as unit:
        await (await unit.session.connection()).execute(
            text(f"UPDATE {table} SET sealed = :junk WHERE id = :id"),
            {"junk": b"-" * 40, "id": row_id},
        )
