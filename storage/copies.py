"""The copies beside a SQLite file: made every night, thinned out, and reached by forgetting."""

import asyncio
import logging
import os
import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, text
from sqlmodel import SQLModel, col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Database
from storage.migrate import STAMP
from storage.tables import ErasedRow

log = logging.getLogger(__name__)

A_COPYING = timedelta(days=1)
"""Longer than any copy takes to be made: who was erased meanwhile may still come with it."""

LOOKED_BACK = timedelta(days=30)
"""How long what was copied before an upgrade is kept."""

_IN_THE_AIR = {
    "undo": "owner_id",
    "conversation": "chat_id",
    "outbox": "chat_id",
    "update_inbox": "chat_id",
}
"""What lies in no contact's key and may tell of one: half-finished steps, messages on their way."""

Erased = frozenset[tuple[str, int, str]]
"""Rows of `erased` as SQLite writes them: kind, id, instant."""


def folder(database: Database) -> Path | None:
    """Where the copies lie; None for a database that is no file."""
    return database.path.parent / "backups" if database.path is not None else None


def copies(database: Database) -> list[Path]:
    """The nightly copies, the oldest first."""
    where = folder(database)
    if where is None or database.path is None:
        return []
    found = _named(where, rf"{re.escape(database.path.stem)}-\d{{4}}-\d\d-\d\d")
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
        async with database.transaction() as session:  # nobody is forgotten before it has its name
            await asyncio.to_thread(_erase, half, await _erased(session))
            half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    for old in copies(database)[:-keep]:
        old.unlink(missing_ok=True)
    return True


def _before_upgrades(database: Database) -> list[Path]:
    """What was copied before the schema changed."""
    if database.path is None:
        return []
    name = rf"{re.escape(database.path.stem)}-before-\w+-\d{{14}}"
    return sorted(_named(database.path.parent, name))


def _named(where: Path, name: str) -> list[Path]:
    """What Abrazo itself has called so: every other file is its maker's own."""
    return [path for path in where.glob("*.db") if re.fullmatch(name, path.stem)]


async def remember(
    session: AsyncSession, contacts: Collection[int], owners: Collection[int], now: datetime
) -> None:
    """These are erased by the same commit; the copies have to follow, however often it takes."""
    for kind, ids in (("contact", contacts), ("owner", owners)):
        for one in ids:
            await session.merge(ErasedRow(kind=kind, id=one, at=now))


async def erase(database: Database, now: datetime) -> None:
    """Forgetting reaches the copies, too: the keys of whoever was erased go from every one of them. What
    could not be cleaned is cleaned when this is called again."""
    async with database.reading() as session:
        erased = await _erased(session)
    if not erased:
        return
    clean = True
    for path in [*copies(database), *_before_upgrades(database)]:
        try:
            await asyncio.to_thread(_erase, path, erased)
        except (sqlite3.Error, OSError) as error:
            clean = False
            log.warning("a copy could not be cleaned: %s", type(error).__name__)
    if clean:
        async with database.transaction() as session:
            await session.exec(delete(ErasedRow).where(col(ErasedRow.at) < now - A_COPYING))


async def tidy(database: Database, now: datetime) -> None:
    """Clean what could not be cleaned, and drop what was copied before an upgrade long ago."""
    await erase(database, now)
    for path in _before_upgrades(database):
        made = datetime.strptime(path.stem.rsplit("-", 1)[1], STAMP).replace(tzinfo=UTC)
        if made < now - LOOKED_BACK:
            path.unlink(missing_ok=True)


async def _erased(session: AsyncSession) -> Erased:
    rows = await (await session.connection()).execute(text("SELECT kind, id, at FROM erased"))
    return frozenset((kind, one, at) for kind, one, at in rows)


def _erase(path: Path, erased: Erased) -> None:
    """Raises what SQLite raises. A copy keeps its age, by which the oldest is known."""
    made = path.stat()
    with closing(sqlite3.connect(path, timeout=10)) as copied, copied:
        copied.execute("PRAGMA secure_delete=ON")
        copied.execute("PRAGMA foreign_keys=ON")
        marks = _columns(copied, "erased")
        known = copied.execute("SELECT kind, id, at FROM erased").fetchall() if marks else []
        new = erased - set(known)  # whoever is in it since may have come back since
        for contact in [(one,) for kind, one, _ in new if kind == "contact"]:
            for table, column in _IN_THE_AIR.items():
                theirs = "(SELECT owner_id FROM contact WHERE id = ?)"
                copied.execute(f"DELETE FROM {table} WHERE {column} IN {theirs}", contact)  # noqa: S608 - our own names
            copied.execute("DELETE FROM contact WHERE id = ?", contact)
        owners = [(one,) for kind, one, _ in new if kind == "owner"]
        for table in reversed(SQLModel.metadata.sorted_tables):
            column = next((name for name in ("owner_id", "chat_id") if name in table.c), "")
            column = "id" if table.name == "owner" else column
            if column in _columns(copied, table.name):
                gone = f"DELETE FROM {table.name} WHERE {column} = ?"  # noqa: S608 - our own names
                copied.executemany(gone, owners)
        if marks:
            copied.executemany("INSERT OR REPLACE INTO erased VALUES (?, ?, ?)", new)
    os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))


def _columns(copied: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in copied.execute(f"PRAGMA table_info({table})")}
