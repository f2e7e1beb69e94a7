"""Updates in and messages out when several processes share the work (docs/scale.md)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager

from telegram import Bot, Update

from bot.intake import Handle, Intake
from bot.post import Post
from storage.engine import AWAY
from storage.locks import Election, Locks, lane
from storage.outbox import Letter
from storage.unit import Work

log = logging.getLogger(__name__)

BEAT = 0.1
"""Seconds between two looks of the sender at what is to be said: what an answer waits at most."""

SWEEP = 1.0
"""Seconds between two looks for updates of a process that is gone."""


class SharedIntake(Intake):
    """A chat's lane is driven by whichever process holds its lock, and comes out of the database: the
    next update may have been taken by another one."""

    def __init__(self, work: Work, bot: Bot, handle: Handle, locks: Locks, polls: Election) -> None:
        """`polls`: only one process may ask Telegram for updates."""
        super().__init__(work, bot, handle)
        self._locks = locks
        self._polls = polls
        self._again: set[int] = set()

    async def resume(self) -> None:
        """Drive what nobody drives."""
        async with self._work.read() as unit:
            chats = await unit.updates.open_chats()
        for chat_id in chats:
            if chat_id not in self._running:
                self._run(chat_id)

    async def poll(self) -> None:
        """Fetch updates while it is this process's turn, until cancelled."""
        while True:
            await self._polls.wait(held=True)
            polling = asyncio.create_task(super().poll())
            try:
                await self._polls.wait(held=False)
            finally:
                polling.cancel()
                await asyncio.gather(polling, return_exceptions=True)

    async def sweep(self) -> None:
        """Take up what a process that is gone has left, until cancelled."""
        while True:
            try:
                await self.resume()
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
            await asyncio.sleep(SWEEP)

    def _enter(self, chat_id: int, _update: Update) -> None:
        if chat_id in self._running:
            self._again.add(chat_id)
        else:
            self._run(chat_id)

    def _run(self, chat_id: int) -> None:
        self._running[chat_id] = asyncio.create_task(self._drive(chat_id))

    async def _drive(self, chat_id: int) -> None:
        try:
            while True:
                self._again.discard(chat_id)
                await self._work_off(chat_id)
                if chat_id not in self._again:
                    return
        except AWAY as error:  # the next sweep comes back to it
            log.warning("the database does not answer: %s", type(error).__name__)
        finally:
            self._running.pop(chat_id, None)
            self._again.discard(chat_id)

    async def _work_off(self, chat_id: int) -> None:
        """Handle what is open in a chat, unless another process does. After giving the lane back it
        looks once more: what was stored meanwhile found the lane taken."""
        mine = lane(chat_id)
        while await self._open(chat_id) and await self._locks.take(mine):
            try:
                for update in await self._open(chat_id):
                    await self._in_its_turn(chat_id, update)
            finally:
                await self._locks.give_back(mine)

    async def _open(self, chat_id: int) -> list[Update]:
        async with self._work.read() as unit:
            rows = await unit.updates.open(chat_id)
        return [Update.de_json(payload, self._bot) for _, _, payload in rows]


class SharedPost(Post):
    """What anybody commits to the outbox is carried by the sender, which finds it there."""

    def __init__(
        self,
        work: Work,
        bot: Bot,
        place: Callable[[], AbstractContextManager[None]],
        ready: Callable[[], Awaitable[None]],
        may: Callable[[], bool],
    ) -> None:
        """`may`: whether this process is the sender whose turn it is."""
        super().__init__(work, bot, place, ready)
        self._may = may

    def may(self) -> bool:
        """Whether this process is the one that carries."""
        return self._may()

    async def resume(self) -> None:
        """Nothing is kept in memory."""

    async def flush(self, letters: Sequence[Letter]) -> None:
        """They stand in the outbox."""

    async def carry(self) -> None:
        """Carry while it is this process's turn, until cancelled."""
        while True:
            try:
                if self.may():
                    await self._look()
                else:
                    self._behind.clear()
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
            await asyncio.sleep(BEAT)
