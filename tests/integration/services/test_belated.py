"""Who can still be written to after the day, and who cannot."""

from datetime import timedelta

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.owners import Owner
from bot.services import belated, deliver
from bot.services.belated import Missed
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import END_OF_DAY, FRIENDS_DAY, Ready

ON_THE_WAY = {
    State.APPROVED: (State.APPROVED,),
    State.SENT: (State.SENT,),
    State.SKIPPED: (State.SKIPPED,),
    State.HANDED_OFF: (State.APPROVED, State.HANDED_OFF),
    State.UNKNOWN: (State.APPROVED, State.HANDED_OFF, State.UNKNOWN),
    State.FAILED: (State.APPROVED, State.SENDING, State.FAILED),
}


async def missed(work: Work, owner: Owner, calendar: Calendar) -> list[Missed]:
    async with work.read() as unit:
        return await belated.missed(unit, owner, calendar)


async def people(work: Work, owner: Owner, calendar: Calendar) -> list[str]:
    return [one.name for found in await missed(work, owner, calendar) for one in found.people]


async def reach(work: Work, greeting: Greeting, state: State) -> Greeting:
    """Lead a ready greeting on to a state."""
    async with work.begin() as unit:
        for step in ON_THE_WAY[state]:
            text = {"text": "Feliz día", "channel": Channel.LINK} if step is State.APPROVED else {}
            moved = await unit.greetings.move(greeting, step, **text)
            assert moved is not None
            greeting = moved
    return greeting


async def close(work: Work) -> None:
    async with work.begin() as unit:
        await deliver.close_day(unit)


async def test_who_got_nothing_can_be_written_to_for_a_week(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready, clock: StillClock
) -> None:
    await ready(await befriend(work, owner, "Juana"))
    await befriend(work, owner, "Teo")
    assert await people(work, owner, calendar) == []
    clock.at(21, 10)
    await close(work)
    assert await people(work, owner, calendar) == ["Juana", "Teo"]
    clock.at(27, 23)
    assert await people(work, owner, calendar) == ["Juana", "Teo"]
    clock.at(28, 1)
    assert await people(work, owner, calendar) == []


@pytest.mark.parametrize("state", [State.SENT, State.SKIPPED, State.FAILED])
async def test_who_was_greeted_skipped_or_failed_was_not_missed(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready, clock: StillClock, state: State
) -> None:
    await reach(work, await ready(await befriend(work, owner, "Juana")), state)
    clock.at(21, 10)
    assert await people(work, owner, calendar) == []


@pytest.mark.parametrize("state", [State.HANDED_OFF, State.UNKNOWN])
async def test_nobody_of_a_day_is_offered_while_one_of_it_is_unanswered(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready, clock: StillClock, state: State
) -> None:
    asked = await reach(work, await ready(await befriend(work, owner, "Juana")), state)
    await befriend(work, owner, "Teo")
    clock.at(21, 10)
    (found,) = await missed(work, owner, calendar)
    assert [one.name for one in found.people] == ["Teo"]
    assert [one.id for one in found.unanswered] == [asked.id]
    async with work.begin() as unit:
        await deliver.owner_sent(unit, owner, asked)
    (found,) = await missed(work, owner, calendar)
    assert found.unanswered == ()


async def test_who_is_due_today_anyway_waits_for_that(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 7, 22))
    clock.at(22, 10)
    assert await people(work, owner, calendar) == []


async def test_what_expired_is_planned_anew_without_what_was_approved(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    await reach(work, await ready(juana), State.APPROVED)
    clock.at(21, 10)
    await close(work)
    (planned,) = await plan_late(work, owner, calendar, juana)
    assert (planned.state, planned.text, planned.channel) == (State.PLANNED, None, None)
    clock.at(27, 23)
    await close(work)
    assert (await of(work, juana))[0].state is State.PLANNED
    clock.at(28, 1)
    await close(work)
    assert (await of(work, juana))[0].state is State.EXPIRED


async def test_one_greeting_for_all_that_was_missed_of_a_day(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 7, 20))
    clock.at(22, 10)
    found = await missed(work, owner, calendar)
    assert [one.key for one in found] == ["birthday", "friends-day"]
    (planned,) = await plan_late(work, owner, calendar, juana)
    assert planned.occasions == ("birthday", "friends-day")
    assert await missed(work, owner, calendar) == []


async def of(work: Work, contact: Contact) -> list[Greeting]:
    async with work.read() as unit:
        return await unit.greetings.find(contact_id=contact.id)


async def plan_late(
    work: Work, owner: Owner, calendar: Calendar, contact: Contact
) -> list[Greeting]:
    found = next(one for one in await missed(work, owner, calendar) if one.key == "friends-day")
    assert found.day == FRIENDS_DAY
    async with work.begin() as unit:
        assert await belated.plan_late(unit, owner, calendar, found) == 1
    return await of(work, contact)


async def offered(work: Work, owner: Owner) -> tuple[list[str], list[str]]:
    """Whom 🐌 can be offered for now, and who waits for an answer of the owner's."""
    async with work.begin() as unit:
        now, waiting = await belated.unoffered(unit, owner)
        contacts = await unit.contacts.some({one.contact_id for one in (*now, *waiting)})
    names = [[contacts[one.contact_id].name for one in group] for group in (now, waiting)]
    return names[0], names[1]


async def stirs(work: Work) -> list[int]:
    """The owners to whom the clock would offer something."""
    async with work.read() as unit:
        return await unit.leaving.left_out(unit.now - belated.WITHIN)


async def test_each_day_is_offered_once_when_what_it_asks_is_answered(
    work: Work, owner: Owner, ready: Ready, clock: StillClock
) -> None:
    asked = await reach(work, await ready(await befriend(work, owner, "Juana")), State.UNKNOWN)
    await ready(await befriend(work, owner, "Teo"))
    lucia, day = await befriend(work, owner, "Lucía"), timedelta(days=1)
    async with work.begin() as unit:
        await unit.greetings.plan(
            owner.id, lucia.id, FRIENDS_DAY + day, ["birthday"], END_OF_DAY + day
        )
    clock.at(21, 10)
    await close(work)
    assert await stirs(work) == []
    assert await offered(work, owner) == ([], ["Teo"])
    clock.at(22, 10)
    await close(work)
    assert await stirs(work) == [owner.id]
    assert await offered(work, owner) == (["Lucía"], ["Teo"])
    assert await stirs(work) == []
    async with work.begin() as unit:
        await deliver.owner_sent(unit, owner, asked)
    assert await stirs(work) == [owner.id]
    assert await offered(work, owner) == (["Teo"], [])
    assert await offered(work, owner) == ([], [])


async def test_who_answers_after_a_week_is_offered_nothing_any_more(
    work: Work, owner: Owner, ready: Ready, clock: StillClock
) -> None:
    asked = await reach(work, await ready(await befriend(work, owner, "Juana")), State.UNKNOWN)
    await ready(await befriend(work, owner, "Teo"))
    clock.at(21, 10)
    await close(work)
    clock.at(29, 10)
    async with work.begin() as unit:
        await deliver.owner_sent(unit, owner, asked)
    assert await stirs(work) == []
    assert await offered(work, owner) == ([], [])


async def test_nothing_late_is_offered_for_who_has_died_meanwhile(
    work: Work, owner: Owner, ready: Ready, clock: StillClock
) -> None:
    asked = await reach(work, await ready(await befriend(work, owner, "Juana")), State.UNKNOWN)
    teo = await befriend(work, owner, "Teo")
    await ready(teo)
    clock.at(21, 10)
    await close(work)
    async with work.begin() as unit:
        await unit.contacts.save(teo.evolve(deceased=True))
        await deliver.owner_sent(unit, owner, asked)
    assert await offered(work, owner) == ([], [])
