"""What goes between owner and contact, and what must not."""

import asyncio
from pathlib import Path

import pytest

from bot.app import Program
from bot.channels.pace import Pace
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers, running
from tests.integration.day.acting import know, link, sees, tap


async def lucia_asks(bot: Program, tg: Playground, marcelo: Person) -> tuple[Person, Seen]:
    """A linked friend writes to the owner; the friend, and what the owner sees of it."""
    lucia = tg.user("Lucía")
    await know(bot, marcelo, "Lucía, amiga, canta en un coro, @lucia_canta")
    await link(bot, marcelo, lucia, "Lucía")
    await lucia.send("¿venís el martes?")
    return lucia, await sees(marcelo, "¿venís el martes?")


async def test_an_answer_to_who_left_the_bot_is_neither_sent_nor_taken_for_a_note(
    bot: Program, tg: Playground, marcelo: Person, clock: StillClock
) -> None:
    lucia, heard = await lucia_asks(bot, tg, marcelo)
    await lucia.send("/stop")
    await sees(marcelo, "Lucía pidió no recibir más")
    await marcelo.send("sí, llevo vino", reply_to=heard.id)
    told = await sees(marcelo, "ya no recibe por el bot", "📲")
    button = told.button("📲")
    assert button is not None
    assert button.url == "https://t.me/lucia_canta?text=s%C3%AD%2C%20llevo%20vino"
    assert not [one for one in lucia.messages if "llevo vino" in one.text]
    card = (await answers(bot, marcelo, "/contacts Lucía"))[0]
    assert "llevo vino" not in card.text


async def test_an_answer_given_while_a_question_is_open_is_still_for_the_one_it_answers(
    bot: Program, tg: Playground, marcelo: Person, clock: StillClock
) -> None:
    lucia, heard = await lucia_asks(bot, tg, marcelo)
    await answers(bot, marcelo, "/add")
    await marcelo.send("sí, llevo vino", reply_to=heard.id)
    asked = await sees(marcelo, "sí, llevo vino", "🚀", "❌", "➕")
    await tap(marcelo, asked, "❌", "no sale")
    assert not [one for one in lucia.messages if "llevo vino" in one.text]
    people = (await answers(bot, marcelo, "/contacts"))[0]
    assert [label for label in people.labels if "llevo" in label or label == "sí"] == []


async def test_a_lock_keeps_an_answer_that_was_a_note_on_the_machine(
    bot: Program, tg: Playground, marcelo: Person, clock: StillClock
) -> None:
    _, heard = await lucia_asks(bot, tg, marcelo)
    await marcelo.send("🔒 está embarazada", reply_to=heard.id)
    asked = await sees(marcelo, "está embarazada", "🚀", "❌", "➕")
    await tap(marcelo, asked, "➕", "🔒 Lucía: está embarazada. Esto no sale de acá.")


async def test_an_answer_that_waits_for_its_turn_when_the_program_ends_leaves_with_the_next(
    tmp_path: Path, tg: Playground, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was asked of Telegram yet, so nothing may have arrived."""
    marcelo, waits = tg.user("Marcelo"), asyncio.Event()

    async def for_ever(_: Pace) -> None:
        waits.set()
        await asyncio.Event().wait()

    async with running(tmp_path, tg, clock) as bot:
        lucia, heard = await lucia_asks(bot, tg, marcelo)
        await marcelo.send("sí, llevo vino", reply_to=heard.id)
        asked = await sees(marcelo, "sí, llevo vino", "🚀")
        with monkeypatch.context() as full:
            full.setattr(Pace, "ready", for_ever)
            await marcelo.tap("🚀", message_id=asked.id, within=PATIENCE)
            async with asyncio.timeout(PATIENCE):
                await waits.wait()
            await bot.intake.drain(0)
    async with running(tmp_path, tg, clock):
        await sees(lucia, "sí, llevo vino")
        await sees(marcelo, "Le llegó a Lucía")
    assert len([one for one in lucia.messages if "llevo vino" in one.text]) == 1
    assert not [one for one in marcelo.messages if "Puede que" in one.text]
