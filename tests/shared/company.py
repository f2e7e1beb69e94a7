"""Two webs, two workers and two senders on one PostgreSQL, behind a proxy as it would be for real."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

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
from storage.engine import Database
from storage.migrate import migrate
from storage.unit import Work
from tests.e2e.running import Abrazo

ROLES = ("web", "web", "worker", "worker", "sender", "sender")


def a_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
        self, home: Path, tg: Playground, database_url: str, hook: str, ports: list[int]
    ) -> None:
        key = Fernet.generate_key().decode()
        self._settings = {
            "DATABASE_URL": database_url,
            "ENCRYPTION_KEY": key,
            "OPEN_REGISTRATION": "true",
            "WEBHOOK_URL": hook,
            "CLOCK_OFFSET_FILE": str(home / "clock"),
            "PYTHONPATH": str(Path(bot.__file__).parents[1]),
        }
        self._home, self._tg, self._ports = home, tg, ports
        self.database = Database(database_url)
        self.work = Work(self.database, Vault(key), Clock())
        self.processes: list[Abrazo] = []

    async def hire(self, *roles: str) -> None:
        """Start a process for each role."""
        free = iter(self._ports)
        for number, role in enumerate(roles):
            home = self._home / f"{number}-{role}"
            home.mkdir()
            settings = dict(self._settings)
            if role == "web":
                settings["WEBHOOK_LISTEN"] = f"127.0.0.1:{next(free)}"
            self.processes.append(Abrazo(home, self._tg, None, role=role, **settings))
        for process in self.processes:
            await process.start()

    def at(self, hour: int, minute: int) -> None:
        """Make it that time on Friend's Day for all of them."""
        clerk = Abrazo(self._home, self._tg, None)
        clerk.at(2027, 7, 20, hour, minute)

    async def lose(self, role: str) -> None:
        """Kill the process of that role that has run for longest, and start it again."""
        process = next(one for one in self.processes if one.role == role)
        self.processes.remove(process)
        self.processes.append(process)
        await process.kill()
        await process.start()

    @property
    def logs(self) -> str:
        """What all of them have logged."""
        return "".join(process.log.read_text() for process in self.processes)


@asynccontextmanager
async def company(
    home: Path, tg: Playground, database_url: str, webs: int = 2
) -> AsyncIterator[Company]:
    """A company whose processes do not run yet."""
    ports = [a_port() for _ in range(webs)]
    async with Proxy(ports) as hook:
        house = Company(home, tg, database_url, hook, ports)
        await migrate(house.database, Clock().now())
        try:
            yield house
        finally:
            for process in house.processes:
                await process.kill()
            await house.database.close()
