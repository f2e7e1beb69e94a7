"""What leaves by itself: each channel on its own, the earliest first."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot.domain.greetings import Channel, State
from bot.services.deliver import Delivery, Tell
from storage.engine import AWAY
from storage.outbox import Letter
from storage.unit import Work

log = logging.getLogger(__name__)

AT_ONCE = 8

Say = Callable[[Sequence[Letter]], Coroutine[Any, Any, None]]


class Sending:
    """The greetings of one channel, some at a time.

    What becomes due joins those that wait, however long one of them takes: a mail server that is
    silent holds up neither the next tap on 🚀 nor another channel.
    """

    def __init__(
        self, work: Work, delivery: Delivery, channel: Channel, tell: Tell, say: Say
    ) -> None:
        """`tell` puts how each ended into words, in the transaction that writes it down; `say` sends
        them."""
        self._work = work
        self._delivery = delivery
        self._channel = channel
        self._tell = tell
        self._say = say
        self._next: deque[int] = deque()
        self._in_hand: set[int] = set()
        self._aside: set[int] = set()
        """What could not leave has its turn again at the next look."""
        self._looking = asyncio.Lock()
        self._carriers: set[asyncio.Task[None]] = set()
        self._telling: set[asyncio.Task[None]] = set()

    async def look(self) -> None:
        """Take up what is due; it leaves in the background."""
        self._aside.clear()
        async with self._looking:
            await self._look()
        for _ in range(min(len(self._next), AT_ONCE - len(self._carriers))):
            _start(self._carriers, self._carry())

    async def idle(self) -> None:
        """Return once nothing is in hand and the owners have heard."""
        while busy := self._carriers | self._telling:
            await asyncio.wait(busy)

    async def stop(self) -> None:
        """Leave everything where it is: what is on its way becomes unknown."""
        busy = self._carriers | self._telling
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)

    async def _look(self) -> None:
        if not self._next:
            async with self._work.read() as unit:
                besides = self._in_hand | self._aside
                self._next.extend(await unit.leaving.due(self._channel, besides))

    async def _take(self) -> int | None:
        """The next one, now in hand."""
        async with self._looking:
            await self._look()
            if not self._next:
                return None
            greeting_id = self._next.popleft()
            self._in_hand.add(greeting_id)
            return greeting_id

    async def _carry(self) -> None:
        """Send one after the other until nothing is due."""
        try:
            while self._delivery.may() and (greeting_id := await self._take()) is not None:
                await self._send(greeting_id)
        except AWAY as error:
            log.warning("the database does not answer: %s", type(error).__name__)

    async def _send(self, greeting_id: int) -> None:
        ended = None
        try:
            ended = await self._delivery.send(greeting_id, self._channel, self._tell)
        except Exception as error:  # noqa: BLE001 - the others leave all the same
            log.error("a sending failed: %s", type(error).__name__)
        finally:
            self._in_hand.discard(greeting_id)
        if ended is None or ended.greeting.state is State.APPROVED:
            self._aside.add(greeting_id)
        if ended is not None:
            _start(self._telling, self._say(ended.letters))


def _start(tasks: set[asyncio.Task[None]], doing: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(doing)
    tasks.add(task)
    task.add_done_callback(tasks.discard)
