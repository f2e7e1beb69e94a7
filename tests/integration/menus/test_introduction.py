"""What Telegram is told of the bot: its profile and the menus of commands."""

import json
from pathlib import Path

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, running
from tests.integration.menus.tapping import say, tap

EVERYBODY = json.dumps({"type": "default"})


def menu_of(tg: Playground, person: Person) -> list[str]:
    """The commands that this chat alone is offered."""
    scope = json.dumps({"chat_id": person.id, "type": "chat"})
    return [one["command"] for one in tg.state.profile.commands.get((scope, ""), [])]


async def test_profile_and_menu_are_set_in_every_language(bot: Program, tg: Playground) -> None:
    profile = tg.state.profile
    await tg.wait_until(lambda: ("short_description", "pt") in profile.texts, within=PATIENCE)
    first = {lang: profile.commands[EVERYBODY, lang][0] for lang in ("", "es", "en", "it", "pt")}
    assert first[""] == first["es"] == {"command": "agregar", "description": "Agregar a alguien"}
    assert first["it"]["command"] == "add"
    assert profile.texts["description", "en"].startswith("I keep what you tell me")
    assert len({text for (what, _), text in profile.texts.items() if what == "description"}) == 4


async def test_it_starts_when_telegram_takes_no_introduction(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        tg.fault("refuse", method, code=400, times=None)
    async with running(tmp_path, tg, clock) as bot:
        assert (await say(bot, tg.user("Marcelo"), "/start")).text.startswith("Hola")


async def test_the_owners_menu_follows_the_language_they_choose(
    bot: Program, tg: Playground, marcelo: Person
) -> None:
    await say(bot, marcelo, "/settings")
    assert menu_of(tg, marcelo) == []
    await tap(marcelo, "🌐", "¿En qué idioma")
    await tap(marcelo, "English", "Which language")
    await tg.wait_until(lambda: menu_of(tg, marcelo)[:2] == ["add", "note"], within=PATIENCE)


async def test_who_receives_through_the_bot_is_offered_their_own_commands(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo, lucia = tg.user("Marcelo"), tg.user("Lucía")
    async with running(
        tmp_path, tg, clock, open_registration=False, allowed_user_ids=[marcelo.id]
    ) as bot:
        await say(bot, marcelo, "/add Lucía, amiga, ataja penales")
        invitation = await say(bot, marcelo, "/invite Lucía")
        await lucia.start(invitation.text.partition("?start=")[2].split()[0])
        await lucia.tap("👍", within=PATIENCE)
        menu = ["stop", "forgetme", "help"]
        await tg.wait_until(lambda: menu_of(tg, lucia) == menu, within=PATIENCE)


async def test_a_mistyped_command_is_met_with_the_one_it_looks_like(
    bot: Program, marcelo: Person
) -> None:
    assert "¿Quisiste decir /draft?" in (await say(bot, marcelo, "/dratf Juana")).text
    assert "¿Quisiste decir /saludar?" in (await say(bot, marcelo, "/SALDUAR@abrazo_bot")).text
    far = (await say(bot, marcelo, "/bicicleta")).text
    assert "No conozco /bicicleta" in far
    assert "Quisiste" not in far
