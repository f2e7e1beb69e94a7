"""🐌 through the chat: what was missed is offered, written as late, and sent."""

import pytest

from bot.app import Program
from bot.playground import Person
from tests.conftest import StillClock
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say, tap

FRIENDS = ("/add Juana, amiga, le gusta el té de jazmín", "/add Teo, amigo, toca el bandoneón")


async def test_what_was_missed_is_offered_and_says_that_it_is_late(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(22, 12)
    await say(bot, marcelo, *FRIENDS, "/occasions")
    late = await tap(marcelo, "🐌", "llega tarde")
    assert "mar 20 jul · Día del Amigo · Juana y Teo" in late.text
    await tap(marcelo, "💌 Día del Amigo · 👥 2", "Día del Amigo fue el martes 20 de julio")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert "Día del Amigo" in card.text
    assert card.text.count("aunque llegue tarde") == 2
    assert "☑️ Mandé 1" in card.labels


@pytest.mark.parametrize("command", ["/draft friends-day", "/draft Juana friends-day"])
async def test_a_passed_day_can_be_named(
    bot: Program, marcelo: Person, clock: StillClock, command: str
) -> None:
    clock.at(22, 12)
    await say(bot, marcelo, FRIENDS[0])
    told = await say(bot, marcelo, command)
    assert "Día del Amigo fue el martes 20 de julio" in told.text
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert "aunque llegue tarde" in card.text


async def test_what_is_unanswered_is_asked_first(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(20, 10)
    await say(bot, marcelo, FRIENDS[0], "/draft Juana")
    await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await tap(marcelo, "✅ 1", "sale en un momento")
    clock.later(minutes=5)
    bot.schedule.wake()
    await marcelo.wait_for(lambda one: "☑️ Ya está" in one.labels, within=PATIENCE)
    clock.at(21, 11)
    await say(bot, marcelo, FRIENDS[1])
    await marcelo.send("/draft friends-day")
    first = await marcelo.wait_for(
        lambda one: "contame cuáles salieron" in one.text, within=PATIENCE
    )
    asked = await marcelo.wait_for(
        lambda one: one.id > first.id and "☑️ Juana" in one.labels, within=PATIENCE
    )
    await marcelo.tap("☑️ Juana", message_id=asked.id, within=PATIENCE)
    told = await say(bot, marcelo, "/draft friends-day")
    assert "Escribo el saludo" in told.text
