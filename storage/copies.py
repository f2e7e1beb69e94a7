"""The nightly copies beside a SQLite file: made, thinned out, and reached by forgetting."""

import asyncio
import logging
import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlmodel import SQLModel

from storage.engine import Database

log = logging.getLogger(__name__)


def folder(database: Database) -> Path | None:
    """Where the copies lie; None for a database that is no file."""
    return database.path.parent / "backups" if database.path is not None else None


def copies(database: Database) -> list[Path]:
    """The nightly copies, the oldest first."""
    where = folder(database)
    if where is None or database.path is None:
        return []
    found = where.glob(f"{database.path.stem}-????-??-??.db")
    return sorted(found, key=lambda path: (path.stat().st_mtime, path.name))


async def copy(database: Database, night: date, keep: int) -> bool:
    """That night's copy, unless it is there already; answers whether it was made.

    It gets its name when it is whole, and only then the oldest ones go, so that `keep` are left: a
    full disk costs no copy that was there. Raises OSError and what SQLite raises.
    """
    where = folder(database)
    if where is None or database.path is None:
        return False
    target = where / f"{database.path.stem}-{night}.db"
    if target.exists():
        return False
    where.mkdir(mode=0o700, exist_ok=True)
    half = target.with_suffix(".part")
    half.unlink(missing_ok=True)
    try:
        half.touch(mode=0o600)
        await database.vacuum_into(half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    for old in copies(database)[:-keep]:
        old.unlink(missing_ok=True)
    return True


async def erase(database: Database, contacts: Collection[int], owners: Collection[int]) -> None:
    """Forgetting reaches the copies, too: the keys of these go from every one of them."""
    for path in copies(database):
        try:
            await asyncio.to_thread(_erase, path, contacts, owners)
        except sqlite3.Error as error:
            log.warning("a nightly copy could not be cleaned: %s", type(error).__name__)


def _erase(path: Path, contacts: Collection[int], owners: Collection[int]) -> None:
    with closing(sqlite3.connect(path, timeout=10)) as copied, copied:
        copied.execute("PRAGMA secure_delete=ON")
        copied.execute("PRAGMA foreign_keys=ON")
        copied.executemany("DELETE FROM contact WHERE id = ?", [(one,) for one in contacts])
        for table in reversed(SQLModel.metadata.sorted_tables):
            column = next((name for name in ("owner_id", "chat_id") if name in table.c), None)
            column = "id" if table.name == "owner" else column
            known = {row[1] for row in copied.execute(f"PRAGMA table_info({table.name})")}
            if column in known:
                gone = f"DELETE FROM {table.name} WHERE {column} = ?"  # noqa: S608 - our own names
                copied.executemany(gone, [(one,) for one in owners])
