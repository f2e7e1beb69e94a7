"""Who is asked in one process tells what the others do."""

from bot.roles import Role
from bot.standing import Standing, Ticking
from storage.unit import Work
from tests.conftest import StillClock


def part(work: Work, role: Role, model: str = "ok") -> Ticking:
    return Ticking(work, role, lambda: model)


async def seen(work: Work) -> Standing:
    """As the process that takes updates tells it."""
    async with work.read() as unit:
        return await part(work, Role.WEB, "none").standing(unit)


async def test_the_last_tick_is_that_of_the_part_that_is_furthest_behind(
    work: Work, clock: StillClock
) -> None:
    worker, sender, web = (part(work, one) for one in (Role.WORKER, Role.SENDER, Role.WEB))
    await web.ticked(clock.now())
    assert (await seen(work)).last_tick is None
    began = clock.now()
    await sender.ticked(began)
    assert (await seen(work)).last_tick is None, "nobody plans and drafts"
    clock.later(minutes=3)
    await worker.ticked(clock.now())
    assert (await seen(work)).last_tick == began


async def test_the_model_is_as_the_worker_finds_it(work: Work, clock: StillClock) -> None:
    await part(work, Role.SENDER, "ok").ticked(clock.now())
    await part(work, Role.WORKER, "failing").ticked(clock.now())
    assert (await seen(work)).model == "failing"


async def test_a_process_that_does_everything_tells_of_itself(
    work: Work, clock: StillClock
) -> None:
    alone = part(work, Role.ALL)
    await alone.ticked(clock.now())
    async with work.read() as unit:
        assert await alone.standing(unit) == Standing(clock.now(), "ok")
        assert await unit.ticks.last() == {}
