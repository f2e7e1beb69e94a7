"""A running bot, with and without a model, and its owner."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import running


@pytest.fixture
async def bot(tmp_path: Path, tg: Playground, clock: StillClock) -> AsyncIterator[Program]:
    async with running(tmp_path, tg, clock) as program:
        yield program


@pytest.fixture
async def thinking_bot(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> AsyncIterator[Program]:
    async with running(tmp_path, tg, clock, model) as program:
        yield program


@pytest.fixture
def marcelo(tg: Playground) -> Person:
    return tg.user("Marcelo")
