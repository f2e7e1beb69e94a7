"""Updates in: stored before they are confirmed to Telegram, handled in order per chat, chats side by
side."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot, Update
from telegram.error import Conflict

from storage.engine import AWAY
from storage.unit import Work

log = logging.getLogger(__name__)

POLL_SECONDS = 25
LONGEST_PAUSE = 30.0
RETRY_SECONDS = 5.0

PER_SECOND = 20
"""Updates a second of one chat that no other chat need feel."""

AT_ONCE = 40
"""How many of one chat may come at once on top: an album, an impatient thumb."""

_MOST_PACES = 1_000

WANTED = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.MESSAGE_REACTION,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
]

Handle = Callable[[Update], Awaitable[None]]


class Pace:
    """Who writes faster than anybody types gives way to the others; nothing is ever dropped."""

    def __init__(self) -> None:
        self._spaced: dict[int, float] = {}
        """By chat: when its updates so far would have ended, had they come at PER_SECOND."""

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds that the next update of this chat is early; `now` is the event loop's."""
        if len(self._spaced) > _MOST_PACES:
            self._spaced = {chat: end for chat, end in self._spaced.items() if end > now}
        end = max(now, self._spaced.get(chat_id, now)) + 1 / PER_SECOND
        early = end - now - AT_ONCE / PER_SECOND
        self._spaced[chat_id] = min(end, now + AT_ONCE / PER_SECOND)
        return early


class Intake:
    """Updates into the database, and one lane per chat out of it."""

    def __init__(self, work: Work, bot: Bot, handle: Handle) -> None:
        self._pace = Pace()
        self._work = work
        self._bot = bot
        self._handle = handle
        self._lanes: defaultdict[int, deque[Update]] = defaultdict(deque)
        self._running: dict[int, asyncio.Task[None]] = {}

    async def resume(self) -> None:
        """Take up what an earlier run stored and did not finish."""
        async with self._work.read() as unit:
            waiting = await unit.updates.open()
        for _, chat_id, payload in waiting:
            self._enter(chat_id, Update.de_json(payload, self._bot))

    async def poll(self) -> None:
        """Fetch updates until cancelled; a fault pauses, it never ends the loop."""
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=offset, timeout=POLL_SECONDS, allowed_updates=WANTED
                )
                if updates:
                    await self.take(updates)
                    offset = updates[-1].update_id + 1
                pause = 1.0
            except Exception as error:  # noqa: BLE001 - whatever comes in, it goes on listening
                twice = isinstance(error, Conflict)
                log.warning(
                    "updates could not be fetched: %s%s",
                    type(error).__name__,
                    " (another program is using this token)" if twice else "",
                )
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)

    async def take(self, updates: Sequence[Update]) -> None:
        """Store what came; once this returns, it may be confirmed to Telegram."""
        rows = [(update.update_id, _chat_of(update), update.to_dict()) for update in updates]
        async with self._work.begin() as unit:
            fresh = set(await unit.updates.store(rows))
        for update, (update_id, chat_id, _) in zip(updates, rows, strict=True):
            if update_id in fresh:
                self._enter(chat_id, update)

    def _enter(self, chat_id: int, update: Update) -> None:
        self._lanes[chat_id].append(update)
        if chat_id not in self._running:
            self._running[chat_id] = asyncio.create_task(self._drive(chat_id))

    async def _drive(self, chat_id: int) -> None:
        """Handle a chat's updates one after the other until none is left."""
        lane = self._lanes[chat_id]
        try:
            while lane:
                await self._in_its_turn(chat_id, lane[0])
                lane.popleft()
        finally:
            self._running.pop(chat_id, None)
            if not lane:
                self._lanes.pop(chat_id, None)

    async def _in_its_turn(self, chat_id: int, update: Update) -> None:
        early = self._pace.wait(chat_id, asyncio.get_running_loop().time())
        if early > 0 and len(self._running) > 1:
            await asyncio.sleep(early)
        await self._until_done(update)

    async def _until_done(self, update: Update) -> None:
        """A database that is busy or full delays an update, it does not lose it."""
        while True:
            try:
                await self._handle(update)
            except AWAY as error:
                log.warning("the database does not answer: %s", type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)
            else:
                return

    async def drain(self, within: float) -> None:
        """Let the updates in hand finish within so many seconds; the rest is done at the next start."""
        if self._running:
            _, late = await asyncio.wait(self._running.values(), timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _chat_of(update: Update) -> int:
    """The chat whose order counts; updates without one go by their user."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0
