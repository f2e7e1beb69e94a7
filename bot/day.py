"""The day itself: what leaves, what is handed over, what is asked in the evening, and its end."""

from collections import defaultdict
from datetime import timedelta

from bot.domain.greetings import WAITING, Greeting, State
from bot.domain.messages import Message
from bot.domain.owners import Owner
from bot.one_by_one import OneByOne
from bot.post import Post
from bot.services import approve, belated, deliver
from bot.services.deliver import Delivered, Delivery
from bot.views import evening, notices, ronda
from bot.views.review import Review
from storage.consent import Relay
from storage.locks import Locks, lane
from storage.unit import Unit, Work

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
        self._untold: defaultdict[int, set[int]] = defaultdict(set)
        """Greetings of each owner that have left, of which they have not heard yet."""

    async def recover(self) -> None:
        """After a restart: what was on its way is unknown, and its owner is told."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners(deliver.IN_HAND)
            owners += await unit.consents.leaving()
        await self._each.each("recover", sorted(set(owners)), self._recover)

    async def _recover(self, unit: Unit, owner_id: int) -> None:
        for greeting in await deliver.recover(unit, owner_id):
            await self._tell_unknown(unit, greeting)
        await self._cut_off(unit, owner_id)

    async def give_up_answers(self, locks: Locks) -> None:
        """The same for answers of owners: whose lane nobody drives has nothing on its way."""
        async with self._work.read() as unit:
            owners = await unit.consents.leaving()
        for owner_id in owners:
            if await locks.take(lane(owner_id)):
                try:
                    await self._each.each("give_up_answers", [owner_id], self._cut_off)
                finally:
                    await locks.give_back(lane(owner_id))

    async def ask_for_another_way(self) -> None:
        """What was approved as a letter asks again where no mail is sent any more."""
        closed = self._delivery.closed
        async with self._work.read() as unit:
            owners = await unit.greetings.owners({State.APPROVED}, channels=closed)
        await self._each.each("ask_for_another_way", owners, self._ask_again)

    async def _ask_again(self, unit: Unit, owner_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        asking = await approve.stale_without(unit, owner_id, self._delivery.closed)
        if owner is None or not asking:
            return
        contacts = await unit.contacts.some([one.contact_id for one in asking])
        names = [contacts[one.contact_id].called for one in asking]
        await notices.no_mail(unit, owner, names, self._review.speech(owner))
        await self._review.begin(unit, owner)
        await self._review.next(unit, owner, silent=ronda.asleep(unit, owner))

    async def give_up(self) -> None:
        """What a process that is gone was sending is unknown, and its owner is told."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners({State.SENDING}, lease=deliver.LEASE)
        await self._each.each("give_up", owners, self._give_up)

    async def _give_up(self, unit: Unit, owner_id: int) -> None:
        for greeting in await self._delivery.give_up(unit, owner_id):
            await self._tell_unknown(unit, greeting)

    async def tell(self, unit: Unit, ended: Delivered) -> None:
        """How a sending ended: what went wrong is told at once, one by one; what went well together,
        when the last of it has left."""
        owner, speech = ended.owner, self._review.speech(ended.owner)
        match ended.greeting.state:
            case State.APPROVED:
                return
            case State.SENT:
                self._untold[owner.id].add(ended.greeting.id)
            case State.UNKNOWN:
                await notices.unknown(unit, owner, ended.greeting, ended.contact, speech)
            case _:
                reason = ended.reason or "refused"
                await notices.failed(unit, owner, ended.greeting, ended.contact, reason, speech)
                for greeting in ended.asking:
                    night = ronda.asleep(unit, owner)
                    await self._review.show(unit, owner, greeting, silent=night)
        untold = frozenset(self._untold[owner.id])
        if untold and not await unit.leaving.more_of(owner.id, unit.now + TOLD_TOGETHER):
            await self._sum_up(unit, owner)
            unit.afterwards(lambda: self._untold[owner.id].difference_update(untold))

    async def _sum_up(self, unit: Unit, owner: Owner) -> None:
        left = await unit.history.left_by_itself(owner.id, unit.now - 2 * TOLD_TOGETHER)
        sent = await unit.greetings.find(ids=left, states={State.SENT})
        contacts = await unit.contacts.some([one.contact_id for one in sent])
        names = [contacts[one.contact_id].called for one in sent]
        if names:
            await notices.sent(unit, owner, names, self._review.speech(owner))

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

    async def wake_snoozed(self) -> None:
        """Bring back what was put off until now."""
        async with self._work.read() as unit:
            owners = await unit.greetings.owners({State.SNOOZED}, due_before=unit.now)
        await self._each.each("wake_snoozed", owners, self._wake_those_of)

    async def _wake_those_of(self, unit: Unit, owner_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        put_off = await unit.greetings.find(
            owner_id=owner_id, states={State.SNOOZED}, due_before=unit.now
        )
        if owner is not None:
            await self._review.wake(unit, owner, put_off)

    async def hand_over(self) -> None:
        """Show the owners what is theirs to send."""
        async with self._work.read() as unit:
            owners = await ronda.waited_for(unit)
        await self._each.each("hand_over", owners, self._hand_over)

    async def _hand_over(self, unit: Unit, owner_id: int) -> None:
        owner = await unit.owners.get(owner_id)
        if owner is not None:
            await ronda.next_in_ronda(unit, owner, self._review.speech(owner))

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
        """Close what is over: unknown or expired, and say so; what could not be offered belatedly
        then is, once its day is answered."""
        async with self._work.read() as unit:
            over = await unit.greetings.owners(deliver.OPEN, expired_before=unit.now)
            answered = await unit.leaving.left_out(unit.now - belated.WITHIN)
        await self._each.each("close_days", sorted({*over, *answered}), self._close)

    async def _close(self, unit: Unit, owner_id: int) -> None:
        unknown, expired = await deliver.close_day(unit, owner_id)
        unasked = [one for one in unknown if one.due_at is not None]
        await unit.greetings.settle_due([one.id for one in unasked])
        owner = await unit.owners.get(owner_id)
        if owner is None:
            return
        speech, closed = self._review.speech(owner), {one.id for one in expired}
        if unasked:
            await evening.ask(unit, owner, unasked, speech)
        offered, held = await belated.unoffered(unit, owner)
        await notices.expired(unit, owner, [one for one in offered if one.id in closed], speech)
        await notices.not_yet_late(unit, owner, [one for one in held if one.id in closed], speech)
        await notices.late_now(
            unit, owner, [one for one in offered if one.id not in closed], speech
        )

    async def _tell_unknown(self, unit: Unit, greeting: Greeting) -> None:
        owner = await unit.owners.get(greeting.owner_id)
        contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
        if owner is not None and contact is not None:
            await notices.unknown(unit, owner, greeting, contact, self._review.speech(owner))

    async def _cut_off(self, unit: Unit, owner_id: int) -> None:
        for relay in await unit.consents.cut_off(owner_id):
            await self._tell_cut_off(unit, relay)

    async def _tell_cut_off(self, unit: Unit, relay: Relay) -> None:
        owner = await unit.owners.get(relay.owner_id)
        contact = await unit.contacts.get(relay.owner_id, relay.contact_id)
        if owner is not None and contact is not None:
            text = self._review.speech(owner)("relay-unknown", name=contact.called)
            await unit.outbox.add(Message(owner.id, text))
