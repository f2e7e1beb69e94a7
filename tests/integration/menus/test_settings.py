"""/settings through the chat."""

from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, running
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
    assert (closed.id, list(closed.labels)) == (main.id, [])


async def test_the_language_changes_at_once(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🌐", "¿En qué idioma")
    await tap(marcelo, "Italiano", "In che lingua")
    helped = await say(bot, marcelo, "/help")
    assert "ricorda" in helped.text or "Aggiungere" in helped.text


async def test_another_country_brings_its_clock(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/settings")
    await tap(marcelo, "🏳️", "Ahora: Argentina")
    await tap(marcelo, "Brasil", "Ahora: São Paulo")
    main = await tap(marcelo, "↩️", "Así estamos")
    assert "País: Brasil" in main.text


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
        await tap(marcelo, "🌅 7:00", "de 22:30 a 7:00")
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
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert card.text.count("\nUn abrazo, Marce") >= 2


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
