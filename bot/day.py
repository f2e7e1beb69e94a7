"""The day itself: what leaves, what is handed over, what is asked in the evening, and its end."""

import asyncio
import logging
from collections import defaultdict
from datetime import timedelta
from functools import partial

from bot.domain.greetings import WAITING, Channel, Greeting, State
from bot.domain.messages import Message
from bot.domain.owners import Owner
from bot.one_by_one import OneByOne
from bot.post import Post
from bot.services import deliver
from bot.services.deliver import Delivered, Delivery
from bot.views import evening, notices, ronda
from bot.views.review import Review
from storage.consent import Relay
from storage.locks import Locks, lane
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

SENDING_AT_ONCE = 8

TOLD_TOGETHER = timedelta(minutes=10)
"""What leaves within this time is told to the owner in one message."""


class Day:
    """The steps of a tick that deal with approved greetings."""

    def __init__(self, work: Work, delivery: Delivery, review: Review, post: Post) -> None:
        self._work = work
        self._delivery = delivery
        self._review = review
        self._post = post
        self._each = OneByOne(work, post)

    async def recover(self) -> None:
        """After a restart: what was on its way is unknown, and its owner is told."""
        async with self._work.begin() as unit:
            for greeting in await deliver.recover(unit):
                await self._tell_unknown(unit, greeting)
            for relay in await unit.consents.cut_off():
                await self._tell_cut_off(unit, relay)
        await self._post.flush(unit.outbox.letters)

    async def give_up_answers(self, locks: Locks) -> None:
        """The same for answers of owners: whose lane nobody drives has nothing on its way."""
        async with self._work.read() as unit:
            owners = await unit.consents.leaving()
        for owner_id in owners:
            if await locks.take(lane(owner_id)):
                try:
                    async with self._work.begin() as unit:
                        for relay in await unit.consents.cut_off(owner_id):
                            await self._tell_cut_off(unit, relay)
                finally:
                    await locks.give_back(lane(owner_id))

    async def give_up(self) -> None:
        """What a process that is gone was sending is unknown, and its owner is told."""
        async with self._work.begin() as unit:
            for greeting in await self._delivery.give_up(unit):
                await self._tell_unknown(unit, greeting)
        await self._post.flush(unit.outbox.letters)

    async def send(self) -> None:
        """Send what is due and leaves by itself, some at a time; the owners hear of it."""
        async with self._work.read() as unit:
            due = await deliver.due_greetings(unit, by_itself=True)
        places = {channel: asyncio.Semaphore(SENDING_AT_ONCE) for channel in Channel}

        async def send(greeting: Greeting) -> Delivered | None:
            channel = greeting.channel or Channel.BOT
            async with places[channel]:
                ended = await self._delivery.send(greeting.id, channel, self._tell_trouble)
            if ended is not None:
                await self._post.flush(ended.letters)
            return ended

        ended = await asyncio.gather(*(send(one) for one in due), return_exceptions=True)
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
            left = await unit.history.left_by_itself(owner.id, since)
            sent = await unit.greetings.find(ids=left, states={State.SENT})
            contacts = await unit.contacts.some([one.contact_id for one in sent])
            names = [contacts[one.contact_id].called for one in sent]
            await notices.sent(unit, owner, names, self._review.speech(owner))
        return unit.outbox.letters

    async def begin_days(self) -> None:
        """What waits since before its day is for today now."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners(WAITING, due_before=unit.now)
        await self._each.each("begin_days", owners, self._begin_day)

    async def _begin_day(self, unit: Unit, owner_id: int) -> None:
        begun = await unit.greetings.find(owner_id=owner_id, states=WAITING, due_before=unit.now)
        await unit.greetings.settle_due([one.id for one in begun])
        owner = await unit.owners.get(owner_id)
        if owner is not None:
            for greeting in begun:
                await self._review.renew(unit, owner, greeting)

    async def hand_over(self) -> None:
        """Show the owners what is theirs to send."""
        async with self._work.read() as unit:
            due = await deliver.due_greetings(unit, by_itself=False)
        for owner_id in {one.owner_id for one in due}:
            async with self._work.begin() as unit:
                owner = await unit.owners.get(owner_id)
                if owner is not None:
                    await ronda.next_in_ronda(unit, owner, self._review.speech(owner))
            await self._post.flush(unit.outbox.letters)

    async def ask_in_the_evening(self) -> None:
        """Ask once about what was handed over and not ticked."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners({State.HANDED_OFF}, due_before=unit.now)
        await self._each.each("ask_in_the_evening", owners, self._ask)

    async def _ask(self, unit: Unit, owner_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        pending = await unit.greetings.find(
            owner_id=owner_id, states={State.HANDED_OFF}, due_before=unit.now
        )
        await unit.greetings.settle_due([one.id for one in pending])
        if owner is not None and pending:
            await evening.ask(unit, owner, pending, self._review.speech(owner))

    async def remind_of_calls(self) -> None:
        """A call that was not made comes back once."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners({State.CALL}, due_before=unit.now)
        await self._each.each("remind_of_calls", owners, self._remind)

    async def _remind(self, unit: Unit, owner_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        if owner is None or ronda.asleep(unit, owner):
            return
        calls = await unit.greetings.find(
            owner_id=owner_id, states={State.CALL}, due_before=unit.now
        )
        await unit.greetings.settle_due([one.id for one in calls])
        contacts = await unit.contacts.some([one.contact_id for one in calls])
        for greeting in calls:
            contact, speech = contacts[greeting.contact_id], self._review.speech(owner)
            await notices.call(unit, owner, greeting, contact, speech)

    async def close_days(self) -> None:
        """Close what is over: unknown or expired, and say so."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners(deliver.OPEN, expired_before=unit.now)
        await self._each.each("close_days", owners, self._close)

    async def _close(self, unit: Unit, owner_id: int) -> None:
        unknown, expired = await deliver.close_day(unit, owner_id)
        unasked = [one for one in unknown if one.due_at is not None]
        await unit.greetings.settle_due([one.id for one in unasked])
        owner = await unit.owners.get(owner_id)
        if owner is None:
            return
        if unasked:
            await evening.ask(unit, owner, unasked, self._review.speech(owner))
        if expired:
            contacts = await unit.contacts.some([one.contact_id for one in expired])
            names = [contacts[one.contact_id].called for one in expired]
            await notices.expired(unit, owner, names, self._review.speech(owner))

    async def _tell_unknown(self, unit: Unit, greeting: Greeting) -> None:
        owner = await unit.owners.get(greeting.owner_id)
        contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
        if owner is not None and contact is not None:
            await notices.unknown(unit, owner, greeting, contact, self._review.speech(owner))

    async def _tell_cut_off(self, unit: Unit, relay: Relay) -> None:
        owner = await unit.owners.get(relay.owner_id)
        contact = await unit.contacts.get(relay.owner_id, relay.contact_id)
        if owner is not None and contact is not None:
            text = self._review.speech(owner)("relay-unknown", name=contact.called)
            await unit.outbox.add(Message(owner.id, text))
