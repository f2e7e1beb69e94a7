"""A Telegram, a model, and Marcelo, who has friends and an eve before him."""

from collections.abc import AsyncIterator

import pytest

from bot.playground import Playground
from tests.fakes.model import FakeModel


@pytest.fixture
async def tg() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    async with FakeModel() as fake:
        yield fake
