"""A Telegram, a model, and the bot between them."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.e2e.running import Abrazo
from tests.fakes.model import FakeModel


@pytest.fixture
async def abrazo(tmp_path: Path, tg: Playground, model: FakeModel) -> AsyncIterator[Abrazo]:
    """The bot with a model, not started yet."""
    bot = Abrazo(tmp_path, tg, model)
    yield bot
    await bot.kill()


Factory = Callable[..., Abrazo]
