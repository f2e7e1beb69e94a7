"""Killed at any instant of the morning, nothing arrives twice and nothing is lost from sight.

The verdict comes from the Telegram server's own record and from the reopened database.
"""

import asyncio
import random
from functools import partial
from pathlib import Path

import pytest

from bot.domain.greetings import State
from bot.playground import Person, Playground
from tests.e2e.running import Abrazo
from tests.e2e.seed import approved_greetings, states, text_for

GUESTS = 40
KILLS = 10


def arrived(tg: Playground, guests: dict[int, str]) -> dict[str, int]:
    """How often each guest's greeting took effect at Telegram, heard of by the bot or not."""
    return {
        name: len(
            [
                call
                for call in tg.calls.accepted("sendMessage", chat_id)
                if text_for(name) in call.params["text"]
            ]
        )
        for chat_id, name in guests.items()
    }


def so_many(tg: Playground, guests: dict[int, str], goal: int) -> bool:
    return sum(arrived(tg, guests).values()) >= goal


def everybody(tg: Playground) -> tuple[Person, dict[int, str]]:
    owner = tg.user("Marcelo")
    people = [tg.user(f"Guest{number}") for number in range(GUESTS)]
    return owner, {person.id: f"Guest{number}" for number, person in enumerate(people)}


async def settled_status(owner: Person, tg: Playground) -> str:
    """What /status says once nothing is approved any more."""
    async with asyncio.timeout(60):
        while True:
            mark = tg.mark
            await owner.send("/status")
            status = await owner.wait_for(
                lambda message: "Así viene" in message.text, since=mark, within=30
            )
            if "Aprobados" not in status.text:
                return status.text


@pytest.mark.parametrize("seed", [1, 2])
async def test_ten_kills_in_a_morning_double_nothing(
    seed: int, tmp_path: Path, tg: Playground
) -> None:
    chance = random.Random(seed)
    owner, guests = everybody(tg)
    await owner.send("hola")
    for person in tg.people:
        await person.send("/start")
    await approved_greetings(tmp_path, owner.id, guests)
    abrazo = Abrazo(tmp_path, tg, None, ALLOWED_USER_IDS=str(owner.id))
    abrazo.at(2027, 7, 20, 9, 1)
    for _ in range(KILLS):
        goal = sum(arrived(tg, guests).values()) + chance.randint(1, 5)
        if chance.random() < 0.4:
            tg.fault("hang", "sendMessage", accept=True, skip=goal % 3)
        await abrazo.start()
        await tg.wait_until(partial(so_many, tg, guests, min(goal, GUESTS)), within=30)
        await abrazo.kill()
        tg.faults.clear()
        assert max(arrived(tg, guests).values()) <= 1
    await abrazo.start()
    status = await settled_status(owner, tg)
    await abrazo.stop()
    ended = await states(tmp_path, owner.id)
    assert set(arrived(tg, guests).values()) <= {0, 1}
    for name, greeting in ended.items():
        assert greeting.state in {State.SENT, State.UNKNOWN}
        line = "☑️ Enviados" if greeting.state is State.SENT else "❔ No sé si llegaron"
        names = next(one for one in status.splitlines() if one.startswith(line))
        assert name in names.removeprefix(f"{line}: ").split(", ")
        if greeting.state is State.SENT:
            assert arrived(tg, guests)[name] == 1
