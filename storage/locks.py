"""What only one process may do at a time: PostgreSQL's advisory locks.

A process that dies, however abruptly, gives its locks back with its connection, so nobody waits for a
lease. They save work and keep a pace; that nothing happens twice is the compare-and-sets' doing.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import AWAY, Database

log = logging.getLogger(__name__)

ANSWERS = 5.0
"""Seconds after which a database that does not answer counts as gone, and the locks with it."""

BEAT = 0.5
"""Seconds between two looks at an office: what a standby needs to follow."""

KEY = "hashtext(current_schema()), hashtext(:name)"
"""Databases of several houses may share a server, and a schema is a house."""

TRY = text(f"SELECT pg_try_advisory_lock({KEY})")
TRY_SHARED = text(f"SELECT pg_try_advisory_lock_shared({KEY})")
UNLOCK = text(f"SELECT pg_advisory_unlock({KEY})")


def lane(chat_id: int) -> str:
    """The lock of who handles the updates of a chat."""
    return f"chat {chat_id}"


class Locks:
    """The locks of this process, on a connection of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: AsyncConnection | None = None
        self._asking = asyncio.Lock()
        self._held: set[str] = set()

    async def take(self, name: str, *, shared: bool = False) -> bool:
        """Whether the lock was taken; False when it is held (here or elsewhere), or when the database
        does not answer."""
        if name in self._held:
            return False
        taken = await self._ask(TRY_SHARED if shared else TRY, name)
        if taken:
            self._held.add(name)
        return bool(taken)

    async def give_back(self, name: str) -> None:
        """Let others have it."""
        if name in self._held:
            self._held.discard(name)
            await self._ask(UNLOCK, name)

    async def still_held(self, name: str) -> bool:
        """Whether what was taken is still ours: nothing is after the connection was lost."""
        return (
            name in self._held and bool(await self._ask(text("SELECT true"))) and name in self._held
        )

    async def close(self) -> None:
        """Give back every lock."""
        async with self._asking:
            await self._drop()

    async def _ask(self, question: TextClause, name: str | None = None) -> object:
        async with self._asking:
            try:
                async with asyncio.timeout(ANSWERS):
                    connection = self._connection or await self._connect()
                    self._connection = connection
                    values = {} if name is None else {"name": name}
                    return (await connection.execute(question, values)).scalar()
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
                await self._drop()
                return None

    async def _connect(self) -> AsyncConnection:
        engine = self._database.engine.execution_options(isolation_level="AUTOCOMMIT")
        return await engine.connect()

    async def _drop(self) -> None:
        """The connection is ended, not given back to the pool: the locks go with it."""
        self._held.clear()
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(*AWAY):
                async with asyncio.timeout(ANSWERS):
                    if not connection.invalidated:
                        driver = (await connection.get_raw_connection()).driver_connection
                        await connection.invalidate()
                        if driver is not None:
                            await driver.close()
                    await connection.close()


class Election:
    """Which of several processes holds an office; another follows when it is gone."""

    def __init__(
        self,
        locks: Locks,
        office: str,
        *,
        shared: bool = False,
        won: Callable[[], None] = lambda: None,
    ) -> None:
        """`shared`: any number may hold it, as long as nobody holds it alone. `won` is told when it
        falls to this process."""
        self._locks = locks
        self._office = office
        self._shared = shared
        self._won = won
        self.held = False

    async def look(self) -> bool:
        """Whether this process holds the office now."""
        if self.held:
            self.held = await self._locks.still_held(self._office)
        if not self.held and await self._locks.take(self._office, shared=self._shared):
            self.held = True
            self._won()
            log.info("this process holds: %s", self._office)
        return self.held

    async def wait(self, *, held: bool) -> None:
        """Return once this process holds the office, or holds it no more."""
        while True:
            if await self.look() is held:
                return
            await asyncio.sleep(BEAT)

    async def stand(self) -> None:
        """Look again and again until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(BEAT)
