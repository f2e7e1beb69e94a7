"""Brings a database to the newest schema, at every start."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.crypto import Vault
from storage.engine import Database

STAMP = "%Y%m%d%H%M%S"
"""The instant (UTC) in the name of what is copied before an upgrade."""

LOCK = 0x41627261  # any constant: two programs that start together must not migrate together


class NewerSchema(Exception):
    """The database was written by a newer Abrazo: start that version. Nothing was changed."""


def alembic_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


async def migrate(database: Database, now: datetime) -> Path | None:
    """Upgrade to the newest schema; answers the copy made before an existing schema was changed.

    The upgrade is one transaction: when it fails, the database stays as it was. Raises NewerSchema.
    """
    script = ScriptDirectory.from_config(alembic_config())
    async with database.engine.connect() as connection:
        current = await connection.run_sync(current_revision)
    if current == script.get_current_head():
        await _try_writing(database)
        return None
    if current is not None and current not in known_revisions():
        raise NewerSchema
    copy = await _copy(database, current, now) if current is not None else None
    try:
        async with database.remaking() as connection:
            if not database.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
            await connection.run_sync(_upgrade)
    except Exception:
        if copy is not None:  # nothing was changed; a service that starts anew fills no disk
            copy.unlink()
        raise
    return copy


async def _try_writing(database: Database) -> None:
    """A database that can only be read is told at the start, not by the first greeting: SQLite takes
    `BEGIN IMMEDIATE` on it without a word."""
    async with database.transaction() as session:
        connection = await session.connection()
        await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


async def check_key(database: Database, vault: Vault) -> None:
    """Try the key before anything is changed. Raises WrongKey."""
    async with database.engine.connect() as connection:
        if await connection.run_sync(current_revision) is None:
            return
        wrapped = (await connection.execute(text("SELECT wrapped_key FROM owner LIMIT 1"))).scalar()
    if wrapped is not None:
        vault.cipher(wrapped)


def known_revisions() -> frozenset[str]:
    """The schemas this version can read or upgrade."""
    script = ScriptDirectory.from_config(alembic_config())
    return frozenset(item.revision for item in script.walk_revisions())


def current_revision(connection: Connection) -> str | None:
    """The schema a database has; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def _copy(database: Database, current: str, now: datetime) -> Path | None:
    """`VACUUM INTO` a file beside the database; PostgreSQL has its own backups."""
    if database.path is None:
        return None
    target = database.path.with_name(
        f"{database.path.stem}-before-{current}-{now.strftime(STAMP)}.db"
    )
    await database.vacuum_into(target)
    target.chmod(0o600)
    return target
