"""When the owner is asked for a memory, and when not."""

from datetime import date

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, State
from bot.domain.owners import Owner
from bot.services import memories
from bot.services.memories import Looking
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import END_OF_DAY, FRIENDS_DAY

SILENT = ("Ana", "Beto", "Caro", "Dani", "Elsa")


async def look(work: Work, owner: Owner, calendar: Calendar) -> Looking:
    """What the tick does for this owner."""
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        return await memories.look(unit, current, calendar)


async def asked(work: Work, owner: Owner, calendar: Calendar) -> str | None:
    found = (await look(work, owner, calendar)).asking
    return found.contact.name if found else None


async def prepare(work: Work, owner: Owner, calendar: Calendar, clock: StillClock) -> list[Contact]:
    """Five friends nothing is known of, one that can be written to."""
    clock.at(10, 12)
    friends = [await befriend(work, owner, name) for name in SILENT]
    await befriend(work, owner, "Juana", "le gusta el té de jazmín")
    return friends


async def test_a_newcomer_is_asked_nothing_on_the_first_day(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    clock.at(14, 12)
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(ask_after=unit.now + memories.NEWCOMER))
    for name in SILENT:
        await befriend(work, owner, name)
    assert await asked(work, owner, calendar) is None
    clock.at(15, 10)
    assert await asked(work, owner, calendar) == "Ana"


async def test_questions_begin_seven_days_before_and_end_before_the_eve(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    clock.at(12, 12)
    assert await asked(work, owner, calendar) is None
    clock.at(13, 12)
    assert await asked(work, owner, calendar) == "Ana"
    clock.at(18, 12)
    assert await asked(work, owner, calendar) == "Beto"
    clock.at(19, 12)
    assert await asked(work, owner, calendar) is None


async def test_the_question_says_how_many_can_be_written_to(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    clock.at(13, 12)
    found = (await look(work, owner, calendar)).asking
    assert found is not None
    assert (found.occasion, found.known, found.total, found.first) == ("Día del Amigo", 1, 6, True)
    clock.at(14, 12)
    found = (await look(work, owner, calendar)).asking
    assert found is not None
    assert found.first is False


async def test_three_a_day_at_most_and_nobody_twice(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    names = []
    for minute in range(0, 11 * 60, 20):
        clock.at(13, 10 + minute // 60, minute % 60)
        names.append(await asked(work, owner, calendar))
    assert [name for name in names if name] == ["Ana", "Beto", "Caro"]
    clock.at(14, 10)
    assert await asked(work, owner, calendar) == "Dani"


async def test_nobody_is_asked_at_night(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    for day, hour, minute in ((13, 3, 0), (13, 7, 59), (13, 22, 45), (13, 23, 59)):
        clock.at(day, hour, minute)
        assert await asked(work, owner, calendar) is None


async def test_four_people_are_no_big_occasion(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    clock.at(10, 12)
    for name in SILENT[:4]:
        await befriend(work, owner, name)
    clock.at(13, 12)
    assert await asked(work, owner, calendar) is None


async def test_an_answer_brings_the_next_question_soon(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    clock.at(13, 12)
    await look(work, owner, calendar)
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        await memories.answering(unit, current)
    async with work.read() as unit:
        assert await unit.owners.due(clock.later(minutes=2)) != []
    assert await asked(work, owner, calendar) == "Beto"


async def test_tomorrow_means_tomorrow(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    ana, *_ = await prepare(work, owner, calendar, clock)
    clock.at(13, 12)
    await look(work, owner, calendar)
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        await memories.tomorrow(unit, current, ana)
    clock.later(minutes=3)
    assert await asked(work, owner, calendar) == "Beto"
    clock.at(14, 12)
    assert await asked(work, owner, calendar) == "Ana"


async def test_not_this_time_skips_the_greeting_until_it_is_taken_back(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    ana, *_ = await prepare(work, owner, calendar, clock)
    clock.at(13, 12)
    async with work.begin() as unit:
        skipped = await memories.not_this_time(unit, owner, calendar, ana, FRIENDS_DAY)
    assert skipped is not None
    assert skipped.state is State.SKIPPED
    clock.later(minutes=3)
    assert await asked(work, owner, calendar) == "Beto"
    async with work.begin() as unit:
        assert await memories.after_all(unit, owner, ana, FRIENDS_DAY)
        assert await unit.greetings.find(contact_id=ana.id) == []


async def sent_yesterday(work: Work, contacts: list[Contact]) -> None:
    async with work.begin() as unit:
        for contact in contacts:
            keys = ["friends-day"]
            await unit.greetings.plan(contact.owner_id, contact.id, FRIENDS_DAY, keys, END_OF_DAY)
            (greeting,) = await unit.greetings.find(contact_id=contact.id)
            for state in (State.DRAFTING, State.READY, State.SENT):
                moved = await unit.greetings.move(greeting, state, channel=Channel.LINK)
                assert moved is not None
                greeting = moved


async def test_the_day_after_is_spoken_of_once(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await sent_yesterday(work, await prepare(work, owner, calendar, clock))
    clock.at(21, 9)
    assert (await look(work, owner, calendar)).greeted == 0
    clock.at(21, 10)
    assert (await look(work, owner, calendar)).greeted == len(SILENT)
    clock.at(21, 18)
    assert (await look(work, owner, calendar)).greeted == 0


async def test_the_day_after_is_not_spoken_of_where_the_owner_does_not_like_it(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await sent_yesterday(work, await prepare(work, owner, calendar, clock))
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        await unit.owners.save(current.evolve(follow_up=False))
    clock.at(21, 10)
    assert (await look(work, owner, calendar)).greeted == 0


async def test_what_was_asked_is_kept_with_the_owner(
    work: Work, owner: Owner, calendar: Calendar, clock: StillClock
) -> None:
    await prepare(work, owner, calendar, clock)
    clock.at(13, 12)
    assert await asked(work, owner, calendar) == "Ana"
    async with work.read() as unit:
        current = await unit.owners.get(owner.id)
    assert current is not None
    assert [(one.day, one.on) for one in current.questions] == [
        (date(2027, 7, 20), date(2027, 7, 13))
    ]
