"""Who is due when."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact, PersonalDate, Relationship
from bot.domain.greetings import State
from bot.domain.owners import Owner
from bot.parsing import parse_contact
from bot.services.capture import add_contact
from bot.services.plan import plan_ahead, plan_due
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import FRIENDS_DAY


async def plan(work: Work, owner: Owner, calendar: Calendar) -> int:
    """What the tick does for this owner."""
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        return await plan_due(unit, current, calendar)


async def occasions(work: Work, contact: Contact) -> list[tuple[date, tuple[str, ...]]]:
    async with work.read() as unit:
        found = await unit.greetings.find(contact_id=contact.id)
    return [(greeting.day, greeting.occasions) for greeting in found]


async def test_a_friend_is_planned_at_the_evening_before_and_no_sooner(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    clock.at(19, 19, 59)
    assert await plan(work, owner, calendar) == 0
    clock.at(19, 20)
    assert await plan(work, owner, calendar) == 1
    assert await occasions(work, juana) == [(FRIENDS_DAY, ("friends-day",))]


async def test_planning_again_makes_nothing_new(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    clock.at(19, 20)
    await plan(work, owner, calendar)
    clock.at(20, 8)
    assert await plan(work, owner, calendar) == 0
    assert len(await occasions(work, juana)) == 1


async def test_two_ticks_at_once_plan_everybody_once(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    friends = [await befriend(work, owner, name) for name in ("Ana", "Beto", "Caro")]
    clock.at(19, 20)
    new = await asyncio.gather(*(plan(work, owner, calendar) for _ in range(3)))
    assert sum(new) == 3
    assert [len(await occasions(work, friend)) for friend in friends] == [1, 1, 1]


async def test_days_that_coincide_make_one_greeting(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 7, 20, 1975))
    clock.at(19, 20)
    assert await plan(work, owner, calendar) == 1
    assert await occasions(work, juana) == [(FRIENDS_DAY, ("birthday", "friends-day"))]


@pytest.mark.parametrize(("day", "hour"), [(19, 23), (20, 8), (20, 15)])
async def test_a_friend_added_after_the_evening_is_still_planned(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock, day: int, hour: int
) -> None:
    clock.at(19, 20)
    await plan(work, owner, calendar)
    clock.at(day, hour)
    async with work.begin() as unit:
        teo = parse_contact(
            "Teo, amigo", today=FRIENDS_DAY, owner_language="es", owner_country="AR"
        )
        captured = await add_contact(unit, owner, teo)
    async with work.read() as unit:
        assert await unit.owners.due(clock.now()) == [owner.id]
    assert await plan(work, owner, calendar) == 1
    assert await occasions(work, captured.contact) == [(FRIENDS_DAY, ("friends-day",))]


async def test_a_day_that_is_over_is_planned_no_more(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    clock.at(21, 0)
    await befriend(work, owner, "Juana")
    assert await plan(work, owner, calendar) == 0


async def test_where_the_morning_comes_sooner_the_drafts_do_too(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await befriend(work, owner, "Hana", timezone="Asia/Tokyo")
    clock.at(18, 20)
    assert await plan(work, owner, calendar) == 1


async def test_who_is_not_greeted_is_not_planned(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await befriend(work, owner, "Pausada", paused=True)
    await befriend(work, owner, "Abuela", deceased=True)
    await befriend(work, owner, "Sra. Rossi", relationship=Relationship.CLIENT)
    clock.at(19, 20)
    assert await plan(work, owner, calendar) == 0


async def test_an_owner_is_looked_at_again_at_the_next_hour_that_counts(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await befriend(work, owner, "Juana")
    await plan(work, owner, calendar)
    async with work.read() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        assert current.next_plan_at == datetime(2027, 7, 18, 23, tzinfo=UTC)
        assert await unit.owners.due(clock.now()) == []
        assert await unit.owners.due(clock.at(18, 20)) == [current.id]


async def test_a_setting_changed_while_the_tick_runs_stays_changed(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(timezone="Europe/Rome"))
    async with work.begin() as unit:
        await plan_due(unit, owner, calendar)
        current = await unit.owners.get(owner.id)
    assert current is not None
    assert current.timezone == "Europe/Rome"


async def test_a_named_day_far_ahead_is_planned_now(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 5, 3))
    async with work.begin() as unit:
        ahead = await plan_ahead(unit, owner, calendar, contact_id=juana.id, occasion="birthday")
    assert ahead is not None
    assert (ahead.day, ahead.greetings, ahead.new) == (date(2028, 5, 3), 1, 1)


async def test_drafting_now_takes_everybody_of_the_next_day_and_nobody_twice(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    for name in ("Ana", "Beto"):
        await befriend(work, owner, name)
    async with work.begin() as unit:
        first = await plan_ahead(unit, owner, calendar)
    async with work.begin() as unit:
        again = await plan_ahead(unit, owner, calendar)
        states = {one.state for one in await unit.greetings.find(owner_id=owner.id)}
    assert first is not None
    assert again is not None
    assert (first.day, first.greetings, first.new) == (FRIENDS_DAY, 2, 2)
    assert (again.day, again.greetings, again.new) == (FRIENDS_DAY, 2, 0)
    assert states == {State.PLANNED}


async def test_with_nobody_due_there_is_nothing_ahead(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    async with work.begin() as unit:
        assert await plan_ahead(unit, owner, calendar) is None
