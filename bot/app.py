"""The composition root: settings in, running program out. The only place that knows every part."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from filelock import FileLock, Timeout
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot import handlers
from bot.calendar import Calendar
from bot.channels.base import Sender
from bot.channels.telegram import TelegramSender
from bot.clock import Clock
from bot.domain.greetings import Channel
from bot.drafters.chat import Usage
from bot.drafters.composer import Composer
from bot.drafters.openai import OpenAIDrafter
from bot.handlers.access import new_pairing_code
from bot.handlers.context import App, Context, House
from bot.intake import Intake
from bot.introduction import introduce
from bot.line import Line
from bot.models import Models, connected
from bot.nightly import Nightly
from bot.outages import Outages
from bot.parts import new_bot, new_clock, new_ears, new_mail, new_talker, new_vault
from bot.post import Post
from bot.schedule import FAREWELL, Schedule
from bot.services.approve import Ways
from bot.services.deliver import Delivery
from bot.services.draft import Drafting
from bot.services.spending import Budget
from bot.services.writing import Writing
from bot.settings import Settings
from bot.views.review import Review
from storage.engine import Database
from storage.migrate import check_key, migrate
from storage.unit import Work

log = logging.getLogger(__name__)


class AlreadyRunning(Exception):
    """Another Abrazo is using this database: stop that one first."""


@dataclass(slots=True)
class Program:
    """The parts of a running Abrazo."""

    settings: Settings
    house: House
    intake: Intake
    schedule: Schedule
    application: App
    model: OpenAIDrafter | None
    line: Line
    usages: tuple[Usage, ...]


@asynccontextmanager
async def only_one(database: Database) -> AsyncIterator[None]:
    """Holds a lock beside a SQLite file; a kill gives it back. Raises AlreadyRunning."""
    if database.path is None:
        yield
        return
    lock = FileLock(database.path.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyRunning from None
    try:
        yield
    finally:
        lock.release()


@asynccontextmanager
async def assembled(settings: Settings, clock: Clock) -> AsyncIterator[Program]:
    """Every part, built and connected, the database migrated; closed at the end.

    Raises WrongKey, AlreadyRunning and storage.migrate.NewerSchema.
    """
    database = Database(settings.database_url)
    async with only_one(database):
        vault = new_vault(settings, database)
        await check_key(database, vault)
        await migrate(database, clock.now())
        work = Work(database, vault, clock)
        async with work.read() as unit:
            owned = await unit.owners.any()
        line = Line(clock.now)
        bot = new_bot(settings, line)
        talker, ears = new_talker(settings), new_ears(settings)
        try:
            async with connected(settings) as models:
                program = _connect(settings, clock, work, bot, line, models, owned=owned)
                program.house.talker, program.house.ears = talker, ears
                yield program
        finally:
            for part in (talker, ears):
                if part is not None:
                    await part.aclose()
            with suppress(TelegramError):
                await bot.shutdown()
            await database.close()


def _connect(
    settings: Settings,
    clock: Clock,
    work: Work,
    bot: ExtBot[None],
    line: Line,
    models: Models,
    *,
    owned: bool,
) -> Program:
    calendar = Calendar.load()
    model = models.drafter
    budget = Budget(settings.daily_tokens)
    spread = timedelta(minutes=settings.spread_minutes)
    ways = Ways(spread, mail=settings.smtp_url is not None)
    review = Review(calendar, settings.review_pause_every, ways)
    sender = TelegramSender(bot)
    post = Post(work, bot, sender.took)
    senders: dict[Channel, Sender] = {Channel.BOT: sender}
    if settings.smtp_url is not None:
        senders[Channel.EMAIL] = new_mail(settings, clock)
    schedule = Schedule(
        work=work,
        calendar=calendar,
        clock=clock,
        drafting=Drafting(work, calendar, Writing(Composer(), model, models.judge), budget),
        delivery=Delivery(work, senders),
        review=review,
        post=post,
        tick_seconds=settings.tick_seconds,
        draft_concurrency=settings.draft_concurrency,
        budget=budget,
        outages=Outages(work, review, post, model, line),
        nightly=Nightly(work, review, post, settings.backup_keep, settings.default_timezone),
    )

    def status() -> dict[str, Any]:
        failing = model is not None and model.usage.last_failure is not None
        word = "none" if model is None else ("failing" if failing else "ok")
        return {"last_tick": schedule.last_tick, "model": word}

    closed = not settings.allowed_user_ids and not settings.open_registration and not owned
    house = House(
        settings=settings,
        work=work,
        calendar=calendar,
        review=review,
        post=post,
        sender=sender,
        bot=bot,
        wake=schedule.wake,
        status=status,
        budget=budget,
        pairing_code=new_pairing_code() if closed else None,
    )
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.bot_data.update(house=house, retry={})
    handlers.register(application)
    intake = Intake(work, bot, _handler(application))
    return Program(settings, house, intake, schedule, application, model, line, models.usages)


def _handler(application: App) -> Callable[[Update], Any]:
    async def handle(update: Update) -> None:
        await application.process_update(update)
        failure = application.bot_data["retry"].pop(update.update_id, None)
        if failure is not None:
            raise failure

    return handle


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bot until SIGINT or SIGTERM. Raises what `assembled` raises."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with assembled(settings, clock or new_clock(settings)) as program:
        await serve(program, stop)


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
    background: list[asyncio.Task[Any]] = []
    await _connect_to_telegram(program.application, stop)
    if stop.is_set():
        return
    if program.house.pairing_code is not None:
        _print_pairing_code(program.house)
    await program.house.post.resume()
    await program.schedule.start()
    await program.intake.resume()
    try:
        async with _listening(program, stop):
            background.append(asyncio.create_task(introduce(program.house.bot, program.settings)))
            if program.model is not None:
                background.append(asyncio.create_task(program.model.warm_up()))
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
                await program.house.post.struck_off()


@asynccontextmanager
async def _listening(program: Program, stop: asyncio.Event) -> AsyncIterator[None]:
    """Take updates, by webhook or by long polling. Raises SettingsProblem."""
    bot, intake, settings = program.house.bot, program.intake, program.settings
    if settings.webhook_url is not None:
        from bot.webhook import Webhook  # noqa: PLC0415 - a third of a second, for who needs it

        webhook = Webhook(settings, bot, intake)
        await webhook.open(stop)
        try:
            yield
        finally:
            await webhook.close()
        return
    with suppress(TelegramError):  # a webhook of earlier days would keep the updates away
        await bot.delete_webhook()
    polling = asyncio.create_task(intake.poll())
    try:
        yield
    finally:
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


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
