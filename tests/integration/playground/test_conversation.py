"""An unmodified python-telegram-bot program lives here as it would on Telegram."""

from typing import Any

import pytest
from telegram.ext import Application

from bot.playground import NeverSeen, NotPossible, Person, Playground

pytestmark = pytest.mark.usefixtures("echo_bot")


async def test_a_text_comes_back_as_a_reply(marcelo: Person) -> None:
    sent = await marcelo.send("hola")

    reply = await marcelo.wait_for(lambda m: m.text == "aloh")

    assert reply.reply_to == sent.id


async def test_a_tap_on_a_button_edits_the_message_and_takes_the_button_away(
    marcelo: Person,
) -> None:
    card = await marcelo.wait_for(lambda m: m.labels == ["✅ 1"])
    assert card.entities == [{"type": "bold", "offset": 0, "length": 4}]

    tapped = await marcelo.tap("✅ 1")

    edited = await marcelo.wait_for(lambda m: m.text == "elegiste ok:1")
    assert (edited.id, edited.labels) == (card.id, [])
    assert (await marcelo.wait_for_answer(tapped))["text"] == "listo"
    assert marcelo.answers == ["listo"]


async def test_a_button_that_is_gone_cannot_be_tapped_but_can_be_forged(marcelo: Person) -> None:
    card = await marcelo.wait_for(lambda m: "✅ 1" in m.labels)
    await marcelo.tap("✅ 1")
    await marcelo.wait_for(lambda m: m.text.startswith("elegiste"))

    with pytest.raises(NotPossible):
        await marcelo.tap("✅ 1")
    await marcelo.forge(card.id, "ok:9")

    assert (await marcelo.wait_for(lambda m: m.text == "elegiste ok:9")).id == card.id


async def test_a_file_goes_there_and_back(tg: Playground, marcelo: Person) -> None:
    await marcelo.send_document("note.txt", b"abc")

    answer = await marcelo.wait_for(lambda m: m.kind == "document")

    assert answer.text == "al revés"
    assert tg.state.files[answer.raw["document"]["file_id"]].data == b"cba"


async def test_what_never_comes_is_said_with_the_chat_as_it_stands(marcelo: Person) -> None:
    await marcelo.send("hola")
    await marcelo.wait_for(lambda m: m.text == "aloh")

    with pytest.raises(NeverSeen, match="aloh"):
        await marcelo.wait_for(lambda m: m.text == "chau", 0.01)


async def test_people_do_not_see_each_others_chats(tg: Playground, marcelo: Person) -> None:
    juana = tg.user("Juana")
    await juana.start()
    await juana.wait_for(lambda m: "✅ 1" in m.labels)

    await marcelo.send("secreto")
    await marcelo.wait_for(lambda m: m.text == "oterces")

    assert not any("oterces" in message.text for message in juana.messages)


async def test_a_command_is_marked_as_telegram_marks_it(
    echo_bot: "Application[Any, Any, Any, Any, Any, Any]", marcelo: Person
) -> None:
    assert echo_bot.running
    sent = await marcelo.send("🤗 /saludar@abrazo_demo_bot Juana")

    assert sent.entities == [{"type": "bot_command", "offset": 3, "length": 24}]
