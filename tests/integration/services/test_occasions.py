"""What comes, for whom, what is held back, and what a switch changes."""

from datetime import date, timedelta

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact, PersonalDate, Relationship
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.measure import Why
from bot.domain.owners import Owner
from bot.services import occasions
from bot.services.occasions import Coming
from bot.services.plan import plan_ahead, plan_due
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import FRIENDS_DAY, Ready

CHRISTMAS, NEW_YEAR = date(2027, 12, 25), date(2028, 1, 1)


async def coming(work: Work, owner: Owner, calendar: Calendar) -> dict[str, Coming]:
    async with work.read() as unit:
        current = await unit.owners.get(owner.id) or owner
        return {one.key: one for one in await occasions.coming(unit, current, calendar)}


async def flip(work: Work, owner: Owner, calendar: Calendar, key: str, who: Relationship) -> Owner:
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id) or owner
        occasion = occasions.find(key, current, calendar)
        assert occasion is not None
        changed, _ = await occasions.flip(unit, current, calendar, occasion, who)
    return changed


async def of(work: Work, contact: Contact) -> list[Greeting]:
    async with work.read() as unit:
        return await unit.greetings.find(contact_id=contact.id)


async def sent_on(work: Work, owner: Owner, contact: Contact, day: date, *keys: str) -> None:
    """A greeting of that day left."""
    async with work.begin() as unit:
        await unit.greetings.plan(owner.id, contact.id, day, keys, unit.now + timedelta(500))
        (greeting,) = await unit.greetings.find(contact_id=contact.id, day=day)
        for state in (State.DRAFTING, State.READY, State.SENT):
            moved = await unit.greetings.move(greeting, state, channel=Channel.LINK)
            assert moved is not None
            greeting = moved


async def test_what_comes_is_listed_with_those_it_is_for(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    juana = await befriend(work, owner, "Juana")
    await befriend(work, owner, "Teo")
    await befriend(work, owner, "Sra. Rossi", relationship=Relationship.CLIENT)
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 8, 3))
    found = await coming(work, owner, calendar)
    assert [one.name for one in found["friends-day"].people] == ["Juana", "Teo"]
    assert [one.name for one in found["birthday"].people] == ["Juana"]
    assert (found["birthday"].personal, found["friends-day"].personal) == (True, False)


async def test_a_day_switched_off_greets_nobody_and_stands_among_the_others(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    await befriend(work, owner, "Juana")
    changed = await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    found = await coming(work, owner, calendar)
    assert "friends-day" not in found
    others = occasions.others(changed, calendar, set(found), date(2027, 7, 18))
    assert (FRIENDS_DAY, "friends-day") in others


async def test_a_day_switched_off_and_on_again_is_as_it_was(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    await befriend(work, owner, "Juana")
    await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    changed = await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    assert changed.switches == {}
    assert "friends-day" in await coming(work, owner, calendar)


async def test_switching_off_withdraws_what_nobody_approved_and_nothing_else(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready
) -> None:
    juana = await befriend(work, owner, "Juana")
    teo = await befriend(work, owner, "Teo")
    await ready(juana)
    approved = await ready(teo)
    async with work.begin() as unit:
        await unit.greetings.move(approved, State.APPROVED, text="Teo", channel=Channel.LINK)
    await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    assert await of(work, juana) == []
    assert [one.state for one in await of(work, teo)] == [State.APPROVED]


async def test_a_greeting_for_two_days_keeps_the_one_that_is_left(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 7, 20))
    async with work.begin() as unit:
        await plan_ahead(unit, owner, calendar)
    await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    assert [(one.state, one.occasions) for one in await of(work, juana)] == [
        (State.PLANNED, ("birthday",))
    ]


async def test_switching_on_plans_again_what_had_been_withdrawn(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    clock.at(19, 20)
    async with work.begin() as unit:
        await plan_due(unit, owner, calendar)
    await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    changed = await flip(work, owner, calendar, "friends-day", Relationship.FRIEND)
    async with work.begin() as unit:
        assert await unit.owners.due(unit.now) == [owner.id]
        await plan_due(unit, changed, calendar)
    assert [one.state for one in await of(work, juana)] == [State.PLANNED]


async def test_a_client_is_never_offered_a_day_of_intimates(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    client = await befriend(work, owner, "Sra. Rossi", relationship=Relationship.CLIENT)
    occasion = occasions.find("friends-day", owner, calendar)
    assert occasion is not None
    offered = occasions.switches(occasion, owner, [client])
    assert Relationship.CLIENT not in {one.relationship for one in offered}


async def test_a_day_of_ones_own_is_for_whom_the_owner_says(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        current, occasion = await occasions.add_own(unit, owner, "asado", "nth:SAT,2,AUG")
    assert occasion.key not in await coming(work, current, calendar)
    await flip(work, current, calendar, occasion.key, Relationship.FRIEND)
    found = (await coming(work, current, calendar))[occasion.key]
    assert (found.day, found.name) == (date(2027, 8, 14), "asado")
    assert [one.name for one in found.people] == ["Juana"]


async def test_a_day_of_ones_own_goes_with_all_that_hung_on_it(
    work: Work, owner: Owner, calendar: Calendar
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        current, occasion = await occasions.add_own(unit, owner, "asado", "once:2027-07-19")
    await flip(work, current, calendar, occasion.key, Relationship.FRIEND)
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id) or current
        await plan_ahead(unit, current, calendar)
        current, withdrawn = await occasions.drop_own(unit, current, calendar, occasion.key)
    assert [one.contact.name for one in withdrawn] == ["Juana"]
    assert (current.own, current.switches, await of(work, juana)) == ((), {}, [])


@pytest.fixture
async def on_new_years_eve(clock: StillClock) -> StillClock:
    clock.at(31, 20, month=12)
    return clock


async def test_who_was_greeted_a_week_ago_is_held_back_and_listed_with_the_reason(
    work: Work, owner: Owner, calendar: Calendar, on_new_years_eve: StillClock
) -> None:
    juana, teo = await befriend(work, owner, "Juana"), await befriend(work, owner, "Teo")
    await sent_on(work, owner, juana, CHRISTMAS, "christmas")
    async with work.begin() as unit:
        assert await plan_due(unit, owner, calendar) == 1
    assert [one.day for one in await of(work, teo)] == [NEW_YEAR]
    found = next(one for one in (await coming(work, owner, calendar)).values() if one.held)
    ((contact, held),) = found.held
    assert (contact.name, held.why, held.last) == ("Juana", Why.GAP, CHRISTMAS)
    assert [one.name for one in found.writable] == ["Teo"]


async def test_the_gap_is_the_owners(
    work: Work, owner: Owner, calendar: Calendar, on_new_years_eve: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    await sent_on(work, owner, juana, CHRISTMAS, "christmas")
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(gap_days=7))
        assert await plan_due(unit, owner, calendar) == 1


@pytest.mark.parametrize(
    "keys", [("birthday",), ("friends-day",), ("birthday", "christmas")], ids=str
)
async def test_personal_dates_and_friends_day_start_no_gap(
    work: Work,
    owner: Owner,
    calendar: Calendar,
    on_new_years_eve: StillClock,
    keys: tuple[str, ...],
) -> None:
    juana = await befriend(work, owner, "Juana")
    await sent_on(work, owner, juana, CHRISTMAS, *keys)
    async with work.begin() as unit:
        assert await plan_due(unit, owner, calendar) == 1


async def test_personal_dates_obey_no_gap(
    work: Work, owner: Owner, calendar: Calendar, on_new_years_eve: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    await sent_on(work, owner, juana, CHRISTMAS, "christmas")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 1, 1))
        assert await plan_due(unit, owner, calendar) == 1


async def test_a_greeting_that_nobody_got_starts_no_gap(
    work: Work, owner: Owner, calendar: Calendar, on_new_years_eve: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        closes = unit.now
        await unit.greetings.plan(owner.id, juana.id, CHRISTMAS, ["christmas"], closes)
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
        await unit.greetings.move(greeting, State.SKIPPED)
        assert await plan_due(unit, owner, calendar) == 1


async def test_whom_the_owner_names_is_written_to_whatever_the_gap(
    work: Work, owner: Owner, calendar: Calendar, on_new_years_eve: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana")
    await sent_on(work, owner, juana, CHRISTMAS, "christmas")
    async with work.begin() as unit:
        everybody = await plan_ahead(unit, owner, calendar)
        named = await plan_ahead(unit, owner, calendar, contact_id=juana.id)
    assert everybody is None or everybody.day > NEW_YEAR
    assert named is not None
    assert named.day == NEW_YEAR
