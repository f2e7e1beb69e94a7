"""Carries the outbox to Telegram: in order per chat, at least once, and never a greeting."""

import asyncio
import base64
import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.domain.messages import Button, Message
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

RETRY = timedelta(seconds=15)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Post:
    """Sends what the outbox holds."""

    def __init__(self, work: Work, bot: Bot) -> None:
        self._work = work
        self._bot = bot
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def flush(self, chats: Iterable[int]) -> None:
        """Send what waits for these chats."""
        await asyncio.gather(*(self._flush(chat_id) for chat_id in chats))

    async def flush_all(self) -> None:
        """Send whatever waits: what a restart or a failure left behind."""
        async with self._work.read() as unit:
            chats = await unit.outbox.waiting_chats()
        await self.flush(chats)

    async def _flush(self, chat_id: int) -> None:
        async with self._locks[chat_id]:
            while True:
                async with self._work.read() as unit:
                    letters = await unit.outbox.of_chat(chat_id)
                if not letters:
                    return
                for letter in letters:
                    if not await self._carry(letter):
                        return

    async def _carry(self, letter: Letter) -> bool:
        """Send one letter; answers whether the next one may follow."""
        message = letter.message
        try:
            message_id = await self._send(message)
        except RetryAfter as error:
            wait = error.retry_after
            delay = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            return await self._postpone(letter, delay)
        except (BadRequest, Forbidden) as error:
            if "not modified" not in error.message:
                log.warning("a message could not be placed: %s", type(error).__name__)
            message_id = None
        except TelegramError as error:
            log.warning("Telegram does not answer: %s", type(error).__name__)
            return await self._postpone(letter, RETRY)
        async with self._work.begin() as unit:
            await unit.outbox.done(letter)
            if message_id is not None:
                await _remember(unit, message, message_id)
        return True

    async def _postpone(self, letter: Letter, delay: timedelta) -> bool:
        async with self._work.begin() as unit:
            await unit.outbox.postpone(letter.message.chat_id, unit.now + delay)
        return False

    async def _send(self, message: Message) -> int | None:
        """Place one message; answers its id."""
        markup = keyboard(message)
        if message.edit is not None:
            try:
                await self._bot.edit_message_text(
                    message.text,
                    chat_id=message.chat_id,
                    message_id=message.edit,
                    reply_markup=markup,
                    entities=_entities(message),
                    link_preview_options=_NO_PREVIEW,
                )
            except BadRequest as error:
                if "not modified" in error.message:
                    return message.edit
                if message.silent:
                    raise
            else:
                return message.edit
        if message.photo is not None:
            sent = await self._bot.send_photo(
                message.chat_id,
                base64.b64decode(message.photo),
                caption=message.text,
                reply_markup=markup,
                disable_notification=message.silent,
            )
        else:
            sent = await self._bot.send_message(
                message.chat_id,
                message.text,
                reply_markup=markup,
                entities=_entities(message),
                disable_notification=message.silent,
                link_preview_options=_NO_PREVIEW,
            )
        return sent.message_id


async def _remember(unit: Unit, message: Message, message_id: int) -> None:
    """Keep what the message is about, and its place in the owner's review."""
    about = message.about
    if about is None:
        return
    if about.slot is not None:
        review = await unit.reviews.get(about.owner_id)
        setattr(review, f"{about.slot}_message_id", message_id)
    if about.contact_id in await unit.contacts.some([about.contact_id or 0]):
        await unit.consents.note_message(message.chat_id, message_id, about)


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The inline keyboard of a message."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in message.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
    )


def _entities(message: Message) -> list[MessageEntity]:
    """The tap-to-copy block; offsets count UTF-16 units, as Telegram does."""
    if not message.block or message.block not in message.text:
        return []
    before = message.text[: message.text.rindex(message.block)]
    offset, length = (len(part.encode("utf-16-le")) // 2 for part in (before, message.block))
    return [MessageEntity(MessageEntity.PRE, offset, length)]
