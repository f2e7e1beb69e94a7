"""What models use counts for whom they are asked, and ends where the settings say."""

import asyncio
from pathlib import Path

from bot.drafters.spending import counting, use
from bot.playground import Person, Playground
from bot.services.spending import Budget
from storage.unit import Work
from tests.conftest import StillClock, add_owner
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running

LOOSE = "sabés que la juana anda con un perrito que encontró en la plaza"
"""Words that the rules are not sure about."""

ONE_CALL = 1280
"""Tokens of an answer of the fake model."""


def said(person: Person) -> str:
    return "\n".join(one.text for one in person.messages if one.from_bot)


async def test_when_the_day_is_spent_the_composer_writes_and_the_owner_hears_once(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    clock.at(19, 12)
    async with running(
        tmp_path, tg, clock, model, daily_tokens=ONE_CALL, draft_concurrency=1
    ) as bot:
        marcelo = tg.user("Marcelo")
        for name, note in (("Juana", "té de jazmín"), ("Teo", "truco"), ("Rita", "tango")):
            await answers(bot, marcelo, f"/add {name}, amiga, le gusta el {note}")
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "gasté todo" in one.text, within=PATIENCE)
        status = (await answers(bot, marcelo, "/status"))[-1].text
        while "Escribiendo" in status:
            status = (await answers(bot, marcelo, "/status"))[-1].text
        at_most = 2 * 1  # places of the schedule: twice the calls at once
        assert len(model.requests) <= at_most
        assert f"{len(model.requests) * 1280:,}".replace(",", ".") in status.replace("\u00a0", ".")
        assert said(marcelo).count("gasté todo") == 1
        cards = len(model.requests)
        clock.at(20, 12)
        await answers(bot, marcelo, "Contame algo de lo que no entiendas nada, che")
        assert len(model.requests) > cards, "a new day, and the model is asked again"


async def test_a_day_has_so_many_drafts_by_the_model_and_the_composer_writes_the_rest(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    clock.at(19, 12)
    async with running(tmp_path, tg, clock, model, daily_drafts=2) as bot:
        marcelo = tg.user("Marcelo")
        for name, note in (("Juana", "té de jazmín"), ("Teo", "truco"), ("Rita", "tango")):
            await answers(bot, marcelo, f"/add {name}, amiga, le gusta el {note}")
        assert "hoy: 0 de 2" in (await answers(bot, marcelo, "/status"))[-1].text
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "gasté todo" in one.text, within=PATIENCE)
        status = (await answers(bot, marcelo, "/status"))[-1].text
        while "Escribiendo" in status:
            status = (await answers(bot, marcelo, "/status"))[-1].text
        assert "hoy: 2 de 2" in status
        async with bot.house.work.read() as unit:
            rounds = await unit.alternatives.last_rounds(
                await unit.greetings.find(owner_id=marcelo.id)
            )
        spent = [one[0].fallback == "spent" for one in rounds.values()]
        assert sorted(spent) == [False, False, True], "nobody is left without a draft"
        assert said(marcelo).count("gasté todo") == 1
        asked = len(model.requests)
        await answers(bot, marcelo, LOOSE)
        assert len(model.requests) > asked, "talk goes on: it is drafts that are used up"


async def test_a_draft_that_the_model_did_not_write_does_not_count(
    work: Work, clock: StillClock
) -> None:
    ana = await add_owner(work, clock, 1)
    budget = Budget(drafts=2)

    async def take() -> bool:
        async with work.begin() as unit:
            return await budget.take_draft(unit, ana)

    async with work.begin() as unit:
        await budget.give_back_draft(unit, ana)
    taken = await asyncio.gather(*(take() for _ in range(3)))
    assert sorted(taken) == [False, True, True], "exact, however many ask at once"
    async with work.begin() as unit:
        await budget.give_back_draft(unit, ana)
        assert await budget.drafted(unit, ana) == 1
    assert await take()
    clock.at(19, 12)
    assert await take(), "tomorrow is another day"


async def test_talk_counts_too_and_falls_back_to_the_rules(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    async with running(tmp_path, tg, clock, model, daily_tokens=1) as bot:
        marcelo = tg.user("Marcelo")
        await answers(bot, marcelo, "/add Juana, amiga")
        await answers(bot, marcelo, LOOSE)
        asked = len(model.requests)
        assert asked
        assert said(marcelo).count("gasté todo") == 1
        again = await answers(bot, marcelo, LOOSE + " y Teo")
        assert len(model.requests) == asked
        assert again


async def test_every_owner_has_a_day_of_their_own(work: Work, clock: StillClock) -> None:
    ana = await add_owner(work, clock, 1)
    ken = await add_owner(work, clock, 2, timezone="Asia/Tokyo")
    budget = Budget(100)
    async with work.begin() as unit:
        await budget.spend(unit, ana, 60)
        await budget.spend(unit, ana, 60)
        await budget.spend(unit, ken, 60)
        assert await budget.used(unit, ana) == 120
        assert not await budget.is_left(unit, ana)
        assert await budget.is_left(unit, ken)
        assert [await budget.ran_out(unit, ana) for _ in range(2)] == [True, False]
    clock.at(19, 1)
    async with work.begin() as unit:
        assert await budget.is_left(unit, ana)
        assert await budget.used(unit, ken) == 60, "in Tokyo it was that day already"
        await unit.spending.tidy(unit.now.date())
    clock.at(18, 12)
    async with work.read() as unit:
        assert await budget.used(unit, ana) == 0


async def test_calls_that_go_on_side_by_side_count_for_whoever_asked() -> None:
    async def ask(tokens: int) -> int:
        with counting() as used:
            await asyncio.gather(*(call(tokens) for _ in range(3)))
        return used.tokens

    async def call(tokens: int) -> None:
        await asyncio.sleep(0)
        use(tokens)

    assert tuple(await asyncio.gather(ask(1), ask(100))) == (3, 300)
