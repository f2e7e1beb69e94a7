"""Fewer visits to SQLite's thread take nothing away: what is not committed is gone, and nothing stays
locked."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CursorResult, exc, text
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'some.db'}")
    async with database.transaction() as session:
        await run(session, "CREATE TABLE thing (id INTEGER PRIMARY KEY)")
    yield database
    await database.close()


async def run(session: AsyncSession, sql: str, *values: dict[str, int]) -> CursorResult[Any]:
    return await (await session.connection()).execute(text(sql), list(values) or None)


async def kept(database: Database) -> list[int]:
    async with database.reading() as session:
        return list((await run(session, "SELECT id FROM thing ORDER BY id")).scalars())


async def test_what_fails_half_way_leaves_nothing_and_the_next_one_is_kept(
    database: Database,
) -> None:
    async def write() -> None:
        async with database.transaction() as session:
            await run(session, "INSERT INTO thing VALUES (1)")
            await run(session, "INSERT INTO thing VALUES (1)")

    with pytest.raises(exc.IntegrityError):
        await write()
    async with database.transaction() as session:
        added = await run(session, "INSERT INTO thing VALUES (2), (3) RETURNING id")
        assert sorted(added.scalars()) == [2, 3]
    async with database.transaction() as session:
        await run(session, "INSERT INTO thing VALUES (:id)", {"id": 4}, {"id": 5})
    assert await kept(database) == [2, 3, 4, 5]


@pytest.mark.parametrize("statements", range(1, 9))
async def test_whatever_is_broken_off_gives_the_lock_back(
    database: Database, statements: int
) -> None:
    """Cancelled after so many turns of the loop: in BEGIN, in a statement, in the commit."""

    async def write() -> None:
        async with database.transaction() as session:
            await run(session, "INSERT INTO thing VALUES (1)")
            await run(session, "INSERT INTO thing VALUES (2)")

    for _ in range(5):
        task = asyncio.create_task(write())
        for _ in range(statements):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with database.transaction() as session:
            await run(session, "DELETE FROM thing")
            await run(session, "INSERT INTO thing VALUES (7)")
        assert await kept(database) == [7]
