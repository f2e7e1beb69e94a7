"""Whatever is tapped, there is a way on or an end, and a way back; yesterday's keyboards too."""

from pathlib import Path

import pytest

from tests.conftest import StillClock
from tests.direct import Straightway, straightway
from tests.integration.menus.walking import Step, Walk

PEOPLE = (
    "/add Juana Pérez, amiga, le gusta el té de jazmín, cumple 3/8, @juanap",
    "/add Teo, amigo, toca el bandoneón, +54 9 11 5555-1234",
)

COMMANDS = (
    "/start", "/help", "/contacts", "/contacts Juana", "/occasions", "/settings", "/import",
    "/export", "/status", "/privacy", "/invite", "/note", "/add", "/draft Juana", "/review",
    "/draft", "/forget",
)  # fmt: skip

ENDS = (
    "Listo, no cambió nada.",
    "⚙️ Listo.", "📅 Listo.", "🗑 Listo.", "🗑 Este saludo se borró.", "☑️", "↩️", "🔕",
    "📦 Todo lo tuyo", "📇 Lo mismo", "🗓 Tu calendario",
    "El mismo enlace",
    "Listos los borradores.",
)  # fmt: skip
"""What ends a talk, and needs no button."""

TO_COME = ("Escribiendo…", "🔄 Buscando")
"""What says that the next message is on its way."""

POINTERS = ("sigue más abajo.", "te aviso.")

KEYS = ("👥 Tocá el botón de abajo", "👥 Toca el botón de abajo", "📍 T")
"""What puts keys in place of the keyboard, with a way out among them."""

_SAME = "message is not modified"


def leads_on(text: str, labels: list[str]) -> bool:
    """Whether a message offers a next step, or says that this is the end."""
    return bool(labels) or text.startswith((*ENDS, *TO_COME, *KEYS)) or text.endswith(POINTERS)


async def test_every_tap_leads_on_and_every_menu_leads_back(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.at(12, 12)
    async with straightway(tmp_path, clock, monkeypatch) as bot:
        walk = Walk(bot, bot.tg.user("Marcelo"))
        for one in PEOPLE:
            await walk.say(one)
        for command in COMMANDS:
            await walk.through(command)
        assert len(walk.steps) > 150
        met = list(walk.steps)
        nothing_fails(bot, met)
        assert [
            f"{step}: {one.text}"
            for step in met
            for one in step.shown
            if not leads_on(one.text, one.labels)
        ] == []
        assert [str(step) for step in met if not leads_back(step)] == []
        clock.later(days=1)
        nothing_fails(bot, [await walk.tap(step.way, step.message_id, step.data) for step in met])


def nothing_fails(bot: Straightway, steps: list[Step]) -> None:
    """Nobody is met with silence, or with an apology, and Telegram takes every answer."""
    assert [refused for refused in bot.request.refused if _SAME not in refused] == []
    assert [str(step) for step in steps if not (step.shown or step.answer or step.same)] == []
    sorry = [str(step) for step in steps for one in step.shown if "Algo no me salió" in one.text]
    assert sorry == []


def leads_back(step: Step) -> bool:
    """Whether a menu that changed in place can be left; a card and its line have ways of their own."""
    changed = [one for one in step.shown if one.id == step.message_id and one.labels]
    ways = ("↩️", "❌", "⏭", "☑️", "👥 Mi gente", "👤")
    return all(any(label.startswith(ways) for label in one.labels) for one in changed)
