"""Questions for a memory through the chat, driven by the tick."""

from collections.abc import Callable
from pathlib import Path

from bot.app import Program
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.harness import PATIENCE, running
from tests.integration.menus.tapping import say, tap

SILENT = ("Ana", "Beto", "Caro", "Dani", "Elsa")
QUESTION = "no sé nada todavía"


async def settle_in(bot: Program, owner: Person, clock: StillClock) -> None:
    """Ten days before Friend's Day: five friends and not a word about them."""
    clock.at(10, 12)
    await say(bot, owner, "/start", *(f"/add {name}, amistad" for name in SILENT))


async def asked(owner: Person, bot: Program, name: str) -> None:
    bot.schedule.wake()
    await owner.wait_for(lambda one: f"De {name} {QUESTION}" in one.text, within=PATIENCE)


def _without(label: str, message_id: int) -> Callable[[Seen], bool]:
    """A message that lost a button."""
    return lambda one: one.id == message_id and label not in one.labels


async def test_a_week_before_the_owner_is_asked_and_what_they_tell_is_kept(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await settle_in(bot, marcelo, clock)
    clock.at(13, 11)
    await asked(marcelo, bot, "Ana")
    await tap(marcelo, "➕ Contar", "¿Qué fue lo último que hiciste con Ana?")
    kept = await say(bot, marcelo, "aprendió a bailar tango")
    assert "Ana: aprendió a bailar tango" in kept.text


async def test_tomorrow_and_not_this_time_bring_the_next_question(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await settle_in(bot, marcelo, clock)
    clock.at(13, 11)
    await asked(marcelo, bot, "Ana")
    await tap(marcelo, "🕘", "mañana te pregunto por Ana")
    clock.later(minutes=3)
    await asked(marcelo, bot, "Beto")
    skipped = await tap(marcelo, "⏭", "Beto · lo dejamos pasar")
    await marcelo.tap("↩️", message_id=skipped.id)
    await marcelo.wait_for(lambda one: "Beto vuelve a la lista" in one.text, within=PATIENCE)


async def test_a_restart_asks_nothing_twice(
    tmp_path: Path, tg: Playground, marcelo: Person, clock: StillClock
) -> None:
    async with running(tmp_path, tg, clock) as bot:
        await settle_in(bot, marcelo, clock)
        clock.at(13, 11)
        await asked(marcelo, bot, "Ana")
    async with running(tmp_path, tg, clock) as bot:
        await bot.schedule.tick()
        await say(bot, marcelo, "/status")
        clock.at(13, 15, 30)
        await asked(marcelo, bot, "Beto")
    questions = [one.text for one in marcelo.messages if QUESTION in one.text]
    assert len(questions) == 2


async def test_on_the_eve_all_of_whom_nothing_is_known_come_in_one_list(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await settle_in(bot, marcelo, clock)
    clock.at(19, 20, 1)
    bot.schedule.wake()
    listed = await marcelo.wait_for(
        lambda one: "De Ana, Beto, Caro, Dani y Elsa no sé nada" in one.text, within=PATIENCE
    )
    assert not [one for one in marcelo.messages if one.text.startswith("💌")]
    await marcelo.tap("➕ Caro", message_id=listed.id)
    card = await marcelo.wait_for(lambda one: "· Caro ·" in one.text, within=PATIENCE)
    assert {"✏️", "📞", "⏭"} <= {label.split()[0] for label in card.labels}
    await tap(marcelo, "⏭", "De Ana, Beto, Dani y Elsa no sé nada")
    await say(bot, marcelo, "Dani: aprendió a bailar tango")
    drafted = await marcelo.wait_for(lambda one: "· Dani ·" in one.text, within=PATIENCE)
    assert "tango" in drafted.text
    assert "✅ 1" in drafted.labels


async def test_two_of_whom_nothing_is_known_are_a_list_and_one_alone_is_a_card(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    for line in ("/add Rulo, amigo", "/add Nico, amigo"):
        await say(bot, marcelo, line)
    clock.at(19, 20, 1)
    bot.schedule.wake()
    listed = await marcelo.wait_for(
        lambda one: "De Nico y Rulo no sé nada" in one.text, within=PATIENCE
    )
    assert not [one for one in marcelo.messages if one.text.startswith("💌")]
    await marcelo.tap("➕ Rulo", message_id=listed.id)
    await marcelo.wait_for(lambda one: "· Rulo ·" in one.text, within=PATIENCE)
    await tap(marcelo, "⏭", "De Nico no tengo nada que sea suyo")


async def test_the_word_on_the_day_after_can_be_turned_off_where_it_stands(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    for line in ("/add Teo, amigo, toca el bandoneón", "/add Rita, amiga, tiene un caniche"):
        await say(bot, marcelo, line)
    clock.at(20, 10)
    await say(bot, marcelo, "/draft")
    for _ in range(2):
        card = await marcelo.wait_for(lambda one: "☑️ Mandé 1" in one.labels, within=PATIENCE)
        await marcelo.tap("☑️ Mandé 1", message_id=card.id)
        await marcelo.wait_for(
            _without("☑️ Mandé 1", card.id),
            within=PATIENCE,
        )
    clock.at(21, 10)
    bot.schedule.wake()
    await marcelo.wait_for(lambda one: "Ayer saludaste a 2 personas" in one.text, within=PATIENCE)
    await tap(marcelo, "🔕", "el día después no te pregunto más")
    main = await say(bot, marcelo, "/settings")
    assert "El día después no te pregunto nada" in main.text
