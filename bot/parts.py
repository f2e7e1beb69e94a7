"""Single parts, each made of the settings: the clock, the keys, the bot, who listens and who mails."""

from pathlib import Path
from urllib.parse import urlsplit

from telegram.ext import ExtBot

from bot.channels.email import EmailSender
from bot.channels.mail_server import parse_smtp_url
from bot.clock import Clock, FileClock
from bot.drafters.chat import ChatModel
from bot.line import Line, WatchedRequest
from bot.locales import Speech
from bot.settings import Settings
from bot.understanding.hearing import Ears
from bot.understanding.model import PATIENCE, Talker
from storage.crypto import Vault, key_beside
from storage.engine import Database

CONNECTIONS = 64
TELEGRAM_SECONDS = 20.0


def new_clock(settings: Settings) -> Clock:
    """The clock the whole program asks."""
    path = settings.clock_offset_file
    return FileClock(path) if path is not None else Clock()


def new_vault(settings: Settings, database: Database) -> Vault:
    """The keys of the settings, or the key file beside the database. Raises WrongKey."""
    if settings.encryption_key is not None:
        return Vault(settings.encryption_key.get_secret_value())
    path = database.path or Path("data/abrazo.db")
    return Vault(key_beside(path), lambda: key_beside(path))


def new_talker(settings: Settings) -> Talker | None:
    """Who understands talk that the rules do not, if a model is configured."""
    if not settings.has_model:
        return None
    key = settings.openai_api_key
    return Talker(
        ChatModel(
            key.get_secret_value() if key else None,
            settings.openai_base_url,
            settings.openai_model,
            min(settings.openai_timeout, PATIENCE.total_seconds()),
        )
    )


def new_ears(settings: Settings) -> Ears | None:
    """Who listens to voice notes, if an endpoint is configured."""
    if not settings.has_model:
        return None
    key = settings.openai_api_key
    return Ears(
        key.get_secret_value() if key else None,
        settings.openai_base_url,
        settings.openai_transcribe_model,
        settings.openai_timeout,
    )


def new_mail(settings: Settings, clock: Clock) -> EmailSender:
    """The sender of letters; SMTP_URL must be set."""
    url = settings.smtp_url.get_secret_value() if settings.smtp_url else ""
    return EmailSender(parse_smtp_url(url), Speech, clock.now)


def new_bot(settings: Settings, line: Line | None = None) -> ExtBot[None]:
    """PTB's bot on the configured Bot API server; `line` hears how its requests go."""
    root = settings.telegram_api_url
    line = line or Line(Clock().now)
    here = urlsplit(root).hostname in {"127.0.0.1", "localhost", "::1"}
    way = {"trust_env": not here}  # no proxy leads to this very machine
    request = WatchedRequest(
        line,
        connection_pool_size=CONNECTIONS,
        read_timeout=TELEGRAM_SECONDS,
        write_timeout=TELEGRAM_SECONDS,
        connect_timeout=10.0,
        pool_timeout=TELEGRAM_SECONDS,
        httpx_kwargs=way,
    )
    return ExtBot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=request,
        get_updates_request=WatchedRequest(line, connection_pool_size=2, httpx_kwargs=way),
    )
