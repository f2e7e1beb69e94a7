"""`abrazo backup`, `abrazo restore` and `abrazo rotate-key`, while the bot runs."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TextIO

from bot.parts import new_clock, new_vault
from bot.settings import Settings, load_settings
from storage import keeping
from storage.crypto import Vault, WrongKey
from storage.engine import Database

_POSTGRES = "PostgreSQL has its own tools: use pg_dump and pg_restore.\n"
_OTHER_KEY = "ENCRYPTION_KEY does not open it: set the key it was made with. Nothing was changed.\n"


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
        unknown = await keeping.restore(database, vault, source, new_clock(settings).now())
        note = f" {unknown} may have left since: /status shows them as unknown." if unknown else ""
        return f"Restored from {source}.{note}\n"

    return await _on_database(put_back, out)


async def rotate_key(out: TextIO) -> int:
    """A new key for everything; answers the exit code. Raises SettingsProblem."""

    async def rotate(database: Database, _vault: Vault, settings: Settings) -> str:
        if settings.encryption_key is None:
            keeping.add_key(database)
        owners = await keeping.rewrap(database, new_vault(settings, database))
        if settings.encryption_key is None:
            return f"Done: {owners} under the new key, in the key file beside the database.\n"
        return (
            f"Done: {owners} under the first key of ENCRYPTION_KEY. Restart the bot with both keys, "
            "then leave only the first.\n"
        )

    return await _on_database(rotate, out)


async def _on_database(
    act: Callable[[Database, Vault, Settings], Awaitable[str]], out: TextIO
) -> int:
    """Act on the configured database; every refusal is one line."""
    settings = load_settings()
    database = Database(settings.database_url)
    try:
        if database.path is not None and not database.path.exists():
            out.write(f"There is no database at {database.path} yet: run the bot first.\n")
            return 1
        out.write(await act(database, new_vault(settings, database), settings))
    except keeping.NotSqlite:
        out.write(_POSTGRES)
    except keeping.NotABackup:
        out.write("That file is no backup of Abrazo. Nothing was changed.\n")
    except WrongKey:
        out.write(_OTHER_KEY)
    except FileExistsError as error:
        out.write(f"{error} is there already: choose another name.\n")
    except OSError as error:
        out.write(f"It could not be written or read: {error.strerror}.\n")
    else:
        return 0
    finally:
        await database.close()
    return 1
