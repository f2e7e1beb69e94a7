"""Engine, connections and transactions."""

import asyncio
import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy import exc as failures
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import visits

BUSY_TIMEOUT_MS = 10_000

QUICK_TO_NOTICE = {
    "connect_timeout": 10,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""How soon (seconds, the last one milliseconds) a PostgreSQL that has vanished counts as away."""

NOTICED_THERE = (
    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3; "
    "SET tcp_user_timeout = 11000"
)
"""The same at the other end: within eleven seconds the server ends the session of a machine that has
vanished, and frees what that had locked. Keep-alives alone would not: none is sent while an answer waits
to be confirmed, and that waits for a quarter of an hour."""

_FEW_VISITS = {"async_creator_fn": visits.connect}

_DISCREET: dict[str, Any] = {"hide_parameters": True}
"""What is written and asked for stands in no error, wherever one may end up."""

AWAY = (failures.OperationalError, failures.InterfaceError, failures.TimeoutError, OSError)
"""What a database raises that is locked, full, read-only or not reached: the same may work later. Other
errors of SQLAlchemy are mistakes of ours, and trying again would only repeat them."""


_SQLITE = b"SQLite format 3\0"
"""How such a file begins; an empty one becomes one."""


def why_away(error: BaseException) -> str:
    """The first line of what the database (or the file system) says, for the person at the terminal."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
    cause = getattr(error, "orig", None) or error
    return str(cause).splitlines()[0].rstrip(".")


def _look_at(path: Path) -> None:
    """Raises OSError where the file is something else: else its key would be blamed."""
    if path.exists():
        with path.open("rb") as file:
            begins = file.read(len(_SQLITE))
        if begins and begins != _SQLITE:
            raise OSError(errno.EINVAL, "this is no SQLite database", str(path))


class Database:
    """One database, SQLite or PostgreSQL.

    SQLite has one writer: inside a process the writers queue on a lock instead of polling the file.
    """

    def __init__(self, url: str) -> None:
        """Raises OSError where a SQLite file can't be there, or is none."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _look_at(self.path)
        self.engine: AsyncEngine = (
            create_async_engine(self.url, connect_args=_FEW_VISITS, **_DISCREET)
            if self.is_sqlite
            else create_async_engine(
                self.url, pool_pre_ping=True, connect_args=QUICK_TO_NOTICE, **_DISCREET
            )
        )
        self._writer = self.engine.execution_options(abrazo_begin="BEGIN IMMEDIATE")
        self._plain = self.engine.execution_options(abrazo_begin=None)
        self._writing = asyncio.Lock()
        self._careful = self.engine
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)
            self._careful = create_async_engine(
                self.url, pool_size=1, connect_args=_FEW_VISITS, **_DISCREET
            )
            event.listen(self._careful.sync_engine, "connect", _prepare_careful)
            event.listen(self._careful.sync_engine, "begin", _begin_sqlite)
        else:
            event.listen(self.engine.sync_engine, "connect", _prepare_postgresql)
        self._surely = self._careful.execution_options(abrazo_begin="BEGIN IMMEDIATE")

    @property
    def path(self) -> Path | None:
        """The SQLite file, if it is one."""
        name = self.url.database
        return Path(name) if self.is_sqlite and name and name != ":memory:" else None

    @asynccontextmanager
    async def transaction(self, *, durable: bool = False) -> AsyncIterator[AsyncSession]:
        """A session whose changes are committed together at the end, or not at all. A `durable` commit
        is on the disk when it ends, so that not even a power cut takes it back; on PostgreSQL every
        commit is."""
        if not self.is_sqlite:
            async with self._session(self.engine) as session, session.begin():
                yield session
            return
        writer = self._surely if durable else self._writer
        async with self._writing, self._session(writer) as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for reading; it does not wait for writers."""
        async with self._session(self.engine) as session:
            yield session

    @asynccontextmanager
    async def remaking(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection in a transaction that may change the schema.

        SQLite alters a table by making it anew and dropping the old one, and with foreign keys on
        that drop would take along every row that hangs on it.
        """
        async with self._plain.connect() as connection:
            if self.is_sqlite:
                await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                await connection.commit()
            finally:
                await connection.rollback()
                if self.is_sqlite:
                    await connection.exec_driver_sql("PRAGMA foreign_keys=ON")

    @asynccontextmanager
    async def beside(self, other: Path) -> AsyncIterator[AsyncConnection]:
        """A bare connection that writes, with another SQLite file attached as `copy`."""
        async with self._plain.connect() as connection:
            await connection.exec_driver_sql("ATTACH DATABASE ? AS copy", (str(other),))
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                await connection.commit()
            finally:
                await connection.rollback()
                await connection.exec_driver_sql("DETACH DATABASE copy")

    async def vacuum_into(self, target: Path) -> None:
        """A consistent copy of the SQLite file, while others read and write."""
        async with self._plain.connect() as connection:
            await connection.exec_driver_sql("VACUUM INTO ?", (str(target),))

    async def checkpoint(self) -> None:
        """Empty SQLite's log into the file, so that what was erased is gone from the disk. A reader
        that is in the way delays it to the next one."""
        if self.is_sqlite:
            async with self._plain.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _session(self, engine: AsyncEngine) -> AsyncSession:
        return AsyncSession(engine, expire_on_commit=False)

    async def close(self) -> None:
        """Give back every connection."""
        await self.engine.dispose()
        if self._careful is not self.engine:
            await self._careful.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Per connection: write-ahead log, foreign keys, erased means overwritten, our own BEGIN."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    """Per connection, and for good: a setting that is not committed goes with its transaction."""
    cursor = connection.cursor()
    cursor.execute(NOTICED_THERE)
    cursor.close()
    connection.commit()


def _prepare_careful(connection: Any, record: Any) -> None:
    """The same, and every commit waits for the disk."""
    _prepare_sqlite(connection, record)
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    """A writer takes the lock at once: a read that turns into a write can't fail half-way. A plain
    connection has no transaction, for what SQLite refuses inside one."""
    begin = connection.get_execution_options().get("abrazo_begin", "BEGIN")
    if begin is not None:
        connection.exec_driver_sql(begin)
