"""The `bot` channel: a message from the bot to a linked contact."""

import asyncio
from contextlib import AbstractContextManager

import httpx
from telegram import Bot, Message, MessageId
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.base import NotSent, Unknown
from bot.channels.pace import SLOW, ChatPace, Pace
from bot.domain.contacts import Contact
from bot.domain.messages import Media
from bot.domain.owners import Owner

_NOT_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TelegramSender:
    """Keeps below thirty messages a second, and one a second in each chat, and tells certain failures
    from uncertain ones."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._pace = Pace()
        self._chats = ChatPace()

    async def ready(self) -> None:
        """Wait for the next place in the second."""
        await self._pace.ready()

    def begin_anew(self) -> None:
        """Another process has been sending until now: leave its last second alone."""
        self._pace.pause(SLOW)

    def place(self) -> AbstractContextManager[None]:
        """Around somebody else's message: owners are answered at once, and greetings make room."""
        return self._pace.place()

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        """One message: the owner's name, an empty line, the text; answers Telegram's message id."""
        chat_id = contact.linked_chat_id
        if chat_id is None:
            raise NotSent("unlinked", permanent=True)
        if wait := self._chats.wait(chat_id):  # several owners greet this person at one hour
            raise NotSent("busy", permanent=False, wait=wait)
        return await self._place(chat_id, signed(owner, text), media)

    async def ready_for(self, chat_id: int) -> None:
        """Wait until the limits allow one more message in this chat."""
        await asyncio.sleep(self._chats.wait(chat_id))
        await self._pace.ready()

    async def pass_on(
        self, chat_id: int, owner: Owner, text: str, media: Media | None = None
    ) -> str:
        """An owner's answer, once; answers Telegram's message id. Raises NotSent or Unknown."""
        return await self._place(chat_id, signed(owner, text), media)

    async def _place(self, chat_id: int, text: str, media: Media | None) -> str:
        try:
            with self._pace.place(), self._chats.message(chat_id):
                return await deliver(self._bot, chat_id, text, media)
        except NotSent as error:
            if error.reason == "busy":  # everybody waits: more requests would only prolong it
                self._pace.pause(error.wait)
            raise


def signed(owner: Owner, text: str) -> str:
    """The text under the owner's name."""
    return f"{owner.name}\n\n{text}" if text else owner.name


async def deliver(bot: Bot, chat_id: int, text: str, media: Media | None = None) -> str:
    """Send a plain text once, or media with that text under it if the media can carry one (a video
    note can't: the face says who it is).

    Raises NotSent where Telegram surely has not taken it, else Unknown.

    The verdicts follow what was measured of python-telegram-bot: BadRequest and TimedOut are both
    NetworkErrors, and only `__cause__` tells a refused connection from one cut half-way.
    """
    try:
        message = await _place(bot, chat_id, text, media)
    except RetryAfter as error:
        wait = error.retry_after
        seconds = wait if isinstance(wait, int) else wait.total_seconds()
        raise NotSent("busy", permanent=False, wait=seconds) from None
    except Forbidden as error:
        reason = "gone" if "deactivated" in error.message else "blocked"
        raise NotSent(reason, permanent=True) from None
    except BadRequest as error:
        lost = error.message.lower()
        gone = "not found" in lost and "message to copy" not in lost
        reason = "gone" if gone else "refused"
        raise NotSent(reason, permanent=True) from None
    except InvalidToken:
        raise NotSent("token", permanent=False, wait=60) from None
    except TelegramError as error:
        if isinstance(error.__cause__, _NOT_CONNECTED):
            raise NotSent("unreachable", permanent=False, wait=15) from None
        raise Unknown from None
    except Exception:  # noqa: BLE001 - an answer that is no answer of Telegram's proves nothing
        raise Unknown from None
    return str(message.message_id)


async def _place(bot: Bot, chat_id: int, text: str, media: Media | None) -> MessageId | Message:
    if media is None:
        return await bot.send_message(chat_id, text)
    caption = text if media.captioned else None
    return await bot.copy_message(chat_id, media.chat_id, media.message_id, caption=caption)
