"""Killed at the worst instants: what Telegram took is there once, what was said is kept."""

import asyncio
import random
from functools import partial
from typing import Any

import pytest

from bot.domain.greetings import State
from bot.playground import Kind, Playground
from tests.e2e.seed import states
from tests.fakes.model import HANG, FakeModel
from tests.faults.conftest import Mornings
from tests.faults.morning import PATIENCE, Morning
from tests.faults.seeding import an_owner, notes_of
from tests.faults.tally import TALLY


async def handed_over(tg: Playground, words: str) -> None:
    """Return as soon as Telegram has given the bot an update with these words."""
    async with asyncio.timeout(PATIENCE):
        while not any(  # noqa: ASYNC110 - the end of a poll rings no bell
            call.method == "getUpdates" and call.answered and words in str(call.result)
            for call in tg.calls[-20:]
        ):
            await asyncio.sleep(0.001)


def has_reached(morning: Morning, goal: int) -> bool:
    """Whether so many greetings have arrived."""
    return morning.all_arrived >= goal


async def test_killed_right_after_updates_came_in_none_is_lost_and_none_done_twice(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning()
    await an_owner(morning.home, morning.owner.id)
    morning.bot.at(2027, 7, 10, 12)
    names = [f"Amiga{number}" for number in range(3)]
    for name in names:
        await morning.bot.start()
        await morning.ask("/status", "Así viene")
        await morning.owner.send(f"/add {name}, amiga, le gusta el té")
        await morning.owner.send(f"/note {name}: se mudó a Córdoba")
        await handed_over(tg, f"/add {name}")
        await morning.bot.kill()
    await morning.bot.start()
    await morning.owner.wait_for(
        lambda message: "Córdoba" in message.text and names[-1] in message.text, within=PATIENCE
    )
    assert await morning.bot.stop() == 0
    assert await notes_of(morning.home, morning.owner.id) == {
        name: ["le gusta el té", "se mudó a Córdoba"] for name in names
    }
    TALLY.note("SIGKILL right after getUpdates", *["kept once"] * len(names))


@pytest.mark.parametrize("accept", [True, False], ids=["taken", "not taken"])
async def test_killed_while_a_greeting_is_on_its_way_only_that_one_is_unknown(
    accept: bool, a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía", "Teo", "Rita"])
    lucia = morning.guests["Lucía"]
    hanging = tg.fault(Kind.HANG, "sendMessage", chat_id=lucia.id, accept=accept)
    await morning.approve_all()
    await morning.bot.start()
    await tg.wait_until(lambda: hanging.hits > 0 and morning.all_arrived >= 2, within=PATIENCE)
    await morning.ask("/status", "Así viene")
    await morning.bot.kill()
    tg.faults.clear()
    await morning.bot.start()
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.UNKNOWN
    assert morning.arrived("Lucía") == accept
    assert {ended[name].state for name in ("Teo", "Rita")} <= {State.SENT, State.UNKNOWN}
    TALLY.note("SIGKILL during sendMessage", *(one.state for one in ended.values()))


@pytest.mark.parametrize("method", ["answerCallbackQuery", "editMessageText"])
async def test_killed_while_it_answers_an_approval_it_stays_approved(
    method: str, a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning()
    await an_owner(morning.home, morning.owner.id, ready="Juana")
    morning.bot.at(2027, 7, 19, 21)
    await morning.bot.start()
    await morning.ask("/review", "Juana")
    hanging = tg.fault(Kind.HANG, method, accept=True)
    await morning.owner.tap("✅ 2")
    await tg.wait_until(lambda: hanging.hits > 0, within=PATIENCE)
    await morning.bot.kill()
    tg.faults.clear()
    await morning.bot.start()
    await morning.owner.wait_for(
        lambda message: "Juana" in message.text and "🚀" in "".join(message.labels),
        within=PATIENCE,
    )
    await morning.owner.tap("↩️")  # an old button of before the kill, or its repeated line
    await morning.owner.wait_for(lambda message: "✅ 2" in message.labels, within=PATIENCE)
    await morning.owner.tap("✅ 1")
    await morning.owner.wait_for(lambda message: "🚀" in "".join(message.labels), within=PATIENCE)
    assert await morning.bot.stop() == 0
    ended = await states(morning.home, morning.owner.id)
    assert (ended["Juana"].state, ended["Juana"].text) == (
        State.APPROVED,
        "Juana, feliz día uno.",
    )
    TALLY.note(f"SIGKILL during {method}", ended["Juana"].state)


async def test_killed_while_a_model_writes_it_is_written_after_the_restart(
    a_morning: Mornings, model: FakeModel
) -> None:
    morning = a_morning(model=model)
    await an_owner(morning.home, morning.owner.id, "Teo")
    model.answer(HANG)
    morning.bot.at(2027, 7, 19, 20, 1)
    await morning.bot.start()
    async with asyncio.timeout(PATIENCE):
        while not model.requests:  # noqa: ASYNC110 - the model rings no bell
            await asyncio.sleep(0.02)
    await morning.bot.kill()
    await morning.bot.start()
    await morning.owner.wait_for(lambda message: "✅ 1" in message.labels, within=PATIENCE)
    assert await morning.bot.stop() == 0
    ended = await states(morning.home, morning.owner.id)
    TALLY.note("SIGKILL during a call of the model", ended["Teo"].state)
    assert ended["Teo"].state is State.READY
    assert "hojalata" not in morning.bot.log.read_text()


async def test_told_to_stop_it_waits_for_the_greeting_that_is_on_its_way(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    hanging = tg.fault(Kind.HANG, "sendMessage", seconds=0.5)
    await morning.approve_all()
    await morning.bot.start()
    await tg.wait_until(lambda: hanging.hits > 0, within=PATIENCE)
    assert await morning.bot.stop() == 0
    ended = await states(morning.home, morning.owner.id)
    assert (ended["Lucía"].state, morning.arrived("Lucía")) == (State.SENT, 1)
    TALLY.note("SIGTERM during sendMessage", ended["Lucía"].state)


async def test_told_to_stop_it_does_not_wait_for_ever(a_morning: Mornings, tg: Playground) -> None:
    morning = a_morning(["Lucía"])
    hanging = tg.fault(Kind.HANG, "sendMessage", accept=True)
    await morning.approve_all()
    await morning.bot.start()
    await tg.wait_until(lambda: hanging.hits > 0, within=PATIENCE)
    async with asyncio.timeout(PATIENCE):
        assert await morning.bot.stop() == 0
    tg.faults.clear()
    await morning.bot.start()
    ended = await morning.verdict()
    assert (ended["Lucía"].state, morning.arrived("Lucía")) == (State.UNKNOWN, 1)
    TALLY.note("SIGTERM while Telegram is silent", ended["Lucía"].state)


def trouble(tg: Playground, chance: random.Random) -> list[str]:
    """Plants up to three faults; answers what they are."""
    kinds: list[tuple[Kind, dict[str, Any]]] = [
        (Kind.RETRY_AFTER, {}),
        (Kind.SERVER_ERROR, {"accept": chance.random() < 0.5}),
        (Kind.BAD_JSON, {"accept": chance.random() < 0.5}),
        (Kind.CUT, {"accept": chance.random() < 0.5}),
        (Kind.HANG, {"accept": chance.random() < 0.5, "seconds": 1}),
    ]
    methods = ["sendMessage"] * 4 + ["getUpdates", "editMessageText", "getMe", "*"]
    planted = []
    for kind, settings in chance.sample(kinds, chance.randint(0, 3)):
        method = chance.choice(methods)
        tg.fault(kind, method, skip=chance.randint(0, 4), **settings)
        planted.append(kind.value)
    return planted


async def one_round(morning: Morning, tg: Playground, chance: random.Random) -> None:
    """A morning with kills and faults by chance, judged."""
    await morning.approve_all()
    faults: set[str] = set()
    kills = chance.randint(1, 5)
    for _ in range(kills):
        faults.update(trouble(tg, chance))
        await morning.bot.start()
        if chance.random() < 0.7:
            goal = min(len(morning.guests), morning.all_arrived + chance.randint(1, 4))
            reached = partial(has_reached, morning, goal)
            with_luck = tg.wait_until(reached, within=chance.uniform(1, 5))
            await asyncio.gather(with_luck, return_exceptions=True)
        else:
            await asyncio.sleep(chance.uniform(0, 2))
        await morning.bot.kill()
        tg.faults.clear()
    await morning.bot.start()
    ended = await morning.verdict()
    name = "chance: SIGKILL" + "".join(f" + {fault}" for fault in sorted(faults))
    TALLY.note(name if len(faults) < 2 else "chance: SIGKILL + several", *(
        one.state for one in ended.values()
    ))  # fmt: skip
    allowed = {State.SENT, State.UNKNOWN}
    assert {one.state for one in ended.values()} <= allowed


async def test_by_chance(
    a_morning: Mornings, tg: Playground, request: pytest.FixtureRequest
) -> None:
    loop = asyncio.get_running_loop()
    until = loop.time() + float(request.config.getoption("fault_seconds", 0.0))
    seed = 0
    while seed == 0 or loop.time() < until:
        chance = random.Random(seed)
        morning = a_morning([f"Guest{seed}x{number}" for number in range(8)])
        try:
            await one_round(morning, tg, chance)
        except BaseException as error:
            error.add_note(f"the chance was that of seed {seed}")
            raise
        seed += 1
