"""The whole bot against the playground's own methods, without a byte of HTTP in between: what a
property test with thousands of examples can afford."""

import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite
import httpx
import pytest
from pydantic import SecretStr
from telegram import Update
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot import app
from bot.app import Program, assembled
from bot.clock import Clock
from bot.intake import WANTED
from bot.playground import Fault, Kind, Person, Playground, Seen
from bot.playground.errors import Refused, too_many_requests
from bot.playground.methods import METHODS
from bot.playground.params import Params, Upload
from bot.playground.server import GATEWAY_PAGE
from bot.settings import Settings


class Straight(BaseRequest):
    """Hands every request to the method it names; `refused` keeps what Telegram would not take,
    `answers` counts what a person sees of the rest, and `loud` what makes their phone ring."""

    def __init__(self, tg: Playground) -> None:
        self._tg = tg.state
        self.refused: list[str] = []
        self.answers = self.loud = 0
        self.edits: list[dict[str, Any]] = []

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """The method's answer, or the file at that address."""
        if "/file/" in url:
            path = url.partition("/file/bot")[2].partition("/")[2]
            found = next(file for file in self._tg.files.values() if file.path == path)
            return 200, found.data
        name = url.rpartition("/")[2]
        params = _params(request_data)
        chat_id = params.values.get("chat_id")
        fault = self._tg.faults.strike(name, None if chat_id is None else int(chat_id))
        if fault is None:
            return await self._take(name, params)
        if fault.accept:
            await self._take(name, params)
        return _failing(fault)

    async def _take(self, name: str, params: Params) -> tuple[int, bytes]:
        try:
            result = METHODS[name.lower()](self._tg, params)
            if inspect.isawaitable(result):
                result = await result
        except Refused as refused:
            self.refused.append(f"{name}: {refused.description}")
            return refused.code, json.dumps(refused.as_json()).encode()
        if name == "editMessageText":
            self.edits.append(params.values)
        self.answers += not name.startswith(("get", "sendChatAction"))
        message = name.startswith("send") and name != "sendChatAction"
        self.loud += message and not params.values.get("disable_notification")
        return 200, json.dumps({"ok": True, "result": result}).encode()


def _failing(fault: Fault) -> tuple[int, bytes]:
    """What comes of a planted failure; raises what httpx would."""
    match fault.kind:
        case Kind.RETRY_AFTER:
            return 429, json.dumps(too_many_requests(fault.retry_after).as_json()).encode()
        case Kind.SERVER_ERROR:
            return fault.code or 502, GATEWAY_PAGE.encode()
        case Kind.BAD_JSON:
            return 200, b'{"ok":true,"result":{"mess'
        case Kind.CUT:
            raise httpx.ReadError("cut")
        case _:
            raise NotImplementedError(fault.kind)


def _params(data: RequestData | None) -> Params:
    if data is None:
        return Params()
    files = {}
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        body = content if isinstance(content, bytes) else content.read()
        files[name] = Upload(filename, body, kind)
    return Params(dict(data.parameters), files)


@dataclass(slots=True)
class Straightway:
    """A running bot, and what Telegram refused of it."""

    program: Program
    tg: Playground
    request: Straight

    async def answers(self, person: Person, doing: str | Awaitable[Any]) -> list[Seen]:
        """All that the bot says or changes after a text, or after whatever is done."""
        mark = self.tg.mark
        await (person.send(doing) if isinstance(doing, str) else doing)
        await self.settle()
        return [one for one in person.messages if one.from_bot and one.changed > mark]

    async def settle(self) -> None:
        """Handle every update that people have made, and those that come of it."""
        pending = self.tg.state.updates.pending
        while pending:
            raw = pending.popleft()
            update = Update.de_json(raw, self.program.house.bot)
            chat = update.effective_user.id if update.effective_user else 0
            async with self.program.house.work.begin() as unit:
                await unit.updates.store([(update.update_id, chat, raw)])
            await self.program.application.process_update(update)
            retry = self.program.application.bot_data["retry"]
            if retry:
                raise retry.popitem()[1]
        await self.program.house.post.struck_off()


async def _at_once(
    _: aiosqlite.Connection, function: Callable[..., Any], *args: Any, **kwargs: Any
) -> Any:
    """Instead of a thread of its own: an update asks SQLite a hundred times, and the hops cost more
    than the answers."""
    return function(*args, **kwargs)


@asynccontextmanager
async def straightway(
    home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> AsyncIterator[Straightway]:
    """The bot, without polling and without a schedule; whoever writes to it becomes an owner."""
    tg = Playground()
    request = Straight(tg)
    bot = ExtBot(tg.token, request=request, get_updates_request=request)
    monkeypatch.setattr(app, "new_bot", lambda *_: bot)
    monkeypatch.setattr(aiosqlite.Connection, "_execute", _at_once)
    tg.state.updates.allow(WANTED)
    chosen: dict[str, Any] = {
        "telegram_bot_token": SecretStr(tg.token),
        "database_url": f"sqlite+aiosqlite:///{home / 'abrazo.db'}?check_same_thread=false",
        "open_registration": True,
    }
    async with assembled(Settings(_env_file=None, **chosen | settings), clock) as program:
        await program.application.initialize()
        yield Straightway(program, tg, request)
