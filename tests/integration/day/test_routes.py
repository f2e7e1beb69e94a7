"""The way a greeting takes: the likeliest one, or the owner's wish, before and after ✅."""

from io import StringIO
from pathlib import Path

import pytest

from bot.app import Program
from bot.check import check
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import Answer, FakeModel
from tests.harness import answers, running
from tests.integration.day.acting import at, card_of, know, sees, tap

JUANA = "Juana, amiga, le gusta el té de jazmín, +54 9 11 5555-1234, @juanap"


async def test_without_inline_mode_whoever_has_no_address_still_gets_the_greeting(
    tmp_path: Path, tg: Playground, marcelo: Person, clock: StillClock, model: FakeModel
) -> None:
    tg.state.profile.inline = False
    async with running(tmp_path, tg, clock, model) as bot:
        clock.at(19, 12)
        await know(bot, marcelo, "Quique, amigo, juega al ajedrez")
        await at(bot, clock, 19, 20, 1)
        card = await card_of(marcelo, "Quique", "✅ 1")
        await tap(marcelo, card, "✅ 1", "✅ Quique")
        await at(bot, clock, 20, 9, 1)
        handed = await sees(marcelo, "📲 Quique", "📲 Elegir en WhatsApp", "📋", "☑️")
        assert not handed.button("📲 Elegir acá")


async def test_the_check_says_how_to_switch_inline_mode_on(
    tmp_path: Path, tg: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    tg.state.profile.inline = False
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", tg.token)
    monkeypatch.setenv("TELEGRAM_API_URL", tg.url)
    said = StringIO()
    assert await check(said) == 0
    assert "/setinline" in said.getvalue()


async def test_the_check_names_a_database_that_cannot_be_made(
    tmp_path: Path, tg: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", tg.token)
    monkeypatch.setenv("TELEGRAM_API_URL", tg.url)
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:////proc/nowhere/abrazo.db")
    said = StringIO()
    assert await check(said) == 1
    assert (
        "✗ database: /proc/nowhere: No such file or directory; set DATABASE_URL" in said.getvalue()
    )


async def test_the_check_asks_the_judge_too_and_names_what_is_wrong(
    tmp_path: Path, tg: Playground, model: FakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", tg.token)
    monkeypatch.setenv("TELEGRAM_API_URL", tg.url)
    monkeypatch.setenv("OPENAI_BASE_URL", model.url)
    monkeypatch.setenv("OPENAI_MODEL", "fake")
    monkeypatch.setenv("OPENAI_JUDGE_MODEL", "mistyped")
    said = StringIO()
    model.answer(200, Answer(status=404, error={"message": "no model mistyped does not exist"}))
    assert await check(said) == 1
    assert "✓ model: fake\n" in said.getvalue()
    assert "✗ judge: OPENAI_JUDGE_MODEL is not known there" in said.getvalue()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite+aiosqlite:///a.db", "✗ database: a.db: this is no SQLite database; set"),
        ("postgresql+psycopg://joe:geheim@127.0.0.1:1/abrazo", "✗ database: 127.0.0.1:1 does not"),
    ],
)
async def test_the_check_says_where_it_looked_for_the_database(
    tmp_path: Path, tg: Playground, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    (tmp_path / "a.db").write_text("a diary")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", tg.token)
    monkeypatch.setenv("TELEGRAM_API_URL", tg.url)
    monkeypatch.setenv("DATABASE_URL", url)
    said = StringIO()
    assert await check(said) == 1
    assert told in said.getvalue()
    assert "geheim" not in said.getvalue()
    assert "ENCRYPTION_KEY" not in said.getvalue()


async def line_of_juana(bot: Program, marcelo: Person, clock: StillClock) -> Seen:
    clock.at(19, 12)
    await know(bot, marcelo, JUANA)
    await at(bot, clock, 19, 20, 1)
    card = await card_of(marcelo, "Juana", "✅ 1")
    return await tap(marcelo, card, "✅ 1", "✅ Juana · mañana 9:00, por WhatsApp", "📮")


async def test_on_the_line_of_what_was_approved_the_owner_chooses_another_way(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    line = await line_of_juana(bot, marcelo, clock)
    asked = await tap(marcelo, line, "📮", "¿Por dónde le llega a Juana?", "✓ WhatsApp", "Telegram")
    await tap(marcelo, asked, "Telegram", "✅ Juana · mañana 9:00, por Telegram", "🚀", "↩️", "📮")
    await at(bot, clock, 20, 9, 1)
    handed = await sees(marcelo, "📲 Juana", "📲 Telegram", "☑️")
    button = handed.button("📲")
    assert button is not None
    assert (button.url or "").startswith("https://t.me/juanap?text=")
    assert not handed.button("📲 WhatsApp")


async def test_another_way_on_the_card_of_the_contact_makes_what_was_approved_ask_again(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    line = await line_of_juana(bot, marcelo, clock)
    person = (await answers(bot, marcelo, "/contacts Juana"))[0]
    if not person.button("✏️"):
        person = await tap(marcelo, person, "Juana", "té de jazmín", "✏️")
    menu = await tap(marcelo, person, "✏️", "Juana", "📮")
    asked = await tap(marcelo, menu, "📮", "¿Por dónde le mandamos", "✓ WhatsApp", "Lo pego yo")
    await tap(marcelo, asked, "Lo pego yo", "📮 Sus saludos: Lo pego yo", "↩️")
    card = await card_of(marcelo, "Juana", "✅ 1", since=line.changed)
    await tap(marcelo, card, "✅ 1", "✅ Juana · mañana 9:00, lo pegás vos")
    await at(bot, clock, 20, 9, 1)
    handed = await sees(marcelo, "📲 Juana", "📋", "☑️")
    assert not handed.button("📲")


async def test_a_button_of_an_older_line_changes_nothing(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    line = await line_of_juana(bot, marcelo, clock)
    asked = await tap(marcelo, line, "📮", "¿Por dónde le llega a Juana?", "Telegram")
    old = next(button for button in asked.buttons if button.label == "Telegram")
    chosen = await tap(marcelo, asked, "Lo pego yo", "✅ Juana · mañana 9:00, lo pegás vos")
    await marcelo.wait_for_answer(await marcelo.forge(asked.id, old.data or ""))
    assert "Ya está aprobado" in marcelo.answers[-1]
    assert marcelo.messages[-1].text == chosen.text
