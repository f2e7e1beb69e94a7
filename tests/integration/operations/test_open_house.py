"""A bot that anybody may use: owners never see each other, and none takes more than their share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import answers, running

BOUND = 3


@pytest.fixture
async def bot(tmp_path: Path, tg: Playground, clock: StillClock) -> AsyncIterator[Program]:
    async with running(tmp_path, tg, clock, max_contacts=BOUND) as program:
        yield program


async def say(bot: Program, person: Person, words: str) -> str:
    return "\n".join(one.text for one in await answers(bot, person, words))


async def names(bot: Program, person: Person) -> list[str]:
    async with bot.house.work.read() as unit:
        return sorted(contact.name for contact in await unit.contacts.of_owner(person.id))


async def test_owners_never_see_each_other(bot: Program, tg: Playground) -> None:
    ana, beto = tg.user("Ana"), tg.user("Beto")
    for owner, friend in ((ana, "Juana"), (beto, "Teo")):
        await say(bot, owner, "/start")
        await say(bot, owner, f"/add {friend}, amiga, colecciona dedales de {friend}")

    for command in (
        "/contacts",
        "/contacts teo",
        "/status",
        "/occasions",
        "/draft Teo",
        "/forget Teo",
    ):
        seen = await say(bot, ana, command)
        assert "dedales de Teo" not in seen
    assert "Teo" not in await say(bot, ana, "/contacts")
    assert "Teo" not in await say(bot, ana, "¿a quién saludo mañana?")
    assert await names(bot, ana) == ["Juana"]
    assert await names(bot, beto) == ["Teo"]


async def test_who_has_all_they_may_have_is_told_and_others_are_not_touched(
    bot: Program, tg: Playground
) -> None:
    ana, beto = tg.user("Ana"), tg.user("Beto")
    await say(bot, ana, "/start")
    for number in range(BOUND):
        await say(bot, ana, f"/add Amiga{number}, amiga")

    said = await say(bot, ana, "/add Una Más, amiga")

    assert f"hasta {BOUND} personas" in said
    assert "/forget" in said
    assert await names(bot, ana) == [f"Amiga{number}" for number in range(BOUND)]
    await say(bot, beto, "/start")
    assert "Anoté" in await say(bot, beto, "/add Rulo, amigo")
