"""The year at a glance: what is due, and who was greeted."""

from datetime import date

from bot.calendar import Calendar
from bot.domain.contacts import PersonalDate, Relationship
from bot.domain.greetings import Channel, State
from bot.domain.owners import Owner
from bot.services import year
from storage.unit import Work
from tests.conftest import befriend
from tests.integration.services.conftest import FRIENDS_DAY, Ready


async def test_a_year_holds_birthdays_feasts_and_who_was_greeted(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready
) -> None:
    juana = await befriend(work, owner, "Juana Pérez")
    rita = await befriend(work, owner, "Rita", relationship=Relationship.ACQUAINTANCE)
    greeting = await ready(juana)
    async with work.begin() as unit:
        await unit.contacts.set_date(rita, PersonalDate("birthday", 3, 3))
        await unit.greetings.move(greeting, State.SENT, channel=Channel.LINK)
    async with work.read() as unit:
        found = await year.at_a_glance(unit, owner, calendar, 2027)
    by_day = {one.day: one for one in found.days}
    birthday = by_day[date(2027, 3, 3)]
    assert (birthday.personal, birthday.due, birthday.greeted) == (["Rita"], {rita.id}, set())
    friends = by_day[FRIENDS_DAY]
    assert friends.shared == {"Día del Amigo": 1}
    assert friends.greeted == friends.due == {juana.id}
    assert found.greeted == 1
    assert [one.day for one in found.of(3)] == [date(2027, 3, 3)]


async def test_another_year_has_its_own_greetings(
    work: Work, owner: Owner, calendar: Calendar, ready: Ready
) -> None:
    greeting = await ready(await befriend(work, owner, "Juana"))
    async with work.begin() as unit:
        await unit.greetings.move(greeting, State.SENT, channel=Channel.LINK)
    async with work.read() as unit:
        before = await year.at_a_glance(unit, owner, calendar, 2026)
    assert before.greeted == 0
    assert all(one.day.year == 2026 for one in before.days)
