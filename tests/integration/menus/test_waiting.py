"""Whoever has to wait is told so at once, and sees that something is being written."""

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.harness import PATIENCE, answers
from tests.integration.menus.tapping import say, tap


def signs(tg: Playground, person: Person) -> int:
    """How often "typing…" was shown."""
    return len(tg.calls.accepted("sendChatAction", person.id))


@pytest.mark.parametrize("command", ["/draft", "/draft Teo"])
async def test_a_draft_is_announced_and_shown_as_being_written(
    bot: Program, tg: Playground, marcelo: Person, command: str
) -> None:
    await say(
        bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/add Rita, amiga, tiene un perro"
    )
    assert signs(tg, marcelo) == 0
    announced = await say(bot, marcelo, command)
    assert "scrib" in announced.text
    await tg.wait_until(lambda: signs(tg, marcelo) == 1, within=PATIENCE)
    await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)


async def test_other_drafts_and_an_export_show_it_too(
    bot: Program, tg: Playground, marcelo: Person
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
    await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    before = signs(tg, marcelo)
    await tap(marcelo, "🔄", "bandoneón")
    await tg.wait_until(lambda: signs(tg, marcelo) > before, within=PATIENCE)
    before = signs(tg, marcelo)
    await answers(bot, marcelo, "/export")
    await tg.wait_until(lambda: signs(tg, marcelo) > before, within=PATIENCE)


async def test_it_is_a_courtesy_and_never_in_the_way(
    bot: Program, tg: Playground, marcelo: Person
) -> None:
    tg.fault("refuse", "sendChatAction", code=400, times=None)
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert "bandoneón" in card.text
