"""While a card asks for a memory or ✏️ waits for a text: what is the answer, and what is not."""

import pytest

from bot.app import Program
from bot.playground import Person, Seen
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say

NOTHING_OF = "De Juana no tengo nada"


async def card_of(owner: Person, saying: str) -> Seen:
    """The newest card that says so."""
    return await owner.wait_for(lambda one: saying in one.text, within=PATIENCE)


async def asked_about_juana(bot: Program, owner: Person) -> Seen:
    """Juana's card asks for a memory; Pedro is known."""
    await say(bot, owner, "/add Pedro, amigo, toca el bajo", "/add Juana, amiga", "/draft Juana")
    return await card_of(owner, NOTHING_OF)


@pytest.mark.parametrize("said", ["🔒 está en terapia", "privado: está en terapia"])
async def test_a_lock_before_the_memory_keeps_it_from_the_model(
    thinking_bot: Program, marcelo: Person, model: FakeModel, said: str
) -> None:
    await asked_about_juana(thinking_bot, marcelo)
    told = await say(thinking_bot, marcelo, said)
    assert told.text.startswith("🔒 Juana: está en terapia. Esto no sale de acá;")
    await marcelo.wait_for(lambda one: one.id > told.id and "💌" in one.text, within=PATIENCE)
    assert "terapia" not in str(model.requests)
