"""What was approved and then changed asks again, in time; a merely new note does not."""

from bot.app import Program
from bot.playground import Person, Seen
from tests.conftest import StillClock
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say, tap


async def approved(bot: Program, owner: Person, clock: StillClock) -> str:
    """Teo's greeting, approved the evening before: the text."""
    clock.at(18, 12)
    await say(bot, owner, "/start", "/add Teo, amigo, toca el bandoneón, @teobando")
    clock.at(19, 20, 1)
    bot.schedule.wake()
    card = await owner.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await owner.tap("✅ 1", message_id=card.id)
    await owner.wait_for(lambda one: one.text.startswith("✅ Teo"), within=PATIENCE)
    return card.text.split("1️⃣ ")[1].split("\n")[0]


def asks_again(message: Seen) -> bool:
    return "Cambió algo de Teo" in message.text and "✅ 1" in message.labels


async def test_a_used_note_that_is_gone_makes_the_card_ask_again_with_the_text_once(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    text = await approved(bot, marcelo, clock)
    await say(bot, marcelo, "/contacts Teo")
    await tap(marcelo, "📝 Notas", "Lo que sé de Teo")
    await marcelo.tap("📝 toca el bandoneón", within=PATIENCE)
    await marcelo.tap("🗑", within=PATIENCE)
    card = await marcelo.wait_for(asks_again, within=PATIENCE)
    assert card.text.count(text) == 1
    status = await say(bot, marcelo, "/status")
    assert "Aprobados" not in status.text


async def test_a_merely_new_note_leaves_the_approval_standing(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await approved(bot, marcelo, clock)
    await say(bot, marcelo, "/note Teo: se compró un velero")
    status = await say(bot, marcelo, "/status")
    assert "Aprobados: Teo" in status.text
    assert not any(map(asks_again, marcelo.messages))
