"""A part of Abrazo beside others: what it needs is said in one line."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import assembled
from bot.clock import Clock
from bot.roles import Role
from bot.settings import Settings, SettingsProblem

KEY = SecretStr("c29tZSAzMiBieXRlcyBmb3IgYSB0ZXN0IG9mIGtleXM=")
POSTGRES = "postgresql+psycopg://nobody@127.0.0.1:1/none"


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        ({}, "--role needs PostgreSQL: set DATABASE_URL"),
        ({"database_url": POSTGRES}, "ENCRYPTION_KEY is missing"),
        ({"database_url": POSTGRES, "encryption_key": KEY}, "ALLOWED_USER_IDS is missing"),
    ],
)
@pytest.mark.parametrize("role", [Role.WEB, Role.WORKER, Role.SENDER])
async def test_what_a_part_lacks_is_said(
    role: Role, chosen: dict[str, Any], line: str, tmp_path: Path
) -> None:
    settings: dict[str, Any] = {
        "telegram_bot_token": SecretStr("123456789:AAEhBP0av28frVZFQg3gP5v8mV9m2GGWnEE"),
        "database_url": f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}",
    } | chosen
    with pytest.raises(SettingsProblem, match=line):
        async with assembled(Settings(_env_file=None, **settings), Clock(), role):
            pass
