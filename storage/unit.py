"""One unit of work: a transaction with every aggregate at hand. What it changes and what it will say
are committed together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from storage import copies
from storage.ahead import Ahead
from storage.alternatives import Alternatives
from storage.consent import Consents
from storage.contacts import Contacts
from storage.conversations import Conversations
from storage.crypto import Vault
from storage.engine import AWAY, Database
from storage.greetings import Greetings
from storage.history import History
from storage.keys import Keys
from storage.leaving import Leaving
from storage.merging import Merging
from storage.outages import Outages
from storage.outbox import Outbox
from storage.owners import Owners
from storage.reviews import Reviews
from storage.spending import Spending
from storage.ticks import Ticks
from storage.updates import Updates
from storage.vitals import Vitals, look

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.0
"""Between two tries of what has to be written."""

T = TypeVar("T")


class Unit:
    """The aggregates over one session; `now` is the same for all that happens in it."""

    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        keys = Keys(session, vault)
        self.session = session
        self.now = now
        self.owners = Owners(session, vault, keys)
        self.ahead = Ahead(session, keys, now)
        self.contacts = Contacts(session, keys, now, self.ahead.told)
        self.greetings = Greetings(session, keys, now)
        self.leaving = Leaving(session, now)
        self.alternatives = Alternatives(session, keys)
        self.history = History(session, keys, now)
        self.merging = Merging(session, keys, now)
        self.reviews = Reviews(session)
        self.conversations = Conversations(session, vault, now)
        self.consents = Consents(session, keys, now)
        self.spending = Spending(session)
        self.outages = Outages(session, now)
        self.ticks = Ticks(session, now)
        self.outbox = Outbox(session, vault, now)
        self.updates = Updates(session, vault, now)
        self._afterwards: list[Callable[[], None]] = []

    def afterwards(self, act: Callable[[], None]) -> None:
        """What is remembered in memory follows what is written: it is done once this unit is committed,
        and not at all if it is not."""
        self._afterwards.append(act)

    def committed(self) -> None:
        """Do it."""
        for act in self._afterwards:
            act()

    async def vitals(self) -> Vitals:
        """How the whole house stands, in numbers."""
        return await look(self.session, self.now)

    @property
    def stirred(self) -> bool:
        """Whether it gave the schedule something to do."""
        return self.greetings.stirred or self.owners.stirred


class Work:
    """Makes units of work on one database."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self.database = database
        self._vault = vault
        self._clock = clock

    @asynccontextmanager
    async def begin(self, *, durable: bool = False) -> AsyncIterator[Unit]:
        """A unit whose changes are committed at the end of the block, or not at all; `durable` ones
        outlive even a power cut."""
        async with self.database.transaction(durable=durable) as session:
            unit = Unit(session, self._vault, self._clock.now())
            yield unit
            contacts, owners = unit.contacts.forgotten, unit.owners.forgotten
            if self.database.path is not None:
                await copies.remember(session, contacts, owners, unit.now)
        unit.committed()
        if contacts or owners:
            await self.database.checkpoint()
            await copies.erase(self.database, unit.now)

    async def insist(self, change: Callable[[Unit], Awaitable[T]]) -> T:
        """A unit that has to happen: a database that is locked or full is asked until it answers.

        For what is known here alone, such as how a sending ended.
        """
        while True:
            try:
                async with self.begin() as unit:
                    result = await change(unit)
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)
            else:
                return result

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Unit]:
        """A unit that only looks."""
        async with self.database.reading() as session:
            yield Unit(session, self._vault, self._clock.now())
