"""A Telegram on loopback that runs inside the program that uses it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from starlette.routing import BaseRoute

from bot.playground import control
from bot.playground.calls import Call, Calls
from bot.playground.faults import Fault, Faults, Kind
from bot.playground.server import application
from bot.playground.state import Limits, Telegram, utc_now
from bot.playground.users import NeverSeen, Person
from bot.serving import HttpServer

TOKEN = "8484848484:a-token-for-the-playground-only"  # noqa: S105 - opens nothing but loopback


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
        self._server = HttpServer(self.app)
        self._delivering: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._port = await self._server.start(self._port)
        delivering = self.state.updates.deliver(self.state.limits.webhook_retry)
        self._delivering = asyncio.create_task(delivering)
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._delivering:
            self._delivering.cancel()
            with suppress(asyncio.CancelledError):
                await self._delivering
        await self._server.stop(self._let_go)

    def _let_go(self) -> None:
        self.state.journal.close()
        self.state.updates.close()
        self.faults.clear()

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

    async def wait_until(self, condition: Callable[[], bool], within: float = 30.0) -> None:
        """Return once a condition on this playground holds; it is asked after every change."""
        try:
            async with asyncio.timeout(within):
                while not condition():
                    await self.state.journal.grown(self.mark)
        except TimeoutError:
            raise NeverSeen(f"the condition did not hold within {within} s") from None

    async def wait_for_call(
        self, wanted: Callable[[Call], bool], within: float = 30.0, since: int = 0
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
            await asyncio.Event().wait()
