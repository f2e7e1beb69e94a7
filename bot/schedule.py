"""The tick: one interval job that asks the database what is due, and does it.

Whatever it does can be done again: a tick that is missed, doubled or cut by a kill changes nothing in
what leaves. It catches up after downtime because it asks for all that is due, not for what is due now.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.day import Day
from bot.desk import Desk
from bot.nightly import Nightly
from bot.outages import Outages
from bot.planning import Planning
from bot.post import Post
from bot.roles import Role
from bot.sending import Sending
from bot.services.deliver import Delivery
from bot.standing import Ticking
from bot.views.review import Review
from storage import copies
from storage.locks import Locks
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

BREATH = 0.2
"""Seconds between two ticks, so that a burst of changes is looked at together. Where somebody waits it is
as long as the last tick took, and ticks never take more than half of the time."""

FAREWELL = 3.0
"""Seconds that what is in hand gets when the program is told to stop; Docker kills after ten."""

JUMP = 2.0
"""Seconds by which the wall clock may drift from the monotonic one before it counts as a jump."""

GLANCE = 0.5
"""Seconds between two looks of a process that has others beside it: what they leave for it to do, it
finds by looking."""

KEPT = timedelta(days=3)
"""How long the ids of done updates and unused undo steps are kept."""

TIDY = timedelta(hours=1)
"""Between two looks for what is not kept any longer."""


class Schedule:
    """Plans, drafts, sends and closes what is due."""

    def __init__(
        self,
        *,
        work: Work,
        clock: Clock,
        planning: Planning,
        desk: Desk,
        delivery: Delivery,
        review: Review,
        post: Post,
        tick_seconds: float,
        role: Role,
        locks: Locks,
        may: Callable[[], bool],
        ticking: Ticking,
        outages: Outages,
        nightly: Nightly,
    ) -> None:
        """`may`: whether this process is the one whose turn it is."""
        self._work = work
        self._clock = clock
        self._planning = planning
        self._desk = desk
        self._delivery = delivery
        self._role = role
        self._locks = locks
        self._may = may
        self._ticking = ticking
        self._day = Day(work, delivery, review, post)
        self._post = post
        self._outages = outages
        self._nightly = nightly
        # To wake is instant and belongs to the loop. The usual executor does it in a thread: it then
        # waits for a free one, and is told with a traceback when the program stops meanwhile.
        self._scheduler = AsyncIOScheduler(timezone=UTC, executors={"default": DebugExecutor()})
        looks = role in {Role.WORKER, Role.SENDER}
        self.tick_seconds = min(tick_seconds, GLANCE) if looks else tick_seconds
        self.sending = [
            Sending(work, delivery, channel, self._day.tell, post.flush)
            for channel in delivery.channels
        ]
        self._awake = asyncio.Event()
        self._hurry = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []
        self._ticked: float | None = None
        self._tidied: datetime | None = None

    async def start(self) -> None:
        """Take up after a restart, then tick."""
        if not self._role.shared:
            await self._day.recover()
        if self._role in {Role.ALL, Role.SENDER}:
            await self._try(self._day.ask_for_another_way)
        self._scheduler.add_job(
            self.wake,
            "interval",
            seconds=self.tick_seconds,
            id="tick",
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()
        self._background = [
            asyncio.create_task(self._tick_when_woken()),
            asyncio.create_task(self._watch_the_clock()),
            asyncio.create_task(self._desk.warm_up()),
        ]

    async def stop(self) -> None:
        """Finish what is on its way and stop; drafts in hand are planned again at the next start."""
        self._scheduler.shutdown(wait=False)
        await self._outages.stop()
        await self._delivery.close(FAREWELL)
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        for channel in self.sending:
            await channel.stop()
        await self._desk.close()

    def wake(self, *, hurry: bool = False) -> None:
        """There is something to do now; `hurry`: somebody waits for it."""
        self._awake.set()
        if hurry:
            self._hurry.set()

    @property
    def tick_age(self) -> float | None:
        """Seconds since the last tick ended; None before the first."""
        return None if self._ticked is None else time.monotonic() - self._ticked

    def now(self) -> datetime:
        """The instant that counts for what is due."""
        return self._clock.now()

    async def _tick_when_woken(self) -> None:
        """The job only wakes this task, so ticks never overlap, however long one takes."""
        while True:
            await self._awake.wait()
            self._awake.clear()
            self._hurry.clear()
            began = time.monotonic()
            await self.tick()
            await self._breathe(time.monotonic() - began)

    async def _breathe(self, took: float) -> None:
        at_least = min(took, BREATH)
        await asyncio.sleep(at_least)
        with suppress(TimeoutError):
            async with asyncio.timeout(BREATH - at_least):
                await self._hurry.wait()

    async def _watch_the_clock(self) -> None:
        """APScheduler waits by the wall clock: set back a day, it would sleep for a day."""
        gap = self._clock.now().timestamp() - time.monotonic()
        while True:
            await asyncio.sleep(1)
            seen = self._clock.now().timestamp() - time.monotonic()
            if abs(seen - gap) > JUMP:
                self._scheduler.modify_job("tick", next_run_time=datetime.now(UTC))
            gap = seen

    async def tick(self) -> None:
        """Everything that is due, step by step; a step that fails leaves the others standing."""
        if self._may():
            for step in self._steps():
                await self._try(step)
            await self._try(self._note)
        self._ticked = time.monotonic()

    async def _note(self) -> None:
        await self._ticking.ticked(self._clock.now())

    def _steps(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """What this process does: to plan and draft is a worker's, the day is the sender's."""
        planning = (self._plan, self._draft, self._desk.keep_leases)
        day = (
            self._day.begin_days,
            self._day.wake_snoozed,
            self._day.give_up,
            self._send,
            self._day.hand_over,
            self._day.ask_in_the_evening,
            self._day.remind_of_calls,
        )
        match self._role:
            case Role.WEB:
                return (self._give_up_answers,)
            case Role.WORKER:
                return (*planning, self._outages.look, self._tidy)
            case Role.SENDER:
                return (self._day.close_days, *day, self._outages.look)
            case _:
                nightly = (self._outages.look, self._nightly.look)
                last = (*nightly, self._post.flush_all, self._tidy)
                return (self._day.close_days, *planning, *day, *last)

    async def _try(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except Exception as error:  # noqa: BLE001 - a tick must live on, whatever happens
            log.error("%s failed: %s", step.__name__.strip("_"), type(error).__name__)

    async def _plan(self) -> None:
        if await self._planning.look(self._draft):
            self.wake(hurry=True)

    async def _draft(self) -> None:
        await self._desk.draft(self.wake)

    async def _send(self) -> None:
        """A thousand greetings take half a minute at Telegram's pace: the tick does not wait."""
        for channel in self.sending:
            await channel.look()

    async def _give_up_answers(self) -> None:
        await self._day.give_up_answers(self._locks)

    async def _tidy(self) -> None:
        now = self._clock.now()
        if self._tidied is not None and abs(now - self._tidied) < TIDY:
            return
        async with self._work.begin() as unit:
            await tidy(unit)
        await copies.tidy(self._work.database, now)
        self._tidied = now


async def tidy(unit: Unit) -> None:
    """Drop what is not kept any longer."""
    before = unit.now - KEPT
    await unit.updates.tidy(before)
    await unit.conversations.tidy(before)
    await unit.consents.tidy(before)
    await unit.spending.tidy(before.date())
