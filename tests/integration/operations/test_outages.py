"""The model or Telegram is away: the owner hears it once, in words, and once that it is back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import line, outages
from bot.line import Line
from bot.playground import Kind, Person, Playground
from tests.conftest import StillClock
from tests.e2e.seed import approved_greetings
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running

AWAY, BACK = "El modelo no contesta desde", "El modelo volvió a contestar"


def said(person: Person, words: str) -> int:
    return sum(words in one.text for one in person.messages if one.from_bot)


async def test_a_model_that_is_away_is_told_once_and_once_that_it_is_back(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    model: FakeModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outages, "PROBE_SECONDS", 0.0)
    clock.at(19, 12)
    model.answer(*[404] * 5000)
    async with running(tmp_path, tg, clock, model) as bot:
        marcelo = tg.user("Marcelo")
        await answers(bot, marcelo, "/add Juana, amiga, le gusta el té de jazmín")
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: AWAY in one.text, within=PATIENCE)
    async with running(tmp_path, tg, clock, model) as bot:
        asked = len(model.requests)
        while len(model.requests) < asked + 4:
            await answers(bot, marcelo, "/status")
        assert said(marcelo, AWAY) == 1, "a restart tells nobody twice"
        assert said(marcelo, BACK) == 0
        model.forget()
        await marcelo.wait_for(lambda one: BACK in one.text, within=PATIENCE)
        await answers(bot, marcelo, "/status")
        assert (said(marcelo, AWAY), said(marcelo, BACK)) == (1, 1)


async def test_a_single_bad_answer_is_told_on_the_card_alone(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    clock.at(19, 12)
    model.answer(401)
    async with running(tmp_path, tg, clock, model) as bot:
        marcelo = tg.user("Marcelo")
        await answers(bot, marcelo, "/add Juana, amiga, le gusta el té de jazmín")
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "sin modelo" in one.text, within=PATIENCE)
        for _ in range(3):
            await answers(bot, marcelo, "/status")
        assert said(marcelo, "rechaza la clave") == 0


async def test_who_had_greetings_to_leave_hears_why_they_leave_late(
    tmp_path: Path, tg: Playground, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "LONG", timedelta(0))
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # as the command line sets it
    marcelo, lucia = tg.user("Marcelo"), tg.user("Lucía")
    for person in (marcelo, lucia):
        person.account.started = True
    await approved_greetings(tmp_path, marcelo.id, {lucia.id: "Lucía"})
    held = tg.fault(Kind.RETRY_AFTER, "sendMessage", chat_id=lucia.id, retry_after=60, times=None)
    clock.at(20, 9, 1)
    async with running(tmp_path, tg, clock, allowed_user_ids=frozenset({marcelo.id})) as bot:
        await tg.wait_until(lambda: held.hits > 0, within=PATIENCE)
        bot.line.failed()
        clock.at(20, 9, 41)
        bot.line.answered(200)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "de 9:01 a 9:41" in one.text, within=PATIENCE)


def test_only_a_long_absence_counts_and_the_wall_clock_has_no_say() -> None:
    seconds = 0.0
    noon = datetime(2027, 7, 20, 12, tzinfo=UTC)
    wire = Line(lambda: noon + timedelta(days=seconds), lambda: seconds)
    wire.failed()
    seconds += 599
    wire.answered(200)
    assert wire.is_up
    assert wire.came_back() is None
    wire.answered(502)
    assert not wire.is_up
    seconds += 600
    wire.answered(429)
    absence = wire.came_back()
    assert absence is not None
    assert absence.until - absence.since == timedelta(days=600)
    assert wire.came_back() is None
    assert wire.refused == 1
