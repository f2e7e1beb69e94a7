"""What is broken for one owner is nobody else's trouble."""

import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.domain.greetings import State
from bot.playground import Playground
from bot.schedule import Schedule
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend
from tests.harness import PATIENCE, running

OVER = date(2027, 7, 18)


def failures(caplog: pytest.LogCaptureFixture, step: str, owner_id: int) -> int:
    words = f"{step} failed for owner {owner_id}: WrongKey"
    return sum(words in one.getMessage() for one in caplog.records)


async def test_a_damaged_owner_keeps_nobody_from_their_day(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    work: Work,
    database_url: str,
    encryption_key: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.ERROR)
    monkeypatch.setattr(Schedule, "wake", lambda _, **__: None)  # no ticks but these
    damaged, vera = tg.user("Marcelo"), tg.user("Vera")
    clock.at(19, 12)
    for person in (damaged, vera):
        person.account.started = True
        owner = await add_owner(work, clock, person.id)
        teo = await befriend(work, owner, "Teo", "toca el bandoneón")
        async with work.begin() as unit:
            await unit.greetings.plan(owner.id, teo.id, OVER, ["friends-day"], clock.now())
    clock.at(19, 20, 1)
    settings: dict[str, Any] = {
        "database_url": database_url,
        "encryption_key": SecretStr(encryption_key),
    }
    async with running(tmp_path, tg, clock, tick_seconds=600, **settings) as bot:
        async with work.begin() as unit:
            await (await unit.session.connection()).execute(
                text("UPDATE owner SET sealed = :junk WHERE id = :id"),
                {"junk": b"-" * 40, "id": damaged.id},
            )
        for _ in range(3):
            await bot.schedule.tick()
        await vera.wait_for(lambda one: "Teo" in one.text, within=PATIENCE)
        assert failures(caplog, "plan", damaged.id) == 1, "not at every tick"
        assert failures(caplog, "close_days", damaged.id) == 1
        async with work.read() as unit:
            [over] = await unit.greetings.find(owner_id=vera.id, day=OVER)
        assert over.state is State.EXPIRED
        clock.at(19, 20, 12)
        await bot.schedule.tick()
        assert failures(caplog, "plan", damaged.id) == 2, "and later again"
