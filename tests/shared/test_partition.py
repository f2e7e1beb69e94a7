"""The sender's machine is cut off in the middle of its work: another one takes over, and nothing comes
twice, neither meanwhile nor when the cable is back.

In the checks its database is lost, which is the worst of it: what leaves can't be written down. With
`--partitions`, then everything at once.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.greetings import State
from bot.playground import Kind, Person, Playground
from bot.sending import AT_ONCE
from bot.serving import HttpServer
from storage.unit import Unit
from tests.e2e.running import Abrazo
from tests.e2e.seed import NINE, an_owner_with_approved, text_for
from tests.faults.nursery import Nursery
from tests.shared.cluster import Cluster
from tests.shared.company import Company, company, log_of
from tests.shared.partition import DATABASE, TELEGRAM, Machine, NoNamespaces, machine

PATIENCE = 120
ELECTED = "this process holds: sender"
GUESTS = 24

LOST = {"its database": (DATABASE,), "everything": (DATABASE, TELEGRAM)}


@pytest.fixture
async def elsewhere() -> AsyncIterator[Machine]:
    try:
        async with machine() as made:
            yield made
    except NoNamespaces as why:
        pytest.skip(f"no network namespace to be had here: {why}")


class CutOff(Abrazo):
    """A process on the other machine."""

    machine: Machine

    @property
    def line(self) -> tuple[str, ...]:
        return (*self.machine.prefix, *super().line)


@pytest.mark.parametrize("lost", LOST)
async def test_a_sender_that_is_cut_off_sends_nothing_twice_and_comes_back(
    lost: str,
    tmp_path: Path,
    tg: Playground,
    cluster: Cluster,
    nursery: Nursery,
    elsewhere: Machine,
    request: pytest.FixtureRequest,
) -> None:
    if lost != "its database" and not request.config.getoption("partitions", default=False):
        pytest.skip("the long form: --partitions")
    await cluster.listen(elsewhere.seen_from_there(DATABASE))
    async with (
        reached_at(tg, elsewhere.seen_from_there(TELEGRAM)) as telegram_url,
        company(tmp_path, tg, nursery, cluster.url) as house,
        AsyncExitStack() as end,
    ):
        first = await approved(house, tg, "Guest", GUESTS, NINE)
        later = await approved(house, tg, "Late", 3, NINE + timedelta(hours=1))
        house.at(20, 8, 59)
        house.hire("sender", "sender")
        ours, standby = house.processes
        away = CutOff(ours.home, tg, None, role="sender")
        away.machine, away.environment = (
            elsewhere,
            ours.environment
            | {
                "DATABASE_URL": cluster.url_at(elsewhere.seen_from_there(DATABASE)),
                "TELEGRAM_API_URL": telegram_url,
            },
        )
        end.push_async_callback(away.kill)
        await away.start()
        await logged(away, ELECTED)
        await standby.start()
        await logged(standby, "Abrazo is running")
        slow = tg.fault(Kind.HANG, "sendMessage", times=5, skip=4, accept=True)
        house.at(20, 9)
        await tg.wait_until(lambda: slow.hits >= 3, within=PATIENCE)

        await elsewhere.pull(*LOST[lost])
        tg.faults.clear()
        await logged(standby, ELECTED)
        await until(house, lambda states: states[State.APPROVED] == len(later))
        house.later(180)  # what the other one had in hand is nobody's now
        await until(house, lambda states: not states[State.SENDING])
        before = await judged(house, tg, first)
        await elsewhere.plug(*LOST[lost])

        await standby.kill()
        house.at(20, 10)
        await until(house, lambda states: not {State.APPROVED, State.SENDING} & states.keys())
        assert await judged(house, tg, later) == {State.SENT: len(later)}
        assert await judged(house, tg, first) == before
        await away.kill()
        logs = house.logs + away.log.read_text()
    assert 0 < before[State.UNKNOWN] <= AT_ONCE
    assert "Traceback" not in logs


@asynccontextmanager
async def reached_at(tg: Playground, address: str) -> AsyncIterator[str]:
    """The same Telegram, for the other machine."""
    server = HttpServer(tg.app, address)
    port = await server.start(0)
    try:
        yield f"http://{address}:{port}"
    finally:
        await server.stop()


async def approved(
    house: Company, tg: Playground, name: str, guests: int, due_at: datetime
) -> list[Person]:
    """The guests of another owner, whose greetings are approved for then."""
    people = [tg.user(f"{name}{number}") for number in range(guests)]
    owner = tg.user("Marcelo")
    for person in (owner, *people):
        person.account.started = True
    names = {person.id: person.account.first_name for person in people}
    async with house.work.begin() as unit:
        await an_owner_with_approved(unit, owner.id, names, due_at)
    return people


async def logged(process: Abrazo, words: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while words.encode() not in log_of(process):  # noqa: ASYNC110 - a file's lines
            await asyncio.sleep(0.1)


async def until(house: Company, settled: Callable[[Counter[State]], bool]) -> None:
    async def states(unit: Unit) -> Counter[State]:
        return Counter(greeting.state for greeting in await unit.greetings.find())

    async with asyncio.timeout(PATIENCE):
        while not settled(await house.asked(states)):  # noqa: ASYNC110 - no bell there
            await asyncio.sleep(0.2)


async def judged(house: Company, tg: Playground, guests: list[Person]) -> Counter[State]:
    """Each got it once, or may have and counts as unknown."""
    async with house.work.read() as unit:
        everything = await unit.greetings.find()
        contacts = await unit.contacts.some([one.contact_id for one in everything])
    states = {contacts[one.contact_id].linked_chat_id: one.state for one in everything}
    for guest in guests:
        texts = [call.params["text"] for call in tg.calls.accepted("sendMessage", guest.id)]
        whole = f"Marcelo\n\n{text_for(guest.account.first_name)}"
        assert texts == [whole] * len(texts)
        assert len(texts) <= 1, f"{guest.account.first_name} got it {len(texts)} times"
        assert states[guest.id] in {State.SENT, State.UNKNOWN}
        assert texts or states[guest.id] is State.UNKNOWN
    return Counter(states[guest.id] for guest in guests)
