"""What is approved leaves once, at its hour, and what became of it is told truly."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.base import NotSent, Unknown
from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.messages import Media
from bot.domain.owners import Owner
from bot.locales import MissingText
from bot.services import deliver
from bot.services.approve import Ways
from bot.services.deliver import Delivered, Delivery
from storage.unit import Unit, Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import END_OF_DAY, Ready

TEXT = "Lu, prometo no hablar de los penales en todo el día. 🫂"


class RecordingSender:
    """Keeps what it was given and ends as told."""

    def __init__(self) -> None:
        self.sent: list[tuple[int | None, str]] = []
        self.failure: BaseException | None = None
        self.before: Callable[[], object] | None = None

    async def ready(self) -> None:
        await asyncio.sleep(0)

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        await asyncio.sleep(0)
        self.sent.append((contact.linked_chat_id, text))
        if self.failure is not None:
            raise self.failure
        return "12"


@pytest.fixture
def sender() -> RecordingSender:
    return RecordingSender()


@pytest.fixture
def delivery(work: Work, sender: RecordingSender) -> Delivery:
    return Delivery(work, {Channel.BOT: sender})


@pytest.fixture
async def lucia(work: Work, owner: Owner) -> Contact:
    return await befriend(work, owner, "Lucía", "ataja penales", linked_chat_id=99)


async def approve(
    work: Work, greeting: Greeting, clock: StillClock, channel: Channel = Channel.BOT
) -> Greeting:
    """Approved for nine o'clock of Friend's Day."""
    hour = clock.at(20, 9)
    async with work.begin() as unit:
        approved = await unit.greetings.move(
            greeting, State.APPROVED, text=TEXT, channel=channel, due_at=hour
        )
    assert approved is not None
    return approved


async def state(work: Work, greeting: Greeting) -> State:
    async with work.read() as unit:
        found = await unit.greetings.get(greeting.id)
    assert found is not None
    return found.state


async def test_the_approved_text_leaves_to_the_letter_and_counts_as_sent(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    ended = await delivery.send(greeting.id, Channel.BOT)
    assert sender.sent == [(99, TEXT)]
    assert ended is not None
    assert ended.greeting.state is State.SENT
    async with work.read() as unit:
        about = await unit.consents.about(99, 12)
    assert about is not None
    assert (about.contact_id, about.greeting_id) == (lucia.id, greeting.id)


async def test_what_cannot_be_put_into_words_has_left_all_the_same(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact, delivery: Delivery
) -> None:
    async def tell(unit: Unit, ended: Delivered) -> None:
        raise MissingText

    greeting = await approve(work, await ready(lucia), clock)
    ended = await delivery.send(greeting.id, Channel.BOT, tell)
    assert ended is not None
    assert await state(work, greeting) is State.SENT


async def test_it_does_not_leave_before_its_hour(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    clock.at(20, 8, 59)
    assert await delivery.send(greeting.id, Channel.BOT) is None
    assert sender.sent == []


@pytest.mark.parametrize(
    "undecided", [State.READY, State.SKIPPED, State.CALL, State.SNOOZED, State.NEEDS_MEMORY]
)
async def test_what_is_not_approved_never_leaves(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender, undecided: State,
) -> None:  # fmt: skip
    greeting = await ready(lucia, TEXT)
    async with work.begin() as unit:
        await unit.greetings.move(greeting, undecided, due_at=clock.now())
    clock.at(20, 9)
    assert await delivery.send(greeting.id, Channel.BOT) is None
    assert sender.sent == []
    async with work.read() as unit:
        assert await unit.leaving.due(Channel.BOT) == []


async def test_many_that_leave_by_themselves_hide_none_that_leaves_by_hand(
    work: Work, owner: Owner, clock: StillClock, ready: Ready, lucia: Contact
) -> None:
    teo = await befriend(work, owner, "Teo", "toca el bandoneón")
    by_bot = await approve(work, await ready(lucia), clock, Channel.BOT)
    await approve(work, await ready(teo), clock, Channel.LINK)
    async with work.read() as unit:
        assert await unit.leaving.due(Channel.BOT) == [by_bot.id]
        assert await unit.leaving.by_hand() == [(owner.id, owner.timezone, None)]


async def test_sending_at_the_same_time_sends_once(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    other = Delivery(work, {Channel.BOT: sender})
    ended = await asyncio.gather(
        *(one.send(greeting.id, Channel.BOT) for one in (delivery, other, delivery, other))
    )
    assert sender.sent == [(99, TEXT)]
    assert len([one for one in ended if one]) == 1


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (NotSent("blocked", permanent=True), State.FAILED),
        (NotSent("refused", permanent=True), State.FAILED),
        (NotSent("unreachable", permanent=False, wait=15), State.APPROVED),
        (NotSent("busy", permanent=False, wait=3), State.APPROVED),
        (Unknown(), State.UNKNOWN),
    ],
)
async def test_how_it_ended_is_told_truly(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender, failure: Exception, expected: State,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    sender.failure = failure
    await delivery.send(greeting.id, Channel.BOT)
    assert await state(work, greeting) is expected


async def test_what_surely_did_not_arrive_is_tried_again_after_the_wait(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    sender.failure = NotSent("busy", permanent=False, wait=15)
    await delivery.send(greeting.id, Channel.BOT)
    clock.later(seconds=14)
    assert await delivery.send(greeting.id, Channel.BOT) is None
    sender.failure = None
    clock.later(seconds=1)
    await delivery.send(greeting.id, Channel.BOT)
    assert len(sender.sent) == 2
    assert await state(work, greeting) is State.SENT


async def test_what_may_have_arrived_is_never_sent_again_by_itself(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    sender.failure = Unknown()
    await delivery.send(greeting.id, Channel.BOT)
    clock.later(hours=1)
    await delivery.send(greeting.id, Channel.BOT)
    assert len(sender.sent) == 1


async def test_who_blocked_the_bot_is_linked_no_more(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact, owner: Owner,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    sender.failure = NotSent("blocked", permanent=True)
    await delivery.send(greeting.id, Channel.BOT)
    async with work.read() as unit:
        found = await unit.contacts.get(owner.id, lucia.id)
    assert found is not None
    assert found.linked_chat_id is None


class Killed(BaseException):
    """The process dies here."""


async def test_a_kill_while_it_is_sent_leaves_it_unknown_and_only_it(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact, owner: Owner,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    teo = await befriend(work, owner, "Teo", linked_chat_id=100)
    sent, waiting = [await approve(work, await ready(one), clock) for one in (lucia, teo)]
    sender.failure = Killed()
    with pytest.raises(Killed):
        await delivery.send(sent.id, Channel.BOT)
    assert await state(work, sent) is State.SENDING

    async with work.begin() as unit:
        unknown = await deliver.recover(unit)

    assert [one.id for one in unknown] == [sent.id]
    assert await state(work, sent) is State.UNKNOWN
    assert await state(work, waiting) is State.APPROVED


async def test_a_kill_while_it_is_drafted_has_it_drafted_again(
    work: Work, planned: Ready, lucia: Contact
) -> None:
    greeting = await planned(lucia)
    async with work.begin() as unit:
        await unit.greetings.move(greeting, State.DRAFTING)
    async with work.begin() as unit:
        assert await deliver.recover(unit) == []
    assert await state(work, greeting) is State.PLANNED


async def test_at_the_end_of_the_day_nothing_is_left_hanging(
    work: Work, clock: StillClock, ready: Ready, owner: Owner
) -> None:
    greetings = {}
    for wished in (State.HANDED_OFF, State.APPROVED, State.READY, State.CALL, State.SKIPPED):
        greeting = await ready(await befriend(work, owner, wished.value))
        if wished in {State.APPROVED, State.HANDED_OFF}:
            greeting = await approve(work, greeting, clock, Channel.LINK)
        async with work.begin() as unit:
            if wished not in {State.READY, State.APPROVED}:
                await unit.greetings.move(greeting, wished)
        greetings[wished] = greeting
    clock.move_to(END_OF_DAY)

    async with work.begin() as unit:
        unknown, expired = await deliver.close_day(unit)

    assert {one.id for one in unknown} == {greetings[State.HANDED_OFF].id}
    assert {one.id for one in expired} == {
        greetings[one].id for one in (State.APPROVED, State.READY)
    }
    assert await state(work, greetings[State.CALL]) is State.EXPIRED
    assert await state(work, greetings[State.SKIPPED]) is State.SKIPPED
    async with work.begin() as unit:
        assert await deliver.close_day(unit) == ([], [])


async def test_before_the_end_of_the_day_nothing_is_closed(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact
) -> None:
    await ready(lucia)
    clock.at(20, 23, 59)
    async with work.begin() as unit:
        assert await deliver.close_day(unit) == ([], [])


async def test_after_a_day_of_downtime_yesterdays_greeting_does_not_leave(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    clock.at(21, 10)
    await delivery.send(greeting.id, Channel.BOT)
    assert sender.sent == []


async def test_the_owners_tick_is_proof_and_can_be_taken_back(
    work: Work, clock: StillClock, ready: Ready, owner: Owner
) -> None:
    teo = await befriend(work, owner, "Teo")
    approved = await approve(work, await ready(teo), clock, Channel.LINK)
    async with work.begin() as unit:
        handed = await deliver.hand_over(unit, owner, approved)
        assert handed is not None
        assert handed.due_at == clock.at(20, 21)
        assert await deliver.owner_sent(unit, owner, handed)
        assert not await deliver.owner_sent(unit, owner, handed)
        sent = await unit.greetings.get(approved.id)
        assert sent is not None
        back = await deliver.untick(unit, sent)
    assert back is not None
    assert back.state is State.HANDED_OFF


async def test_telegrams_proof_is_never_taken_back(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact, delivery: Delivery
) -> None:
    greeting = await approve(work, await ready(lucia), clock)
    ended = await delivery.send(greeting.id, Channel.BOT)
    assert ended is not None
    async with work.begin() as unit:
        assert await deliver.untick(unit, ended.greeting) is None
    assert await state(work, greeting) is State.SENT


async def test_by_the_owners_word_an_unknown_one_is_sent_once_more(
    work: Work, clock: StillClock, ready: Ready, lucia: Contact,
    delivery: Delivery, sender: RecordingSender,
) -> None:  # fmt: skip
    greeting = await approve(work, await ready(lucia), clock)
    sender.failure = Unknown()
    ended = await delivery.send(greeting.id, Channel.BOT)
    assert ended is not None
    sender.failure = None
    async with work.begin() as unit:
        assert await deliver.again(unit, ended.greeting, lucia, Ways(timedelta())) is not None
    await delivery.send(greeting.id, Channel.BOT)
    assert [text for _, text in sender.sent] == [TEXT, TEXT]
    assert await state(work, greeting) is State.SENT
