"""/settings through the chat."""

from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running
from tests.integration.menus.tapping import say, tap

TOPICS = ("🌐", "🏳️", "🕰", "📝", "⏰", "🌙", "⏳", "💼", "☕", "🧩", "✍️", "🖋", "🌤", "🎈")


@pytest.mark.parametrize("command", ["/settings", "/ajustes"])
async def test_what_is_set_is_said_with_a_button_for_each(
    bot: Program, marcelo: Person, command: str
) -> None:
    shown = await say(bot, marcelo, command)
    for said in ("Español", "Argentina", "Buenos Aires", "20:00", "9:00", "22:30", "21 días"):
        assert said in shown.text
    assert tuple(label.split()[0] for label in shown.labels[:-1]) == TOPICS


async def test_every_page_has_a_way_back_and_a_way_out_in_the_same_message(
    bot: Program, marcelo: Person
) -> None:
    main = await say(bot, marcelo, "/settings")
    for topic in TOPICS:
        await marcelo.tap(topic, within=PATIENCE)
        page = await marcelo.wait_for(
            lambda one: one.id == main.id and any(label.startswith("↩️") for label in one.labels),
            within=PATIENCE,
        )
        assert page.labels[-1].startswith("❌")
        await tap(marcelo, "↩️", "Así estamos")
    closed = await tap(marcelo, "❌", "/settings volvés")
    assert (closed.id, list(closed.labels)) == (main.id, ["➕ Agregar a alguien"])


async def test_the_language_changes_at_once(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🌐", "¿En qué idioma")
    await tap(marcelo, "Italiano", "In che lingua")
    helped = await say(bot, marcelo, "/help")
    assert "ricorda" in helped.text or "Aggiungere" in helped.text


async def test_another_country_brings_its_clock(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🏳️", "Ahora: Argentina")
    await tap(marcelo, "España", "Ahora: Madrid")
    main = await tap(marcelo, "↩️", "Así estamos")
    assert "País: España" in main.text


async def test_a_country_shows_each_of_its_clocks_once(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🏳️", "Ahora: Argentina")
    spain = await tap(marcelo, "España", "Ahora: Madrid")
    assert spain.labels[:2] == ["✓ Madrid · 17:00", "Canarias · 16:00"]
    assert spain.labels[2].startswith("📍")


async def test_a_zone_anywhere_is_found_without_typing(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🕰", "Ahora: Buenos Aires")
    await tap(marcelo, "🌍", "parte del mundo")
    await tap(marcelo, "Europa", "Elegí la ciudad")
    chosen = await tap(marcelo, "Berlín", "Ahora: Berlín")
    assert "17:00" in chosen.text


async def test_hours_are_set_to_the_quarter(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "📝", "Ahora: 20:00")
    await tap(marcelo, "19:00", "Ahora: 19:00")
    await tap(marcelo, "▶️", "Ahora: 19:15")
    assert "19:15" in (await tap(marcelo, "↩️", "Así estamos")).text


async def test_measure_and_pauses_are_the_owners(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "⏳", "¿Cuántos días")
    await tap(marcelo, "Sin mínimo", "¿Cuántos días")
    await tap(marcelo, "↩️", "Sin mínimo de días")
    await tap(marcelo, "☕", "¿Cada cuántas tarjetas")
    await tap(marcelo, "Nunca", "¿Cada cuántas tarjetas")
    await tap(marcelo, "↩️", "sin ofrecerte pausas")


async def test_settings_outlive_a_restart(
    tmp_path: Path, tg: Playground, clock: StillClock, marcelo: Person
) -> None:
    async with running(tmp_path, tg, clock) as bot:
        await say(bot, marcelo, "/settings")
        await tap(marcelo, "🌙", "Elegí a qué hora")
        await tap(marcelo, "🌅 Arriba 7:00", "de 22:30 a 7:00")
    async with running(tmp_path, tg, clock) as bot:
        assert "De 22:30 a 7:00" in (await say(bot, marcelo, "/ajustes")).text


async def test_a_signature_ends_every_draft_before_it_is_approved(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🖋", "Ahora: —")
    await tap(marcelo, "✏️", "¿Con qué firmás?")
    shown = await say(bot, marcelo, "Un abrazo, Marce")
    assert "Ahora: Un abrazo, Marce" in shown.text
    await say(bot, marcelo, "/add Olga Rossi, clienta, de usted, toca el bandoneón, cumple 20/7")
    await say(bot, marcelo, "/draft Olga birthday")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert card.text.count("\nUn abrazo, Marce") >= 2


async def test_a_chat_with_friends_is_signed_only_by_a_signature_of_theirs(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🖋", "Ahora: —")
    await tap(marcelo, "✏️", "¿Con qué firmás?")
    await say(bot, marcelo, "Cordialmente, Marcelo Gil")
    await tap(marcelo, "🖋 amistad", "amistad: —")
    await tap(marcelo, "✏️", "amistad · ¿Con qué firmás?")
    shown = await say(bot, marcelo, "Tu amigo de siempre")
    assert "amistad: Tu amigo de siempre" in shown.text
    await tap(marcelo, "↩️", "🖋 amistad: Tu amigo de siempre")
    await say(
        bot, marcelo, "/add Teo, amigo, toca el bandoneón, cumple 20/7", "/draft Teo birthday"
    )
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert card.text.count("\nTu amigo de siempre") >= 2
    await say(bot, marcelo, "/add Ana, prima, cría abejas, cumple 21/7", "/draft Ana birthday")
    await tap(marcelo, "⏭", "· Ana ·")
    card = await marcelo.wait_for(
        lambda one: "✅ 1" in one.labels and "· Ana ·" in one.text, within=PATIENCE
    )
    assert "Marcelo Gil" not in card.text
    assert "amigo de siempre" not in card.text


async def test_each_signature_is_erased_by_itself(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🖋", "Ahora: —")
    await tap(marcelo, "✏️", "¿Con qué firmás?")
    await say(bot, marcelo, "Marcelo Gil")
    await tap(marcelo, "🖋 familia", "familia: —")
    await tap(marcelo, "✏️", "familia · ¿Con qué firmás?")
    await say(bot, marcelo, "El tío Marce")
    await tap(marcelo, "🗑", "familia: —")
    page = await tap(marcelo, "↩️", "Ahora: Marcelo Gil")
    assert "El tío" not in page.text
    assert "El tío" not in (await tap(marcelo, "🗑", "Ahora: —")).text


async def test_texts_and_style_of_the_owners_reach_the_model_as_examples(
    tmp_path: Path, tg: Playground, clock: StillClock, marcelo: Person
) -> None:
    async with FakeModel() as model, running(tmp_path, tg, clock, model) as bot:
        await say(bot, marcelo, "/settings")
        await tap(marcelo, "✍️", "suenen a vos")
        await tap(marcelo, "➕", "Mandame un mensaje tuyo")
        await say(bot, marcelo, "Che loco, te debo un asado desde el 98")
        await tap(marcelo, "✏️", "en una línea")
        shown = await say(bot, marcelo, "corto y con humor")
        assert "corto y con humor" in shown.text
        assert "te debo un asado" in shown.text
        await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
        await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        asked = str(model.requests)
        assert "te debo un asado desde el 98" in asked
        assert "corto y con humor" in asked
        await say(bot, marcelo, "/settings")
        await tap(marcelo, "✍️", "te debo un asado")
        erased = await tap(marcelo, "🗑 Borrar mensajes", "suenen a vos")
        await marcelo.wait_for(
            lambda one: one.id == erased.id and "asado" not in one.text, within=PATIENCE
        )


async def test_the_location_of_the_owner_sets_country_and_zone(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🕰", "Ahora: Buenos Aires")
    await tap(marcelo, "📍", "la ubicación no la guardo")
    assert (await marcelo.tap("📍 Mandar")).kind == "request_location"
    said = await answers(bot, marcelo, lambda: marcelo.send_location(45.4642, 9.19))
    assert "no la guardé" in said[0].text
    assert said[1].text.startswith("🏳️ Italia · 🕰 Roma, donde son las 17:00")
    assert marcelo.account.keyboard is None
    await tap(marcelo, "↩️", "quedó como antes")
    main = await say(bot, marcelo, "/settings")
    assert "Argentina" in main.text
    assert "Buenos Aires" in main.text


async def test_a_place_at_sea_changes_nothing(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    (said,) = await answers(bot, marcelo, lambda: marcelo.send_location(-40.0, -20.0))
    assert "No cambié nada" in said.text


async def test_a_city_is_written_as_its_people_write_it(bot: Program, marcelo: Person) -> None:
    await answers(bot, marcelo, lambda: marcelo.send_location(-31.4167, -64.1833))
    main = await say(bot, marcelo, "/settings")
    assert "Zona horaria: Córdoba" in main.text
    shown = await tap(marcelo, "🕰", "Ahora: Córdoba")
    assert shown.labels[0].startswith("✓ Córdoba · ")


async def test_the_key_of_the_location_can_be_left(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🕰", "Ahora: Buenos Aires")
    await tap(marcelo, "📍", "la ubicación no la guardo")
    (left,) = await answers(bot, marcelo, lambda: marcelo.send("❌ Cancelar"))
    assert left.text == "Listo, no cambió nada."
    assert marcelo.account.keyboard is None
