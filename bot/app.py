"""The composition root: settings in, running program out. The only place that knows every part."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any

from filelock import FileLock, Timeout
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot import handlers
from bot.calendar import Calendar
from bot.channels.base import Sender
from bot.channels.telegram import TelegramSender
from bot.clock import Clock
from bot.desk import Desk
from bot.domain.greetings import Channel
from bot.drafters.composer import Composer
from bot.handlers.access import new_pairing_code
from bot.handlers.context import App, Context, House
from bot.intake import Intake
from bot.line import Line
from bot.models import Models, connected
from bot.nightly import Nightly
from bot.outages import Outages
from bot.parts import new_bot, new_clock, new_ears, new_mail, new_talker, new_vault
from bot.planning import Planning
from bot.post import Post
from bot.roles import Role
from bot.running import Office, Program, serve
from bot.schedule import Schedule
from bot.services.ahead import Ahead
from bot.services.approve import Ways
from bot.services.deliver import Delivery
from bot.services.draft import Drafting
from bot.services.spending import Budget
from bot.services.writing import Writing
from bot.settings import Settings, SettingsProblem
from bot.shared import SharedIntake, SharedPost
from bot.standing import Ticking
from bot.views.review import Review
from storage.engine import Database
from storage.locks import Election, Locks
from storage.migrate import check_key, migrate
from storage.restoring import look_for_a_restore
from storage.unit import Work

__all__ = ["AlreadyRunning", "Program", "assembled", "run", "serve"]

log = logging.getLogger(__name__)

LEAVING = 10.0
"""Seconds that PostgreSQL may need to notice that the process before has ended."""


class AlreadyRunning(Exception):
    """Another Abrazo is using this database: stop that one first."""


@asynccontextmanager
async def only_one(database: Database, house: Election) -> AsyncIterator[None]:
    """Holds a lock beside a SQLite file, or the house in PostgreSQL; a kill gives it back. Raises
    AlreadyRunning."""
    if database.path is None:
        async with database.engine.connect():
            pass  # whoever cannot reach it should read that
        try:
            async with asyncio.timeout(LEAVING):
                await house.wait(held=True)
        except TimeoutError:
            raise AlreadyRunning from None
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
async def assembled(
    settings: Settings, clock: Clock, role: Role = Role.ALL
) -> AsyncIterator[Program]:
    """Every part, built and connected, the database migrated; closed at the end.

    Raises SettingsProblem, WrongKey, AlreadyRunning and storage.migrate.NewerSchema.
    """
    database = Database(settings.database_url)
    if role.shared:
        _fit_to_share(settings, database)
    locks = Locks(database)
    place = Election(locks, "house", shared=role.shared)
    async with only_one(database, place):
        vault = new_vault(settings, database)
        await check_key(database, vault)
        await migrate(database, clock.now())
        restored = await look_for_a_restore(database, clock.now())
        if restored is not None:
            log.warning(
                "the database was restored: %d greetings may have left since, %d ask again",
                *restored,
            )
        work = Work(database, vault, clock)
        async with work.read() as unit:
            owned = await unit.owners.any()
        line = Line(clock.now)
        bot = new_bot(settings, line)
        talker, ears = new_talker(settings), new_ears(settings)
        try:
            async with connected(settings) as models:
                program = _connect(
                    settings, clock, role, work, locks, bot, line, models, owned=owned
                )
                program.house.talker, program.house.ears = talker, ears
                if not database.is_sqlite:
                    program.offices.append(place.stand)
                yield program
        finally:
            for part in (talker, ears):
                if part is not None:
                    await part.aclose()
            with suppress(TelegramError):
                await bot.shutdown()
            await locks.close()
            await database.close()


def _fit_to_share(settings: Settings, database: Database) -> None:
    """Several processes need one database that serves them all, and to agree on the rest. Raises
    SettingsProblem."""
    if database.is_sqlite:
        line = (
            "--role needs PostgreSQL: set DATABASE_URL=postgresql+psycopg://…, or leave --role out."
        )
    elif settings.encryption_key is None:
        line = "ENCRYPTION_KEY is missing: with --role every process needs the same one."
    elif not (settings.allowed_user_ids or settings.open_registration):
        line = "ALLOWED_USER_IDS is missing: with --role nobody is paired by a code."
    else:
        return
    raise SettingsProblem(line)


def _connect(
    settings: Settings,
    clock: Clock,
    role: Role,
    work: Work,
    locks: Locks,
    bot: ExtBot[None],
    line: Line,
    models: Models,
    *,
    owned: bool,
) -> Program:
    calendar = Calendar.load()
    model = models.drafter
    budget = Budget(settings.daily_tokens, settings.daily_drafts)
    spread = timedelta(minutes=settings.spread_minutes)
    ways = Ways(spread, mail=settings.smtp_url is not None)
    review = Review(calendar, settings.review_pause_every, ways)
    sender = TelegramSender(bot)
    turn = Election(locks, "sender", won=sender.begin_anew)
    offices: list[Office] = []
    post = Post(work, bot, sender.place, sender.ready)
    if role.shared:
        post = shared = SharedPost(work, bot, sender.place, sender.ready, lambda: turn.held)
        if role is Role.SENDER:
            offices += [turn.stand, shared.carry]

    def may() -> bool:
        return role is not Role.SENDER or turn.held

    writing = Writing(Composer(), model, models.judge)
    voice = f"{settings.openai_model} {settings.openai_judge_model}" if model else "composer"
    ahead = Ahead(work, calendar, writing, ways, budget, voice)

    def standing_of_model() -> str:
        if model is None:
            return "none"
        return "ok" if model.usage.last_failure is None else "failing"

    ticking = Ticking(work, role, standing_of_model)
    senders: dict[Channel, Sender] = {Channel.BOT: sender}
    if settings.smtp_url is not None:
        senders[Channel.EMAIL] = new_mail(settings, clock)
    desk = Desk(
        work,
        Drafting(work, calendar, writing, ways, budget),
        ahead,
        review,
        post,
        budget,
        concurrency=settings.draft_concurrency,
    )
    schedule = Schedule(
        work=work,
        clock=clock,
        planning=Planning(work, calendar, desk, ahead, review, post),
        desk=desk,
        delivery=Delivery(work, senders, may),
        review=review,
        post=post,
        tick_seconds=settings.tick_seconds,
        role=role,
        locks=locks,
        may=may,
        ticking=ticking,
        outages=Outages(work, review, post, model, line),
        nightly=Nightly(work, review, post, settings.backup_keep, settings.default_timezone),
    )

    closed = not settings.allowed_user_ids and not settings.open_registration and not owned
    house = House(
        settings=settings,
        work=work,
        calendar=calendar,
        review=review,
        ahead=ahead,
        post=post,
        sender=sender,
        bot=bot,
        wake=schedule.wake,
        status=ticking.standing,
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
    handle = _handler(application)
    intake = Intake(work, bot, handle)
    if role is Role.WEB:
        intake = common = SharedIntake(work, bot, handle, locks, Election(locks, "listener"))
        offices.append(common.sweep)
    return Program(
        settings, role, house, intake, schedule, application, model, line, models.usages, offices
    )


def _handler(application: App) -> Callable[[Update], Any]:
    async def handle(update: Update) -> None:
        await application.process_update(update)
        failure = application.bot_data["retry"].pop(update.update_id, None)
        if failure is not None:
            raise failure

    return handle


async def run(settings: Settings, role: Role = Role.ALL) -> None:
    """Run the bot until SIGINT or SIGTERM. Raises what `assembled` raises."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with assembled(settings, new_clock(settings), role) as program:
        program.offices.append(partial(_settle_down, program))
        await serve(program, stop)


async def _settle_down(program: Program) -> None:
    """What was loaded stays for good. Once all of it is there, no garbage collection walks through it
    again, which would hold everything up for a fifth of a second."""
    if program.model is not None:
        await program.model.warm_up()
    gc.freeze()
