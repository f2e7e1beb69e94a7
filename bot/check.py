"""`abrazo check`: for each setting and service, whether it works and how to mend it."""

import socket
from typing import TextIO

import httpx
from telegram.error import InvalidToken, TelegramError

from bot.channels.base import NotSent
from bot.models import connected, mend
from bot.parts import new_bot, new_clock, new_mail, new_vault
from bot.settings import Settings, SettingsProblem, load_settings
from storage.crypto import WrongKey
from storage.engine import AWAY, Database, why_away
from storage.unit import Work

INLINE_OFF = (
    "inline mode is off: send /setinline and /setinlinefeedback to @BotFather, and greetings for those"
    " without an address can be posted from within Telegram"
)


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
        *([await _mail(settings)] if settings.smtp_url else []),
        *([_health(settings)] if settings.health_port else []),
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


def _health(settings: Settings) -> tuple[bool, str]:
    """A port that is taken may be taken by the bot itself, which runs while this is asked."""
    host, port = settings.health_host, settings.health_port or 0
    where = f"http://{host}:{port}/health/ready"
    try:
        answer = httpx.get(where, timeout=5)
    except httpx.HTTPError:
        pass
    else:
        if "ready" in answer.text:
            return answer.status_code == 200, f"health: the bot runs and says {answer.text}"
        return False, f"health: HEALTH_PORT {port} belongs to another program; choose another"
    try:
        with socket.create_server((host, port)):
            return True, f"health: will be at {where}"
    except OSError as error:
        return False, f"health: HEALTH_PORT {port} cannot be opened ({error.strerror})"


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
