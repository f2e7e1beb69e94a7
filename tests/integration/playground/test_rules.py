"""What Telegram refuses is refused here, in Telegram's words."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.playground import Limits, Person, Playground
from tests.integration.playground.conftest import Api, world


async def test_a_wrong_token_is_unauthorized(tg: Playground, api: Api) -> None:
    answer = await api.client.get(f"{tg.base_url}8484:wrong/getMe")

    assert answer.status_code == 401
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert await api.refusal("sendPigeon") == "404 Not Found"


async def test_a_method_is_found_in_any_case(api: Api) -> None:
    assert (await api("GETME"))["result"]["is_bot"] is True


async def test_nobody_can_be_written_to_before_they_start(tg: Playground, api: Api) -> None:
    stranger = tg.user("Ana")
    ana = await api.refusal("sendMessage", chat_id=stranger.id, text="hola")
    nobody = await api.refusal("sendMessage", chat_id=42, text="hola")

    assert ana == nobody == "400 Bad Request: chat not found"


async def test_somebody_the_bot_only_heard_of_cannot_be_written_to(
    tg: Playground, api: Api, marcelo: Person
) -> None:
    ana = tg.user("Ana")
    await marcelo.send_contact("+5491155551234", "Ana", user_id=ana.id)

    assert (
        await api.refusal("sendMessage", chat_id=ana.id, text="hola")
        == "403 Forbidden: bot can't initiate conversation with a user"
    )


async def test_who_blocked_the_bot_gets_nothing_until_they_come_back(
    api: Api, marcelo: Person
) -> None:
    await marcelo.block()
    assert (
        await api.refusal("sendMessage", chat_id=marcelo.id, text="hola")
        == "403 Forbidden: bot was blocked by the user"
    )

    await marcelo.start()
    assert (await api("sendMessage", chat_id=marcelo.id, text="hola"))["ok"]


async def test_who_left_telegram_gets_nothing(api: Api, marcelo: Person) -> None:
    await marcelo.deactivate()

    assert (
        await api.refusal("sendMessage", chat_id=marcelo.id, text="hola")
        == "403 Forbidden: user is deactivated"
    )


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({}, "400 Bad Request: message text is empty"),
        ({"text": " \n "}, "400 Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "400 Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "x", "parse_mode": "RTF"}, "400 Bad Request: unsupported parse_mode"),
        (
            {"text": "x", "reply_parameters": {"message_id": 999}},
            "400 Bad Request: message to be replied not found",
        ),
        (
            {"text": "x", "reply_markup": "{"},
            "400 Bad Request: can't parse reply markup JSON object",
        ),
    ],
)
async def test_a_text_must_be_one(
    api: Api, marcelo: Person, params: dict[str, Any], refusal: str
) -> None:
    assert await api.refusal("sendMessage", chat_id=marcelo.id, **params) == refusal


async def test_length_counts_after_the_marks_are_taken_out(api: Api, marcelo: Person) -> None:
    text = f"<b>{'x' * 4096}</b>"

    sent = await api("sendMessage", chat_id=marcelo.id, text=text, parse_mode="HTML")

    assert len(sent["result"]["text"]) == 4096


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "x", "callback_data": "ñ" * 33}, "400 Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "x", "url": "sms:+5491155551234"},
            "400 Bad Request: inline keyboard button URL 'sms:+5491155551234' is invalid: "
            "Unsupported URL protocol",
        ),
        ({"text": "x", "url": "mailto:a@b.org"}, "Unsupported URL protocol"),
        ({"text": "x", "url": "tel:+5491155551234"}, "Unsupported URL protocol"),
        ({"text": "x", "url": "http://localhost:8080/x"}, "is invalid: Wrong HTTP URL"),
        (
            {"text": "x"},
            "400 Bad Request: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "callback_data": ""}, "Text buttons are unallowed"),
        ({"text": "", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
    ],
)
async def test_one_bad_button_costs_the_whole_message(
    api: Api, marcelo: Person, button: dict[str, Any], refusal: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}, button]]}

    said = await api.refusal("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)

    assert refusal in said
    assert [m for m in marcelo.messages if m.from_bot] == []


@pytest.mark.parametrize(
    "url",
    [
        "https://wa.me/5491155551234?text=hola%20Juana",
        "https://t.me/share/url?url=a&text=b",
        "tg://resolve?domain=juanap",
        "example.org/x",
    ],
)
async def test_web_and_telegram_links_are_good_on_buttons(
    api: Api, marcelo: Person, url: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "📲", "url": url}]]}

    await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)

    assert (await marcelo.tap("📲")).value == url


async def test_a_keyboard_has_at_most_100_buttons(api: Api, marcelo: Person) -> None:
    rows = [[{"text": "x", "callback_data": "x"}] * 4] * 26

    assert (
        await api.refusal(
            "sendMessage",
            chat_id=marcelo.id,
            text="x",
            reply_markup={"inline_keyboard": rows},
        )
        == "400 Bad Request: reply markup is too long"
    )


async def test_an_edit_must_change_something(api: Api, marcelo: Person) -> None:
    sent = (await api("sendMessage", chat_id=marcelo.id, text="hola"))["result"]["message_id"]
    where = {"chat_id": marcelo.id, "message_id": sent}

    assert (await api.refusal("editMessageText", text="hola", **where)).startswith(
        "400 Bad Request: message is not modified: specified new message content"
    )
    assert (
        await api.refusal("editMessageText", text="x" * 4097, **where)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    assert (await api("editMessageText", text="chau", **where))["result"]["edit_date"]
    assert [m.text for m in marcelo.messages if m.from_bot] == ["chau"]


async def test_only_the_bots_own_living_messages_can_be_edited(api: Api, marcelo: Person) -> None:
    theirs = await marcelo.send("hola")
    gone = (await api("sendMessage", chat_id=marcelo.id, text="x"))["result"]["message_id"]
    await api("deleteMessage", chat_id=marcelo.id, message_id=gone)

    async def edit(message_id: int) -> str:
        return await api.refusal(
            "editMessageText", chat_id=marcelo.id, message_id=message_id, text="y"
        )

    assert await edit(theirs.id) == "400 Bad Request: message can't be edited"
    assert await edit(gone) == "400 Bad Request: message to edit not found"
    assert await edit(9999) == "400 Bad Request: message to edit not found"


async def test_a_deleted_message_disappears_and_cannot_be_deleted_twice(
    api: Api, marcelo: Person
) -> None:
    sent = (await api("sendMessage", chat_id=marcelo.id, text="x"))["result"]["message_id"]
    await api("deleteMessage", chat_id=marcelo.id, message_id=sent)

    assert all(m.id != sent for m in marcelo.messages)
    assert (
        await api.refusal("deleteMessage", chat_id=marcelo.id, message_id=sent)
        == "400 Bad Request: message to delete not found"
    )


async def test_after_48_hours_a_message_stays() -> None:
    clock = [datetime(2027, 7, 19, 20, tzinfo=UTC)]
    async with world(now=lambda: clock[0]) as (api, marcelo):
        sent = await marcelo.send("hola")
        clock[0] += timedelta(hours=49)

        refusal = await api.refusal("deleteMessage", chat_id=marcelo.id, message_id=sent.id)

    assert sent.date == datetime(2027, 7, 19, 20, tzinfo=UTC)
    assert refusal == "400 Bad Request: message can't be deleted for everyone"


STALE = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def _button(api: Api, marcelo: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "✅ 1", "callback_data": "x"}]]}
    await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)


async def test_a_tap_is_answered_once(api: Api, marcelo: Person) -> None:
    await _button(api, marcelo)
    tapped = await marcelo.tap("✅")

    assert (
        await api.refusal("answerCallbackQuery", callback_query_id=tapped.value, text="x" * 201)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    assert (await api("answerCallbackQuery", callback_query_id=tapped.value, text="sí"))["ok"]
    assert await api.refusal("answerCallbackQuery", callback_query_id=tapped.value) == STALE
    assert await api.refusal("answerCallbackQuery", callback_query_id="1") == STALE
    assert marcelo.answers == ["sí"]


async def test_a_tap_must_be_answered_in_time() -> None:
    async with world(limits=Limits(callback_timeout=0)) as (api, marcelo):
        await _button(api, marcelo)
        tapped = await marcelo.tap("✅")

        assert await api.refusal("answerCallbackQuery", callback_query_id=tapped.value) == STALE


async def test_files_have_a_limit_each_way() -> None:
    limits = Limits(upload=10, photo=5, download=3)
    async with world(limits=limits) as (api, marcelo):
        too_big = await api.upload("sendDocument", marcelo.id, document=b"x" * 11)
        too_big_a_photo = await api.upload("sendPhoto", marcelo.id, photo=b"x" * 6)
        empty = await api.upload("sendDocument", marcelo.id, document=b"")
        sent = await api.upload("sendDocument", marcelo.id, document=b"abcd")
        file_id = sent["result"]["document"]["file_id"]

        assert (too_big["error_code"], too_big["description"]) == (413, "Request Entity Too Large")
        assert "too big for a photo" in too_big_a_photo["description"]
        assert empty["description"] == "Bad Request: file must be non-empty"
        assert await api.refusal("getFile", file_id=file_id) == "400 Bad Request: file is too big"


async def test_a_caption_has_at_most_1024_characters(api: Api, marcelo: Person) -> None:
    refused = await api.upload("sendPhoto", marcelo.id, photo=b"x", caption="x" * 1025)

    assert refused["description"] == "Bad Request: message caption is too long"


async def test_a_chat_takes_one_message_a_second_after_a_burst_when_rates_count() -> None:
    async with world(limits=Limits(rates=True)) as (api, marcelo):
        answers = [await api("sendMessage", chat_id=marcelo.id, text="x") for _ in range(4)]

    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[3]["description"] == "Too Many Requests: retry after 1"
    assert answers[3]["parameters"] == {"retry_after": 1}


async def test_a_bot_sends_30_messages_a_second_when_rates_count() -> None:
    async with world(limits=Limits(rates=True)) as (api, marcelo):
        everybody = [api.tg.user(f"P{n}") for n in range(31)]
        for person in everybody:
            await person.start()
        sending = (api("sendMessage", chat_id=p.id, text="x") for p in everybody)
        answers = await asyncio.gather(*sending)

    assert marcelo.id not in {p.id for p in everybody}
    assert [answer.get("error_code") for answer in answers].count(429) == 1


@pytest.mark.parametrize(
    ("commands", "refusal"),
    [
        ([{"command": "Añadir", "description": "x"}], "400 Bad Request: BOT_COMMAND_INVALID"),
        (
            [{"command": "add", "description": ""}],
            "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ([{"command": "a", "description": "x"}] * 101, "400 Bad Request: BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_have_a_shape(
    api: Api, commands: list[dict[str, str]], refusal: str
) -> None:
    assert await api.refusal("setMyCommands", commands=commands) == refusal


async def test_commands_are_kept_by_scope_and_language(api: Api) -> None:
    spanish = [{"command": "agregar", "description": "Sumar a alguien"}]
    scope = {"type": "chat", "chat_id": 1}
    await api("setMyCommands", commands=spanish, scope=scope, language_code="es")

    found = await api("getMyCommands", scope=scope, language_code="es")
    other = await api("getMyCommands")

    assert (found["result"], other["result"]) == (spanish, [])
