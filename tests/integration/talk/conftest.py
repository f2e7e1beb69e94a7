"""A running bot that anybody may own, with and without a model."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import running


@pytest.fixture
async def bot(tmp_path: Path, tg: Playground, clock: StillClock) -> AsyncIterator[Program]:
    """Without a model."""
    async with running(tmp_path, tg, clock) as program:
        yield program


@pytest.fixture
async def thinking_bot(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> AsyncIterator[Program]:
    """With a model that answers what a test scripts."""
    async with running(tmp_path, tg, clock, model, openai_timeout=6) as program:
        yield program
