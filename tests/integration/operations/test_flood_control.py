"""With Telegram's flood control on: what one chat gets too much of comes a little later, whole and in
order."""

from pathlib import Path

import pytest

from bot.domain.messages import Message
from bot.playground import Limits, Playground
from tests.conftest import StillClock
from tests.e2e.seed import an_owner_with_approved
from tests.harness import PATIENCE, running


async def test_somebody_whom_five_owners_greet_at_one_hour_gets_all_and_telegram_refuses_none(
    tmp_path: Path, clock: StillClock
) -> None:
    clock.at(20, 8)
    async with Playground(limits=Limits(rates=True)) as tg:
        juana = tg.user("Juana")
        juana.account.started = True
        async with running(tmp_path, tg, clock) as bot:
            async with bot.house.work.begin() as unit:
                for owner_id in range(1, 6):
                    await an_owner_with_approved(unit, owner_id, {juana.id: f"Juana{owner_id}"})
            clock.at(20, 9, 1)
            while len(juana.messages) < 5:
                clock.later(seconds=1)
                await bot.schedule.tick()
                for channel in bot.schedule.sending:
                    await channel.idle()
        assert len({one.text for one in juana.messages}) == 5
        assert not [call for call in tg.calls if call.status == 429]


@pytest.mark.filterwarnings(
    "ignore::telegram.warnings.PTBDeprecationWarning"
)  # of retry_after's type
async def test_what_is_too_much_for_a_chat_comes_in_order_and_is_refused_once_at_most(
    tmp_path: Path, clock: StillClock
) -> None:
    async with Playground(limits=Limits(rates=True)) as tg:
        marcelo = tg.user("Marcelo")
        async with running(tmp_path, tg, clock) as bot:
            await marcelo.send("/start")
            await marcelo.wait_for(lambda one: one.from_bot, within=PATIENCE)
            texts = [f"aviso {number}" for number in range(9)]
            async with bot.house.work.begin() as unit:
                for text in texts:
                    await unit.outbox.add(Message(marcelo.id, text))
            await bot.house.post.flush(unit.outbox.letters)

            def told() -> list[str]:
                return [one.text for one in marcelo.messages if one.text.startswith("aviso")]

            for _ in range(30 * len(texts)):
                if len(told()) == len(texts):
                    break
                clock.later(seconds=1)
                await bot.schedule.tick()
        assert told() == texts
        assert len([call for call in tg.calls if call.status == 429]) <= 1
