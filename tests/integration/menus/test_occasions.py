"""/occasions through the chat."""

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.harness import PATIENCE
from tests.integration.menus.tapping import say, tap

FRIENDS = ("/add Juana, amiga, le gusta el té", "/add Teo, amigo, toca el bandoneón, cumple 3/8")


@pytest.mark.parametrize("command", ["/occasions", "/fechas"])
async def test_what_comes_is_shown_with_how_many_it_is_for(
    bot: Program, marcelo: Person, command: str
) -> None:
    shown = await say(bot, marcelo, *FRIENDS, command)
    assert "mar 20 jul · Día del Amigo · 👥 2" in shown.text
    assert "mar 3 ago · Cumpleaños · Teo" in shown.text


async def test_with_nobody_yet_it_says_what_would_help(bot: Program, marcelo: Person) -> None:
    shown = await say(bot, marcelo, "/occasions")
    assert "no hay fechas para nadie" in shown.text
    assert any(label.startswith("➕") for label in shown.labels)


async def test_a_day_is_turned_off_and_on_in_the_same_message(
    bot: Program, marcelo: Person
) -> None:
    shown = await say(bot, marcelo, *FRIENDS, "/occasions")
    one = await tap(marcelo, "📅 Día del Amigo", "martes 20 de julio")
    assert one.id == shown.id
    assert "Juana y Teo" in one.text
    off = await tap(marcelo, "🔔 Sí: amistad", "no le toca a nadie")
    assert (off.id, "🔕 No: amistad · 2" in off.labels) == (shown.id, True)
    listed = await tap(marcelo, "↩️", "Lo que viene")
    assert "Día del Amigo" not in listed.text
    others = await tap(marcelo, "🔕", "por ahora no le toca a nadie")
    assert "Día del Amigo" in others.text
    await tap(marcelo, "📅 Día del Amigo", "martes 20 de julio")
    on = await tap(marcelo, "🔕 No: amistad", "Juana y Teo")
    assert on.id == shown.id


async def test_a_contested_day_stands_off_with_the_reason(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/occasions")
    shown = await tap(marcelo, "🔕", "Día de los Abuelos")
    after = shown.text.partition("Día de los Abuelos\n")[2]
    assert after.startswith("⚠️ Las fuentes no coinciden")


async def test_a_card_of_a_day_that_is_turned_off_shrinks_and_says_so(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, FRIENDS[1], "/draft friends-day")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await say(bot, marcelo, "/occasions")
    await tap(marcelo, "📅 Día del Amigo", "martes 20 de julio")
    gone = await tap(marcelo, "🔔 Sí: amistad", "esa fecha quedó apagada")
    assert gone.id == card.id
    assert not gone.labels
    await marcelo.wait_for(lambda one: one.id == gone.id, within=PATIENCE)
    assert any("Lo aprobado no lo toqué" in note for note in marcelo.answers)


async def test_a_day_of_ones_own_is_echoed_given_to_somebody_and_deleted(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, *FRIENDS, "/occasions")
    await tap(marcelo, "➕ Fecha", "¿Qué día")
    asked = await say(bot, marcelo, "la fiesta")
    assert "no vi ninguna fecha" in asked.text
    kept = await say(bot, marcelo, "el segundo sábado de agosto, asado del club")
    assert "asado del club · todos los años" in kept.text
    assert "sábado 14 de agosto" in kept.text
    await tap(marcelo, "🔕 No: amistad", "Juana y Teo")
    listed = await say(bot, marcelo, "/fechas")
    assert "sáb 14 ago · asado del club · 👥 2" in listed.text
    await tap(marcelo, "📅 asado", "sábado 14 de agosto")
    await tap(marcelo, "🗑", "¿Borro «asado del club»")
    gone = await tap(marcelo, "🗑", "Lo que viene")
    assert "asado" not in gone.text


async def test_a_day_can_be_typed_after_the_command(bot: Program, marcelo: Person) -> None:
    kept = await say(bot, marcelo, "/fechas una vez 20/9/2027 la mudanza")
    assert "la mudanza · una sola vez" in kept.text
    assert "lunes 20 de septiembre" in kept.text


async def test_a_command_leaves_a_day_half_typed(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/occasions")
    await tap(marcelo, "➕ Fecha", "¿Qué día")
    await say(bot, marcelo, "/help", "/add Rita, amiga, 15/9 empieza el curso")
    shown = await say(bot, marcelo, "/fechas")
    assert "curso" not in shown.text


async def test_another_owner_sees_none_of_it(bot: Program, marcelo: Person, tg: Playground) -> None:
    await say(bot, marcelo, "/fechas 15/8 asado del club", *FRIENDS)
    other = tg.user("Otra")
    shown = await say(bot, other, "/fechas")
    assert "asado" not in shown.text
    assert "👥" not in shown.text


async def test_the_year_is_a_picture_that_says_what_it_shows(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, *FRIENDS, "/occasions")
    shown = await tap(marcelo, "🖼", "2027 de un vistazo: 2 personas con fechas")
    assert shown.raw["photo"]
    assert shown.labels == ["🖼 2026", "🖼 2028"]
    await tap(marcelo, "🖼 2028", "2028 de un vistazo")


async def test_one_person_is_marked_for_a_day_of_ones_own(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, *FRIENDS, "/fechas 15/8 asado del club")
    await tap(marcelo, "👥 Elegir", "tocá a quién saludás ese día")
    await tap(marcelo, "▫️ No: Juana", "tocá a quién saludás ese día")
    await marcelo.wait_for(lambda one: "🔔 Sí: Juana" in one.labels, within=PATIENCE)
    assert "own-" not in (await say(bot, marcelo, "/contacts Juana")).text
    listed = await say(bot, marcelo, "/fechas")
    assert "dom 15 ago · asado del club · 👥 1" in listed.text
    await tap(marcelo, "📅 asado", "Juana")
    await tap(marcelo, "👥 Elegir", "tocá a quién saludás ese día")
    await marcelo.tap("🔔 Sí: Juana", within=PATIENCE)
    await marcelo.wait_for(lambda one: "▫️ No: Juana" in one.labels, within=PATIENCE)
    assert "asado" not in (await say(bot, marcelo, "/fechas")).text
