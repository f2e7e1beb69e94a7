"""`abrazo backup`, `abrazo restore` and `abrazo rotate-key`, while the bot runs."""

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TextIO

from sqlalchemy.exc import DatabaseError

from bot.parts import new_clock, new_vault
from bot.settings import Settings, load_settings
from storage import keeping, restoring
from storage.crypto import Vault, WrongKey, key_path
from storage.engine import Database, why_away
from storage.migrate import NewerSchema


class Refused(Exception):
    """It was not done; the message is the line that says why."""


async def backup(target: Path, out: TextIO) -> int:
    """Write a copy; answers the exit code. Raises SettingsProblem."""

    async def write(database: Database, _vault: Vault, _settings: Settings) -> str:
        await keeping.backup(database, target)
        return (
            f"Saved in {target}. Keep the key apart from it: without the key nobody can read it.\n"
        )

    return await _on_database(write, out)


async def restore(source: Path, out: TextIO) -> int:
    """Put a copy back; answers the exit code. Raises SettingsProblem."""

    async def put_back(database: Database, vault: Vault, settings: Settings) -> str:
        unknown, asking = await restoring.restore(
            database, vault, source, new_clock(settings).now()
        )
        return "".join(
            [
                f"Restored from {source}.\n",
                f"{unknown} may have left since: their owners are asked.\n" if unknown else "",
                f"{asking} that were approved then ask again.\n" if asking else "",
            ]
        )

    return await _on_database(put_back, out, onto_nothing=True)


async def rotate_key(out: TextIO) -> int:
    """A new key for everything; answers the exit code. Raises SettingsProblem."""

    async def rotate(database: Database, vault: Vault, settings: Settings) -> str:
        if settings.encryption_key is None:
            owners = await keeping.rotate(database)
            return f"Done: {owners} under the new key, in the key file beside the database.\n"
        owners = await keeping.rewrap(database, vault)
        return (
            f"Done: {owners} under the first key of ENCRYPTION_KEY. Restart the bot with both keys, "
            "then leave only the first.\n"
        )

    return await _on_database(rotate, out)


async def _on_database(
    act: Callable[[Database, Vault, Settings], Awaitable[str]],
    out: TextIO,
    *,
    onto_nothing: bool = False,
) -> int:
    """Act on the configured database; every refusal is one line."""
    settings = load_settings()
    try:
        database = Database(settings.database_url)
    except OSError as error:
        out.write(f"{why_away(error)}. Move it away or set DATABASE_URL. Nothing was changed.\n")
        return 1
    try:
        out.write(await _acted(act, database, settings, onto_nothing=onto_nothing))
    except Refused as refusal:
        out.write(f"{refusal}\n")
        return 1
    finally:
        await database.close()
    return 0


async def _acted(
    act: Callable[[Database, Vault, Settings], Awaitable[str]],
    database: Database,
    settings: Settings,
    *,
    onto_nothing: bool,
) -> str:
    """What was done. Raises Refused."""
    path = database.path
    if path is not None and not path.exists():
        if not onto_nothing:
            raise Refused(f"There is no database at {path} yet: run the bot first.")
        if settings.encryption_key is None and not key_path(path).exists():
            raise Refused(
                f"The key is missing: put the key file of the copy at {key_path(path)}, or its key "
                "into ENCRYPTION_KEY."
            )
    try:
        return await act(database, new_vault(settings, database), settings)
    except keeping.NotSqlite:
        line = "PostgreSQL has its own tools: use pg_dump and pg_restore (docs/running.md)."
    except restoring.Itself:
        line = "That is the database itself. Name a copy, such as one of those in backups/."
    except restoring.NotABackup:
        line = "That file is no backup of Abrazo. Nothing was changed."
    except restoring.Damaged:
        line = "That copy is damaged: take another one. Nothing was changed."
    except NewerSchema:
        line = "That copy was made by a newer Abrazo: use that version. Nothing was changed."
    except WrongKey:
        line = (
            "The key does not open it: put back the key file it was made with, or name its key in "
            "ENCRYPTION_KEY, behind today's and a comma. Nothing was changed."
        )
    except FileExistsError as error:
        line = f"{error.filename} is there already: choose another name."
    except (DatabaseError, sqlite3.Error) as error:
        line = f"It could not be done: {why_away(error)}. Nothing was changed."
    except OSError as error:
        line = f"It could not be done: {why_away(error)}."
    raise Refused(line)
