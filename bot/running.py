"""A program that runs: from the first word to Telegram to the farewell."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.drafters.chat import Usage
from bot.drafters.openai import OpenAIDrafter
from bot.handlers.context import App, House
from bot.intake import Intake
from bot.introduction import introduce
from bot.line import Line
from bot.roles import Role
from bot.schedule import FAREWELL, Schedule
from bot.settings import Settings

log = logging.getLogger(__name__)

Office = Callable[[], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Program:
    """The parts of a running Abrazo."""

    settings: Settings
    role: Role
    house: House
    intake: Intake
    schedule: Schedule
    application: App
    model: OpenAIDrafter | None
    line: Line
    usages: tuple[Usage, ...]
    offices: list[Office]
    """What goes on in the background as long as it runs, besides."""


async def serve(program: Program, stop: asyncio.Event) -> None:
    """Poll, tick and send until `stop` is set, then let what is in hand finish. Raises
    SettingsProblem."""
    async with _telling_its_health(program):
        await _serve(program, stop)


@asynccontextmanager
async def _telling_its_health(program: Program) -> AsyncIterator[None]:
    """From before Telegram answers until after the last word, where HEALTH_PORT asks for it."""
    if program.settings.health_port is None:
        yield
        return
    from bot.health import Health  # noqa: PLC0415 - a server, for who needs one

    work, schedule = program.house.work, program.schedule
    health = Health(program.settings, work, schedule, program.line, program.usages)
    await health.open()
    try:
        yield
    finally:
        await health.close()


async def _serve(program: Program, stop: asyncio.Event) -> None:
    await _connect_to_telegram(program.application, stop)
    if stop.is_set():
        return
    if program.house.pairing_code is not None:
        _print_pairing_code(program.house)
    await program.house.post.resume()
    await program.schedule.start()
    background = [asyncio.create_task(office()) for office in program.offices]
    if program.model is not None:
        background.append(asyncio.create_task(program.model.warm_up()))
    try:
        async with _listening(program, stop):
            log.info("Abrazo is running")
            await stop.wait()
            log.info("stopping")
    finally:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        await program.intake.drain(FAREWELL)
        await program.schedule.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await program.house.post.close()


@asynccontextmanager
async def _listening(program: Program, stop: asyncio.Event) -> AsyncIterator[None]:
    """Take updates, by webhook or by long polling, if that is this process's part. Raises
    SettingsProblem."""
    bot, intake, settings = program.house.bot, program.intake, program.settings
    if not program.role.takes_updates:
        yield
        return
    await intake.resume()
    webhook = polling = None
    if settings.webhook_url is not None:
        from bot.webhook import Webhook  # noqa: PLC0415 - a third of a second, for who needs it

        webhook = Webhook(settings, bot, intake)
        await webhook.open(stop)
    else:
        with suppress(TelegramError):  # a webhook of earlier days would keep the updates away
            await bot.delete_webhook()
        polling = asyncio.create_task(intake.poll())
    introducing = asyncio.create_task(introduce(bot, settings))
    try:
        yield
    finally:
        tasks = [task for task in (polling, introducing) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if webhook is not None:
            await webhook.close()


async def _connect_to_telegram(application: App, stop: asyncio.Event) -> None:
    """Say hello to Telegram, however long it is away. Raises InvalidToken."""
    pause = 1.0
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("Telegram does not answer yet: %s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(30.0, pause * 2)
        else:
            return


def _print_pairing_code(house: House) -> None:
    line = f"Open https://t.me/{house.bot.username} and send:  /start {house.pairing_code}"
    os.write(1, f"{line}\n".encode())
