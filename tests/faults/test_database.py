"""A database file that is locked, full or read-only; and two programs on one.

A PostgreSQL that is cut off, restarted or gone is `tests/shared`'s."""

import asyncio
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.domain.greetings import State
from bot.playground import Kind, Playground
from tests.faults.conftest import Mornings
from tests.faults.morning import PATIENCE, Process
from tests.faults.seeding import an_owner, notes_of
from tests.faults.tally import TALLY

BUSY_SECONDS = 11.5
"""Longer than the bot waits for a lock in one try (10 s)."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is done to it here is done to a file."""
    return sqlite_url


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Another program is writing."""
    with closing(sqlite3.connect(home / "abrazo.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(pid: int, home: Path) -> Iterator[None]:
    """No file of the bot's may grow."""
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    largest = min((home / name).stat().st_size for name in ("abrazo.db", "abrazo.db-wal"))
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


async def test_a_lock_that_lasts_loses_neither_a_verdict_nor_a_note(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía", "Teo"])
    hanging = tg.fault(Kind.HANG, "sendMessage", accept=True, chat_id=morning.guests["Lucía"].id)
    await morning.approve_all()
    await morning.bot.start()
    await tg.wait_until(lambda: hanging.hits > 0, within=PATIENCE)
    with locked(morning.home):
        tg.faults.release(hanging.id)  # Telegram's proof comes while nothing can be written
        mark = tg.mark
        await morning.owner.send("/add Zoe, amiga, le gusta el té")
        await asyncio.sleep(BUSY_SECONDS)
    await morning.owner.wait_for(lambda one: "Zoe" in one.text, since=mark, within=PATIENCE)
    ended = await morning.verdict()
    assert {ended[name].state for name in morning.guests} == {State.SENT}
    assert (await notes_of(morning))["Zoe"] == ["le gusta el té"]
    TALLY.note("database locked for 11.5 s", *(one.state for one in ended.values()))


async def test_on_a_full_disk_nothing_is_confirmed_that_is_not_kept(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning()
    await an_owner(morning)
    morning.bot.at(2027, 7, 10, 12)
    await morning.bot.start()
    await morning.ask("/add Rita, amiga, tiene un caniche", "Rita")
    mark = tg.mark
    with full_disk(morning.bot.pid, morning.home):
        await morning.owner.send("/add Zoe, amiga, le gusta el té")
        await morning.owner.send("/note Rita: se mudó a Córdoba")
        await asyncio.sleep(2)
        assert not [one for one in morning.owner.messages if one.from_bot and one.changed > mark]
    await morning.owner.wait_for(lambda one: "Córdoba" in one.text, since=mark, within=PATIENCE)
    assert morning.bot.alive
    assert await morning.bot.stop() == 0
    morning.check_log()
    assert await notes_of(morning) == {
        "Rita": ["se mudó a Córdoba", "tiene un caniche"],
        "Zoe": ["le gusta el té"],
    }
    TALLY.note("full disk", "kept once", "kept once")


async def test_a_read_only_database_ends_the_start_with_one_line(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    await morning.approve_all()
    with (morning.home / "abrazo.db").open("r+b") as file:
        file.seek(18)  # the format's write version: SQLite opens what is too new read-only
        file.write(b"\x03")
    await morning.bot.start()
    assert await morning.bot.ended() == 1
    (line,) = morning.bot.log.read_text().splitlines()
    assert "readonly" in line
    assert "start again" in line
    assert morning.arrived("Lucía") == 0
    TALLY.note("read-only database", "exit 1 with one line")


async def test_of_two_programs_on_one_database_the_second_refuses(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    await morning.approve_all()
    await morning.bot.start()
    await tg.wait_until(lambda: morning.all_arrived == 1, within=PATIENCE)
    second = Process(morning.home, tg, None)
    second.environment = morning.bot.environment
    second.log = morning.home / "second.txt"
    await second.start()
    assert await second.ended() == 1
    (line,) = second.log.read_text().splitlines()
    assert line == "Another Abrazo is using this database: stop that one first."
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.SENT
    TALLY.note("a second process", "exit 1 with one line")
