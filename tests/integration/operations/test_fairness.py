"""One person who writes a lot, or has many people, keeps nobody waiting."""

from pathlib import Path

from bot.intake import AT_ONCE, PER_SECOND, Pace
from bot.playground import Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, running


def test_what_anybody_types_is_never_slowed() -> None:
    pace = Pace()
    assert all(pace.wait(1, second / PER_SECOND) <= 0 for second in range(1000))


def test_who_writes_faster_is_held_to_the_pace_from_then_on_and_forgiven_after() -> None:
    pace = Pace()
    waits = [pace.wait(1, 0.0) for _ in range(3 * AT_ONCE)]
    assert max(waits[:AT_ONCE]) < 1e-9
    assert min(waits[AT_ONCE:]) > 0
    assert max(waits) <= 1.01 / PER_SECOND
    assert pace.wait(2, 0.0) <= 0
    assert pace.wait(1, AT_ONCE / PER_SECOND) < 0


async def test_a_flood_is_answered_whole_and_in_order_and_nobody_else_waits_for_it(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    async with running(tmp_path, tg, clock):
        eager, calm = tg.user("Eager"), tg.user("Calm")
        for person in (eager, calm):
            await person.send("/start")
            await person.wait_for(lambda one: one.from_bot, within=PATIENCE)
        many = 2 * AT_ONCE
        for number in range(many):
            await eager.send(f"/note Nadie{number}: hola")
        mark = tg.mark
        for _ in range(3):
            await calm.send("/status")
            await calm.wait_for(lambda one: one.from_bot, since=mark, within=PATIENCE)
            mark = tg.mark

        def answered() -> list[str]:
            return [one.text for one in eager.messages if one.from_bot and "Nadie" in one.text]

        await tg.wait_until(lambda: len(answered()) == many, within=PATIENCE)
        for number, text in enumerate(answered()):
            assert f"Nadie{number}" in text
