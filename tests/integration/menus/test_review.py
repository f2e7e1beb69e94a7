"""A review at speed: one tap per card, and at the end all that was decided, with the way back."""

from bot.app import Program
from bot.playground import Person, Playground
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say, tap

FRIENDS = (
    "Ana, amiga, pinta acuarelas",
    "Teo, amigo, toca el bandoneón",
    "Rita, amiga, +5491155551234",
)


async def test_the_summary_tells_who_when_and_how_and_each_can_be_taken_back(
    bot: Program, tg: Playground, marcelo: Person
) -> None:
    for one in FRIENDS:
        await say(bot, marcelo, f"/add {one}")
    await say(bot, marcelo, "/note Rita: tiene un caniche", "/draft")
    for _ in FRIENDS:
        card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        mark = tg.mark
        await marcelo.tap("📞" if "· Teo ·" in card.text else "✅ 1", card.id)
        await marcelo.wait_for(lambda one: "↩️ Deshacer" in one.labels, PATIENCE, mark)
    done = await marcelo.wait_for(lambda one: "nada por decidir" in one.text, within=PATIENCE)
    assert "✅ martes 20 de julio 9:00, por WhatsApp: Rita" in done.text
    assert "✅ martes 20 de julio 9:00, desde tu cuenta: Ana" in done.text
    assert "📞 Para llamar: Teo" in done.text
    backs = await tap(marcelo, "↩️ Cambiar", "volver a ver")
    assert backs.id == done.id
    assert sorted(backs.labels) == ["↩️ Ana", "↩️ Rita", "↩️ Teo", "↩️ Volver"]
    again = await tap(marcelo, "↩️ Rita", "· Rita ·")
    assert "✅ 1" in again.labels
