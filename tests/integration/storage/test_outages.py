"""Who missed a service is noted once, however many drafts miss it side by side."""

import asyncio

from bot.domain.owners import Owner
from storage.unit import Work
from tests.conftest import StillClock


async def test_drafts_that_miss_the_model_at_once_are_all_written(
    work: Work, clock: StillClock, owner: Owner
) -> None:
    began = clock.now()
    many = 1 if work.database.is_sqlite else 5  # which has one writer
    together = asyncio.Barrier(many)

    async def miss() -> None:
        async with work.begin() as unit:
            assert not await unit.outages.any("model")
            await together.wait()
            await unit.outages.note(owner.id, "model")

    await asyncio.gather(*(miss() for _ in range(many)))
    clock.later(minutes=5)
    async with work.begin() as unit:
        await unit.outages.note(owner.id, "model")
    async with work.begin() as unit:
        assert await unit.outages.tell("model") == {owner.id: began}, "since the first of them"
        assert await unit.outages.tell("model") == {}
    async with work.begin() as unit:
        assert await unit.outages.over("model") == [owner.id]
