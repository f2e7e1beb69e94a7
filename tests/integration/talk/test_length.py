"""However long people's words are, they are kept whole and answered."""

import pytest

from bot.app import Program
from bot.playground import Playground
from tests.integration.talk.speaking import say


@pytest.mark.parametrize("command", ["", "/note "])
async def test_a_note_of_a_whole_message_is_kept(
    bot: Program, tg: Playground, command: str
) -> None:
    marcelo = tg.user("Marcelo")
    words = "contó " * 600
    told = await say(bot, marcelo, "/add Teo, amigo", f"{command}Teo: {words.strip()}")
    assert told.text.startswith("📝 Teo: contó")
    assert told.button("↩️")
    async with bot.house.work.read() as unit:
        (contact,) = await unit.contacts.of_owner(marcelo.id)
        (note,) = (await unit.contacts.notes([contact.id]))[contact.id]
    assert note.text == words.strip()
