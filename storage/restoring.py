"""A copy in the place of what is there, while the bot runs: nothing that left since leaves again."""

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    Insert,
    MetaData,
    Select,
    Table,
    and_,
    delete,
    insert,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from bot.domain.greetings import MAY_HAVE_LEFT, WAITING, Channel, State
from storage.crypto import Vault
from storage.engine import Database
from storage.keeping import NotSqlite, new_file, rewrap
from storage.migrate import LOCK, NewerSchema, current_revision, known_revisions, migrate


class NotABackup(Exception):
    """The file is no backup of this Abrazo. Nothing was changed."""


class Damaged(Exception):
    """The file was a backup once and is not whole any more. Nothing was changed."""


class Itself(Exception):
    """The file is the database that it would replace."""


class Restored(NamedTuple):
    """How many approved greetings may have left since the copy was made, and how many ask again."""

    unknown: int
    asking: int


_HERE = SQLModel.metadata.tables
_ATTACHED = MetaData()
_THERE = {
    table.name: table.to_metadata(_ATTACHED, schema="copy")
    for table in SQLModel.metadata.sorted_tables
}
"""The same tables in the copy, once it is attached."""

_LEFT = sorted(state.value for state in MAY_HAVE_LEFT)

_KEPT = {"update_inbox", "erased"}
"""What Telegram has delivered stays as it is: confirmed once, handled once. So does what the copies have
still to forget."""

_EMPTIED = {"outbox", "conversation"}
"""Answers and half-finished steps of another day."""


async def restore(database: Database, vault: Vault, source: Path, now: datetime) -> Restored:
    """Put a backup in the place of what is there, in one transaction.

    It is read through, brought to the newest schema and under the first key in a copy of its own
    before. What has left since it was made stays as it is known; an approval that nobody can vouch
    for asks again, and whoever left meanwhile (/stop) stays away. Raises NotSqlite, Itself,
    FileNotFoundError, NotABackup, Damaged, NewerSchema, WrongKey and what SQLite raises; nothing is
    changed then.
    """
    if database.path is None:
        raise NotSqlite
    half = _beside(database.path, source)
    copy = Database(f"sqlite+aiosqlite:///{half}")
    try:
        await asyncio.to_thread(_copy_pages, source, half)
        await _read_through(copy, vault)
        before = await migrate(copy, now)
        if before is not None:
            before.unlink()
        await rewrap(copy, vault)
        await copy.close()
        await migrate(database, now)
        async with database.beside(half) as connection:
            restored = await _exchange(connection, now)
    finally:
        await copy.close()
        for suffix in ("", "-wal", "-shm"):
            half.with_name(half.name + suffix).unlink(missing_ok=True)
    await database.checkpoint()
    return restored


def _beside(database: Path, source: Path) -> Path:
    """An empty file beside the database, for its owner only. Raises FileNotFoundError, Itself."""
    if not source.is_file():
        raise FileNotFoundError(2, "there is no such file", str(source))
    if database.exists() and source.samefile(database):
        raise Itself
    half = database.with_suffix(".restoring")
    half.unlink(missing_ok=True)
    new_file(half)
    return half


def _copy_pages(source: Path, target: Path) -> None:
    """From a file that is only read, so that a copy on a read-only disk serves as well."""
    read_only = f"{source.resolve().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(read_only, uri=True)) as origin,
            closing(sqlite3.connect(target)) as half,
        ):
            origin.backup(half)
            whole = half.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        malformed = error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT
        raise (Damaged if malformed else NotABackup) from error
    if not whole:
        raise Damaged


async def _read_through(copy: Database, vault: Vault) -> None:
    """Refuse what is no backup, or is locked by another key."""
    try:
        async with copy.engine.connect() as connection:
            revision = await connection.run_sync(current_revision)
            if revision is None:
                raise NotABackup
            if revision not in known_revisions():
                raise NewerSchema
            wrapped_keys = await connection.scalars(select(_HERE["owner"].c.wrapped_key))
    except DatabaseError as error:
        raise NotABackup from error
    for wrapped in wrapped_keys:
        vault.cipher(wrapped)


async def _exchange(connection: AsyncConnection, now: datetime) -> Restored:
    """With the database locked, so that nothing leaves meanwhile: teach the attached copy what is
    known here alone, then take its rows."""
    await _carry_over(connection)
    greeting = _HERE["greeting"]
    here = await connection.execute(
        select(greeting.c.id, greeting.c.state, greeting.c.revision).where(
            greeting.c.id.in_(select(_THERE["greeting"].c.id))
        )
    )
    known = {number: (state, revision) for number, state, revision in here}
    restored = await _doubt_approvals(connection, _THERE["greeting"], now, known)
    tables = [table for table in SQLModel.metadata.sorted_tables if table.name not in _KEPT]
    for table in reversed(tables):
        await connection.execute(delete(table))
    for table in tables:
        if table.name not in _EMPTIED:
            await connection.execute(_into(table, select(_THERE[table.name])))
    return restored


async def _carry_over(connection: AsyncConnection) -> None:
    """Greetings that left since, with all that hangs on them; and whoever has said /stop, or was
    forgotten, is greeted through the bot only after accepting anew."""
    greeting, contact = _HERE["greeting"], _HERE["contact"]
    once, review = _THERE["contact"], _THERE["review"]
    left = (
        select(greeting)
        .join(contact, contact.c.id == greeting.c.contact_id)
        .join(once, and_(once.c.id == contact.c.id, once.c.wrapped_key == contact.c.wrapped_key))
        .where(greeting.c.state.in_(_LEFT))
    )
    place = tuple_(_THERE["greeting"].c.contact_id, _THERE["greeting"].c.day)
    places = left.with_only_columns(greeting.c.contact_id, greeting.c.day)
    await connection.execute(delete(_THERE["greeting"]).where(place.in_(places)))
    await connection.execute(_into(_THERE["greeting"], left))
    numbers = left.with_only_columns(greeting.c.id)
    for name in ("greeting_occasion", "alternative", "delivery"):
        theirs = select(_HERE[name]).where(_HERE[name].c.greeting_id.in_(numbers))
        await connection.execute(_into(_THERE[name], theirs))
    waiting = select(_THERE["greeting"].c.id).where(_THERE["greeting"].c.state.in_(WAITING))
    shut = review.c.open_greeting_id.not_in(waiting)
    await connection.execute(update(review).where(shut).values(open_greeting_id=None))
    linked = select(contact.c.id).where(contact.c.linked_chat_id == once.c.linked_chat_id)
    unlinked = and_(
        once.c.owner_id.in_(select(_HERE["owner"].c.id)),
        once.c.id.not_in(linked.scalar_subquery().correlate(once)),
    )
    await connection.execute(update(once).where(unlinked).values(linked_chat_id=None))


def _into(table: Table, rows: Select[Any]) -> Insert:
    return insert(table).from_select([column.name for column in table.columns], rows)


async def _doubt_approvals(
    connection: AsyncConnection,
    greeting: Table,
    now: datetime,
    known: Mapping[int, tuple[str, int]],
) -> Restored:
    """What is approved and would leave by itself, unless `known` (state and revision of each greeting)
    shows the same approval: what was due by now may have left and is about to be unknown, the rest
    asks again."""
    by_itself = [channel.value for channel in Channel if channel.by_itself]
    approved = await connection.execute(
        select(greeting.c.id, greeting.c.revision, greeting.c.due_at).where(
            greeting.c.state == State.APPROVED.value, greeting.c.channel.in_(by_itself)
        )
    )
    unknown, asking = [], []
    for number, revision, due_at in approved:
        here = known.get(number)
        if here is None and (due_at is None or due_at <= now):
            unknown.append(number)
        elif here != (State.APPROVED.value, revision):
            asking.append(number)
    for numbers, changes in (
        (unknown, {"state": State.SENDING.value, "due_at": None, "lease_until": now}),
        (asking, {"state": State.SNOOZED.value, "due_at": now}),
    ):
        for number in numbers:
            move = update(greeting).where(greeting.c.id == number)
            await connection.execute(move.values(revision=greeting.c.revision + 1, **changes))
    return Restored(len(unknown), len(asking))


async def look_for_a_restore(database: Database, now: datetime) -> Restored | None:
    """PostgreSQL is restored by its own tools, and this is how a start learns of it: `pg_restore`
    makes the tables anew, and where the greetings were made stands in the table's comment, which the
    dump carries along. What left since the dump does not leave again. None when nothing was restored.
    """
    if database.is_sqlite:
        return None
    async with database.remaking() as connection:
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        made = f"Made as {await _birthmark(connection)}."
        asked = text("SELECT obj_description('greeting'::regclass)")
        comment = (await connection.execute(asked)).scalar_one()
        if comment == made:
            return None
        await connection.execute(text(f"COMMENT ON TABLE greeting IS '{made}'"))
        if comment is None:
            return None
        for name in _EMPTIED:
            await connection.execute(delete(_HERE[name]))
        inbox = _HERE["update_inbox"]
        waiting = update(inbox).where(inbox.c.done_at.is_(None))
        await connection.execute(waiting.values(done_at=now, sealed=None))
        return await _doubt_approvals(connection, _HERE["greeting"], now, {})


async def _birthmark(connection: AsyncConnection) -> str:
    """The table's number and, where the server tells it, the server's own: on a new one the number may
    happen to be the same."""
    number = (await connection.execute(text("SELECT 'greeting'::regclass::oid"))).scalar_one()
    try:
        async with connection.begin_nested():
            asked = text("SELECT system_identifier FROM pg_control_system()")
            return f"{int(number)} on {int((await connection.execute(asked)).scalar_one())}"
    except DBAPIError:
        return f"{int(number)}"
