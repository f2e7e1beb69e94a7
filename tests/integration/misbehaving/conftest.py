"""An owner with three friends, one of them malicious, and a bot whose model a test turns bad."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import answers, running

FRIENDS = (
    "Juana Pérez, amiga, le gusta el té de jazmín, se mudó a Córdoba",
    "Teo Gauna, amigo, toca el bandoneón",
    "Rulo, amigo, lo de la zanja y el termo",
)
"""Somebody to write to, somebody with one note, and one whose note only a person understands."""


@pytest.fixture
async def bot(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> AsyncIterator[Program]:
    """Its patience with the model is short."""
    async with running(tmp_path, tg, clock, model, openai_timeout=2) as program:
        yield program


@pytest.fixture
async def marcelo(bot: Program, tg: Playground) -> Person:
    """With his three friends."""
    person = tg.user("Marcelo")
    for friend in FRIENDS:
        await answers(bot, person, f"/add {friend}")
    return person
