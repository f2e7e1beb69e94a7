"""Killed at the worst instants: what Telegram took is there once, what was said is kept."""

import asyncio

import pytest

from bot.domain.greetings import State
from bot.playground import Kind, Playground
from tests.fakes.model import HANG, FakeModel
from tests.faults.conftest import Mornings
from tests.faults.morning import PATIENCE
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


async def test_killed_right_after_updates_came_in_none_is_lost_and_none_done_twice(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning()
    await an_owner(morning)
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
    assert await notes_of(morning) == {
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
    await an_owner(morning, ready="Juana")
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
    ended = await morning.states()
    assert (ended["Juana"].state, ended["Juana"].text) == (
        State.APPROVED,
        "Juana, feliz día uno.",
    )
    TALLY.note(f"SIGKILL during {method}", ended["Juana"].state)


async def test_killed_while_a_model_writes_it_is_written_after_the_restart(
    a_morning: Mornings, model: FakeModel
) -> None:
    morning = a_morning(model=model)
    await an_owner(morning, "Teo")
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
    ended = await morning.states()
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
    ended = await morning.states()
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
