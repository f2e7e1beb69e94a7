"""Carries the outbox to Telegram: in order per chat, at least once, and never a greeting."""

import asyncio
import base64
import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    SwitchInlineQueryChosenChat,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.busy import show
from bot.channels.pace import ChatPace
from bot.domain.messages import Button, Media, Message
from storage.engine import AWAY
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

RETRY = timedelta(seconds=15)

BRIEFLY = 1.0
"""Seconds that a tick waits for what was left behind."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Post:
    """Sends what the outbox holds: what was just committed at once, the rest as the tick comes by.

    What was sent is struck off in the background, many letters in one transaction; a kill before
    that repeats a message to an owner, never a greeting.
    """

    def __init__(self, work: Work, bot: Bot, took: Callable[[], None] = lambda: None) -> None:
        """`took` is told of each message, for the pace of what else the bot sends."""
        self._work = work
        self._bot = bot
        self._took = took
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: set[int] = set()
        self._placed: dict[int, tuple[Letter, int | None]] = {}
        self._striking: asyncio.Task[None] | None = None
        self._chats = ChatPace()
        self._hurried: set[int] = set()
        """Chats of which Telegram said that they get too much."""
        self._carrying: dict[int, asyncio.Task[None]] = {}
        self._busy: dict[int, asyncio.Task[None]] = {}

    async def resume(self) -> None:
        """Take up what an earlier run left."""
        async with self._work.read() as unit:
            self._waiting.update(await unit.outbox.waiting_chats())

    async def flush(self, letters: Sequence[Letter]) -> None:
        """Send what was just committed, in order per chat."""
        by_chat: defaultdict[int, list[Letter]] = defaultdict(list)
        for letter in letters:
            by_chat[letter.message.chat_id].append(letter)
        await asyncio.gather(*(self._fresh(chat_id, mine) for chat_id, mine in by_chat.items()))

    async def flush_all(self) -> None:
        """Send what a failure or a restart left behind; a chat that takes its time is not waited for."""
        for chat_id in self._waiting - self._carrying.keys():
            self._carrying[chat_id] = asyncio.create_task(self._to_chat(chat_id))
        if self._carrying:
            await asyncio.wait(list(self._carrying.values()), timeout=BRIEFLY)

    async def _to_chat(self, chat_id: int) -> None:
        try:
            await self._left_behind(chat_id)
        except AWAY as error:
            log.warning("the database does not answer: %s", type(error).__name__)
        finally:
            del self._carrying[chat_id]

    async def _fresh(self, chat_id: int, letters: list[Letter]) -> None:
        async with self._locks[chat_id]:
            for letter in letters:
                if chat_id in self._waiting or not await self._carry(letter):
                    return

    async def _left_behind(self, chat_id: int) -> None:
        async with self._locks[chat_id]:
            await self.struck_off()
            async with self._work.read() as unit:
                letters = await unit.outbox.of_chat(chat_id)
                empty = await unit.outbox.empty(chat_id)
            if empty:
                self._waiting.discard(chat_id)
            for letter in letters:
                if not await self._carry(letter):
                    return

    async def _carry(self, letter: Letter) -> bool:
        """Send one letter; answers whether the next one may follow."""
        message_id: int | None = None
        chat_id = letter.message.chat_id
        if chat_id in self._hurried:
            await asyncio.sleep(self._chats.wait(chat_id))
        self._took()
        try:
            with self._chats.message(chat_id):
                message_id = await self._send(letter.message)
        except RetryAfter as error:
            self._hurried.add(chat_id)
            wait = error.retry_after
            delay = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            return await self._postpone(letter, delay)
        except (BadRequest, Forbidden) as error:
            if "not modified" not in error.message:
                log.warning("a message could not be placed: %s", type(error).__name__)
        except TelegramError as error:
            log.warning("Telegram does not answer: %s", type(error).__name__)
            return await self._postpone(letter, RETRY)
        except Exception as error:  # noqa: BLE001 - one odd answer must not silence a chat for ever
            log.error("a message met an odd answer: %s", type(error).__name__)
        self._show_busy(letter.message)
        self._placed[letter.id] = (letter, message_id)
        if self._striking is None or self._striking.done():
            self._striking = asyncio.create_task(self._strike_off())
        if letter.message.about is not None:
            await self.struck_off()
        return True

    def _show_busy(self, message: Message) -> None:
        """What is announced shows as "typing…" until the next message is there."""
        if showing := self._busy.pop(message.chat_id, None):
            showing.cancel()
        if message.more_to_come:
            showing = asyncio.create_task(show(self._bot, message.chat_id))
            self._busy[message.chat_id] = showing

    async def close(self) -> None:
        """Nothing more is announced, and what was placed is struck off."""
        for showing in self._busy.values():
            showing.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)
        await self.struck_off()

    async def struck_off(self) -> None:
        """Wait until what was placed is struck off and remembered."""
        if self._striking is not None:
            await asyncio.shield(self._striking)

    async def _strike_off(self) -> None:
        while self._placed:
            placed = list(self._placed.values())
            try:
                async with self._work.begin() as unit:
                    await unit.outbox.done([letter.id for letter, _ in placed])
                    for letter, message_id in placed:
                        if message_id is not None:
                            await _remember(unit, letter.message, message_id)
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
                await asyncio.sleep(RETRY.total_seconds())
                continue
            for letter, _ in placed:
                del self._placed[letter.id]

    async def _postpone(self, letter: Letter, delay: timedelta) -> bool:
        self._waiting.add(letter.message.chat_id)
        chat_id = letter.message.chat_id
        await self._work.insist(lambda unit: unit.outbox.postpone(chat_id, unit.now + delay))
        return False

    async def _send(self, message: Message) -> int | None:
        """Place one message; answers its id."""
        markup = keyboard(message, inline=self._bot.supports_inline_queries)
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
        if message.copy is not None:
            with suppress(BadRequest):  # what was to be copied is gone: the words go alone
                return await self._copy(message, message.copy)
            if not message.text:
                return None
        if message.photo is not None:
            sent = await self._bot.send_photo(
                message.chat_id,
                base64.b64decode(message.photo),
                caption=message.text,
                reply_markup=markup,
                disable_notification=message.silent,
            )
        elif message.document is not None:
            sent = await self._bot.send_document(
                message.chat_id,
                base64.b64decode(message.document),
                caption=message.text,
                filename=message.filename,
                reply_markup=markup,
                disable_notification=message.silent,
            )
        else:
            sent = await self._bot.send_message(
                message.chat_id,
                message.text,
                reply_markup=_keys(message) or markup,
                entities=_entities(message),
                disable_notification=message.silent,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=_answering(message),
            )
        return sent.message_id

    async def _copy(self, message: Message, media: Media) -> int:
        copied = await self._bot.copy_message(
            message.chat_id,
            media.chat_id,
            media.message_id,
            caption=(message.text or None) if media.captioned else None,
            reply_markup=keyboard(message, inline=self._bot.supports_inline_queries),
            disable_notification=message.silent,
        )
        return copied.message_id


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


def keyboard(message: Message, *, inline: bool) -> InlineKeyboardMarkup | None:
    """The inline keyboard of a message. Without inline mode the buttons that need it are left out:
    Telegram would refuse the whole message."""
    rows = [
        [_button(button) for button in row if inline or button.share is None]
        for row in message.buttons
    ]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def _keys(message: Message) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What stands in place of the owner's own keyboard; nothing may stand under the message too."""
    if message.picker:
        return _chooser(message.picker)
    if message.locator:
        here, away = message.locator
        keys = [[KeyboardButton(here, request_location=True)], [KeyboardButton(away)]]
        return ReplyKeyboardMarkup(keys, resize_keyboard=True, one_time_keyboard=True)
    return ReplyKeyboardRemove() if message.keyless else None


def _chooser(label: str) -> ReplyKeyboardMarkup:
    """A key that opens Telegram's own list of people; it goes away once it was used."""
    people = KeyboardButtonRequestUsers(
        1, user_is_bot=False, max_quantity=10, request_name=True, request_username=True
    )
    key = KeyboardButton(label, request_users=people)
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
        switch_inline_query_chosen_chat=_chosen(button.share) if button.share else None,
    )


def _chosen(query: str) -> SwitchInlineQueryChosenChat:
    return SwitchInlineQueryChosenChat(query, allow_user_chats=True, allow_group_chats=True)


def _answering(message: Message) -> ReplyParameters | None:
    if message.reply_to is None:
        return None
    return ReplyParameters(message.reply_to, allow_sending_without_reply=True)


def _entities(message: Message) -> list[MessageEntity]:
    """The tap-to-copy block; offsets count UTF-16 units, as Telegram does."""
    if not message.block or message.block not in message.text:
        return []
    before = message.text[: message.text.rindex(message.block)]
    offset, length = (len(part.encode("utf-16-le")) // 2 for part in (before, message.block))
    return [MessageEntity(MessageEntity.PRE, offset, length)]
