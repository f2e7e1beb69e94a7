"""When a handler breaks, the owner gets a kind word, the log gets no content, and the bot goes on."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import assembled, serve
from bot.clock import Clock
from bot.handlers import people
from bot.playground import TOKEN, Playground
from bot.settings import Settings


async def test_a_broken_handler_costs_one_kind_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(turn: Any, text: str) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(people, "add_text", broken)
    stop = asyncio.Event()
    async with Playground() as tg:
        owner = tg.user("Marcelo")
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=tg.url,
            database_url=f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}",
            allowed_user_ids=frozenset({owner.id}),
        )
        async with assembled(settings, Clock()) as program:
            running = asyncio.create_task(serve(program, stop))
            with caplog.at_level(logging.DEBUG, "bot"):
                await owner.send("/add Juana, amiga, le gusta el té de jazmín")
                sorry = await owner.wait_for(lambda message: message.from_bot, within=20)
            await owner.send("/help")
            await owner.wait_for(lambda message: "/contacts" in message.text, within=20)
            stop.set()
            await running
    assert "no me salió" in sorry.text
    assert "jazmín" not in caplog.text
    assert "RuntimeError" in caplog.text
