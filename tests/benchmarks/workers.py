"""What a second worker adds: as many drafts, by one worker and by two, on one PostgreSQL."""

import asyncio
import os
import tempfile
import time
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import func
from sqlmodel import col, select

from bot.clock import Clock
from bot.domain.contacts import Contact
from bot.domain.greetings import BEING_WRITTEN
from bot.playground import Playground
from storage.crypto import Vault
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import GreetingRow
from storage.unit import Work
from tests.benchmarks.figures import Figure, NotHere
from tests.benchmarks.growth import an_owner
from tests.e2e.running import Abrazo
from tests.e2e.seed import FRIENDS_DAY, NINE
from tests.fakes.inventive import inventive
from tests.fakes.model import FakeModel
from tests.fakes.people import NAMES, note_on
from tests.ports import own_port
from tests.shared.cluster import Cluster, programs

OWNERS, EACH = 12, 8
LATENCY, CONCURRENCY = 3.0, 4
TITLE = "drafts a second, two workers / one"
TARGET = 1.8


async def measure() -> list[Figure]:
    """OWNERS × EACH drafts by one worker; a second one joins, and as many again."""
    found = programs()
    if found is None:
        raise NotHere("no PostgreSQL: initdb is not installed")
    with own_port() as port, tempfile.TemporaryDirectory(prefix="abrazo-pg-") as home:
        cluster = Cluster(found, Path(home), port)
        await cluster.start()
        try:
            (one, each), (two, _) = await _one_then_two(cluster.url)
        finally:
            await cluster.stop()
    detail = f"{OWNERS * EACH} calls of {LATENCY} s, {CONCURRENCY} at once each: "
    detail += f"{two:.2f} s against {one:.2f} s, {each * 1000:.0f} ms of a core for a draft"
    return [Figure(TITLE, one / two, TARGET, at_most=False, detail=detail)]


async def _one_then_two(url: str) -> list[tuple[float, float]]:
    """For one worker, then for two: seconds in all, and of a core for each draft."""
    key = Fernet.generate_key().decode()
    work = Work(Database(url), Vault(key), Clock())
    await migrate(work.database, Clock().now())
    settings = {"DATABASE_URL": url, "ENCRYPTION_KEY": key, "OPEN_REGISTRATION": "true"}
    settings["DRAFT_CONCURRENCY"] = str(CONCURRENCY)
    taken, workers = [], []
    async with Playground() as tg, FakeModel(latency=LATENCY) as model:
        model.always = inventive
        for first in (1, 1 + OWNERS):
            home = Path(tempfile.mkdtemp(prefix="abrazo-bench-"))
            workers.append(Abrazo(home, tg, model, role="worker", **settings))
            workers[-1].at(2027, 7, 18, 12)
            await workers[-1].start()
            await _runs(workers[-1])
            used = sum(_used(worker.pid) for worker in workers)
            seconds = await _drafted(work, first)
            used = sum(_used(worker.pid) for worker in workers) - used
            taken.append((seconds, used / (OWNERS * EACH)))
        for worker in workers:
            await worker.kill()
    await work.database.close()
    return taken


async def _runs(worker: Abrazo) -> None:
    """Return once it does, and what it loads in the background is there."""
    async with asyncio.timeout(60):
        while "Abrazo is running" not in worker.log.read_text():  # noqa: ASYNC110 - a file's lines
            await asyncio.sleep(0.1)
    await asyncio.sleep(3)


def _used(pid: int) -> float:
    """Seconds of a core that a process has used so far (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _drafted(work: Work, first: int) -> float:
    """Plan a greeting for each friend of OWNERS owners at once; seconds until all are drafted."""
    async with work.begin() as unit:
        for number in range(first, first + OWNERS):
            owner = an_owner(number)
            await unit.owners.add(owner, unit.now)
            for name in NAMES[:EACH]:
                friend = await unit.contacts.add(Contact(id=0, owner_id=owner.id, name=name))
                await unit.contacts.add_note(friend, note_on(name))
                await unit.greetings.plan(owner.id, friend.id, FRIENDS_DAY, ["friends-day"], NINE)
    began = time.perf_counter()
    states = [state.value for state in BEING_WRITTEN]
    query = select(func.count()).where(col(GreetingRow.state).in_(states))
    async with asyncio.timeout(300):
        while True:
            async with work.read() as unit:
                if not (await unit.session.exec(query)).one():
                    return time.perf_counter() - began
            await asyncio.sleep(0.05)
