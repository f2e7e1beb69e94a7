"""Two webs, two workers and two senders on one PostgreSQL, behind a proxy as it would be for real."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager
from itertools import count
from pathlib import Path
from typing import TypeVar

import httpx
from cryptography.fernet import Fernet
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import bot
from bot.clock import Clock
from bot.playground import Playground
from bot.serving import HttpServer
from storage.crypto import Vault
from storage.engine import AWAY, Database
from storage.migrate import migrate
from storage.unit import Unit, Work
from tests.e2e.running import Abrazo
from tests.fakes.model import FakeModel
from tests.faults.nursery import Forked, Nursery
from tests.ports import own_port

T = TypeVar("T")

ROLES = ("web", "web", "worker", "worker", "sender", "sender")

RUNNING = b"Abrazo is running"
"""What a process logs when its start is through."""


class Proxy:
    """Hands each update to one web after the other; 502 when that one is away."""

    def __init__(self, ports: list[int]) -> None:
        self._ports, self._turn = ports, count()
        app = Starlette(routes=[Route("/hook", self._pass_on, methods=["POST"])])
        self._server = HttpServer(app)
        self._client = httpx.AsyncClient(trust_env=False, timeout=10)

    async def __aenter__(self) -> str:
        return f"http://127.0.0.1:{await self._server.start(0)}/hook"

    async def __aexit__(self, *_: object) -> None:
        await self._server.stop()
        await self._client.aclose()

    async def _pass_on(self, request: Request) -> Response:
        port = self._ports[next(self._turn) % len(self._ports)]
        try:
            answer = await self._client.post(
                f"http://127.0.0.1:{port}/hook",
                content=await request.body(),
                headers=dict(request.headers),
            )
        except httpx.HTTPError:
            return Response(status_code=502)
        return Response(status_code=answer.status_code)


class Company:
    """The processes, and their database from outside."""

    def __init__(
        self,
        home: Path,
        tg: Playground,
        nursery: Nursery,
        model: FakeModel | None,
        database_url: str,
        hook: str,
        ports: list[int],
    ) -> None:
        key = Fernet.generate_key().decode()
        self._settings = {
            "DATABASE_URL": database_url,
            "ENCRYPTION_KEY": key,
            "OPEN_REGISTRATION": "true",
            "WEBHOOK_URL": hook,
            "REVIEW_PAUSE_EVERY": "0",
            "DRAFT_CONCURRENCY": "2",
            "CLOCK_OFFSET_FILE": str(home / "clock"),
            "PYTHONPATH": str(Path(bot.__file__).parents[1]),
        }
        if model is not None:
            self._settings |= {"OPENAI_BASE_URL": model.url, "OPENAI_MODEL": "fake"}
        self._home, self._tg, self._ports, self._nursery = home, tg, ports, nursery
        self.database = Database(database_url)
        self.work = Work(self.database, Vault(key), Clock())
        self.processes: list[Forked] = []
        self._begun: dict[Forked, int] = {}

    def hire(self, *roles: str) -> None:
        """A process for each role, not started yet."""
        free = iter(self._ports)
        for number, role in enumerate(roles):
            home = self._home / f"{number}-{role}"
            home.mkdir()
            settings = dict(self._settings)
            if role == "web":
                settings["WEBHOOK_LISTEN"] = f"127.0.0.1:{next(free)}"
            process = Forked(home, self._tg, None, role=role, **settings)
            process.nursery = self._nursery
            self.processes.append(process)

    async def keep_running(self) -> None:
        """Start whoever does not run, as Docker would, until cancelled."""
        while True:
            for process in self.processes:
                if not process.alive:
                    self._begun[process] = len(log_of(process))
                    await process.start()
            await asyncio.sleep(0.1)

    async def complete(self) -> None:
        """Return once all of them run, and have done so since their last start."""
        for process in self.processes:
            while not (process.alive and self._says_so(process)):  # noqa: ASYNC110 - a file's lines
                await asyncio.sleep(0.1)

    def _says_so(self, process: Forked) -> bool:
        return RUNNING in log_of(process)[self._begun.get(process, 0) :]

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        """Make it that time of July for all of them."""
        clerk = Abrazo(self._home, self._tg, None)
        clerk.at(2027, 7, day, hour, minute)

    def later(self, seconds: float) -> None:
        """Let so much time pass at once."""
        clock = self._home / "clock"
        half_written = clock.with_suffix(".new")
        half_written.write_text(str(float(clock.read_text()) + seconds))
        half_written.replace(clock)

    async def asked(self, question: Callable[[Unit], Awaitable[T]]) -> T:
        """What the database says, as soon as it answers."""
        while True:
            try:
                async with self.work.read() as unit:
                    return await question(unit)
            except AWAY:
                await asyncio.sleep(0.1)

    async def lose(self, *roles: str) -> None:
        """Kill for each role a process: the one that was spared for longest."""
        for role in roles:
            process = next(one for one in self.processes if one.role == role)
            self.processes.remove(process)
            self.processes.append(process)
            await process.kill()

    @property
    def logs(self) -> str:
        """What all of them have logged."""
        return "".join(process.log.read_text() for process in self.processes)


def log_of(process: Abrazo) -> bytes:
    """What it has logged so far."""
    return process.log.read_bytes() if process.log.exists() else b""


@asynccontextmanager
async def company(
    home: Path,
    tg: Playground,
    nursery: Nursery,
    database_url: str,
    model: FakeModel | None = None,
    webs: int = 2,
) -> AsyncIterator[Company]:
    """A company whose processes do not run yet."""
    with ExitStack() as kept:
        ports = [kept.enter_context(own_port()) for _ in range(webs)]
        async with Proxy(ports) as hook:
            house = Company(home, tg, nursery, model, database_url, hook, ports)
            await migrate(house.database, Clock().now())
            try:
                yield house
            finally:
                for process in house.processes:
                    await process.kill()
                await house.database.close()
