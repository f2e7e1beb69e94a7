"""The sign that an answer is on its way: a courtesy, never a reason to fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

_SHOWN_SECONDS = 4.5
"""Telegram shows "typing…" for five."""

_MOST_SIGNS = 14
"""About a minute: nothing worth waiting for takes longer."""


async def show(bot: Bot, chat_id: int) -> None:
    """Show "typing…" for a minute, or until cancelled."""
    for _ in range(_MOST_SIGNS):
        with suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        await asyncio.sleep(_SHOWN_SECONDS)


@asynccontextmanager
async def typing(bot: Bot, chat_id: int) -> AsyncIterator[None]:
    """Show it for as long as the block takes."""
    showing = asyncio.create_task(show(bot, chat_id))
    try:
        yield
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing
