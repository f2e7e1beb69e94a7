"""What the owner writes and edits comes back in the drafts, and /status says how much they touch."""

from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel, data_of
from tests.harness import PATIENCE, running
from tests.integration.menus.tapping import say, tap

OWN = "Teo, maestro: cada vez que sacás el bandoneón tiembla la medianera. Un abrazo largo."


async def approve_own_words(bot: Program, owner: Person, words: str) -> None:
    """✏️ on the open card, the owner's words, ✅."""
    await tap(owner, "✏️", "Teo")
    await owner.send(words)
    shown = await owner.wait_for(
        lambda one: words in one.text and "✅ 1" in one.labels, within=PATIENCE
    )
    await owner.tap("✅ 1", message_id=shown.id)
    await bot.intake.drain(PATIENCE)


async def owner_texts(bot: Program, owner: Person, model: FakeModel, name: str) -> list[str]:
    """The texts that the model was shown as the owner's when it wrote to somebody."""
    model.requests.clear()
    await say(bot, owner, f"/draft {name}")
    card = await owner.wait_for(lambda one: f"· {name} ·" in one.text, within=PATIENCE)
    await owner.tap("⏭", message_id=card.id)
    texts: list[str] = data_of(model.requests[0]).get("owner_texts", [])
    return texts


async def test_an_edit_teaches_how_to_write_to_others_of_that_register(
    tmp_path: Path, tg: Playground, clock: StillClock, marcelo: Person
) -> None:
    async with FakeModel() as model, running(tmp_path, tg, clock, model) as bot:
        await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
        await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        await approve_own_words(bot, marcelo, OWN)
        await say(bot, marcelo, "/add Rita, amiga, tiene un caniche")
        (learnt,) = await owner_texts(bot, marcelo, model, "Rita")
        assert learnt == OWN.replace("Teo", "…")
        await say(bot, marcelo, "/add Olga, clienta, de usted, cumple 19/7, canta tangos")
        assert await owner_texts(bot, marcelo, model, "Olga") == []


async def test_words_of_a_private_note_teach_nobody(
    tmp_path: Path, tg: Playground, clock: StillClock, marcelo: Person
) -> None:
    async with FakeModel() as model, running(tmp_path, tg, clock, model) as bot:
        await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón")
        await say(bot, marcelo, "/note Teo: 🔒 arregla relojes de contrabando", "/draft Teo")
        await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        await approve_own_words(bot, marcelo, "Teo, que hoy te sobren los relojes. Feliz día.")
        await say(bot, marcelo, "/add Rita, amiga, tiene un caniche")
        assert await owner_texts(bot, marcelo, model, "Rita") == []
        assert "relojes" not in str(model.requests)


@pytest.mark.parametrize(("edited", "says"), [(0, "3 de tus últimos 3"), (1, "2 de tus últimos 3")])
async def test_status_says_how_many_texts_went_out_untouched(
    bot: Program, marcelo: Person, edited: int, says: str
) -> None:
    await say(
        bot,
        marcelo,
        "/add Rita, amiga, tiene un caniche",
        "/add Elsa, amiga, le gusta el té de jazmín",
        "/add Teo, amigo, toca el bandoneón",
    )
    for name in ("Rita", "Elsa", "Teo"):
        await say(bot, marcelo, f"/draft {name}")
        card = await marcelo.wait_for(
            lambda one, name=name: f"· {name} ·" in one.text,  # type: ignore[misc]
            within=PATIENCE,
        )
        if name == "Teo" and edited:
            await approve_own_words(bot, marcelo, OWN)
        else:
            await marcelo.tap("✅ 1", message_id=card.id)
            await bot.intake.drain(PATIENCE)
    status = await say(bot, marcelo, "/status")
    assert f"{says} salieron sin tocar" in status.text
