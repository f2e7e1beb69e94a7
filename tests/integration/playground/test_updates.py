"""Updates reach the bot once it asks, or at its webhook, and stay until it confirms them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Bot, KeyboardButton, KeyboardButtonRequestUsers, ReplyKeyboardMarkup
from telegram.error import Conflict

from bot.playground import Limits, Person, Playground
from tests.integration.playground.conftest import Api, world


async def texts(bot: Bot, **how: Any) -> list[str]:
    updates = await bot.get_updates(timeout=0, **how)
    return [update.message.text or "" for update in updates if update.message]


async def test_an_update_comes_again_until_it_is_confirmed(bot: Bot, marcelo: Person) -> None:
    await marcelo.send("uno")
    first = await bot.get_updates(timeout=0)

    assert await texts(bot) == ["/start", "uno"]
    assert await texts(bot, limit=1) == ["/start"]
    assert await texts(bot, offset=first[1].update_id) == ["uno"]
    assert await texts(bot) == ["uno"]
    assert await texts(bot, offset=first[1].update_id + 1) == []


async def test_a_negative_offset_keeps_only_the_newest(bot: Bot, marcelo: Person) -> None:
    await marcelo.send("uno")
    await marcelo.send("dos")

    assert await texts(bot, offset=-1) == ["dos"]
    assert await texts(bot) == ["dos"]


async def test_a_long_poll_ends_with_the_next_update(bot: Bot, tg: Playground) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=20))
    await bot.get_me()

    await tg.user("Ana").start()

    assert len(await asyncio.wait_for(polling, 5)) == 1


async def test_of_two_polls_the_older_one_loses(bot: Bot, tg: Playground, api: Api) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    while not any(call.method == "getUpdates" for call in tg.calls):
        await api("getMe")
    newer = asyncio.create_task(api("getUpdates", timeout=20))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    await tg.user("Ana").start()

    assert len((await newer)["result"]) == 1


async def test_reactions_come_only_when_asked_for(bot: Bot, marcelo: Person) -> None:
    sent = await marcelo.send("hola")
    await marcelo.react(sent.id)
    assert len(await bot.get_updates(timeout=0, allowed_updates=["message_reaction"])) == 2

    await marcelo.react(sent.id, "🤗")
    await marcelo.send("esto no")
    newest = (await bot.get_updates(timeout=0))[-1].message_reaction

    assert newest
    assert [r.to_dict()["emoji"] for r in newest.old_reaction] == ["👍"]
    assert [r.to_dict()["emoji"] for r in newest.new_reaction] == ["🤗"]


async def test_everything_a_person_does_can_be_read_by_the_library(
    tg: Playground, bot: Bot, marcelo: Person
) -> None:
    ana = tg.user("Ana", username="ana_ok")
    sent = await marcelo.send("hola")
    await marcelo.send_contact("+5491155551234", "Juana", vcard="BEGIN:VCARD\nEND:VCARD")
    picker = KeyboardButtonRequestUsers(7, request_username=True)
    keys = [[KeyboardButton("👥", request_users=picker)]]
    await bot.send_message(marcelo.id, "¿Quién?", reply_markup=ReplyKeyboardMarkup(keys))
    await marcelo.share_users(7, [ana.id])
    await marcelo.send_location(-34.6, -58.4)
    await marcelo.send_document("agenda.vcf", b"x", caption="mirá")
    await marcelo.send_photo(b"x")
    await marcelo.send_voice(b"x", 3)
    await marcelo.send_video_note(b"x")
    await marcelo.send_sticker()
    await marcelo.forward("de Ana", sender_id=ana.id)
    await marcelo.forward("de alguien", sender_name="Alguien")
    await marcelo.edit(sent.id, "hola!")
    await marcelo.inline_query("g42")
    await marcelo.block()

    updates = await bot.get_updates(timeout=0)
    messages = [update.message for update in updates if update.message]

    assert [m.to_dict() for m in messages][2]["contact"]["phone_number"] == "+5491155551234"
    shared = messages[3].users_shared
    assert shared
    assert [user.username for user in shared.users] == ["ana_ok"]
    kinds = [next(k for k in KINDS if getattr(m, k)) for m in messages[4:9]]
    assert kinds == ["location", "document", "photo", "voice", "video_note"]
    assert messages[5].caption == "mirá"
    assert messages[9].sticker
    assert [type(m.forward_origin).__name__ for m in messages[10:]] == [
        "MessageOriginUser",
        "MessageOriginHiddenUser",
    ]
    assert [u.edited_message.text for u in updates if u.edited_message] == ["hola!"]
    assert [u.inline_query.query for u in updates if u.inline_query] == ["g42"]
    assert [u.my_chat_member.new_chat_member.status for u in updates if u.my_chat_member] == [
        "kicked"
    ]


KINDS = ("location", "document", "photo", "voice", "video_note")


@asynccontextmanager
async def listener(answers: list[int]) -> AsyncIterator[tuple[str, list[str]]]:
    """An HTTP server that answers with these codes, then 200; the bodies and secrets it got."""
    got: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        body = await reader.readexactly(int(headers["content-length"]))
        got.append(headers.get("x-telegram-bot-api-secret-token", "") + body.decode())
        code = answers.pop(0) if answers else 200
        writer.write(f"HTTP/1.1 {code} x\r\nconnection: close\r\n\r\n".encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook", got


async def test_a_webhook_is_tried_until_it_takes_the_update() -> None:
    async with listener([500, 503]) as (url, got):
        async with world(limits=Limits(webhook_retry=0.01)) as (api, marcelo):
            await api("setWebhook", url=url, secret_token="s3cret", drop_pending_updates=True)
            await marcelo.send("uno")
            await marcelo.send("dos")
            async with asyncio.timeout(30):
                while api.tg.state.updates.pending:
                    await api("getWebhookInfo")
            polled = await api.refusal("getUpdates")

    assert [("uno" in body, "dos" in body) for body in got] == [(True, False)] * 3 + [(False, True)]
    assert all(body.startswith("s3cret") for body in got)
    assert polled.startswith("409 Conflict: can't use getUpdates method while webhook is active")


async def test_a_secret_is_of_plain_letters(api: Api) -> None:
    assert (
        await api.refusal("setWebhook", url="http://127.0.0.1/hook", secret_token="ñandú")
        == "400 Bad Request: secret token contains unallowed characters"
    )


async def test_a_webhook_elsewhere_must_be_https(api: Api) -> None:
    assert (
        await api.refusal("setWebhook", url="http://example.org/hook")
        == "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
