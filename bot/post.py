"""Carries the outbox to Telegram: in order per chat, at least once, and never a greeting."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.busy import show
from bot.channels.pace import ChatPace
from bot.domain.messages import Message
from bot.placing import place
from storage.engine import AWAY
from storage.outbox import AT_MOST, Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

RETRY = timedelta(seconds=15)

AGAIN = timedelta(minutes=10)
"""How long what can't be read of a chat is left alone."""

BRIEFLY = 1.0
"""Seconds that a tick waits for what was left behind."""

CARRIERS = 30
"""Chats that what was left behind is carried to at once. In a second no more may leave anyway."""

FEW = 10
"""Chats that something may be said to at once, without keeping the pace."""

LATELY = 10_000
"""Letters of which it is remembered that they were sent."""

HURRY = 60.0
"""Seconds for which a chat that got too much keeps the pace after it last had to."""


class Post:
    """Sends what the outbox holds: what was just committed at once, the rest as the tick comes by.

    What was sent is struck off in the background, many letters in one transaction; a kill before
    that repeats a message to an owner, never a greeting.
    """

    def __init__(
        self,
        work: Work,
        bot: Bot,
        place: Callable[[], AbstractContextManager[None]] = nullcontext,
        ready: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`place` is held around each request, for the pace of what else the bot sends; `ready` waits
        until one is free. What was left behind waits for it, an answer does not."""
        self._work = work
        self._bot = bot
        self._place = place
        self._ready = ready
        self._turnstile = asyncio.Lock()
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: set[int] = set()
        """Chats of which something was left behind: what is new queues up behind it."""
        self._behind: dict[int, None] = {}
        """Chats to carry to, in order."""
        self._carriers: set[asyncio.Task[None]] = set()
        self._visited: set[int] = set()
        self._lately: dict[int, None] = {}
        """What was sent may be met again, before it is struck off or by a `flush` that comes late."""
        self._placed: dict[int, tuple[Letter, int | None]] = {}
        self._striking: asyncio.Task[None] | None = None
        self._chats = ChatPace()
        self._hurried: dict[int, float] = {}
        """Chats of which Telegram said that they get too much, and until when they keep the pace."""
        self._busy: dict[int, asyncio.Task[None]] = {}

    async def resume(self) -> None:
        """Take up what an earlier run left."""
        async with self._work.read() as unit:
            self._waiting.update(await unit.outbox.waiting_chats())

    async def flush(self, letters: Sequence[Letter]) -> None:
        """Send what was just committed, in order per chat; what goes to many chats keeps the pace."""
        by_chat: defaultdict[int, list[Letter]] = defaultdict(list)
        for letter in letters:
            by_chat[letter.message.chat_id].append(letter)
        if len(by_chat) > FEW:
            self._waiting.update(by_chat)
            self._take_up(by_chat)
            return
        await asyncio.gather(*(self._fresh(chat_id, mine) for chat_id, mine in by_chat.items()))

    async def flush_all(self) -> None:
        """Send what a failure or a restart left behind; a chat that takes its time is not waited for."""
        await self._look()
        if self._carriers:
            await asyncio.wait(self._carriers, timeout=BRIEFLY)

    def may(self) -> bool:
        """Whether this process is the one that carries what was left behind."""
        return True

    async def _look(self) -> None:
        """What is in the outbox counts, not what is remembered here: an answer that was committed and
        whose commit was not confirmed has never been flushed."""
        chats: list[int] = []
        if not self._behind:
            async with self._work.read() as unit:
                chats = await unit.outbox.ready_chats()
        self._take_up(chats)

    def _take_up(self, chats: Iterable[int]) -> None:
        self._behind.update((chat_id, None) for chat_id in chats if chat_id not in self._visited)
        for _ in range(min(len(self._behind), CARRIERS - len(self._carriers))):
            carrier = asyncio.create_task(self._visit())
            self._carriers.add(carrier)
            carrier.add_done_callback(self._carriers.discard)

    async def _visit(self) -> None:
        """Carry to one chat after the other, as long as there is one."""
        while self._behind and self.may():
            chat_id = next(iter(self._behind))
            del self._behind[chat_id]
            self._visited.add(chat_id)
            try:
                await self._left_behind(chat_id)
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
            except Exception as error:  # noqa: BLE001 - this chat has to wait, the others go on
                log.error("what waits for a chat can't be said: %s", type(error).__name__)
                await self._set_aside(chat_id)
            finally:
                self._visited.discard(chat_id)

    async def _set_aside(self, chat_id: int) -> None:
        """What is new goes past it."""
        self._waiting.discard(chat_id)
        await self._work.insist(lambda unit: unit.outbox.postpone(chat_id, unit.now + AGAIN))

    async def _fresh(self, chat_id: int, letters: list[Letter]) -> None:
        async with self._locks[chat_id]:
            for letter in letters:
                if chat_id in self._waiting or not await self._carry(letter):
                    return

    async def _left_behind(self, chat_id: int) -> None:
        async with self._locks[chat_id]:
            more = True
            while more:
                await self.struck_off()
                async with self._work.read() as unit:
                    letters = await unit.outbox.of_chat(chat_id)
                if letters is None:
                    return
                more = len(letters) == AT_MOST
                if not more:  # what comes from now on waits for this lock, not for the next tick
                    self._waiting.discard(chat_id)
                for letter in letters:
                    if not (self.may() and await self._carry(letter, paced=True)):
                        return

    async def _carry(self, letter: Letter, *, paced: bool = False) -> bool:
        """Send one letter, unless it was; answers whether the next one may follow."""
        message_id: int | None = None
        chat_id = letter.message.chat_id
        if letter.id in self._lately:
            return True
        await self._unhurried(chat_id)
        if paced and self._ready is not None:
            async with self._turnstile:  # one at a time, so that greetings have every other place
                await self._ready()
        try:
            with self._place(), self._chats.message(chat_id):
                message_id = await place(self._bot, letter.message)
        except RetryAfter as error:
            self._hurried[chat_id] = _now() + HURRY
            wait = error.retry_after
            delay = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            return await self._postpone(chat_id, delay)
        except (BadRequest, Forbidden) as error:
            if "not modified" not in error.message:
                log.warning("a message could not be placed: %s", type(error).__name__)
        except TelegramError as error:
            log.warning("Telegram does not answer: %s", type(error).__name__)
            return await self._postpone(chat_id, RETRY)
        except Exception as error:  # noqa: BLE001 - one odd answer must not silence a chat for ever
            log.error("a message met an odd answer: %s", type(error).__name__)
        self._show_busy(letter.message)
        self._note_placed(letter, message_id)
        if letter.message.about is not None:
            await self.struck_off()
        return True

    async def _unhurried(self, chat_id: int) -> None:
        """A chat that got too much gets one a second, until it has had enough time for a while."""
        until = self._hurried.get(chat_id)
        if until is None:
            return
        if wait := self._chats.wait(chat_id):
            self._hurried[chat_id] = _now() + HURRY
            await asyncio.sleep(wait)
        elif until < _now():
            self._hurried.pop(chat_id, None)

    def _note_placed(self, letter: Letter, message_id: int | None) -> None:
        self._lately[letter.id] = None
        if len(self._lately) > LATELY:
            del self._lately[next(iter(self._lately))]
        self._placed[letter.id] = (letter, message_id)
        if self._striking is None or self._striking.done():
            self._striking = asyncio.create_task(self._strike_off())

    def _show_busy(self, message: Message) -> None:
        """What is announced shows as "typing…" until the next message is there."""
        if showing := self._busy.pop(message.chat_id, None):
            showing.cancel()
        if message.more_to_come:
            showing = asyncio.create_task(show(self._bot, message.chat_id))
            self._busy[message.chat_id] = showing

    async def close(self) -> None:
        """Nothing more is announced, and what was placed is struck off."""
        self._behind.clear()
        await asyncio.gather(*self._carriers, return_exceptions=True)
        for showing in self._busy.values():
            showing.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)
        await self.struck_off()

    async def struck_off(self) -> None:
        """Wait until what was placed so far is struck off and remembered."""
        placed = set(self._placed)
        while self._striking is not None and not placed.isdisjoint(self._placed):
            await asyncio.shield(self._striking)

    async def _strike_off(self) -> None:
        """What was placed until now; the next ones have a transaction of their own."""
        placed = list(self._placed.values())
        try:
            await self._strike(placed)
        finally:
            for letter, _ in placed:
                del self._placed[letter.id]
            if self._placed:
                self._striking = asyncio.create_task(self._strike_off())

    async def _strike(self, placed: Sequence[tuple[Letter, int | None]]) -> None:
        """One that can't be remembered is struck off all the same, and the others are remembered."""

        async def strike(unit: Unit) -> None:
            await unit.outbox.done([letter.id for letter, _ in placed])
            for letter, message_id in placed:
                if message_id is not None:
                    await _remember(unit, letter.message, message_id)

        try:
            await self._work.insist(strike)
        except Exception as error:  # noqa: BLE001 - it was sent, whatever is wrong with it
            if len(placed) > 1:
                for one in placed:
                    await self._strike([one])
                return
            log.error("a message could not be remembered: %s", type(error).__name__)
            await self._work.insist(lambda unit: unit.outbox.done([placed[0][0].id]))

    async def _postpone(self, chat_id: int, delay: timedelta) -> bool:
        self._waiting.add(chat_id)
        await self._work.insist(lambda unit: unit.outbox.postpone(chat_id, unit.now + delay))
        return False


async def _remember(unit: Unit, message: Message, message_id: int) -> None:
    """Keep what the message is about, and its place in the owner's review."""
    about = message.about
    if about is None:
        return
    if about.slot is not None:
        await unit.reviews.place(about.owner_id, about.slot, message_id)
    if about.contact_id in await unit.contacts.some([about.contact_id or 0]):
        await unit.consents.note_message(message.chat_id, message_id, about)


def _now() -> float:
    return asyncio.get_running_loop().time()
