"""The bot without its loops, and its owner."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Person
from tests.conftest import StillClock
from tests.direct import Straightway, straightway


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Straightway]:
    async with straightway(tmp_path, clock, monkeypatch) as running:
        yield running


@pytest.fixture
def marcelo(bot: Straightway) -> Person:
    return bot.tg.user("Marcelo")
