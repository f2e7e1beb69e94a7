"""Backups and new keys, while the bot runs."""

from pathlib import Path

from cryptography.fernet import Fernet
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.crypto import Vault, key_path, write_keys
from storage.engine import Database
from storage.tables import ConversationRow, OutboxRow, OwnerRow, UndoRow, UpdateRow


class NotSqlite(Exception):
    """PostgreSQL has its own tools: use pg_dump and pg_restore."""


async def backup(database: Database, target: Path) -> None:
    """A whole, consistent copy in one file, encrypted as the database is; the key is not in it.

    Raises NotSqlite, FileExistsError, OSError.
    """
    if database.path is None:
        raise NotSqlite
    new_file(target)
    try:
        await database.vacuum_into(target)
    except BaseException:
        _drop(target)
        raise


def new_file(target: Path) -> None:
    """An empty file for its owner only, which VACUUM INTO fills. Raises FileExistsError."""
    target.touch(mode=0o600, exist_ok=False)


def _drop(half: Path) -> None:
    """Half a copy looks like a whole one."""
    half.unlink()


async def rotate(database: Database) -> int:
    """A new key in front of those in the key file, and everything under it; answers how many owners.

    A kill at any instant leaves a file with every key that something still needs. Afterwards the
    former one stays for a turn, because a bot that runs goes on with it until it meets something it
    can't open. Raises NotSqlite, WrongKey; nothing is lost then.
    """
    if database.path is None:
        raise NotSqlite
    path = key_path(database.path)
    async with database.transaction() as session:
        keys = f"{Fernet.generate_key().decode()},{path.read_text().strip()}"
        write_keys(path, keys)
        owners = await _rewrap(session, Vault(keys))
    await database.checkpoint()
    async with database.transaction():  # locked, so that no other rotation writes its key meanwhile
        write_keys(path, ",".join(path.read_text().strip().split(",")[:2]))
    return owners


async def rewrap(database: Database, vault: Vault) -> int:
    """Bring everything that ENCRYPTION_KEY protects under its first key; answers how many owners."""
    async with database.transaction() as session:
        owners = await _rewrap(session, vault)
    await database.checkpoint()
    return owners


async def _rewrap(session: AsyncSession, vault: Vault) -> int:
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
    return len(owners)
