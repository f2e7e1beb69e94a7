"""Offices that only one process may hold: a standby follows as soon as the holder is gone."""

import pytest
from sqlalchemy import text

from storage.engine import Database
from storage.locks import Election, Locks

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

HOLDERS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
    "AND classid = (hashtext(current_schema())::bigint & 4294967295)::oid"
)


async def test_an_office_has_one_holder_and_falls_to_the_next(database: Database) -> None:
    one, other = Locks(database), Locks(database)
    first, second = Election(one, "sender"), Election(other, "sender")

    assert await first.look()
    assert not await second.look()
    await one.close()
    await second.wait(held=True)
    assert not await first.look()
    await one.close()
    await other.close()


async def test_who_loses_the_connection_loses_the_office_and_knows_it(database: Database) -> None:
    told: list[str] = []
    locks = Locks(database)
    office = Election(locks, "sender", won=lambda: told.append("won"))
    assert await office.look()
    async with database.transaction() as session:
        await (await session.connection()).execute(HOLDERS)

    assert not await locks.still_held("sender")
    assert await office.look()
    assert told == ["won", "won"]
    await locks.close()


async def test_any_number_may_share_a_house_that_nobody_has_alone(database: Database) -> None:
    web, worker, alone = Locks(database), Locks(database), Locks(database)

    assert await web.take("house", shared=True)
    assert await worker.take("house", shared=True)
    assert not await alone.take("house")
    await web.close()
    await worker.close()
    await Election(alone, "house").wait(held=True)
    await alone.close()


async def test_the_server_is_told_to_notice_soon_who_has_vanished(database: Database) -> None:
    async with database.engine.connect() as connection:
        await connection.rollback()
        shown = [
            (await connection.execute(text(f"SHOW {name}"))).scalar_one()
            for name in ("tcp_keepalives_idle", "tcp_user_timeout")
        ]
    assert shown == ["5", "11000"]
