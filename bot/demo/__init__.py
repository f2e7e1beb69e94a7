"""`abrazo demo`: the very same bot, a Telegram in the browser, and eight people to greet."""

import asyncio
import contextlib
import signal
import sys
import tempfile
import tomllib
import webbrowser
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.app import AlreadyRunning, Program, assembled, serve
from bot.clock import Clock
from bot.domain.messages import Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.parsing import parse_contact
from bot.playground import TOKEN, Person, Playground, clock
from bot.services import capture
from bot.settings import Settings, SettingsProblem, load_model_settings
from bot.views.buttons import tap
from storage.crypto import WrongKey
from storage.engine import AWAY, why_away
from storage.migrate import NewerSchema

MARCELO, FIRST_GUEST = 1001, 2001
"""User ids in the demo's Telegram, the same every time so that --keep finds its people again."""

_MODEL = (
    "openai_api_key",
    "openai_base_url",
    "openai_model",
    "openai_judge_model",
    "openai_transcribe_model",
    "openai_timeout",
    "draft_concurrency",
)
"""All that a demo takes from the environment or `.env`: how to reach the model, and how much it bears."""


def demo(port: int, *, browser: bool, keep: Path | None) -> int:
    """Run the demo until Ctrl-C; answers the exit code (1: it can't start, and says why)."""
    with contextlib.ExitStack() as stack:
        home = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="abrazo-")))
        try:
            home.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=home):
                pass  # whoever cannot write there should read that
            asyncio.run(_demo(port, browser, home))
        except PortTaken:
            return _refuse(f"Port {port} is taken. Try: abrazo demo --port {port + 1}")
        except AlreadyRunning:
            return _refuse(f"--keep {home}: another demo is using it. Stop that one first.")
        except (WrongKey, NewerSchema):
            return _refuse(f"--keep {home}: holds another Abrazo's data. Name another directory.")
        except OSError as error:
            return _refuse(f"--keep {home}: {error.strerror}. Name another directory.")
        except AWAY as error:
            return _refuse(f"--keep {home}: {why_away(error)}. Name another directory.")
    return 0


class PortTaken(Exception):
    """Nobody can listen on that port."""


def _refuse(line: str) -> int:
    print(line, file=sys.stderr)  # noqa: T201 - a command's own output
    return 1


async def _demo(port: int, browser: bool, home: Path) -> None:
    """The Telegram, the bot against it over HTTP, one clock for both."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    time = Clock()
    settings = _settings(home)
    pages = clock.routes(time, settings.default_timezone)
    async with contextlib.AsyncExitStack() as stack:
        try:
            tg = await stack.enter_async_context(Playground(TOKEN, port, now=time.now, pages=pages))
        except OSError:
            raise PortTaken from None
        settings = settings.model_copy(update={"telegram_api_url": tg.url})
        people = tomllib.loads(files("bot.demo").joinpath("people.toml").read_text("utf-8"))
        owner = tg.user(people["owner"]["first_name"], id=MARCELO, username="marcelo")
        async with assembled(settings, time) as program:
            await _seed(program, tg, owner, people["person"])
            running = asyncio.create_task(serve(program, stop))
            _welcome(tg.url, settings, browser=browser)
            await running


class _Defaults(Settings):
    """As if nothing were set: what the real bot is told, its mail server above all, is not for a demo."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        *_others: PydanticBaseSettingsSource,
        **_more: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What the demo says, and nothing else."""
        return (init_settings,)


def _settings(home: Path) -> Settings:
    """The defaults, with the model of the environment if there is one that can be used."""
    model: dict[str, Any] = {}
    try:
        named = load_model_settings()
        model = {name: getattr(named, name) for name in _MODEL}
    except SettingsProblem as problem:
        _refuse(f"{problem} Until then no model writes here.")
    return _Defaults(
        **model,
        telegram_bot_token=SecretStr(TOKEN),
        database_url=f"sqlite+aiosqlite:///{home / 'abrazo.db'}",
        allowed_user_ids=frozenset({MARCELO}),
        tick_seconds=1,
        spread_minutes=0,
        log_level="WARNING",
    )


async def _seed(
    program: Program, tg: Playground, owner: Person, people: list[dict[str, str]]
) -> None:
    """Add the sample people, once."""
    house = program.house
    async with house.work.begin() as unit:
        seeded = await unit.owners.get(owner.id) is not None
        if not seeded:
            newcomer = _owner(program)
            await unit.owners.add(newcomer, unit.now)
            await unit.outbox.add(_first_words(program, newcomer, len(people)))
    if seeded:
        await owner.start()
    else:
        owner.account.started = True  # who sends /start is met as one who comes back
    for number, person in enumerate(people):
        guest = FIRST_GUEST + number
        name = person["text"].partition(",")[0].split()[0]
        if person.get("linked"):
            await tg.user(name, id=guest).start()
        if seeded:
            continue
        async with house.work.begin() as unit:
            known = await unit.owners.get(owner.id)
            if known is None:
                return
            today = unit.now.astimezone(ZoneInfo(known.timezone)).date()
            parsed = parse_contact(
                person["text"],
                today=today,
                owner_language=known.language,
                owner_country=known.country,
            )
            kept = await capture.add_contact(unit, known, parsed)
            if person.get("linked"):
                await unit.contacts.save(kept.contact.evolve(linked_chat_id=guest))


def _first_words(program: Program, owner: Owner, people: int) -> Message:
    """What a newcomer reads: who speaks, who is in the demo, who writes, and what to press first."""
    speech = Speech(owner.language, owner.country)
    model = "yes" if program.settings.has_model else "no"
    text = speech("demo-welcome", name=owner.name, people=people, model=model)
    rows = ((tap(speech, "btn-list", "people", 0), tap(speech, "btn-how", "how")),)
    return Message(owner.id, text, rows)


def _owner(program: Program) -> Owner:
    settings = program.settings
    return Owner(
        id=MARCELO,
        name="Marcelo",
        language=settings.default_language,
        country=settings.default_country,
        timezone=settings.default_timezone,
        prepare_at=settings.prepare_at,
        send_at=settings.send_at,
        next_plan_at=datetime(2000, 1, 1, tzinfo=UTC),
    )


def _welcome(url: str, settings: Settings, *, browser: bool) -> None:
    writer = settings.openai_model if settings.has_model else "no model: the composer writes"
    line = f"Abrazo is at {url} ({writer}). Ctrl-C ends it."
    print(line, flush=True)  # noqa: T201 - a command's own output
    if browser:
        webbrowser.open(url)
