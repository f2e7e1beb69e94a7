"""An unmodified aiogram bot, written by that library's own documentation, works against it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.playground import Playground

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="👍 Yes", callback_data="yes")]]
)


def dispatcher() -> Dispatcher:
    """Start, echo, a button that edits, a file sent back."""
    dp = Dispatcher()

    @dp.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer("<b>Welcome</b>", parse_mode="HTML", reply_markup=KEYBOARD)

    @dp.callback_query(F.data == "yes")
    async def yes(query: CallbackQuery) -> None:
        await query.answer("Noted")
        if isinstance(query.message, Message):
            await query.message.edit_text("You said yes")

    @dp.message(F.document)
    async def document(message: Message, bot: Bot) -> None:
        assert message.document is not None
        file = await bot.download(message.document)
        assert file is not None
        await message.answer_document(BufferedInputFile(file.read()[::-1], "back.txt"))

    @dp.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"You said: {message.text}")

    return dp


@pytest.fixture
async def polled() -> AsyncIterator[tuple[Playground, Bot]]:
    async with Playground() as tg:
        server = TelegramAPIServer.from_base(tg.url)
        async with Bot(tg.token, session=AiohttpSession(api=server)) as bot:
            dp = dispatcher()
            polling = asyncio.create_task(
                dp.start_polling(bot, handle_signals=False, close_bot_session=False)
            )
            yield tg, bot
            with suppress(RuntimeError):
                await dp.stop_polling()
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)


async def test_it_greets_answers_and_edits(polled: tuple[Playground, Bot]) -> None:
    tg, _ = polled
    ana = tg.user("Ana")
    await ana.start()
    welcome = await ana.wait_for(lambda seen: seen.text == "Welcome")
    assert [entity["type"] for entity in welcome.entities] == ["bold"]
    tapped = await ana.tap("👍")
    answer = await ana.wait_for_answer(tapped)
    assert answer["text"] == "Noted"
    assert (await ana.wait_for(lambda seen: "yes" in seen.text)).id == welcome.id
    await ana.send("hola & <b>")
    await ana.wait_for(lambda seen: seen.text == "You said: hola & <b>")


async def test_files_go_both_ways(polled: tuple[Playground, Bot]) -> None:
    tg, _ = polled
    ana = tg.user("Ana")
    await ana.send_document("letters.txt", b"abc")
    back = await ana.wait_for(lambda seen: seen.kind == "document")
    assert back.raw["document"]["file_name"] == "back.txt"


async def test_refusals_are_the_ones_it_knows(polled: tuple[Playground, Bot]) -> None:
    tg, bot = polled
    ana = tg.user("Ana")
    await ana.start()
    await ana.wait_for(lambda seen: seen.text == "Welcome")
    tg.fault("retry_after", "sendMessage", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as busy:
        await bot.send_message(ana.id, "hola")
    assert busy.value.retry_after == 7
    await ana.block()
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(ana.id, "hola")
