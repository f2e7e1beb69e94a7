"""A Telegram on loopback that runs inside the program that uses it."""

import asyncio
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.routing import BaseRoute
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.playground import control
from bot.playground.calls import Call, Calls
from bot.playground.faults import Fault, Faults, Kind
from bot.playground.server import application
from bot.playground.state import Limits, Telegram, utc_now
from bot.playground.users import NeverSeen, Person

TOKEN = "8484848484:a-token-for-the-playground-only"  # noqa: S105 - opens nothing but loopback
KEEP_ALIVE = 600
"""Seconds an idle connection stays open: long, so that none closes under a request."""


class _CuttableProtocol(H11Protocol):
    """Hands the connection to the request, so that a fault can cut it."""

    def connection_made(self, transport: Any) -> None:
        """Keep the connection where a request finds it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    """A guest in somebody's event loop: it leaves the signals alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signal."""
        yield


class Playground:
    """A Bot API server, its people and its record.

    `token`: None lets any bot in. `port` 0 takes a free one. `now` dates the messages. `pages`:
    further routes, served from the same origin.
    """

    def __init__(
        self,
        token: str | None = TOKEN,
        port: int = 0,
        *,
        username: str = "abrazo_demo_bot",
        name: str = "Abrazo",
        now: Callable[[], datetime] = utc_now,
        limits: Limits | None = None,
        pages: Sequence[BaseRoute] = (),
    ) -> None:
        self.state = Telegram(
            token, username=username, name=name, now=now, limits=limits or Limits()
        )
        self.app = application(self.state, pages)
        self._port = port
        config = uvicorn.Config(
            self.app,
            http=_CuttableProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        listening = socket.create_server(("127.0.0.1", self._port))
        self._port = listening.getsockname()[1]
        self._tasks = [
            asyncio.create_task(self._server.serve([listening])),
            asyncio.create_task(self.state.updates.deliver(self.state.limits.webhook_retry)),
        ]
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.state.journal.close()
        self.state.updates.close()
        self.faults.clear()
        self._server.should_exit = True
        serving, delivering = self._tasks
        delivering.cancel()
        await asyncio.gather(serving, delivering, return_exceptions=True)

    @property
    def token(self) -> str:
        """The token a bot needs here."""
        return self.state.token or TOKEN

    @property
    def url(self) -> str:
        """The root: what TELEGRAM_API_URL takes."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls `base_url`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot calls `base_file_url`."""
        return f"{self.url}/file/bot"

    @property
    def calls(self) -> Calls:
        """The record of every call of the bot."""
        return self.state.calls

    @property
    def faults(self) -> Faults:
        """The failures that wait for a call."""
        return self.state.faults

    @property
    def mark(self) -> int:
        """This moment, for `since` in `Person.wait_for`."""
        return self.state.journal.last

    @property
    def people(self) -> list[Person]:
        """Everybody on this Telegram."""
        return [Person(self.state, account) for account in self.state.accounts.values()]

    def user(
        self,
        first_name: str,
        *,
        id: int | None = None,  # noqa: A002 - Telegram's own name for it
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "es",
    ) -> Person:
        """Somebody new, who has not written to the bot yet."""
        new = control.NewUser(first_name, id, last_name, username, language_code)
        return control.create_user(self.state, new)

    def fault(self, kind: Kind | str, method: str = "*", **settings: Any) -> Fault:
        """Plant a failure; settings are the fields of `Fault`."""
        return self.faults.plant(Fault(Kind(kind), method, **settings))

    async def wait_for_call(
        self, wanted: Callable[[Call], bool], within: float = 10.0, since: int = 0
    ) -> Call:
        """The first call after number `since` such that …; polls for updates don't count."""
        try:
            async with asyncio.timeout(within):
                while True:
                    mark = self.mark
                    for call in self.calls[since:]:
                        if call.method.lower() != "getupdates" and wanted(call):
                            return call
                    await self.state.journal.grown(mark)
        except TimeoutError:
            made = "\n".join(
                f"#{call.id} {call.method} {call.params} → {call.status} {call.description or ''}"
                for call in self.calls[-12:]
            )
            raise NeverSeen(f"no such call within {within} s; the last were\n{made}") from None

    async def run(self) -> None:
        """Serve until cancelled, for `abrazo playground`."""
        async with self:
            await asyncio.gather(*self._tasks)
