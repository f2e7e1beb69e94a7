"""When a part of the house last looked at the clock."""

import asyncio

from storage.ticks import Tick
from storage.unit import Work
from tests.conftest import StillClock


async def test_processes_that_begin_side_by_side_all_note_their_part(
    work: Work, clock: StillClock
) -> None:
    many = 1 if work.database.is_sqlite else 5  # which has one writer
    together = asyncio.Barrier(many)

    async def note(model: str) -> None:
        async with work.begin() as unit:
            assert await unit.ticks.last() == {}
            await together.wait()
            await unit.ticks.note("worker", model)

    await asyncio.gather(*(note("none") for _ in range(many)))
    clock.later(minutes=1)
    async with work.begin() as unit:
        await unit.ticks.note("worker", "ok")
    async with work.read() as unit:
        assert await unit.ticks.last() == {"worker": Tick(clock.now(), "ok")}
