"""The eve of a big day is prepared beforehand; all the owner notices is that nobody waits."""

from collections.abc import Callable
from pathlib import Path

from bot.app import Program
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running

FRIENDS = (("Juana", "té de jazmín"), ("Teo", "truco"), ("Rita", "tango"))


async def prepared(bot: Program, tg: Playground, clock: StillClock, model: FakeModel) -> Person:
    """Three friends of Marcelo's, told of in the morning and drafted by a quarter to seven."""
    clock.at(19, 9)
    marcelo = tg.user("Marcelo")
    for name, note in FRIENDS:
        await answers(bot, marcelo, f"/add {name}, amiga, le gusta el {note}")
    clock.at(19, 18, 30)
    await bot.schedule.tick()
    clock.at(19, 18, 46)
    await drafting(bot, model, len(FRIENDS))
    return marcelo


async def drafting(bot: Program, model: FakeModel, requests: int) -> None:
    """Tick until the model has been asked so often; what it answered is written down then."""
    while len(model.requests) < requests:
        await bot.schedule.tick()
        if not model.latency:
            while tasks := bot.schedule._desk._tasks:
                await next(iter(tasks))
    assert len(model.requests) == requests


def heads(head: str) -> Callable[[Seen], bool]:
    return lambda one: head in one.text


def cards(person: Person) -> list[str]:
    return [one.text for one in person.messages if one.from_bot and "💌" in one.text]


async def test_before_the_hour_nothing_is_seen_and_at_the_hour_the_first_card_is_there(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    async with running(tmp_path, tg, clock, model) as bot:
        marcelo = await prepared(bot, tg, clock, model)
        for command in ("/status", "/review", "/contacts Juana"):
            told = "\n".join(one.text for one in await answers(bot, marcelo, command))
            assert "💌" not in told
            assert "Teo" not in told
        clock.at(19, 20)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "💌 1 de 3" in one.text, within=PATIENCE)
        assert any("3/3" in one.text for one in marcelo.messages)
        assert len(model.requests) == len(FRIENDS)


async def test_whoever_asks_for_drafts_before_the_hour_gets_those_that_are_there(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    async with running(tmp_path, tg, clock, model) as bot:
        marcelo = await prepared(bot, tg, clock, model)
        (shown,) = await answers(bot, marcelo, "/draft Teo")
        assert "💌" in shown.text
        assert "Teo" in shown.text
        await answers(bot, marcelo, "/draft friends-day")
        assert len(model.requests) == len(FRIENDS)


async def test_killed_in_the_midst_the_next_start_goes_on_and_nothing_comes_twice(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    async with running(tmp_path, tg, clock, model, draft_concurrency=1) as bot:
        marcelo = await prepared(bot, tg, clock, model)
        await answers(bot, marcelo, "/note Teo: se compró un velero")
        clock.at(19, 19, 30)
        model.latency = 3600
        await drafting(bot, model, len(FRIENDS) + 1)
    model.latency = 0
    clock.at(19, 20)
    async with running(tmp_path, tg, clock, model, review_pause_every=0) as bot:
        for number in range(1, len(FRIENDS) + 1):
            card = await marcelo.wait_for(heads(f"💌 {number} de 3"), within=PATIENCE)
            await marcelo.tap("✅ 1", card.id)
        await bot.intake.drain(PATIENCE)
        names = [text.splitlines()[0].split("·")[1].strip() for text in cards(marcelo)]
        assert len(names) == len(set(names))
        assert any("velero" in text for text in (str(one) for one in model.requests[4:]))
