"""Several processes on one database: whichever dies, nothing is lost and nothing comes twice."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

from bot.domain.greetings import State
from bot.playground import Kind, Person, Playground
from tests.e2e.seed import NINE, an_owner_with_approved, text_for
from tests.shared.cluster import Cluster
from tests.shared.company import ROLES, Company, company

PATIENCE = 180.0
OWNERS, GUESTS = 6, 5


async def seed(house: Company, tg: Playground, owners: int, guests: int) -> list[Person]:
    """Owners with guests, a greeting approved for each: the first owner's for 9:00, the next one's
    for 9:01, and so on."""
    heads = []
    for number in range(owners):
        owner = tg.user(f"Owner{number}")
        people = [tg.user(f"Guest{number}x{guest}") for guest in range(guests)]
        for person in (owner, *people):
            person.account.started = True
        names = {person.id: person.account.first_name for person in people}
        async with house.work.begin() as unit:
            due_at = NINE + timedelta(minutes=number)
            await an_owner_with_approved(unit, owner.id, names, due_at)
        heads.append(owner)
    return heads


async def states(house: Company) -> Counter[State]:
    async with house.work.read() as unit:
        return Counter(greeting.state for greeting in await unit.greetings.find())


async def until_settled(house: Company) -> None:
    """Wait until nothing is approved or on its way."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if not {State.APPROVED, State.SENDING} & (await states(house)).keys():
                return
            await asyncio.sleep(0.3)


async def judge(house: Company, tg: Playground) -> Counter[State]:
    """Each greeting arrived once, or may have and is shown as unknown; none arrived twice."""
    async with house.work.read() as unit:
        everything = await unit.greetings.find()
        contacts = await unit.contacts.some([one.contact_id for one in everything])
    greetings = [one for one in everything if contacts[one.contact_id].linked_chat_id]
    for greeting in greetings:
        contact = contacts[greeting.contact_id]
        calls = tg.calls.accepted("sendMessage", contact.linked_chat_id)
        texts = [call.params["text"] for call in calls]
        arrived = texts.count(f"Marcelo\n\n{text_for(contact.name)}")
        assert len(texts) == arrived, f"{contact.name} got what nobody approved"
        assert arrived <= 1, f"{contact.name} got it {arrived} times"
        assert greeting.state in {State.SENT, State.UNKNOWN}, greeting.state
        if greeting.state is State.SENT:
            assert arrived == 1, f"{contact.name} counts as sent and got nothing"
    assert "Traceback" not in house.logs
    return Counter(greeting.state for greeting in greetings)


async def names(house: Company, owner: Person) -> list[str]:
    async with house.work.read() as unit:
        return sorted(contact.name for contact in await unit.contacts.of_owner(owner.id))


async def test_whatever_dies_nothing_is_lost_and_nothing_comes_twice(
    tmp_path: Path, tg: Playground, cluster: Cluster
) -> None:
    chance = random.Random(7)
    async with company(tmp_path, tg, cluster.url) as house:
        owners = await seed(house, tg, OWNERS, GUESTS)
        before = await names(house, owners[0])
        house.at(8, 59)
        await house.hire(*ROLES)
        await owners[0].send("/status")
        await owners[0].wait_for(lambda seen: seen.from_bot, within=PATIENCE)
        tg.fault(Kind.HANG, "sendMessage", times=None, seconds=0.2, probability=0.4, accept=True)
        tg.fault(Kind.HANG, "sendMessage", times=None, seconds=0.2, probability=0.4)

        for minute in range(OWNERS):
            house.at(9, minute)
            await owners[0].send(f"/add Nueva{minute}, amiga")
            await asyncio.sleep(0.5)
            match minute:
                case 0 | 3:
                    await asyncio.gather(*(house.lose(role) for role in ("sender", "web")))
                case 1:
                    await cluster.cut()
                case 2:
                    await cluster.restart()
                case _:
                    await house.lose(chance.choice(ROLES))
        await asyncio.sleep(2)
        house.at(9, 10)  # the leases of those who died are over
        await until_settled(house)
        told = [f"Nueva{minute}" for minute in range(OWNERS)]
        await owners[0].wait_for(lambda seen: told[-1] in seen.text, within=PATIENCE)
        ended = await judge(house, tg)
        kept = await names(house, owners[0])

    assert ended[State.SENT] >= OWNERS * GUESTS / 2
    assert kept == sorted(before + told), "each was added once, in spite of all"
