"""Greetings move once, whoever else is at it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Channel, Greeting, State
from bot.domain.owners import Owner
from storage.crypto import Vault
from storage.engine import Database
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend

FRIENDS_DAY = date(2027, 7, 20)
END = datetime(2027, 7, 21, 3, tzinfo=UTC)


@pytest.fixture
async def rival(
    database: Database, database_url: str, vault: Vault, clock: StillClock
) -> AsyncIterator[Work]:
    """Another process on the same database."""
    other = Database(database_url)
    yield Work(other, vault, clock)
    await other.close()


@pytest.fixture
async def juana(work: Work, owner: Owner) -> Contact:
    return await befriend(work, owner, "Juana", "le gusta el té")


async def plan(work: Work, contact: Contact, *keys: str, day: date = FRIENDS_DAY) -> bool:
    async with work.begin() as unit:
        return await unit.greetings.plan(
            contact.owner_id, contact.id, day, keys or ("friends-day",), END
        )


async def planned(work: Work, contact: Contact) -> Greeting:
    await plan(work, contact)
    async with work.read() as unit:
        return (await unit.greetings.find(contact_id=contact.id))[0]


async def move(work: Work, greeting: Greeting, to: State, **changes: object) -> Greeting | None:
    async with work.begin() as unit:
        return await unit.greetings.move(greeting, to, **changes)


async def walk(work: Work, greeting: Greeting, *states: State) -> Greeting:
    for state in states:
        moved = await move(work, greeting, state)
        assert moved is not None
        greeting = moved
    return greeting


async def test_a_day_is_planned_once(work: Work, juana: Contact) -> None:
    assert await plan(work, juana)
    assert not await plan(work, juana)
    async with work.read() as unit:
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
    assert (greeting.day, greeting.expires_at) == (FRIENDS_DAY, END)
    assert greeting.state is State.PLANNED


async def test_two_processes_that_plan_the_same_day_make_one_greeting(
    work: Work, rival: Work, juana: Contact
) -> None:
    outcomes = await asyncio.gather(*(plan(one, juana) for one in (work, rival) * 4))
    assert sorted(outcomes) == [False] * 7 + [True]


async def test_an_occasion_found_later_joins_a_greeting_that_is_not_drafted(
    work: Work, juana: Contact
) -> None:
    await plan(work, juana, "friends-day")
    await plan(work, juana, "birthday", "friends-day")
    async with work.read() as unit:
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
    assert set(greeting.occasions) == {"birthday", "friends-day"}


async def test_an_occasion_found_too_late_changes_no_draft(work: Work, juana: Contact) -> None:
    await walk(work, await planned(work, juana), State.DRAFTING)
    await plan(work, juana, "birthday")
    async with work.read() as unit:
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
    assert greeting.occasions == ("friends-day",)


async def test_of_moves_that_race_exactly_one_wins(work: Work, rival: Work, juana: Contact) -> None:
    ready = await walk(work, await planned(work, juana), State.DRAFTING, State.READY)
    wishes = [State.APPROVED, State.SKIPPED, State.CALL, State.APPROVED]
    outcomes = await asyncio.gather(
        *(move(one, ready, to) for one in (work, rival) for to in wishes)
    )
    winners = [one for one in outcomes if one is not None]
    assert len(winners) == 1
    async with work.read() as unit:
        assert await unit.greetings.get(ready.id) == winners[0]
    assert winners[0].revision == ready.revision + 1


async def test_a_move_back_and_forth_is_not_mistaken_for_none(work: Work, juana: Contact) -> None:
    ready = await walk(work, await planned(work, juana), State.DRAFTING, State.READY)
    await walk(work, ready, State.SKIPPED, State.READY)
    assert await move(work, ready, State.APPROVED) is None


async def test_a_move_that_is_not_in_the_table_is_refused(work: Work, juana: Contact) -> None:
    greeting = await planned(work, juana)
    with pytest.raises(ValueError, match="planned -> sent"):
        await move(work, greeting, State.SENT)


async def test_what_else_a_unit_has_changed_survives_a_move(
    work: Work, juana: Contact, owner: Owner
) -> None:
    greeting = await planned(work, juana)
    async with work.begin() as unit:
        review = await unit.reviews.get(owner.id)
        review.decided = 5
        await unit.greetings.move(greeting, State.DRAFTING)
        assert review.decided == 5
    async with work.read() as unit:
        assert (await unit.reviews.get(owner.id)).decided == 5


async def test_the_approved_text_comes_back_to_the_letter(work: Work, juana: Contact) -> None:
    ready = await walk(work, await planned(work, juana), State.DRAFTING, State.READY)
    text = "Juani:\n  «té» & <b>abrazo</b> 🫂  "
    hour = datetime(2027, 7, 20, 12, tzinfo=UTC)
    await move(
        work, ready, State.APPROVED, text=text, rests_on=(3, 4), channel=Channel.LINK, due_at=hour
    )
    async with work.read() as unit:
        approved = await unit.greetings.get(ready.id)
    assert approved is not None
    assert (approved.text, approved.rests_on, approved.due_at) == (text, (3, 4), hour)
    assert approved.channel is Channel.LINK


async def test_only_what_is_due_is_found(work: Work, owner: Owner, clock: StillClock) -> None:
    hours = {"Ana": -1, "Beto": 0, "Caro": 1}
    for name, hour in hours.items():
        friend = await befriend(work, owner, name)
        ready = await walk(work, await planned(work, friend), State.DRAFTING, State.READY)
        await move(work, ready, State.APPROVED, due_at=clock.now() + timedelta(hours=hour))
    async with work.read() as unit:
        due = await unit.greetings.find(states={State.APPROVED}, due_before=clock.now())
        names = await unit.contacts.some([one.contact_id for one in due])
    assert {contact.name for contact in names.values()} == {"Ana", "Beto"}


async def test_a_greeting_is_its_owners_alone(
    work: Work, juana: Contact, clock: StillClock
) -> None:
    greeting = await planned(work, juana)
    other = await add_owner(work, clock, 8)
    async with work.read() as unit:
        assert await unit.greetings.get(greeting.id, other.id) is None
        assert await unit.greetings.find(owner_id=other.id) == []


async def test_the_last_round_is_offered_and_every_round_remembered(
    work: Work, juana: Contact
) -> None:
    greeting = await planned(work, juana)
    first = Alternative(0, 1, "uno", (7,), (("generic", ("feliz día",)),), offered=False)
    async with work.begin() as unit:
        await unit.alternatives.offer(greeting, [first])
    async with work.begin() as unit:
        await unit.alternatives.offer(
            greeting, [Alternative(0, 2, "tres"), Alternative(0, 1, "dos")]
        )
    async with work.read() as unit:
        shown = await unit.alternatives.last(greeting)
        earlier = await unit.alternatives.earlier_texts(greeting)
    assert [one.text for one in shown] == ["dos", "tres"]
    assert earlier == ["uno", "dos", "tres"]
    async with work.begin() as unit:
        await unit.alternatives.drop_last_round(greeting)
        (back,) = await unit.alternatives.last(greeting)
    assert (back.text, back.note_ids, back.problems) == (first.text, (7,), first.problems)
    assert not back.offered


async def test_what_somebody_got_comes_newest_first(work: Work, juana: Contact) -> None:
    for year, text in ((2025, "viejo"), (2026, "nuevo")):
        await plan(work, juana, day=date(year, 7, 20))
        async with work.begin() as unit:
            (greeting,) = await unit.greetings.find(contact_id=juana.id, states={State.PLANNED})
        for state in (State.DRAFTING, State.READY, State.SENT):
            moved = await move(work, greeting, state, text=text)
            assert moved is not None
            greeting = moved
    async with work.read() as unit:
        assert await unit.greetings.sent_texts([juana.id]) == {juana.id: ["nuevo", "viejo"]}


async def test_counts_are_of_one_day(work: Work, juana: Contact, owner: Owner) -> None:
    await plan(work, juana)
    await plan(work, juana, "christmas", day=date(2027, 12, 25))
    async with work.read() as unit:
        assert await unit.greetings.counts(owner.id, FRIENDS_DAY) == {State.PLANNED: 1}
