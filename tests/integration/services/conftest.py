"""Friends to greet, and their greetings, on both databases."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Greeting, State
from storage.unit import Work

FRIENDS_DAY = date(2027, 7, 20)
END_OF_DAY = datetime(2027, 7, 21, 3, tzinfo=UTC)

Ready = Callable[..., Awaitable[Greeting]]


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar.load()


@pytest.fixture
def planned(work: Work) -> Ready:
    """Plans a contact's Friend's Day."""

    async def make(contact: Contact) -> Greeting:
        async with work.begin() as unit:
            await unit.greetings.plan(
                contact.owner_id, contact.id, FRIENDS_DAY, ["friends-day"], END_OF_DAY
            )
            return (await unit.greetings.find(contact_id=contact.id, day=FRIENDS_DAY))[0]

    return make


@pytest.fixture
def ready(work: Work, planned: Ready) -> Ready:
    """Has a card ready for a contact, with these alternatives."""

    async def make(contact: Contact, *texts: str | Alternative) -> Greeting:
        greeting = await planned(contact)
        async with work.begin() as unit:
            for state in (State.DRAFTING, State.READY):
                moved = await unit.greetings.move(greeting, state)
                assert moved is not None
                greeting = moved
            offered = [
                text if isinstance(text, Alternative) else Alternative(0, number, text)
                for number, text in enumerate(texts or (f"{contact.name}, feliz día",), 1)
            ]
            await unit.alternatives.offer(greeting, offered)
        return greeting

    return make
