"""The owner's choices about dates, and a contact's own dates, through the chat."""

from datetime import UTC, datetime

from bot.app import Program
from bot.playground import Person
from tests.conftest import StillClock
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say, tap


async def test_juana_in_bogota_is_greeted_in_september_when_her_day_is_kept(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(1, 12, month=9)
    await say(bot, marcelo, "/add Juana, amiga, vive en Colombia", "/settings")
    await tap(marcelo, "🎈", "Amor y Amistad")
    await tap(marcelo, "💛 El suyo", "Tres cosas")
    shown = await say(bot, marcelo, "/occasions")
    assert "sáb 18 sept · Día del Amor y la Amistad · 👥 1" in shown.text


async def test_a_card_of_a_friends_day_that_is_no_longer_kept_is_taken_back(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 12)
    await say(bot, marcelo, "/add Juana, amiga, vive en Colombia, toca el bandoneón")
    clock.at(19, 20, 1)
    bot.schedule.wake()
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🎈", "Amor y Amistad")
    await marcelo.tap("💛 El suyo", within=PATIENCE)
    await marcelo.wait_for(lambda one: one.id == card.id and not one.labels, within=PATIENCE)
    assert "Juana" not in (await say(bot, marcelo, "/status")).text


async def test_one_person_can_be_the_exception(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(1, 12, month=9)
    await say(bot, marcelo, "/add Juana, amiga, vive en Colombia", "/contacts Juana")
    await tap(marcelo, "✏️", "¿Qué cambiamos")
    await tap(marcelo, "💛", "con Juana")
    await tap(marcelo, "💛 Los dos", "Juana")
    shown = await say(bot, marcelo, "/occasions")
    assert "Día del Amor y la Amistad" in shown.text


async def test_a_round_birthday_says_so_to_the_owner(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón, cumple 3/8/1987")
    shown = await say(bot, marcelo, "/occasions")
    assert "mar 3 ago · Cumpleaños (40 años) · Teo" in shown.text


async def test_a_date_with_a_name_of_its_own_is_kept_on_the_card(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/contacts Teo")
    await tap(marcelo, "✏️", "¿Qué cambiamos")
    await tap(marcelo, "🎂 Fechas", "Las fechas de Teo")
    await tap(marcelo, "➕ Otra fecha", "¿Qué se festeja con Teo")
    asked = await say(bot, marcelo, "el bandoneón nuevo")
    assert "no vi ninguna fecha" in asked.text
    await say(bot, marcelo, "3/8/2019 el día que abrió el taller")
    shown = await say(bot, marcelo, "/occasions")
    assert "mar 3 ago · el día que abrió el taller · Teo" in shown.text


async def test_somebody_is_written_to_for_no_reason(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.move_to(datetime(2027, 3, 1, 15, tzinfo=UTC))
    await say(bot, marcelo, "/add Teo, conocido, toca el bandoneón", "/contacts Teo")
    await tap(marcelo, "✏️", "¿Qué cambiamos")
    await tap(marcelo, "🌱", "sin ningún motivo")
    kept = await tap(marcelo, "Cada mes", "🌱 Cada mes")
    assert "porque sí" in kept.text
    shown = await say(bot, marcelo, "/occasions")
    assert "· Porque sí · Teo" in shown.text


async def test_a_card_that_comes_early_for_somebody_in_the_east_says_so(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await say(bot, marcelo, "/add Yuki, amiga, toca el violín, vive en Japón")
    clock.at(18, 20, 1)
    bot.schedule.wake()
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert "🌏 Te la muestro antes de tu hora: sale mañana a las 21:00 tuyas" in card.text
    assert "allá son las 9:00" in card.text
