"""A running bot without a model, and its owner."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import running


@pytest.fixture
async def bot(tmp_path: Path, tg: Playground, clock: StillClock) -> AsyncIterator[Program]:
    async with running(tmp_path, tg, clock) as program:
        yield program


@pytest.fixture
def marcelo(tg: Playground) -> Person:
    return tg.user("Marcelo")
