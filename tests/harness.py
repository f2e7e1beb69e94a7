"""The whole bot inside the test, between a Telegram and perhaps a model on loopback: faster than a
process of its own, where no kill is needed.

async with running(tmp_path, tg, clock, model=model) as program:
    juana = tg.user("Juana")
    await answers(program, juana, "hola")
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Program, assembled, serve
from bot.clock import Clock
from bot.playground import Person, Playground, Seen
from bot.settings import Settings
from tests.fakes.model import FakeModel

PATIENCE = 90.0
"""Seconds that a loaded machine may need for one answer."""


@asynccontextmanager
async def running(
    home: Path,
    tg: Playground,
    clock: Clock,
    model: FakeModel | None = None,
    **settings: Any,
) -> AsyncIterator[Program]:
    """The bot, polling; whoever writes to it becomes an owner."""
    chosen: dict[str, Any] = {
        "telegram_bot_token": SecretStr(tg.token),
        "telegram_api_url": tg.url,
        "database_url": f"sqlite+aiosqlite:///{home / 'abrazo.db'}",
        "open_registration": True,
        "spread_minutes": 0,
        "tick_seconds": 0.5,
    }
    if model is not None:
        chosen |= {"openai_base_url": model.url, "openai_model": "fake"}
    stop = asyncio.Event()
    async with assembled(Settings(_env_file=None, **chosen | settings), clock) as program:
        serving = asyncio.create_task(serve(program, stop))
        try:
            yield program
        finally:
            stop.set()
            await serving


async def answers(
    bot: Program, person: Person, message: str | Callable[[], Awaitable[Any]]
) -> list[Seen]:
    """All that the bot says to a text, or to whatever is done."""
    before = {seen.id for seen in person.messages}
    if isinstance(message, str):
        await person.send(message)
    else:
        await message()
    await person.wait_for(lambda one: one.id not in before, within=PATIENCE)
    await bot.intake.drain(PATIENCE)
    return [one for one in person.messages if one.from_bot and one.id not in before]
