"""What is due leaves by its own channel, whatever else is slow, and its owner hears of it once."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.calendar import Calendar
from bot.channels.base import NotSent, Unknown
from bot.day import Day
from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, State
from bot.domain.messages import Media
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.sending import Sending
from bot.services.approve import Ways
from bot.services.deliver import Delivered, Delivery
from bot.views import ronda
from bot.views.review import Review
from storage.outbox import Letter
from storage.unit import Unit, Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import Ready
from tests.integration.services.test_deliver import RecordingSender, approve, state

SPEECH = Speech("es", "AR")

PATIENCE = 60.0

POST: Any = None
"""Nothing of what is told here leaves."""


class Courier:
    """Carries at once, but for whom it is stuck with."""

    def __init__(self, *stuck: str, refused: Collection[str] = ()) -> None:
        self._stuck = stuck
        self._refused = refused
        self.free = asyncio.Event()

    async def ready(self) -> None:
        await asyncio.sleep(0)

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        if contact.name in self._stuck:
            await self.free.wait()
        if contact.name in self._refused:
            raise NotSent("refused", permanent=True)
        return str(contact.id % 1000)


async def quiet(unit: Unit, ended: Delivered) -> None:
    """Nobody hears of it."""


async def unsaid(letters: Sequence[Letter]) -> None:
    """It stands in the outbox."""


async def until_sent(work: Work, greeting_id: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with work.read() as unit:
                found = await unit.greetings.get(greeting_id)
            if found is not None and found.state is State.SENT:
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("other", [Channel.BOT, Channel.EMAIL])
async def test_a_channel_that_hangs_holds_up_neither_the_next_greeting_nor_the_other_channel(
    work: Work, owner: Owner, clock: StillClock, ready: Ready, other: Channel
) -> None:
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    teo = await befriend(work, owner, "Teo", linked_chat_id=98)
    stuck = await approve(work, await ready(lucia), clock, other)
    courier = Courier("Lucía")
    delivery = Delivery(work, {Channel.BOT: courier, Channel.EMAIL: courier})
    sendings = [Sending(work, delivery, one, quiet, unsaid) for one in delivery.channels]
    for one in sendings:
        await one.look()
    tapped = await approve(work, await ready(teo), clock, Channel.BOT)
    for one in sendings:
        await one.look()
    await until_sent(work, tapped.id)
    courier.free.set()
    for one in sendings:
        await one.idle()
    assert await state(work, stuck) is State.SENT


async def test_what_cannot_leave_is_not_tried_until_the_next_look(
    work: Work, owner: Owner, clock: StillClock, ready: Ready
) -> None:
    nobody = await befriend(work, owner, "Lucía", linked_chat_id=99)
    greeting = await approve(work, await ready(nobody), clock)
    async with work.begin() as unit:
        await unit.greetings.move(greeting, State.APPROVED, text="", due_at=clock.now())
    delivery = Delivery(work, {Channel.BOT: Courier()})
    sending = Sending(work, delivery, Channel.BOT, quiet, unsaid)
    await sending.look()
    async with asyncio.timeout(PATIENCE):
        await sending.idle()
    assert await state(work, greeting) is State.APPROVED


async def test_a_ronda_is_looked_for_only_where_one_may_open(
    work: Work, owner: Owner, clock: StillClock, ready: Ready
) -> None:
    for name in ("Juana", "Teo"):
        friend = await befriend(work, owner, name, phone="+5491155551234")
        await approve(work, await ready(friend), clock, Channel.LINK)
    clock.at(20, 7, 59)
    async with work.begin() as unit:
        assert await ronda.waited_for(unit) == [], "their hour has not come"
    clock.at(20, 23, 15)
    async with work.begin() as unit:
        assert not await ronda.next_in_ronda(unit, owner, SPEECH), "the owner sleeps"
    clock.at(20, 9)
    async with work.begin() as unit:
        assert await ronda.waited_for(unit) == [owner.id]
        current = await unit.owners.get(owner.id)
        assert current is not None
        await ronda.next_in_ronda(unit, current, SPEECH)
    async with work.begin() as unit:
        assert await ronda.waited_for(unit) == [], "one is open"


@pytest.mark.parametrize("failure", [NotSent("refused", permanent=True), Unknown()])
async def test_what_could_not_be_sent_in_the_owners_night_is_told_without_a_sound(
    work: Work, owner: Owner, clock: StillClock, ready: Ready, failure: Exception
) -> None:
    """It was the morning of somebody far to the east."""
    teo = await befriend(work, owner, "Teo", linked_chat_id=98)
    greeting = await ready(teo)
    async with work.begin() as unit:
        changes = {"text": "Feliz día", "channel": Channel.BOT, "due_at": clock.at(20, 4)}
        await unit.greetings.move(greeting, State.APPROVED, **changes)
    sender = RecordingSender()
    sender.failure = failure
    delivery = Delivery(work, {Channel.BOT: sender})
    day = Day(work, delivery, Review(Calendar.load(), 0, Ways(timedelta())), POST)
    ended = await delivery.send(greeting.id, Channel.BOT, day.tell)
    assert ended is not None
    [letter] = ended.letters
    assert "Teo" in letter.message.text
    assert letter.message.silent


async def test_a_commit_that_fails_and_is_repeated_costs_no_owner_what_they_were_to_hear(
    work: Work, owner: Owner, clock: StillClock, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last one of all fails, and the database is away when that is written down."""
    monkeypatch.setattr("storage.unit.RETRY_SECONDS", 0)
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    teo = await befriend(work, owner, "Teo", linked_chat_id=98)
    sent, failed = [await approve(work, await ready(one), clock) for one in (lucia, teo)]
    courier = Courier(refused={"Teo"})
    delivery = Delivery(work, {Channel.BOT: courier})
    day = Day(work, delivery, Review(Calendar.load(), 0, Ways(timedelta())), POST)
    tries = 0

    async def tell(unit: Unit, ended: Delivered) -> None:
        nonlocal tries
        await day.tell(unit, ended)
        tries += 1
        if tries == 2:
            raise OperationalError("COMMIT", None, Exception("disk I/O error"))

    await delivery.send(sent.id, Channel.BOT, tell)
    ended = await delivery.send(failed.id, Channel.BOT, tell)
    assert ended is not None
    assert tries == 3
    said = [letter.message.text for letter in ended.letters]
    assert any("Lucía" in text for text in said), said
