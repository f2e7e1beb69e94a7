"""Whoever sets it up reads one line for each thing that is wrong, and no secret in it."""

import os
import re
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from bot.settings import Settings, SettingsProblem, load_settings

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty directory, and no setting in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def problem(monkeypatch: pytest.MonkeyPatch, **settings: str) -> list[str]:
    """The lines that a start with these settings ends in."""
    for name, value in ({"TELEGRAM_BOT_TOKEN": TOKEN} | settings).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsProblem) as found:
        load_settings()
    return str(found.value).splitlines()


def test_without_a_token_one_line_says_so() -> None:
    with pytest.raises(SettingsProblem, match=r"^TELEGRAM_BOT_TOKEN is missing: set it .*$"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("TELEGRAM_BOT_TOKEN", "geheim", "@BotFather"),
        ("TELEGRAM_BOT_TOKEN", "your-token-here", "@BotFather"),
        ("TELEGRAM_BOT_TOKEN", "<token>", "@BotFather"),
        ("TELEGRAM_BOT_TOKEN", "changeme", "@BotFather"),
        ("TELEGRAM_API_URL", "geheim.example.org", "https://"),
        ("OPENAI_API_KEY", "sk-...", "real key"),
        ("OPENAI_API_KEY", "your-api-key", "real key"),
        ("OPENAI_BASE_URL", "geheim:8080", "http://"),
        ("OPENAI_TIMEOUT", "geheim", "number"),
        ("OPENAI_TIMEOUT", "-1", "greater than 0"),
        ("OPENAI_TIMEOUT", "nan", "600"),
        ("DRAFT_CONCURRENCY", "0", "greater than or equal to 1"),
        ("DRAFT_CONCURRENCY", "geheim", "whole number"),
        ("DATABASE_URL", "mysql://root:geheim@localhost/abrazo", "sqlite+aiosqlite:///"),
        ("DATABASE_URL", "postgresql://root:geheim@localhost/abrazo", "postgresql+psycopg://"),
        ("ALLOWED_USER_IDS", "@geheim", "whole numbers"),
        ("ALLOWED_USER_IDS", "7;8", "commas"),
        ("ALLOWED_USER_IDS", "-7", "whole numbers"),
        ("OPEN_REGISTRATION", "geheim", "true or false"),
        ("DEFAULT_LANGUAGE", "klingon", "es, en, it, pt"),
        ("DEFAULT_TIMEZONE", "Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("DEFAULT_COUNTRY", "Argentina", "AR"),
        ("DEFAULT_COUNTRY", "QQ", "AR"),
        ("HEALTH_PORT", "70000", "65535"),
        ("WEBHOOK_URL", "http://127.0.0.1:99999/geheim", "65535"),
        ("OPENAI_BASE_URL", "http://127.0.0.1:geheim/v1", "65535"),
        ("WEBHOOK_LISTEN", "127.0.0.1:99999", "127.0.0.1:8080"),
        ("WEBHOOK_LISTEN", "127.0.0.1", "127.0.0.1:8080"),
        ("PREPARE_AT", "25:00", "20:00"),
        ("SEND_AT", "9", "20:00"),
        ("SEND_AT", "geheim", "20:00"),
        ("REVIEW_PAUSE_EVERY", "-3", "greater than or equal to 0"),
        ("SPREAD_MINUTES", "geheim", "whole number"),
        ("TICK_SECONDS", "0", "greater than 0"),
        ("SMTP_URL", "https://ana:geheim@mail.example.net", "smtps://"),
        ("SMTP_URL", "smtps://ana:changeme@mail.ferro.org.ar", "placeholder"),
        ("LOG_LEVEL", "geheim", "DEBUG, INFO, WARNING, ERROR"),
    ],
)
def test_a_wrong_setting_gives_one_line_with_its_name_and_the_mend_but_not_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, mend: str
) -> None:
    (line,) = problem(monkeypatch, **{name: value})
    assert line.startswith(f"{name} ")
    assert mend in line
    assert "geheim" not in line
    assert line.endswith(".")


@pytest.mark.parametrize("value", ["geheim", "changeme", "YWJj", "YWJj,YWJj"])
def test_what_is_no_key_is_told_from_a_key_that_does_not_open(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    (line,) = problem(monkeypatch, ENCRYPTION_KEY=value)
    assert line.startswith("ENCRYPTION_KEY ")
    assert "base64" in line


def test_a_key_without_its_padding_is_the_same_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    key = Fernet.generate_key().decode()
    monkeypatch.setenv("ENCRYPTION_KEY", f"{key.rstrip('=')}, {key}")
    keys = load_settings().encryption_key
    assert keys is not None
    assert keys.get_secret_value() == f"{key},{key}"


@pytest.mark.parametrize("url", ["sqlite+aiosqlite:///", "sqlite+aiosqlite:///:memory:"])
def test_a_database_that_would_forget_everything_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    (line,) = problem(monkeypatch, DATABASE_URL=url)
    assert line.startswith("DATABASE_URL ")


def test_every_wrong_setting_gets_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = problem(monkeypatch, SEND_AT="nine", DEFAULT_COUNTRY="Italia", TICK_SECONDS="often")
    assert {line.split()[0] for line in lines} == {"SEND_AT", "DEFAULT_COUNTRY", "TICK_SECONDS"}
    assert len(lines) == 3


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    for name in Settings.model_fields:
        if name != "telegram_bot_token":
            monkeypatch.setenv(name.upper(), "")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert load_settings() == Settings(telegram_bot_token=SecretStr(TOKEN))


def test_settings_come_from_the_file_and_the_environment_beats_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = [f"TELEGRAM_BOT_TOKEN={TOKEN}", "ALLOWED_USER_IDS=7, 8,", "SEND_AT=8:30", "PREPARE_AT="]
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("DEFAULT_COUNTRY", "it")
    monkeypatch.setenv("SEND_AT", "10:15")
    settings = load_settings()
    assert settings.allowed_user_ids == {7, 8}
    assert (settings.send_at, settings.prepare_at) == (time(10, 15), time(20))
    assert settings.default_country == "IT"


@pytest.mark.parametrize(
    ("settings", "model"),
    [
        ({}, False),
        ({"OPENAI_API_KEY": ""}, False),
        ({"OPENAI_API_KEY": "sk-abc123"}, True),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1/"}, True),
    ],
)
def test_there_is_a_model_with_a_key_or_an_address(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], model: bool
) -> None:
    for name, value in ({"TELEGRAM_BOT_TOKEN": TOKEN} | settings).items():
        monkeypatch.setenv(name, value)
    assert load_settings().has_model is model


def test_no_secret_stands_in_what_is_printed_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secrets = {"TELEGRAM_BOT_TOKEN": TOKEN, "OPENAI_API_KEY": "sk-geheim-key"}
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    printed = repr(load_settings())
    assert not any(secret in printed for secret in secrets.values())


def documented() -> dict[str, str]:
    """Each setting of .env.example with the value it shows."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"(?:# )?([A-Z_]+)=(.*)", line) for line in lines]
    return {match[1]: match[2] for match in found if match}


def test_every_setting_is_documented_and_nothing_else() -> None:
    assert documented().keys() == {name.upper() for name in Settings.model_fields}


def test_every_setting_has_a_line_of_explanation() -> None:
    blocks = EXAMPLE.read_text(encoding="utf-8").split("\n\n")
    for name in documented():
        block = next(block for block in blocks if f"{name}=" in block)
        assert re.match(r"# [^\n]{10,}", block), name


def test_the_documented_defaults_are_the_real_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    real = load_settings()
    for name, value in documented().items():
        if value:
            monkeypatch.setenv(name, value)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert load_settings() == real


def test_a_setting_without_a_shown_value_has_no_default() -> None:
    for name, value in documented().items():
        default = Settings.model_fields[name.lower()].default
        assert bool(value) == (default not in {None, PydanticUndefined, frozenset()}), name


def run(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """`abrazo run`, as a person starts it."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "TELEGRAM_API_URL": "http://127.0.0.1:1"} | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "geheim"}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "ENCRYPTION_KEY": "geheim"}, "ENCRYPTION_KEY"),
        (
            {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "ENCRYPTION_KEY": "A" * 43 + "=",
                "DATABASE_URL": "postgresql+psycopg://ana:geheim@127.0.0.1:1/abrazo",
            },
            "DATABASE_URL",
        ),
        (
            {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": "sqlite+aiosqlite:////proc/no/abrazo.db"},
            "DATABASE_URL",
        ),
    ],
)
def test_the_start_ends_with_that_line_and_no_traceback(
    tmp_path: Path, settings: dict[str, str], name: str
) -> None:
    done = run(tmp_path, **settings)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert name in line
    assert "geheim" not in done.stdout + done.stderr
