"""Owners share a database and nothing else."""

import asyncio
from datetime import date, time, timedelta

import pytest
from sqlalchemy import text

from bot.domain.contacts import Relationship
from bot.domain.greetings import Channel
from bot.domain.messages import About, Message
from bot.domain.owners import Owner, OwnOccasion, Question
from storage.engine import Database
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend


async def test_an_owner_comes_back_as_they_were_kept(
    work: Work, owner: Owner, clock: StillClock
) -> None:
    changed = owner.evolve(
        name="María José 🌻",
        language="it",
        country="IT",
        timezone="Europe/Rome",
        prepare_at=time(19, 45),
        send_at=time(8, 5),
        gap_days=7,
        pause_every=0,
        talk_with_model=False,
        style="corto y sin signos",
        samples=("Feliz día, negro querido.",),
        signature="M.",
        switches={("christmas", Relationship.CLIENT): False},
        own=(OwnOccasion("asado", "Día del asado", "nth:SAT,2,OCT"),),
        hints=frozenset({"voice"}),
        questions=(Question(5, date(2027, 7, 20), date(2027, 7, 13), again=True),),
        ask_after=clock.now(),
        followed_up=date(2027, 7, 21),
    )
    async with work.begin() as unit:
        await unit.owners.save(changed)
    async with work.read() as unit:
        assert await unit.owners.get(owner.id) == changed


async def test_to_be_looked_at_again_changes_nothing_else(
    work: Work, owner: Owner, clock: StillClock
) -> None:
    tomorrow = clock.now() + timedelta(days=1)
    async with work.begin() as unit:
        await unit.owners.look_at(owner.id, tomorrow)
    async with work.read() as unit:
        assert await unit.owners.get(owner.id) == owner.evolve(next_plan_at=tomorrow)
        assert await unit.owners.due(clock.now()) == []


async def test_who_has_waited_longest_is_looked_at_first(work: Work, clock: StillClock) -> None:
    for owner_id, hours in ((1, 2), (2, 3), (3, -1), (4, 1)):
        await add_owner(work, clock, owner_id, next_plan_at=clock.now() - timedelta(hours=hours))
    async with work.read() as unit:
        assert await unit.owners.due(clock.now()) == [2, 1, 4]
        assert await unit.owners.due(clock.now(), limit=1) == [2]


async def test_units_that_ask_for_it_work_on_an_owner_one_after_the_other(
    work: Work, owner: Owner
) -> None:
    async def count_up() -> None:
        async with work.begin() as unit:
            await unit.owners.alone(owner.id)
            review = await unit.reviews.get(owner.id)
            await asyncio.sleep(0)
            review.decided += 1

    await asyncio.gather(*(count_up() for _ in range(5)))
    async with work.read() as unit:
        assert (await unit.reviews.get(owner.id)).decided == 5


async def everything_of(work: Work, owner: Owner) -> None:
    """Somebody with a greeting, an invitation, letters and half-finished steps."""
    friend = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        day = date(2027, 7, 20)
        await unit.greetings.plan(owner.id, friend.id, day, ["friends-day"], unit.now)
        (greeting,) = await unit.greetings.find(contact_id=friend.id)
        await unit.history.record(greeting, Channel.LINK, proof="owner")
        await unit.consents.invite(owner.id, friend.id, unit.now)
        await unit.consents.note_message(owner.id, 1, About(owner.id, friend.id, greeting.id))
        await unit.consents.add_relay(owner.id, friend.id, "gracias")
        await unit.conversations.begin(owner.id, "note")
        await unit.conversations.remember(owner.id, undo="note")
        await unit.outbox.add(Message(owner.id, "hola"))


async def counts(database: Database) -> dict[str, int]:
    tables = (
        "owner", "contact", "note", "greeting", "delivery", "review", "invitation", "message",
        "relay", "conversation", "undo", "outbox",
    )  # fmt: skip
    async with database.engine.connect() as connection:
        return {
            table: (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()
            for table in tables
        }


async def test_an_owner_who_leaves_takes_everything_along_and_nothing_of_others(
    work: Work, owner: Owner, database: Database, clock: StillClock
) -> None:
    await everything_of(work, owner)
    alone = await counts(database)
    assert min(alone.values()) == 1
    ana = await add_owner(work, clock, 8, name="Ana")
    await everything_of(work, ana)

    async with work.begin() as unit:
        await unit.owners.forget(owner.id)

    assert await counts(database) == alone
    async with work.read() as unit:
        assert await unit.owners.get(owner.id) is None
        assert [contact.name for contact in await unit.contacts.of_owner(ana.id)] == ["Juana"]


async def test_one_card_is_open_at_a_time(work: Work, owner: Owner) -> None:
    async with work.begin() as unit:
        assert await unit.reviews.open(owner.id, 1)
        assert not await unit.reviews.open(owner.id, 2)
        await unit.reviews.close(owner.id, 2)
        assert not await unit.reviews.open(owner.id, 2)
        await unit.reviews.close(owner.id, 1)
        assert await unit.reviews.open(owner.id, 2)


async def test_a_unit_that_fails_leaves_nothing_behind(work: Work, owner: Owner) -> None:
    async def fail() -> None:
        async with work.begin() as unit:
            await unit.owners.save(owner.evolve(name="Otro"))
            await unit.session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with work.read() as unit:
        assert await unit.owners.get(owner.id) == owner


async def test_an_owner_planned_while_the_clock_was_ahead_is_looked_at_when_it_is_right_again(
    work: Work, clock: StillClock
) -> None:
    await add_owner(work, clock, 5, next_plan_at=clock.now() + timedelta(days=30))
    await add_owner(work, clock, 6, next_plan_at=clock.now() + timedelta(hours=20))
    async with work.read() as unit:
        assert await unit.owners.due(clock.now()) == [5]
