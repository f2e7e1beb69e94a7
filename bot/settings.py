"""Settings from the environment or `.env`; each wrong one becomes one line that says the mend."""

import hmac
import re
from datetime import time
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from cryptography.fernet import Fernet
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.calendar.loader import known_countries
from bot.channels.mail_server import parse_smtp_url

LANGUAGES = ("es", "en", "it", "pt")

_PLACEHOLDER = re.compile(
    r"(?i)^(change[-_ ]?me|your[-_ ].*|<.*>|x{3,}|.*replace[-_ ]me.*|sk-\.{3}|todo)$"
)


Loaded = TypeVar("Loaded", bound="ModelSettings")


class SettingsProblem(Exception):
    """A setting is missing or wrong; the message is the line the person at the terminal reads."""


def _address(value: str) -> str:
    if not re.match(r"https?://[^\s/]+", value):
        raise ValueError("is not an address; it starts with http:// or https://")
    try:
        _ = urlsplit(value).port
    except ValueError:
        raise ValueError("is not an address; its port is a number up to 65535") from None
    return value.rstrip("/")


Address = Annotated[str, AfterValidator(_address)]


class ModelSettings(BaseSettings):
    """What concerns models alone: all that commands need that do not talk to Telegram."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    openai_api_key: SecretStr | None = None
    openai_base_url: Address | None = Field(default=None, repr=False)
    openai_model: str = "gpt-5-mini"
    openai_judge_model: str | None = None
    openai_transcribe_model: str = "gpt-transcribe"
    openai_timeout: float = Field(default=60, gt=0, le=600)
    draft_concurrency: int = Field(default=8, ge=1, le=256)
    daily_tokens: int | None = Field(default=None, ge=1)
    daily_drafts: int | None = Field(default=None, ge=1)

    @property
    def has_model(self) -> bool:
        """Whether a model is configured at all."""
        return self.openai_api_key is not None or self.openai_base_url is not None

    @field_validator("openai_api_key")
    @classmethod
    def _api_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and _PLACEHOLDER.match(value.get_secret_value()):
            raise ValueError("still holds the placeholder; put a real key or leave it empty")
        return value


class Settings(ModelSettings):
    """Every setting of the bot; `.env.example` documents each."""

    telegram_bot_token: SecretStr
    telegram_api_url: Address = Field("https://api.telegram.org", repr=False)
    database_url: str = Field("sqlite+aiosqlite:///data/abrazo.db", repr=False)
    encryption_key: SecretStr | None = None
    allowed_user_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    open_registration: bool = False
    max_contacts: int | None = Field(default=None, ge=1)
    default_language: str = "es"
    default_timezone: str = "America/Argentina/Buenos_Aires"
    default_country: str = "AR"
    prepare_at: time = time(20)
    send_at: time = time(9)
    review_pause_every: int = Field(default=20, ge=0)
    spread_minutes: int = Field(default=5, ge=0, le=600)
    tick_seconds: float = Field(default=30, gt=0, le=3600)
    smtp_url: SecretStr | None = None
    webhook_url: Address | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str | None = None
    backup_keep: int = Field(default=7, ge=0, le=1000)
    health_port: int | None = Field(default=None, ge=1, le=65535)
    health_host: str = "127.0.0.1"
    log_level: str = "INFO"
    log_format: Literal["text", "json"] = "text"
    clock_offset_file: Path | None = None

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        token = value.get_secret_value()
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token) or _PLACEHOLDER.match(token):
            raise ValueError("is not a bot token; @BotFather gives one like 123456789:AAE…")
        return value

    @property
    def webhook_token(self) -> str:
        """What Telegram shows with each update: WEBHOOK_SECRET, or one that follows from the bot's
        token, the same in every process."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        token = self.telegram_bot_token.get_secret_value().encode()
        return hmac.new(token, b"abrazo webhook", sha256).hexdigest()

    @property
    def webhook_address(self) -> tuple[str, int]:
        """Host and port to listen on: WEBHOOK_LISTEN, else where WEBHOOK_URL points if that is this
        machine, else 127.0.0.1:8080, for a proxy to bring what comes."""
        url = urlsplit(self.webhook_url or "")
        if self.webhook_listen is not None:
            host, _, port = self.webhook_listen.rpartition(":")
            return host.strip("[]"), int(port)
        if url.hostname in {"localhost", "127.0.0.1", "::1"}:
            return url.hostname, url.port or 80
        return "127.0.0.1", 8080

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        secret = value.get_secret_value() if value is not None else "none"
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise ValueError("takes 1 to 256 letters, digits, _ and -; Telegram allows no others")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _webhook_listen(cls, value: str | None) -> str | None:
        if value is not None:
            found = re.fullmatch(r"\S+:(\d{1,5})", value)
            if found is None or not 0 < int(found[1]) <= 65535:
                raise ValueError("is a host and a port such as 127.0.0.1:8080")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _mail(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parse_smtp_url(value.get_secret_value())
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+psycopg://")):
            raise ValueError("must start with sqlite+aiosqlite:/// or postgresql+psycopg://")
        if value.rstrip("/") == "sqlite+aiosqlite:" or ":memory:" in value:
            raise ValueError("needs a file, such as sqlite+aiosqlite:///data/abrazo.db")
        return value

    @field_validator("encryption_key")
    @classmethod
    def _keys(cls, value: SecretStr | None) -> SecretStr | None:
        """Each with the one `=` that 32 bytes end in, which many tools leave out."""
        if value is None:
            return None
        given = [key.strip() for key in value.get_secret_value().split(",")]
        keys = [key.rstrip("=") + "=" for key in given]
        try:
            for key in keys:
                Fernet(key)
        except ValueError:
            raise ValueError("is not url-safe base64 of 32 bytes") from None
        return SecretStr(",".join(keys))

    @field_validator("allowed_user_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if not isinstance(value, str | int):
            return value
        parts = [part.strip() for part in str(value).split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            raise ValueError("takes Telegram user ids: whole numbers separated by commas")
        return frozenset(int(part) for part in parts)

    @field_validator("default_language")
    @classmethod
    def _language(cls, value: str) -> str:
        if value.lower() not in LANGUAGES:
            raise ValueError(f"is one of {', '.join(LANGUAGES)}")
        return value.lower()

    @field_validator("default_timezone")
    @classmethod
    def _timezone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is not an IANA time zone such as America/Argentina/Buenos_Aires")
        return value

    @field_validator("default_country")
    @classmethod
    def _country(cls, value: str) -> str:
        if value.upper() not in known_countries():
            raise ValueError("is a two-letter country code such as AR")
        return value.upper()

    @field_validator("prepare_at", "send_at", mode="before")
    @classmethod
    def _hour(cls, value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
            raise ValueError("is an hour such as 20:00")
        return value if not isinstance(value, str) else value.zfill(5)

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("is one of DEBUG, INFO, WARNING, ERROR")
        return value.upper()


_MENDS = {
    "bool_parsing": "is true or false",
    "int_parsing": "is a whole number",
    "int_from_float": "is a whole number",
    "float_parsing": "is a number",
    "greater_than": "is a number greater than {gt:g}",
    "greater_than_equal": "is a number greater than or equal to {ge:g}",
    "less_than_equal": "is a number of at most {le:g}",
    "literal_error": "is one of {expected}",
}
"""What pydantic found, as what to write instead."""


def load_settings() -> Settings:
    """The settings in force. Raises SettingsProblem with one line a wrong setting."""
    return _load(Settings)


def load_model_settings() -> ModelSettings:
    """Those about models, whatever the others say. Raises SettingsProblem like load_settings."""
    return _load(ModelSettings)


def _load(kind: type[Loaded]) -> Loaded:
    try:
        return kind()
    except ValidationError as error:
        raise SettingsProblem("\n".join(_line(problem) for problem in error.errors())) from None
    except UnicodeDecodeError:
        raise SettingsProblem(".env is not UTF-8: save it as UTF-8 and start again.") from None
    except OSError as error:
        raise SettingsProblem(f".env cannot be read: {error.strerror}.") from None


def _line(problem: Any) -> str:
    """One line for one problem; never with the value itself, which may be a secret."""
    name = str(problem["loc"][0]).upper()
    if problem["type"] == "missing":
        return f"{name} is missing: set it in the environment or in .env (see .env.example)."
    mend = _MENDS.get(problem["type"])
    context = problem.get("ctx", {})
    message = mend.format(**context) if mend else str(problem["msg"]).removeprefix("Value error, ")
    return f"{name} {message}{'' if message.endswith('.') else '.'} See .env.example."
