"""Backups, restoring and new keys, while the bot runs."""

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.greetings import State
from storage.crypto import Vault, key_path, write_keys
from storage.engine import Database
from storage.migrate import current_revision, known_revisions, migrate
from storage.tables import ConversationRow, GreetingRow, OutboxRow, OwnerRow, UndoRow, UpdateRow


class NotABackup(Exception):
    """The file is no backup of this Abrazo. Nothing was changed."""


class NotSqlite(Exception):
    """PostgreSQL has its own tools: use pg_dump and pg_restore."""


async def backup(database: Database, target: Path) -> None:
    """A whole, consistent copy in one file, encrypted as the database is; the key is not in it.

    Raises NotSqlite, FileExistsError, OSError.
    """
    if database.path is None:
        raise NotSqlite
    _new_file(target)
    try:
        await database.vacuum_into(target)
    except BaseException:
        _drop(target)
        raise


def _new_file(target: Path) -> None:
    """An empty file for its owner only, which VACUUM INTO fills. Raises FileExistsError."""
    target.touch(mode=0o600, exist_ok=False)


def _drop(half: Path) -> None:
    """Half a copy looks like a whole one."""
    half.unlink()


async def restore(database: Database, vault: Vault, source: Path, now: datetime) -> int:
    """Put a backup in the place of what is there, page by page under SQLite's own locks.

    What may have left since the backup was made becomes unknown instead of leaving again; answers
    how many greetings that is. Raises NotSqlite, NotABackup, WrongKey; nothing is changed then.
    """
    if database.path is None:
        raise NotSqlite
    copy = Database(f"sqlite+aiosqlite:///{source}")
    try:
        await _read_through(copy, vault)
    finally:
        await copy.close()
    await asyncio.to_thread(_copy_pages, source, database.path)
    await migrate(database, now)
    async with database.transaction() as session:
        return await _forget_the_meantime(session, now)


async def _read_through(copy: Database, vault: Vault) -> None:
    """Refuse what is no backup, or is locked by another key."""
    try:
        async with copy.engine.connect() as connection:
            revision = await connection.run_sync(current_revision)
        async with copy.reading() as session:
            wrapped_keys = list(await session.exec(select(OwnerRow.wrapped_key)))
    except DatabaseError as error:
        raise NotABackup from error
    if revision not in known_revisions():
        raise NotABackup
    for wrapped in wrapped_keys:
        vault.cipher(wrapped)


def _copy_pages(source: Path, target: Path) -> None:
    origin, live = sqlite3.connect(source), sqlite3.connect(target, timeout=60)
    try:
        origin.backup(live)
    finally:
        origin.close()
        live.close()


async def _forget_the_meantime(session: AsyncSession, now: datetime) -> int:
    """Between the backup and now, messages were answered and greetings left that it knows nothing
    of: nothing of that is done a second time."""
    await session.exec(delete(OutboxRow))
    await session.exec(
        update(UpdateRow).where(col(UpdateRow.done_at).is_(None)).values(done_at=now, sealed=None)
    )
    statement = (
        update(GreetingRow)
        .where(
            (col(GreetingRow.state) == State.SENDING.value)
            | ((col(GreetingRow.state) == State.APPROVED.value) & (col(GreetingRow.due_at) <= now))
        )
        .values(state=State.UNKNOWN.value, revision=col(GreetingRow.revision) + 1, due_at=None)
        .returning(col(GreetingRow.id))
    )
    return len(list(await session.exec(statement)))


def add_key(database: Database) -> None:
    """A new key in front of the newest one in the key file; older ones are dropped.

    The former key stays for one more turn, because a bot that runs goes on with it until it meets
    something it can't open.
    """
    if database.path is None:
        raise NotSqlite
    path = key_path(database.path)
    former = path.read_text().strip().split(",")[0]
    write_keys(path, f"{Fernet.generate_key().decode()},{former}")


async def rewrap(database: Database, vault: Vault) -> int:
    """Bring everything that ENCRYPTION_KEY protects under its first key; answers how many owners."""
    async with database.transaction() as session:
        owners = list(await session.exec(select(OwnerRow)))
        for owner in owners:
            owner.wrapped_key = vault.rewrap(owner.wrapped_key)
        sealed: list[ConversationRow | UndoRow | OutboxRow] = [
            *await session.exec(select(ConversationRow)),
            *await session.exec(select(UndoRow)),
            *await session.exec(select(OutboxRow)),
        ]
        for row in sealed:
            row.sealed = vault.rewrap(row.sealed)
        waiting = select(UpdateRow).where(col(UpdateRow.sealed).is_not(None))
        for update_row in await session.exec(waiting):
            update_row.sealed = vault.rewrap(update_row.sealed or b"")
    if database.is_sqlite:
        async with database.engine.connect() as connection:
            await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return len(owners)
