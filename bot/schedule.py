"""The tick: one interval job that asks the database what is due, and does it.

Whatever it does can be done again: a tick that is missed, doubled or cut by a kill changes nothing in
what leaves. It catches up after downtime because it asks for all that is due, not for what is due now.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.calendar import Calendar
from bot.clock import Clock
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.messages import About, Message
from bot.domain.owners import Owner
from bot.post import Post
from bot.services import deliver, memories, plan
from bot.services.deliver import Delivered, Delivery
from bot.services.draft import Drafting
from bot.views import evening, notices, ronda
from bot.views import memories as ask
from bot.views.review import Review
from storage.consent import Relay
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

SENDING_AT_ONCE = 8
AT_THE_DOOR = 4
"""Drafts being read or written down beside those that wait for the model, so that it never idles."""

BREATH = 0.2
"""Seconds between two ticks at least: a burst of changes is looked at together."""

FAREWELL = 3.0
"""Seconds that what is in hand gets when the program is told to stop; Docker kills after ten."""

JUMP = 2.0
"""Seconds by which the wall clock may drift from the monotonic one before it counts as a jump."""

TOLD_TOGETHER = timedelta(minutes=10)
"""What leaves within this time is told to the owner in one message."""

KEPT = timedelta(days=3)
"""How long the ids of done updates and unused undo steps are kept."""


class Schedule:
    """Plans, drafts, sends and closes what is due."""

    def __init__(
        self,
        *,
        work: Work,
        calendar: Calendar,
        clock: Clock,
        drafting: Drafting,
        delivery: Delivery,
        review: Review,
        post: Post,
        tick_seconds: float,
        draft_concurrency: int,
    ) -> None:
        self._work = work
        self._calendar = calendar
        self._clock = clock
        self._drafting = drafting
        self._delivery = delivery
        self._review = review
        self._post = post
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._tick_seconds = tick_seconds
        self._places = asyncio.Semaphore(draft_concurrency + AT_THE_DOOR)
        self._drafts: dict[int, asyncio.Task[None]] = {}
        self._awake = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []
        self.last_tick: datetime | None = None

    async def start(self) -> None:
        """Take up after a restart, then tick."""
        async with self._work.begin() as unit:
            for greeting in await deliver.recover(unit):
                await self._tell_unknown(unit, greeting)
            for relay in await unit.consents.cut_off():
                await self._tell_cut_off(unit, relay)
            for owner_id, contact_id in await unit.consents.strand_relays():
                await self._tell_stranded(unit, owner_id, contact_id)
        await self._post.flush(unit.outbox.letters)
        self._scheduler.add_job(
            self.wake,
            "interval",
            seconds=self._tick_seconds,
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
            asyncio.create_task(self._drafting.warm_up()),
        ]

    async def stop(self) -> None:
        """Finish what is on its way and stop; drafts in hand are planned again at the next start."""
        self._scheduler.shutdown(wait=False)
        await self._delivery.close(FAREWELL)
        tasks = [*self._background, *self._drafts.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self) -> None:
        """There is something to do now."""
        self._awake.set()

    async def _tick_when_woken(self) -> None:
        """The job only wakes this task, so ticks never overlap, however long one takes."""
        while True:
            await self._awake.wait()
            self._awake.clear()
            await self.tick()
            await asyncio.sleep(BREATH)

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
        steps: tuple[Callable[[], Awaitable[None]], ...] = (
            self._close_days,
            self._ask_for_memories,
            self._plan,
            self._wake_snoozed,
            self._draft,
            self._send,
            self._hand_over,
            self._ask_in_the_evening,
            self._remind_of_calls,
            self._post.flush_all,
            self._tidy,
        )
        for step in steps:
            try:
                await step()
            except Exception as error:  # noqa: BLE001 - a tick must live on, whatever happens
                log.error("%s failed: %s", step.__name__.strip("_"), type(error).__name__)
        self.last_tick = self._clock.now()

    async def _ask_for_memories(self) -> None:
        """Before a big day and after it; planning then sees to it that this owner's turn comes again."""
        async with self._work.read() as unit:
            owners = await unit.owners.due(unit.now)
        for owner in owners:
            async with self._work.begin() as unit:
                current = await unit.owners.get(owner.id)
                if current is None:
                    continue
                looking = await memories.look(unit, current, self._calendar)
                speech = self._review.speech(current)
                if looking.asking is not None:
                    await unit.outbox.add(ask.question(current, looking.asking, speech))
                elif looking.greeted:
                    await unit.outbox.add(ask.day_after(current, looking.greeted, speech))
            await self._post.flush(unit.outbox.letters)

    async def _plan(self) -> None:
        async with self._work.read() as unit:
            owners = await unit.owners.due(unit.now)
        for owner in owners:
            async with self._work.begin() as unit:
                planned = await plan.plan_due(unit, owner, self._calendar)
                if planned:
                    await self._review.begin(unit, owner)
                    await self._review.next(unit, owner)
                if planned > 1:
                    await self._review.start_progress(unit, owner, planned)
            await self._post.flush(unit.outbox.letters)

    async def _wake_snoozed(self) -> None:
        async with self._work.begin() as unit:
            due = await unit.greetings.find(states={State.SNOOZED}, due_before=unit.now)
            for owner_id, put_off in _by_owner(due).items():
                owner = await unit.owners.get(owner_id)
                if owner is not None:
                    await self._review.wake(unit, owner, put_off)
        await self._post.flush(unit.outbox.letters)

    async def _draft(self) -> None:
        async with self._work.read() as unit:
            planned = await unit.greetings.find(states={State.PLANNED}, limit=1000)
        for greeting in planned:
            if greeting.id not in self._drafts:
                self._drafts[greeting.id] = asyncio.create_task(self._draft_one(greeting.id))

    async def _draft_one(self, greeting_id: int) -> None:
        """Draft one greeting, then show the owner how far it is, and the first card."""
        again = False
        try:
            async with self._places:
                drafted = await self._drafting.write(greeting_id)
            if drafted is None:
                return
            again = drafted.state is State.PLANNED
            owner_id = drafted.owner_id
            await self._post.flush(await self._work.insist(lambda unit: self._show(unit, owner_id)))
        except Exception as error:  # noqa: BLE001 - one draft must not cost the others
            log.error("a draft failed: %s", type(error).__name__)
            await self._work.insist(lambda unit: self._replan(unit, greeting_id))
        finally:
            self._drafts.pop(greeting_id, None)
            if again:
                self.wake()

    async def _show(self, unit: Unit, owner_id: int) -> list[Letter]:
        owner = await unit.owners.get(owner_id)
        if owner is not None:
            await self._review.next(unit, owner)
            await self._review.progress(unit, owner)
        return unit.outbox.letters

    async def _replan(self, unit: Unit, greeting_id: int) -> None:
        greeting = await unit.greetings.get(greeting_id)
        if greeting is not None and greeting.state is State.DRAFTING:
            await unit.greetings.move(greeting, State.PLANNED)

    async def _send(self) -> None:
        async with self._work.read() as unit:
            due = await deliver.due_greetings(unit)
        mine = [one for one in due if one.channel is not None and one.channel.by_itself]
        places = {channel: asyncio.Semaphore(SENDING_AT_ONCE) for channel in Channel}

        async def send(greeting: Greeting) -> Delivered | None:
            channel = greeting.channel or Channel.BOT
            async with places[channel]:
                ended = await self._delivery.send(greeting.id, channel, self._tell_trouble)
            if ended is not None:
                await self._post.flush(ended.letters)
            return ended

        ended = await asyncio.gather(*(send(one) for one in mine), return_exceptions=True)
        by_owner: defaultdict[int, list[Delivered]] = defaultdict(list)
        for one in ended:
            if isinstance(one, BaseException):
                log.error("a sending failed: %s", type(one).__name__)
            elif one is not None:
                by_owner[one.owner.id].append(one)
        for sendings in by_owner.values():
            if any(one.greeting.state is State.SENT for one in sendings):
                owner = sendings[0].owner
                sum_up = partial(self._sum_up, owner=owner)
                await self._post.flush(await self._work.insist(sum_up))

    async def _tell_trouble(self, unit: Unit, ended: Delivered) -> None:
        """What went wrong is told at once, one by one."""
        owner, speech = ended.owner, self._review.speech(ended.owner)
        if ended.greeting.state is State.UNKNOWN:
            await notices.unknown(unit, owner, ended.greeting, ended.contact, speech)
        elif ended.greeting.state is State.FAILED:
            reason = ended.reason or "refused"
            await notices.failed(unit, owner, ended.greeting, ended.contact, reason, speech)
            for greeting in ended.asking:
                await self._review.show(unit, owner, greeting)

    async def _sum_up(self, unit: Unit, owner: Owner) -> list[Letter]:
        """What went well is told together, when the last of it has left."""
        soon = await unit.greetings.find(
            owner_id=owner.id, states={State.APPROVED}, due_before=unit.now + TOLD_TOGETHER
        )
        if not any(one.channel is not None and one.channel.by_itself for one in soon):
            since = unit.now - 2 * TOLD_TOGETHER
            sent = await unit.greetings.delivered_since(owner.id, since)
            contacts = await unit.contacts.some([one.contact_id for one in sent])
            names = [contacts[one.contact_id].called for one in sent]
            await notices.sent(unit, owner, names, self._review.speech(owner))
        return unit.outbox.letters

    async def _hand_over(self) -> None:
        async with self._work.read() as unit:
            due = await deliver.due_greetings(unit)
        by_hand = [one for one in due if not (one.channel and one.channel.by_itself)]
        owners = {one.owner_id for one in by_hand}
        for owner_id in owners:
            async with self._work.begin() as unit:
                owner = await unit.owners.get(owner_id)
                if owner is not None:
                    await ronda.next_in_ronda(unit, owner, self._review.speech(owner))
            await self._post.flush(unit.outbox.letters)

    async def _ask_in_the_evening(self) -> None:
        async with self._work.begin() as unit:
            due = await unit.greetings.find(states={State.HANDED_OFF}, due_before=unit.now)
            for owner_id, pending in _by_owner(due).items():
                owner = await unit.owners.get(owner_id)
                await unit.greetings.settle_due([one.id for one in pending])
                if owner is not None:
                    speech = self._review.speech(owner)
                    await evening.ask(unit, owner, pending, speech)
        await self._post.flush(unit.outbox.letters)

    async def _remind_of_calls(self) -> None:
        async with self._work.begin() as unit:
            due = await unit.greetings.find(states={State.CALL}, due_before=unit.now)
            for owner_id, calls in _by_owner(due).items():
                owner = await unit.owners.get(owner_id)
                if owner is None or ronda.asleep(unit, owner):
                    continue
                await unit.greetings.settle_due([one.id for one in calls])
                contacts = await unit.contacts.some([one.contact_id for one in calls])
                for greeting in calls:
                    contact, speech = contacts[greeting.contact_id], self._review.speech(owner)
                    await notices.call(unit, owner, greeting, contact, speech)
        await self._post.flush(unit.outbox.letters)

    async def _close_days(self) -> None:
        async with self._work.begin() as unit:
            unknown, expired = await deliver.close_day(unit)
            unasked = [one for one in unknown if one.due_at is not None]
            await unit.greetings.settle_due([one.id for one in unasked])
            for owner_id, pending in _by_owner(unasked).items():
                owner = await unit.owners.get(owner_id)
                if owner is not None:
                    await evening.ask(unit, owner, pending, self._review.speech(owner))
            for owner_id, gone in _by_owner(expired).items():
                owner = await unit.owners.get(owner_id)
                contacts = await unit.contacts.some([one.contact_id for one in gone])
                if owner is not None:
                    names = [contacts[one.contact_id].called for one in gone]
                    await notices.expired(unit, owner, names, self._review.speech(owner))
        await self._post.flush(unit.outbox.letters)

    async def _tell_unknown(self, unit: Unit, greeting: Greeting) -> None:
        owner = await unit.owners.get(greeting.owner_id)
        contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
        if owner is not None and contact is not None:
            await notices.unknown(unit, owner, greeting, contact, self._review.speech(owner))

    async def _tell_stranded(self, unit: Unit, owner_id: int, contact_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        contact = await unit.contacts.get(owner_id, contact_id)
        if owner is not None and contact is not None:
            text = self._review.speech(owner)("relay-unknown", name=contact.called)
            await unit.outbox.add(Message(owner.id, text, about=About(owner.id, contact.id)))

    async def _tell_cut_off(self, unit: Unit, relay: Relay) -> None:
        owner = await unit.owners.get(relay.owner_id)
        contact = await unit.contacts.get(relay.owner_id, relay.contact_id)
        if owner is not None and contact is not None:
            text = self._review.speech(owner)("relay-unknown", name=contact.called)
            await unit.outbox.add(Message(owner.id, text))

    async def _tidy(self) -> None:
        async with self._work.begin() as unit:
            await unit.updates.tidy(unit.now - KEPT)
            await unit.conversations.tidy(unit.now - KEPT)


def _by_owner(greetings: list[Greeting]) -> dict[int, list[Greeting]]:
    found: defaultdict[int, list[Greeting]] = defaultdict(list)
    for greeting in greetings:
        found[greeting.owner_id].append(greeting)
    return dict(found)
