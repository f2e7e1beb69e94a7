"""Several processes on one database: whichever dies, nothing is lost and nothing comes twice.

The long form: `pytest tests/shared/test_company.py --owners 1000 --contacts 10 --kill-every 5
--log-cli-level INFO`.
"""

import asyncio
import logging
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.greetings import State
from bot.playground import Kind, Person, Playground
from storage.unit import Unit
from tests.fakes.inventive import inventive
from tests.fakes.model import FakeModel
from tests.faults.nursery import Nursery
from tests.shared.chaos import Chaos
from tests.shared.cluster import Cluster
from tests.shared.company import ROLES, Company, company
from tests.shared.crowd import Crowd

log = logging.getLogger(__name__)

FAR = timedelta(minutes=3)
"""Longer than any lease."""

PATIENCE = 1200.0
"""Seconds for what does not hang on how many they are."""


async def names(house: Company, owner: Person) -> list[str]:
    async def of(unit: Unit) -> list[str]:
        return sorted(contact.name for contact in await unit.contacts.of_owner(owner.id))

    return await house.asked(of)


@asynccontextmanager
async def meanwhile(*doings: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """These go on for as long as the block; one that fails fails the block."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(doing) for doing in doings]
        yield
        for task in tasks:
            task.cancel()


async def tell(owner: Person, told: list[str], every: float) -> None:
    """Somebody goes on writing all the while."""
    while True:
        told.append(f"Nueva{len(told)}")
        await owner.send(f"/add {told[-1]}, conocida")
        await asyncio.sleep(every)


async def test_whatever_dies_nothing_is_lost_and_nothing_comes_twice(
    tmp_path: Path,
    tg: Playground,
    model: FakeModel,
    cluster: Cluster,
    nursery: Nursery,
    request: pytest.FixtureRequest,
) -> None:
    option = request.config.getoption
    owners, contacts = option("owners", 6), option("contacts", 5)
    every = option("kill_every", 1.0)
    model.always = inventive
    async with company(tmp_path, tg, nursery, cluster.url, model) as house:
        house.at(19, 20)
        crowd = Crowd(house, tg)
        await crowd.seed(owners, contacts)
        first = next(iter(crowd.heads.values())).person
        before = await names(house, first)
        tg.fault(Kind.HANG, "sendMessage", times=None, seconds=0.2, probability=0.4, accept=True)
        tg.fault(Kind.HANG, "sendMessage", times=None, seconds=0.2, probability=0.4)
        chaos = Chaos(house, crowd, cluster, random.Random(option("fault_seed", 7)), every)
        told: list[str] = []
        house.hire(*ROLES)

        began = time.monotonic()
        async with meanwhile(house.keep_running(), crowd.live()):
            async with asyncio.timeout(PATIENCE + owners * contacts):
                async with meanwhile(chaos.reign(), tell(first, told, 2 * every)):
                    await crowd.decided()
                    reviewed = time.monotonic()
                    house.at(20, 9)
                    await crowd.settled()
                    ended = time.monotonic()
                    await chaos.once_each.wait()
                await first.wait_for(lambda seen: told[-1] in seen.text, within=PATIENCE)
                house.later(FAR.total_seconds())
                await crowd.settled()
            states = await crowd.judge()
            kept = await names(house, first)

    log.info("%d owners, %d people each: %s", owners, contacts, _said(states))
    log.info("reviewed after %.0f s, all left after %.0f s", reviewed - began, ended - began)
    log.info("%d kills; %s", chaos.kills, _said(chaos.dealt))
    log.info("%d messages in a second at most", crowd.most_in_a_second())
    log.info("requests to Telegram: %s", _said(Counter(call.method for call in tg.calls)))
    log.info("%d owners had to ask for their card", crowd.reminded)
    assert "Traceback" not in house.logs
    assert states.total() == owners * contacts
    assert states[State.SENT]
    assert kept == sorted(before + told), "each was added once, in spite of all"


def _said(counted: Counter[State] | Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counted.most_common())
