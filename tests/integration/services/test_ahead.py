"""What is written ahead is not seen before its hour, and not at all once it is stale."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import time, timedelta

import pytest

from bot.calendar import Calendar
from bot.domain.ahead import LATEST, QUIET
from bot.domain.contacts import Contact, Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest
from bot.domain.greetings import Greeting, State
from bot.domain.owners import Owner
from bot.drafters.composer import Composer
from bot.services.ahead import LATER, LEASE, Ahead
from bot.services.plan import plan_due
from bot.services.spending import Budget
from bot.services.writing import Writing
from storage.unit import Unit, Work
from tests.conftest import StillClock, add_owner, befriend
from tests.integration.services.conftest import FRIENDS_DAY
from tests.integration.services.test_draft import NO_MAIL, OTHERWISE, TEA, FakeDrafter


class House:
    """Plans, drafts ahead and brings the drafts to their cards, as the program does."""

    def __init__(
        self,
        work: Work,
        calendar: Calendar,
        model: FakeDrafter,
        budget: Budget | None = None,
        voice: str = "fake",
    ) -> None:
        self.work, self.calendar = work, calendar
        writing = Writing(Composer(), model)
        self.ahead = Ahead(work, calendar, writing, NO_MAIL, budget or Budget(), voice)

    async def plan(self, owner: Owner) -> list[Greeting]:
        """A tick's planning; answers the greetings there are then."""
        async with self.work.begin() as unit:
            await plan_due(unit, owner, self.calendar)
            current = await unit.owners.get(owner.id)
            await self.ahead.adopt(unit, current or owner)
        async with self.work.read() as unit:
            return await unit.greetings.find(owner_id=owner.id)

    async def write(self) -> int:
        """Drafts what is wanted by now; answers how many it tried."""
        async with self.work.read() as unit:
            queue = await unit.ahead.queue(99)
        for place in queue:
            await self.ahead.write(place)
        return len(queue)


@pytest.fixture
async def juana(work: Work, owner: Owner) -> Contact:
    return await befriend(
        work, owner, "Juana", "le gusta el té de jazmín", "se mudó a Córdoba", nickname="Juani"
    )


def before(clock: StillClock) -> None:
    """By now every owner's drafts may be begun."""
    clock.move_to(clock.at(19, 20) - LATEST)


async def texts(work: Work, greeting: Greeting) -> list[str]:
    async with work.read() as unit:
        return [one.text for one in await unit.alternatives.last(greeting)]


async def begin(house: House, owner: Owner, clock: StillClock) -> None:
    """Draft ahead, as far as one goes."""
    before(clock)
    await house.plan(owner)
    clock.later(seconds=QUIET.total_seconds())
    await house.write()


async def test_what_is_drafted_ahead_is_hidden_until_the_hour_and_ready_at_it(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    model = FakeDrafter(TEA)
    house = House(work, calendar, model)
    await begin(house, owner, clock)
    assert len(model.asked) == 1
    assert await house.plan(owner) == []
    clock.at(19, 20)
    (greeting,) = await house.plan(owner)
    assert (greeting.state, greeting.day) == (State.READY, FRIENDS_DAY)
    assert await texts(work, greeting) == list(TEA)
    assert await house.write() == 0
    assert len(model.asked) == 1


Change = Callable[[Unit, Owner, Contact], Awaitable[object]]

_CHANGES: dict[str, Change] = {
    "a note": lambda unit, _, one: unit.contacts.add_note(one, "adoptó un gato"),
    "a nickname": lambda unit, _, one: unit.contacts.save(one.evolve(nickname="Juanita")),
    "an address": lambda unit, _, one: unit.contacts.save(one.evolve(form_of_address="Juli")),
    "a register": lambda unit, _, one: unit.contacts.save(one.evolve(register=Register.USTED)),
    "a language": lambda unit, _, one: unit.contacts.save(one.evolve(language="it")),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES.keys())
async def test_whoever_is_told_of_is_drafted_anew_when_the_telling_is_over(
    work: Work,
    owner: Owner,
    calendar: Calendar,
    clock: StillClock,
    juana: Contact,
    change: Change,
) -> None:
    model = FakeDrafter(TEA, OTHERWISE)
    house = House(work, calendar, model)
    await begin(house, owner, clock)
    async with work.begin() as unit:
        await change(unit, owner, juana)
    assert await house.write() == 0, "the owner may go on telling"
    clock.later(seconds=QUIET.total_seconds())
    assert await house.write() == 1
    assert model.asked[1].person != model.asked[0].person
    clock.at(19, 20)
    (greeting,) = await house.plan(owner)
    assert greeting.state is not State.PLANNED
    assert not set(await texts(work, greeting)) & set(TEA)


async def _sent_today(unit: Unit, owner: Owner, contact: Contact) -> None:
    await unit.greetings.plan(
        owner.id, contact.id, FRIENDS_DAY - timedelta(1), ["birthday"], unit.now
    )
    (greeting,) = await unit.greetings.find(contact_id=contact.id)
    for state in (State.DRAFTING, State.READY, State.SENT):
        moved = await unit.greetings.move(greeting, state, text=TEA[0])
        assert moved is not None
        greeting = moved


_LATE_CHANGES: dict[str, Change] = _CHANGES | {
    "the style": lambda unit, owner, _: unit.owners.save(owner.evolve(style="breve")),
    "what was sent": _sent_today,
}


@pytest.mark.parametrize("change", _LATE_CHANGES.values(), ids=_LATE_CHANGES.keys())
async def test_what_changes_right_before_the_hour_is_drafted_at_the_hour(
    work: Work,
    owner: Owner,
    calendar: Calendar,
    clock: StillClock,
    juana: Contact,
    change: Change,
) -> None:
    house = House(work, calendar, FakeDrafter(TEA))
    await begin(house, owner, clock)
    clock.at(19, 19, 59)
    async with work.begin() as unit:
        await change(unit, owner, juana)
    clock.at(19, 20)
    states = {one.day: one.state for one in await house.plan(owner)}
    assert states[FRIENDS_DAY] is State.PLANNED


async def test_another_model_writes_anew(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    await begin(House(work, calendar, FakeDrafter(TEA)), owner, clock)
    clock.at(19, 20)
    (greeting,) = await House(work, calendar, FakeDrafter(), voice="another").plan(owner)
    assert greeting.state is State.PLANNED


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("gone", ["forgotten", "paused", "client"])
async def test_who_is_not_to_be_greeted_any_more_is_dropped(
    work: Work,
    owner: Owner,
    calendar: Calendar,
    clock: StillClock,
    juana: Contact,
    gone: str,
    written: bool,
) -> None:
    model = FakeDrafter(TEA)
    house = House(work, calendar, model)
    before(clock)
    await house.plan(owner)
    clock.later(seconds=QUIET.total_seconds())
    if written:
        await house.write()
    async with work.begin() as unit:
        if gone == "forgotten":
            await unit.contacts.forget(juana)
        else:
            acquaintance = juana.evolve(relationship=Relationship.CLIENT)
            paused = juana.evolve(paused=True)
            await unit.contacts.save(paused if gone == "paused" else acquaintance)
    clock.later(seconds=QUIET.total_seconds())
    await house.plan(owner)
    await house.write()
    assert len(model.asked) == written
    clock.at(19, 20)
    assert await house.plan(owner) == []


async def test_another_hour_to_prepare_is_kept_to(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    house = House(work, calendar, FakeDrafter(TEA))
    await begin(house, owner, clock)
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(prepare_at=time(21)))
    clock.at(19, 20)
    assert await house.plan(owner) == []
    clock.at(19, 21)
    (greeting,) = await house.plan(owner)
    assert greeting.state is State.READY


async def test_half_of_a_days_drafts_are_kept_for_the_hour_itself(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    for name in ("Juana", "Teo", "Rita"):
        await befriend(work, owner, name, "le gusta el té de jazmín")
    model = FakeDrafter(TEA, OTHERWISE, TEA)
    budget = Budget(drafts=2)
    house = House(work, calendar, model, budget)
    await begin(house, owner, clock)
    assert len(model.asked) == 1
    async with work.begin() as unit:
        assert await budget.drafted(unit, owner) == 1
        assert not await budget.ran_out(unit, owner)
        assert await budget.take_draft(unit, owner)


async def test_while_the_model_is_away_nothing_is_kept_and_it_is_tried_again(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    model = FakeDrafter(DraftingFailed("timeout"), TEA)
    budget = Budget(drafts=9)
    house = House(work, calendar, model, budget)
    await begin(house, owner, clock)
    assert await house.write() == 0
    async with work.begin() as unit:
        assert await budget.drafted(unit, owner) == 0
    clock.later(seconds=LATER.total_seconds())
    assert await house.write() == 1
    clock.at(19, 20)
    (greeting,) = await house.plan(owner)
    assert await texts(work, greeting) == list(TEA)


async def test_two_workers_draft_it_once(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    model = FakeDrafter(TEA, TEA)
    house = House(work, calendar, model)
    before(clock)
    await house.plan(owner)
    clock.later(seconds=QUIET.total_seconds())
    place = (juana.id, FRIENDS_DAY)
    await asyncio.gather(*(house.ahead.write(place) for _ in range(4)))
    assert len(model.asked) == 1


async def test_what_a_worker_that_is_gone_had_in_hand_is_taken_over_and_its_late_word_is_not_kept(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, juana: Contact
) -> None:
    held, released = asyncio.Event(), asyncio.Event()

    class Hangs(FakeDrafter):
        async def draft(self, request: DraftRequest) -> list[Drafted]:
            held.set()
            await released.wait()
            return await super().draft(request)

    slow = House(work, calendar, Hangs(OTHERWISE))
    before(clock)
    await slow.plan(owner)
    clock.later(seconds=QUIET.total_seconds())
    hanging = asyncio.create_task(slow.write())
    await held.wait()
    quick = House(work, calendar, FakeDrafter(TEA))
    assert await quick.write() == 0
    clock.later(seconds=LEASE.total_seconds())
    assert await quick.write() == 1
    released.set()
    await hanging
    clock.at(19, 20)
    (greeting,) = await quick.plan(owner)
    assert await texts(work, greeting) == list(TEA)


async def test_the_first_of_every_owner_is_drafted_before_the_second_of_any(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    for number in range(20):
        await befriend(work, owner, f"Nadie {number}")
    modest = await add_owner(work, clock, 8)
    mine = [await befriend(work, modest, name) for name in ("Juana", "Teo")]
    house = House(work, calendar, FakeDrafter())
    before(clock)
    for one in (owner, modest):
        await house.plan(one)
    clock.later(seconds=QUIET.total_seconds())
    async with work.read() as unit:
        ahead = [contact_id for contact_id, _ in await unit.ahead.queue(4)]
    assert {one.id for one in mine} <= set(ahead)
    clock.at(19, 20)
    for one in (owner, modest):
        await house.plan(one)
    async with work.read() as unit:
        first = await unit.greetings.find(ids=await unit.greetings.queue(4))
    assert {one.id for one in mine} <= {one.contact_id for one in first}
