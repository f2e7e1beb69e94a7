"""From /start to a first draft, and everything by buttons from there."""

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.harness import PATIENCE, answers
from tests.integration.menus.tapping import say, tap


async def test_a_first_draft_is_two_taps_and_one_line_away(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/start")
    await tap(marcelo, "➕", "¿A quién agregamos?")
    kept, offer = await answers(bot, marcelo, "Teo, amigo, toca el bandoneón")
    assert "Anoté" in kept.text
    assert offer.labels == ["👀 Mostrame", "➡️ Ahora no"]
    await marcelo.tap("👀")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    assert "bandoneón" in card.text


async def test_the_place_is_set_by_a_button_under_the_welcome(
    bot: Program, marcelo: Person
) -> None:
    hello = await say(bot, marcelo, "/start")
    assert "Por ahora: Argentina" in hello.text
    countries = await tap(marcelo, "📍", "Ahora: Argentina")
    assert countries.id != hello.id
    await tap(marcelo, "España", "Ahora: Madrid")
    closed = await tap(marcelo, "❌", "/settings vuelves")
    assert closed.labels == ["➕ Agregar a alguien"]
    assert (await say(bot, marcelo, "/start")).text.endswith("España, donde son las 17:00.")


async def test_what_a_greeting_needs_most_is_a_tap_away_from_who_was_added(
    bot: Program, marcelo: Person
) -> None:
    kept = await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón")
    assert kept.labels == ["🎂 Cumpleaños", "📱 Teléfono", "✏️ Editar", "↩️ Deshacer"]
    await tap(marcelo, "🎂", "¿Cuándo cumple años Teo?")
    assert "🎂 3 de mayo" in (await say(bot, marcelo, "3 de mayo")).text
    told = await say(bot, marcelo, "/add Rita, amiga, tiene un caniche, cumple 3/5, @ritab")
    assert told.labels == ["✏️ Editar", "↩️ Deshacer"]


@pytest.mark.parametrize("before", ["/note Teo: se mudó a Córdoba", "/contacts Teo"])
async def test_a_bare_fact_is_about_whoever_was_just_told_of(
    bot: Program, marcelo: Person, before: str
) -> None:
    for line in (
        "/add Teo, amigo, toca el bandoneón",
        "/add Rita, amiga, tiene un caniche",
        before,
    ):
        await say(bot, marcelo, line)
    assert (await say(bot, marcelo, "cumple el 3 de mayo")).text.startswith("🎂 Teo, ")


async def test_a_bare_fact_under_a_card_that_asks_again_is_about_its_person(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/draft Teo")
    await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await tap(marcelo, "✅ 1", "✅ Teo")
    await tap(marcelo, "↩️", "💌 1 de 1")
    assert (await say(bot, marcelo, "cumple el 3 de mayo")).text.startswith("🎂 Teo, ")


async def test_the_offer_is_made_once_and_can_be_passed(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/start", "/add Teo, amigo, toca el bandoneón")
    passed = await tap(marcelo, "➡️", "Cuando quieras")
    assert not passed.labels
    again = await answers(bot, marcelo, "/add Rita, amiga, tiene un caniche")
    assert len(again) == 1


async def test_with_nothing_known_the_offer_waits_for_the_first_note(
    bot: Program, marcelo: Person
) -> None:
    first = await answers(bot, marcelo, "/add Teo, amigo")
    assert len(first) == 1
    then = await answers(bot, marcelo, "/note Teo: toca el bandoneón")
    assert "👀 Mostrame" in then[-1].labels


async def test_whose_telegram_speaks_another_language_is_offered_it(
    bot: Program, tg: Playground
) -> None:
    ann = tg.user("Ann", language_code="en-GB")
    hello = await say(bot, ann, "/start")
    assert hello.text.startswith("Hola")
    switched = await tap(ann, "🌐", "Nothing goes out")
    assert switched.id == hello.id
    assert not any(label.startswith("🌐") for label in switched.labels)


@pytest.mark.parametrize("language_code", ["es", "de", None])
async def test_nobody_else_is_asked_about_the_language(
    bot: Program, tg: Playground, language_code: str | None
) -> None:
    hello = await say(bot, tg.user("Ana", language_code=language_code), "/start")
    assert not any(label.startswith("🌐") for label in hello.labels)


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("➕", "¿A quién agregamos?"),
        ("📝", "¿De quién es"),
        ("👥", "Una persona"),
        ("📅", "Lo que viene"),
        ("💌 Escribir ya", "Escribiendo"),
        ("💌 Revisar", "No hay nada esperando"),
        ("📊", "Así viene todo"),
        ("⚙️", "Así estamos"),
        ("📇", "Mandame tu agenda"),
        ("📦", "Todo lo tuyo"),
        ("🔒", "queda en esta máquina"),
        ("¿", "Lo que podés pedirme"),
    ],
)
async def test_everything_can_be_reached_from_start(
    bot: Program, marcelo: Person, button: str, answer: str
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", "/start")
    await tap(marcelo, button, answer)


@pytest.mark.parametrize("command", ["/note", "/contacts", "/invite", "/forget"])
async def test_with_nobody_there_yet_the_first_step_is_offered(
    bot: Program, marcelo: Person, command: str
) -> None:
    empty = await say(bot, marcelo, command)
    assert "➕ Agregar a alguien" in empty.labels


@pytest.mark.parametrize(
    ("command", "then"), [("/invite", "Pasale este enlace"), ("/forget", "¿Borro a Teo")]
)
async def test_a_command_that_names_nobody_offers_the_people(
    bot: Program, marcelo: Person, command: str, then: str
) -> None:
    asked = await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón", command)
    assert asked.labels == ["Teo", "❌ Cancelar"]
    await tap(marcelo, "Teo", then)


@pytest.mark.parametrize(
    ("note", "kept"), [("se jubiló", "📝 se jubiló"), ("🔒 está de duelo", "🔒 está de duelo")]
)
async def test_a_note_for_somebody_unknown_is_one_tap_from_being_kept(
    bot: Program, marcelo: Person, note: str, kept: str
) -> None:
    await say(bot, marcelo, "/add Teo, amigo, toca el bandoneón")
    await tap(marcelo, "➡️", "Cuando quieras")
    asked = await say(bot, marcelo, f"/note Mirta: {note}")
    assert "«Mirta»" in asked.text
    added = await tap(marcelo, "➕ Agregar a Mirta", "👤 Mirta")
    assert kept in added.text
