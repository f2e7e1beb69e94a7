"""Out the door: what is approved leaves once, at its hour, or is shown as unknown."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import NotSent, Sender, Unknown
from bot.domain import due
from bot.domain.contacts import Contact
from bot.domain.greetings import UNDECIDED, Channel, Greeting, State
from bot.domain.messages import About
from bot.domain.owners import Owner
from bot.services.approve import Ways, channel_for
from bot.services.consent import unlink
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Longer than a request to Telegram may take."""

ATTEMPTS = 20
"""Tries of a greeting that surely did not arrive, before it counts as failed."""

WHILE_AWAY = frozenset({"unreachable", "busy"})
"""Telegram itself is away or asks for patience: it is tried for as long as the day lasts."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """How one sending ended. `asking`: other greetings that ask again because of it; `letters`:
    what was written about it to the owner."""

    greeting: Greeting
    owner: Owner
    contact: Contact
    reason: str | None = None
    asking: list[Greeting] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)


Tell = Callable[[Unit, Delivered], Awaitable[None]]
"""Tells the owner how a sending ended, in the transaction that writes it down."""


class Delivery:
    """Sends approved greetings through a sender; one call, one greeting, at most one request."""

    def __init__(
        self, work: Work, senders: dict[Channel, Sender], may: Callable[[], bool] = lambda: True
    ) -> None:
        self._work = work
        self._senders = senders
        self._turnstiles = {channel: asyncio.Lock() for channel in senders}
        self._on_their_way: set[int] = set()
        self._arrived = asyncio.Event()
        self._arrived.set()
        self.may = may
        """Whether this process sends."""

    @property
    def channels(self) -> list[Channel]:
        """Those it can send by."""
        return list(self._senders)

    @property
    def closed(self) -> list[Channel]:
        """Those that would send by themselves, and that this house does not have."""
        return [one for one in Channel if one.by_itself and one not in self._senders]

    async def close(self, within: float) -> None:
        """Claim nothing more, and wait up to so many seconds for what is on its way."""
        self.may = lambda: False
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._arrived.wait()

    async def send(
        self, greeting_id: int, channel: Channel, tell: Tell | None = None
    ) -> Delivered | None:
        """Claim one greeting, send it and write how it went; None if there was nothing to send.

        The claim is committed right before the request: a process that dies in between leaves this
        greeting `sending`, and the next start shows it as unknown. How it went is written even if
        the database has to be waited for, and what `tell` says of it is committed with it.
        """
        async with self._turnstiles[channel]:  # one at a time, so that requests keep the pace
            await self._senders[channel].ready()
            if not self.may():
                return None
            async with self._work.begin(durable=True) as unit:
                claimed = await self._claim(unit, greeting_id)
        if claimed is None:
            return None
        self._on_their_way.add(greeting_id)
        self._arrived.clear()
        try:
            return await self._carry(*claimed, self._senders[channel], tell)
        finally:
            self._on_their_way.discard(greeting_id)
            if not self._on_their_way:
                self._arrived.set()

    async def give_up(self, unit: Unit, owner_id: int) -> list[Greeting]:
        """What a process that is gone was sending for that owner is unknown; answers it, for them to
        hear of."""
        mine = list(self._on_their_way)
        left = await unit.greetings.left_behind(State.SENDING, LEASE, mine, owner_id)
        return await _unknown(unit, left)

    async def _carry(
        self, greeting: Greeting, owner: Owner, contact: Contact, sender: Sender, tell: Tell | None
    ) -> Delivered | None:
        state, proof, failure, wait = State.SENT, None, None, 0.0
        try:
            proof = await sender.send(owner, contact, greeting.text or "", greeting.media)
        except NotSent as error:
            patient = greeting.channel is Channel.BOT and error.reason in WHILE_AWAY
            again = not error.permanent and (patient or greeting.attempt < ATTEMPTS)
            state = State.APPROVED if again else State.FAILED
            failure, wait = error.reason, error.wait
        except Unknown:
            state = State.UNKNOWN

        async def write(unit: Unit, tell: Tell | None = tell) -> Delivered | None:
            await unit.owners.alone(owner.id)  # of two that end at once, one knows it is the last
            ended = Delivered(greeting, owner, contact, failure)
            settled = await self._settle(unit, ended, state, proof, wait)
            if settled is not None and tell is not None:
                await tell(unit, settled)
            return settled and replace(settled, letters=unit.outbox.letters)

        try:
            return await self._work.insist(write)
        except Exception as error:  # noqa: BLE001 - how it ended is known here alone, told or not
            log.error("how a sending ended could not be told: %s", type(error).__name__)
            return await self._work.insist(lambda unit: write(unit, None))

    async def _claim(self, unit: Unit, greeting_id: int) -> tuple[Greeting, Owner, Contact] | None:
        greeting = await unit.greetings.claim(greeting_id)
        if greeting is None or greeting.state is not State.APPROVED:
            return None
        if greeting.due_at is None or not greeting.due_at <= unit.now < greeting.expires_at:
            return None
        owner = await unit.owners.get(greeting.owner_id)
        contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
        if owner is None or contact is None or not (greeting.text or greeting.media):
            return None
        claimed = await unit.greetings.move(
            greeting,
            State.SENDING,
            attempt=greeting.attempt + 1,
            lease_until=unit.now + LEASE,
        )
        return (claimed, owner, contact) if claimed else None

    async def _settle(
        self, unit: Unit, ended: Delivered, state: State, proof: str | None, wait: float
    ) -> Delivered | None:
        greeting, contact = ended.greeting, ended.contact
        due_at = unit.now + timedelta(seconds=wait) if state is State.APPROVED else None
        try:
            moved = await unit.greetings.move(greeting, state, due_at=due_at)
        except KeyError:  # forgotten while it was on its way, and its key with it
            return None
        if moved is None:
            return None
        if state is not State.APPROVED:
            channel = greeting.channel or Channel.BOT
            await unit.history.record(moved, channel, proof=proof, failure=ended.reason)
        if proof is not None and contact.linked_chat_id is not None and proof.isdecimal():
            about = About(ended.owner.id, contact.id, moved.id, "greeting")
            await unit.consents.note_message(contact.linked_chat_id, int(proof), about)
        if state is State.FAILED and ended.reason in {"blocked", "gone", "unlinked"}:
            asking = await unlink(unit, contact)
            return replace(ended, greeting=moved, asking=asking)
        return replace(ended, greeting=moved)


IN_HAND = frozenset({State.DRAFTING, State.SENDING})
"""What a process that ends leaves in the middle."""


async def recover(unit: Unit, owner_id: int | None = None) -> list[Greeting]:
    """After a restart: what was being sent (for that owner) is unknown, what was being drafted is
    planned again.

    Answers those now unknown, for their owners to hear of.
    """
    for greeting in await unit.greetings.find(owner_id=owner_id, states={State.DRAFTING}):
        await unit.greetings.move(greeting, State.PLANNED)
    sending = await unit.greetings.find(owner_id=owner_id, states={State.SENDING})
    return await _unknown(unit, sending)


async def _unknown(unit: Unit, greetings: list[Greeting]) -> list[Greeting]:
    unknown = []
    for greeting in greetings:
        moved = await unit.greetings.move(greeting, State.UNKNOWN)
        if moved:
            await unit.history.record(moved, moved.channel or Channel.BOT, proof=None)
            unknown.append(moved)
    return unknown


async def close_day(
    unit: Unit, owner_id: int | None = None
) -> tuple[list[Greeting], list[Greeting]]:
    """Greetings (of that owner) whose day is over: handed over without ☑️ → unknown, the rest → expired.

    Answers both lists, but for the calls that nobody ticked, which expire quietly. One that the
    owner was not asked about yet keeps its `due_at`; one that expires is due at once, to be offered
    belatedly.
    """
    unknown: list[Greeting] = []
    expired: list[Greeting] = []
    for greeting in await unit.greetings.find(
        owner_id=owner_id, expired_before=unit.now, states=OPEN, limit=500
    ):
        handed = greeting.state is State.HANDED_OFF
        to = State.UNKNOWN if handed else State.EXPIRED
        called = greeting.state is State.CALL
        due_at = greeting.due_at if handed else None if called else unit.now
        moved = await unit.greetings.move(greeting, to, due_at=due_at)
        if moved is None:
            continue
        await unit.reviews.close(greeting.owner_id, greeting.id)
        if handed:
            unknown.append(moved)
        elif not called:
            expired.append(moved)
    return unknown, expired


OPEN = UNDECIDED | {State.APPROVED, State.HANDED_OFF, State.CALL}
"""States that the end of a day ends."""


EVENING = time(21)
"""When the owner is asked, once, about what was handed over and not ticked."""

BEFORE_SLEEP = timedelta(minutes=1)


async def hand_over(unit: Unit, owner: Owner, greeting: Greeting) -> Greeting | None:
    """The prefilled link of this greeting is being shown to the owner; in the evening it is asked
    about. Shown again after its day, it stays open until the owner's midnight."""
    today = unit.now.astimezone(ZoneInfo(owner.timezone)).date()
    midnight = due.expires_at(today, owner.timezone)
    open_until = midnight if greeting.expires_at <= unit.now else greeting.expires_at
    return await unit.greetings.move(
        greeting, State.HANDED_OFF, due_at=asked_at(owner, unit.now), expires_at=open_until
    )


def asked_at(owner: Owner, now: datetime) -> datetime:
    """In the evening, an hour from now at the earliest, and while the owner is awake."""
    today = now.astimezone(ZoneInfo(owner.timezone)).date()
    sleeps = owner.sleeps_at if owner.sleeps_at > owner.wakes_at else time(23, 59)
    bedtime = due.local_instant(today, sleeps, owner.timezone) - BEFORE_SLEEP
    evening = due.local_instant(today, EVENING, owner.timezone)
    return max(now, min(bedtime, max(evening, now + timedelta(hours=1))))


async def owner_sent(
    unit: Unit,
    owner: Owner,
    greeting: Greeting,
    text: str | None = None,
    channel: Channel | None = None,
) -> bool:
    """☑️: the owner says it is out (or the call made), or posted it themselves through `channel`;
    answers whether that was news."""
    if channel is None:
        called = greeting.state is State.CALL
        channel = Channel.CALL if called else greeting.channel or Channel.LINK
    changes = {} if text is None else {"text": text}
    moved = await unit.greetings.move(greeting, State.SENT, channel=channel, **changes)
    if moved is None:
        return False
    await unit.history.record(moved, channel, proof="owner")
    await unit.reviews.close(owner.id, greeting.id)
    return True


async def again(unit: Unit, greeting: Greeting, contact: Contact, ways: Ways) -> Greeting | None:
    """🔁: the owner wants it sent once more, by the channel the contact has now. None for what
    neither failed nor is unknown."""
    if greeting.state not in {State.FAILED, State.UNKNOWN}:
        return None
    zone = contact.timezone
    tonight = due.local_instant(unit.now.astimezone(ZoneInfo(zone)).date(), time(0), zone)
    closes = max(greeting.expires_at, tonight + timedelta(days=1))
    return await unit.greetings.move(
        greeting,
        State.APPROVED,
        due_at=unit.now,
        channel=channel_for(contact, ways, recorded=greeting.media is not None),
        expires_at=closes,
        attempt=0,
    )


async def untick(unit: Unit, greeting: Greeting, ask_at: datetime | None = None) -> Greeting | None:
    """↩️ on the owner's own ☑️; what Telegram has proved stays sent. `ask_at`: when it is asked about,
    unless a list asks already."""
    if greeting.channel is not None and greeting.channel.by_itself:
        return None
    moved = await unit.greetings.move(greeting, State.HANDED_OFF, due_at=ask_at)
    if moved:
        await unit.history.take_back(moved)
    return moved
