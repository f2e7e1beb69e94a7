"""A database that is away for a moment delays what an owner says, and loses nothing of it."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.handlers import recipients
from bot.playground import Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers, running


async def test_words_that_meet_no_database_at_the_door_are_kept_when_it_is_back(
    tmp_path: Path, tg: Playground, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    marcelo = tg.user("Marcelo")
    knocked: list[object] = []
    at_the_door = recipients.answers_as_guest

    async def away_at_first(*who: Any) -> bool:
        knocked.append(who)
        if len(knocked) == 1:
            raise OperationalError("SELECT", None, Exception("the connection is lost"))
        return await at_the_door(*who)

    monkeypatch.setattr("bot.intake.RETRY_SECONDS", 0.0)
    async with running(tmp_path, tg, clock) as bot:
        await answers(bot, marcelo, "/start")
        await answers(bot, marcelo, "/add Juana, amiga")
        monkeypatch.setattr(recipients, "answers_as_guest", away_at_first)
        mark = tg.mark
        await marcelo.send("/note Juana se mudó a Córdoba")
        said = await marcelo.wait_for(lambda one: one.from_bot, within=PATIENCE, since=mark)
    assert len(knocked) == 2
    assert "se mudó a Córdoba" in said.text
