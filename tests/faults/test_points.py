"""Killed at every named point of its life, and in between, under a Telegram that fails as well.

A named point is before or after a commit, or before or after a request. On PostgreSQL the answer to
a commit that took effect gets lost as well. `--fault-seconds N` goes on for so long, from
`--fault-seed`; a failure names the seed of its morning.
"""

import asyncio
import random
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.domain.greetings import State
from bot.playground import Kind, Playground
from bot.playground.faults import Fault
from tests.conftest import a_schema
from tests.faults.morning import PATIENCE, Morning
from tests.faults.nursery import Nursery
from tests.faults.seeding import notes_of
from tests.faults.tally import TALLY

SHORT = {"sqlite": 4, "postgresql": 2}
"""Mornings of the short form."""

LIVES = 10
"""At most so many in a morning."""

POINTS = 36
"""About as many as a start and a small morning have."""

COMMITS = 16
"""Among which one's answer is lost, if the bot lives to see it."""

NOTE = "le gusta el té"


def trouble(tg: Playground, chance: random.Random) -> list[Fault]:
    """Plants up to three faults, and answers them."""
    kinds: list[tuple[Kind, dict[str, Any]]] = [
        (Kind.RETRY_AFTER, {}),
        (Kind.SERVER_ERROR, {"accept": chance.random() < 0.5}),
        (Kind.BAD_JSON, {"accept": chance.random() < 0.5}),
        (Kind.CUT, {"accept": chance.random() < 0.5}),
        (Kind.HANG, {"accept": chance.random() < 0.5, "seconds": 0.5}),
    ]
    methods = ["sendMessage"] * 4 + ["getUpdates", "editMessageText", "getMe", "*"]
    return [
        tg.fault(kind, chance.choice(methods), skip=chance.randint(0, 4), **settings)
        for kind, settings in chance.sample(kinds, chance.randint(0, 3))
    ]


async def a_short_life(morning: Morning, chance: random.Random) -> None:
    """One start, killed by itself at a point or from outside at any instant."""
    by_itself = chance.random() < 0.8
    environment = morning.bot.environment
    environment["KILL_AT"] = str(chance.randint(1, POINTS) if by_itself else 0)
    if "DATABASE_URL" in morning.settings:
        environment["LOSE_AT"] = str(chance.randint(1, COMMITS))
    await morning.bot.start()
    ended = None
    with suppress(TimeoutError):
        async with asyncio.timeout(3 if by_itself else chance.uniform(0.05, 1.5)):
            ended = await morning.bot.ended()
    await morning.bot.kill()
    environment["KILL_AT"] = environment["LOSE_AT"] = "0"
    if ended == -signal.SIGKILL:
        TALLY.kill((morning.home / "points").read_text().splitlines()[-1])
    elif ended is None:  # else its start lost the database, and ended with a line
        TALLY.kill("at any instant")


async def one_morning(morning: Morning, tg: Playground, chance: random.Random) -> None:
    """Greetings and notes, through several lives; judged at the end."""
    await morning.approve_all()
    added = []
    for life in range(chance.randint(1, LIVES)):
        planted = trouble(tg, chance)
        added.append(f"Ada{life}")
        await morning.owner.send(f"/add {added[-1]}, colega, {NOTE}")
        await a_short_life(morning, chance)
        TALLY.faults(sum(fault.hits for fault in planted))
        tg.faults.clear()
    morning.bot.at(2027, 7, 20, 9, 5)  # what waits for its next try need not wait for long
    mark = tg.mark
    await morning.owner.send("/add Fin, colega, " + NOTE)
    await morning.bot.start()
    await morning.owner.wait_for(
        lambda one: one.from_bot and "Fin" in one.text, since=mark, within=PATIENCE
    )
    ended = await morning.verdict()
    where = "PostgreSQL" if morning.settings else "SQLite"
    TALLY.note(f"a morning on {where}", *(one.state for one in ended.values()))
    assert {ended[name].state for name in morning.guests} <= {State.SENT, State.UNKNOWN}
    guests = morning.guests
    kept = await notes_of(morning)
    assert kept == {name: [NOTE] for name in [*added, "Fin"]} | {name: [] for name in guests}


@asynccontextmanager
async def settings_for(database_url: str) -> AsyncIterator[dict[str, str]]:
    """A database of its own for each morning."""
    if database_url == "sqlite":
        yield {}
        return
    async with a_schema() as url:
        yield {"DATABASE_URL": url, "ENCRYPTION_KEY": Fernet.generate_key().decode()}


@pytest.mark.parametrize("database_url", SHORT)
async def test_whenever_it_is_killed_nothing_is_lost_and_nothing_is_twice(
    database_url: str, tmp_path: Path, nursery: Nursery, request: pytest.FixtureRequest
) -> None:
    loop = asyncio.get_running_loop()
    until = loop.time() + float(request.config.getoption("fault_seconds", 0.0))
    seed = first = int(request.config.getoption("fault_seed", 0))
    while seed < first + SHORT[database_url] or loop.time() < until:
        chance = random.Random(seed)
        home = tmp_path / str(seed)
        home.mkdir()
        async with Playground() as tg, settings_for(database_url) as settings:
            guests = [f"Guest{seed}x{number}" for number in range(chance.randint(1, 4))]
            morning = Morning(home, tg, guests, None, nursery, **settings)
            try:
                await one_morning(morning, tg, chance)
            except BaseException as error:
                error.add_note(f"the chance was that of seed {seed}")
                raise
            finally:
                await morning.bot.kill()
        shutil.rmtree(home)
        seed += 1
