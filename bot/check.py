"""`abrazo check`: for each setting and service, whether it works and how to mend it."""

import asyncio
import errno
import io
import os
import wave
from typing import TextIO
from urllib.parse import urlsplit

import httpx
from telegram.error import InvalidToken, TelegramError

from bot.channels.base import NotSent
from bot.models import connected, mend
from bot.parts import new_bot, new_clock, new_ears, new_mail, new_vault
from bot.settings import Settings, SettingsProblem, load_settings
from bot.understanding.hearing import Deaf, Ears, NotHeard
from storage.crypto import WrongKey
from storage.engine import AWAY, Database, why_away
from storage.unit import Work

INLINE_OFF = (
    "inline mode is off: send /setinline and /setinlinefeedback to @BotFather, and greetings for those"
    " without an address can be posted from within Telegram"
)
TELEGRAM_S_PORTS = frozenset({None, 443, 80, 88, 8443})
"""To which it brings updates, https alone; https://core.telegram.org/bots/api#setwebhook."""

PATIENCE = 20.0
"""Seconds that whoever listens on this machine may take to answer."""


async def check(out: TextIO) -> int:
    """Write a line for each; answers the exit code, 1 when something has to be mended."""
    try:
        settings = load_settings()
    except SettingsProblem as problem:
        out.writelines(f"✗ {line}\n" for line in str(problem).splitlines())
        return 1
    given = ", ".join(sorted(name.upper() for name in settings.model_fields_set))
    out.write(f"✓ settings: {given}; all others stand at their defaults\n")
    verdicts = [
        await _telegram(settings),
        await _database(settings),
        *await _models(settings),
        *([await _voice(settings, ears)] if (ears := new_ears(settings)) else []),
        *([await _mail(settings)] if settings.smtp_url else []),
        *([await _webhook(settings)] if settings.webhook_url else []),
        *([await _health(settings)] if settings.health_port else []),
    ]
    out.writelines(f"{'✓' if good else '✗'} {line}\n" for good, line in verdicts)
    if not settings.allowed_user_ids and not settings.open_registration:
        out.write("· ALLOWED_USER_IDS is not set: `abrazo run` prints a pairing code\n")
    return 0 if all(good for good, _ in verdicts) else 1


async def _telegram(settings: Settings) -> tuple[bool, str]:
    bot = new_bot(settings)
    try:
        await bot.initialize()
    except InvalidToken:
        return False, "Telegram: TELEGRAM_BOT_TOKEN is refused; ask @BotFather for the token"
    except TelegramError:
        return False, "Telegram: no answer; check TELEGRAM_API_URL and the connection"
    else:
        if not bot.supports_inline_queries:
            return True, f"Telegram: @{bot.username}; {INLINE_OFF}"
        return True, f"Telegram: @{bot.username}"
    finally:
        await bot.shutdown()


async def _database(settings: Settings) -> tuple[bool, str]:
    try:
        database = Database(settings.database_url)
    except OSError as error:
        return False, f"database: {why_away(error)}; set DATABASE_URL to another file"
    try:
        if database.path is not None and not database.path.exists():
            return True, f"database: will be made at the first start ({database.path})"
        vault = new_vault(settings, database)
        async with Work(database, vault, new_clock(settings)).read() as unit:
            await unit.owners.any()
    except WrongKey:
        return False, "database: ENCRYPTION_KEY does not open it; set the key it was made with"
    except AWAY as error:
        return False, f"database: {_unreached(database, error)}"
    except Exception as error:  # noqa: BLE001 - whatever a database driver raises is the finding
        return False, f"database: DATABASE_URL does not work ({type(error).__name__})"
    else:
        return True, "database"
    finally:
        await database.close()


def _unreached(database: Database, error: BaseException) -> str:
    """Where it was looked for, what came of it and what to look at; the password in no case."""
    if database.is_sqlite:
        return f"{database.path} cannot be used ({why_away(error)}); mend it or set DATABASE_URL"
    url = database.url
    why = why_away(error).replace(url.password or "\0", "***")
    return (
        f"{url.host or 'this machine'}:{url.port or 5432} does not let us in ({why}); see that it runs,"
        " and that host, port, name, user and password in DATABASE_URL are right"
    )


async def _mail(settings: Settings) -> tuple[bool, str]:
    try:
        await new_mail(settings, new_clock(settings)).check()
    except NotSent as wrong:
        return False, f"e-mail: SMTP_URL does not work ({wrong.reason})"
    return True, "e-mail"


async def _webhook(settings: Settings) -> tuple[bool, str]:
    """Whether updates can come in here; the bot that runs is known by what it says without the secret."""
    url = settings.webhook_url or ""
    given, (host, port) = urlsplit(url), settings.webhook_address
    here = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    real = urlsplit(settings.telegram_api_url).hostname == "api.telegram.org"
    if real and (given.scheme != "https" or given.port not in TELEGRAM_S_PORTS):
        return False, (
            "webhook: Telegram brings nothing to WEBHOOK_URL: it has to begin with https:// and to"
            " be on port 443, 80, 88 or 8443"
        )
    answer = await _asked("POST", host, port, given.path or "/")
    if answer is None:
        if wrong := await _closed(host, port):
            return False, f"webhook: {here} cannot be opened ({wrong}); set WEBHOOK_LISTEN"
        secret = "is WEBHOOK_SECRET" if settings.webhook_secret else "follows from the token"
        return True, f"webhook: will be at {here} for {url}; the secret {secret}"
    if answer.status_code != 403 or answer.content:
        return False, f"webhook: {here} belongs to another program; set WEBHOOK_LISTEN"
    return await _brought(settings, url, here)


async def _brought(settings: Settings, url: str, here: str) -> tuple[bool, str]:
    """What Telegram says of bringing updates to the bot, which listens `here`."""
    try:
        async with new_bot(settings) as bot:
            info = await bot.get_webhook_info()
    except TelegramError:  # its own line tells why
        return True, f"webhook: the bot runs and listens on {here}"
    if info.url.rstrip("/") != url:
        brings = f"brings updates to {info.url or 'nobody'} instead of {url}"
        return False, f"webhook: the bot runs, but Telegram {brings}; restart the bot"
    if info.pending_update_count and info.last_error_message:
        return False, (
            f"webhook: {info.pending_update_count} wait at Telegram, which cannot bring them to {url}"
            f" ({info.last_error_message}); see that your proxy passes it on to {here}"
        )
    return True, f"webhook: the bot runs, and Telegram brings updates to {url}"


async def _health(settings: Settings) -> tuple[bool, str]:
    """A port that is taken may be taken by the bot itself, which runs while this is asked."""
    host, port = settings.health_host, settings.health_port or 0
    answer = await _asked("GET", host, port, "/health/ready")
    if answer is None:
        if wrong := await _closed(host, port):
            return False, f"health: HEALTH_PORT {port} cannot be opened ({wrong})"
        where = httpx.URL(scheme="http", host=host, port=port, path="/health/ready")
        return True, f"health: will be at {where}"
    if "ready" in answer.text:
        return answer.status_code == 200, f"health: the bot runs and says {answer.text}"
    return False, f"health: HEALTH_PORT {port} belongs to another program; choose another"


async def _asked(method: str, host: str, port: int, path: str) -> httpx.Response | None:
    """What is answered there; None when nobody is. No proxy leads to this very machine."""
    try:
        where = httpx.URL(scheme="http", host=host, port=port, path=path)
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
            return await client.request(method, where)
    except (httpx.HTTPError, httpx.InvalidURL):
        return None


async def _closed(host: str, port: int) -> str | None:
    """Why the bot could not listen there; None when it could."""
    try:
        server = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port)
    except OSError as error:  # asyncio tells the address once more, and the reason behind it
        known = error.errno in errno.errorcode
        return os.strerror(error.errno or 0) if known else str(error.strerror)
    server.close()
    await server.wait_closed()
    return None


async def _voice(settings: Settings, ears: Ears) -> tuple[bool, str]:
    """Plays a second of silence. Where nobody named a model that listens, to have none is no fault: the bot
    asks for words instead."""
    name, model = "OPENAI_TRANSCRIBE_MODEL", settings.openai_transcribe_model
    try:
        await ears.hear(_silence(), "silence.wav", "audio/wav")
    except NotHeard as deaf:
        if name.lower() not in settings.model_fields_set:
            return True, f"voice notes: nobody listens to them there (set {name} for one)"
        if deaf.why is Deaf.CANNOT:
            return False, f"voice notes: {mend('no_such_model', name)}"
        return False, f"voice notes: {model} does not answer as it should"
    else:
        return True, f"voice notes: {model}"
    finally:
        await ears.aclose()


def _silence() -> bytes:
    """A second of it, as WAV."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(bytes(32_000))
    return file.getvalue()


async def _models(settings: Settings) -> list[tuple[bool, str]]:
    async with connected(settings) as models:
        if models.drafter is None:
            return [
                (True, "model: none; the built-in composer writes (set OPENAI_API_KEY for one)")
            ]
        verdicts = []
        for part, model, setting, name in (
            ("model", models.drafter, "OPENAI_MODEL", settings.openai_model),
            ("judge", models.judge, "OPENAI_JUDGE_MODEL", settings.openai_judge_model),
        ):
            if model is not None:
                wrong = await model.check()
                verdicts.append(
                    (wrong is None, f"{part}: {mend(wrong, setting) if wrong else name}")
                )
    return verdicts
