"""What a power cut may not take back is on the disk before it counts."""

from sqlalchemy import text

from storage.unit import Work


async def test_a_claim_waits_for_the_disk_and_nothing_else_does(work: Work) -> None:
    if not work.database.is_sqlite:
        return  # PostgreSQL waits for the disk at every commit
    kept = {}
    for durable in (True, False, True):
        async with work.begin(durable=durable) as unit:
            connection = await unit.session.connection()
            kept[durable] = (await connection.execute(text("PRAGMA synchronous"))).scalar()
            assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar() == 1
            assert (await connection.execute(text("PRAGMA secure_delete"))).scalar() == 1
    assert kept == {True: 2, False: 1}, "FULL and NORMAL"
